//! A change in a comment: as a few paragraphs if it breaks something, else as a line of a table.

use crate::diff::{Report, Row};

use super::escape::{code, diff_block, inline};
use crate::report::words::{self, count, full_stop, listing_lines, migration_lines};

/// A heading, what it does and where, and the caller's code in a fold.
pub(super) fn breaking(row: &Row, report: &Report) -> String {
    let mut parts = vec![format!("#### {}", inline(&row.sentence)), facts(row, report)];
    let reasons = [&row.source_reason, &row.wire_reason].into_iter().flatten();
    let reasons: Vec<String> = reasons.map(|reason| inline(&full_stop(reason))).collect();
    parts.extend((!reasons.is_empty()).then(|| reasons.join(" ")));
    parts.extend(row.advice.as_deref().map(|advice| format!("**Advice:** {}", inline(&full_stop(advice)))));
    parts.extend(fold(row));
    parts.join("\n\n") + "\n\n"
}

/// Verdicts, place and users, on one line.
fn facts(row: &Row, report: &Report) -> String {
    let facts = [
        Some(tags(row)),
        Some(place(row, report)),
        words::users(row).map(|users| format!("used by {}", inline(&users))),
        Some(code(row.rule)),
    ];
    facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The caller's code and the lines of `api.txt`, if there are any.
fn fold(row: &Row) -> Option<String> {
    let code = row.migration.as_ref().map(migration_lines).unwrap_or_default();
    let lines = listing_lines(&row.lines);
    let summary = match (code.is_empty(), lines.is_empty()) {
        (true, true) => return None,
        (false, _) => "What callers change".to_owned(),
        (true, false) => format!("<code>api.txt</code>: {}", count(row.lines.len(), "line")),
    };
    let blocks = [("", code), ("In `api.txt`:\n\n", lines)];
    let shown = blocks.iter().filter(|(_, lines)| !lines.is_empty());
    let shown: Vec<String> = shown.map(|(title, lines)| format!("{title}{}", diff_block(lines))).collect();
    Some(format!("<details>\n<summary>{summary}</summary>\n\n{}\n</details>", shown.join("\n")))
}

/// A line of a table: verdicts; and what changed, with what follows from it and where it is.
pub(super) fn cells(row: &Row, report: &Report) -> String {
    let notes = [
        row.source_reason.as_deref().map(|reason| inline(&full_stop(reason))),
        row.wire_reason.as_deref().map(|reason| inline(&full_stop(reason))),
        row.advice.as_deref().map(|advice| inline(&full_stop(advice))),
        row.accepted.as_deref().map(|reason| format!("**Accepted:** {}", inline(&full_stop(reason)))),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    let users = words::users(row).map(|users| format!("used by {}", inline(&users)));
    let facts: Vec<String> = [Some(place(row, report)), users].into_iter().flatten().collect();
    let lines = [
        Some(inline(&row.sentence)),
        (!notes.is_empty()).then(|| notes.join(" ")),
        Some(format!("<sub>{}</sub>", facts.join(" · "))),
    ];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    format!("| {} | {} |\n", tags(row), lines.join("<br>"))
}

/// A line of a list, for a change of words.
pub(super) fn item(row: &Row, report: &Report) -> String {
    format!("- {} · {}\n", inline(&row.sentence), place(row, report))
}

fn tags(row: &Row) -> String {
    let tags = [Some(words::source_tag(row.verdict)), words::wire_tag(row.verdict)];
    tags.into_iter().flatten().map(code).collect::<Vec<_>>().join(" ")
}

fn place(row: &Row, report: &Report) -> String {
    let old = words::old_label(&row.place, report).map(|label| format!(" in {}", code(&label)));
    code(&words::place(&row.place)) + &old.unwrap_or_default()
}
