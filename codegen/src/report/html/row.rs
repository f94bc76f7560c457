//! A change on the page.

use maud::{Markup, html as markup};

use crate::diff::{Effect, Migration, Report, Row};
use crate::report::sections::Severity;
use crate::report::words::{self, DiffLine, Piece, count, full_stop, listing_lines, migration_lines, pieces};

/// A change: verdicts and sentence first, then where it is and what follows, then code in folds.
pub(super) fn row(row: &Row, report: &Report) -> Markup {
    let severity = Severity::of(row);
    // Of mere words there is little to say.
    let brief = if row.effect == Effect::Documented && severity == Severity::Patch { " brief" } else { "" };
    markup! {
        article class={ "change " (severity.name()) (brief) } data-severity=(severity.name()) {
            @if brief.is_empty() { (tags(row, severity)) }
            h3 { (sentence(&row.sentence)) }
            (facts(row, report))
            @for reason in [&row.source_reason, &row.wire_reason].into_iter().flatten() {
                p { (sentence(&full_stop(reason))) }
            }
            @if let Some(advice) = &row.advice {
                p.advice { b { "Advice" } " " (sentence(&full_stop(advice))) }
            }
            @if let Some(reason) = &row.accepted {
                p.advice { b { "Accepted" } " " (sentence(&full_stop(reason))) }
            }
            @if let Some(migration) = &row.migration {
                details open[severity == Severity::Breaking] {
                    summary { "Callers’ code, before and after" }
                    (sides(migration))
                }
            }
            @if !row.lines.is_empty() {
                details {
                    summary { (count(row.lines.len(), "line")) " of " code { "api.txt" } }
                    (diff(&listing_lines(&row.lines), "Changed lines of api.txt"))
                }
            }
        }
    }
}

/// A sentence, with its code as code.
pub(super) fn sentence(text: &str) -> Markup {
    markup! {
        @for piece in pieces(text) {
            @match piece {
                Piece::Text(text) => (text),
                Piece::Code(code) => code { (code) },
            }
        }
    }
}

fn tags(row: &Row, severity: Severity) -> Markup {
    markup! {
        p.tags {
            @if severity == Severity::Accepted { span.tag.accepted { "accepted" } }
            span class={ "tag " (words::source_tag(row.verdict)) } { (words::source_tag(row.verdict)) }
            @if let Some(wire) = words::wire_tag(row.verdict) {
                span class={ "tag wire-" (row.verdict.wire.to_string()) } { (wire) }
            }
            code.rule { (row.rule) }
        }
    }
}

fn facts(row: &Row, report: &Report) -> Markup {
    markup! {
        p.quiet {
            code.place { (words::place(&row.place)) }
            @if let Some(label) = words::old_label(&row.place, report) { " in " code { (label) } }
            @if let Some(users) = words::users(row) { " · used by " (sentence(&users)) }
        }
    }
}

/// Code before and after: beside each other where there is room.
fn sides(migration: &Migration) -> Markup {
    let lines = migration_lines(migration);
    markup! {
        div.sides {
            (side("Before", &lines, '-'))
            @if migration.after.is_some() {
                (side("After", &lines, '+'))
            } @else {
                figure { figcaption { "After" } p.quiet { "There is nothing to write instead." } }
            }
        }
    }
}

/// One of both: the lines that stay, and those with `sign`.
fn side(title: &str, lines: &[DiffLine], sign: char) -> Markup {
    let lines = lines.iter().filter(|line| line.sign == sign || line.sign == ' ');
    markup! {
        figure {
            figcaption { (title) }
            pre tabindex="0" role="group" aria-label=(title) { code { @for line in lines { (code_line(line, "")) } } }
        }
    }
}

/// Lines of a difference below each other, each with its sign.
pub(super) fn diff(lines: &[DiffLine], label: &str) -> Markup {
    markup! {
        pre tabindex="0" role="group" aria-label=(label) {
            code { @for line in lines { (code_line(line, &format!("{} ", line.sign))) } }
        }
    }
}

fn code_line(line: &DiffLine, sign: &str) -> Markup {
    markup! {
        @match line.sign {
            '-' => del { (sign) (line.text) "\n" },
            '+' => ins { (sign) (line.text) "\n" },
            _ => { (sign) (line.text) "\n" },
        }
    }
}
