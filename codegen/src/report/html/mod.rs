//! A report as a page: one file that needs no network, and no script to be read.

mod row;

use maud::{DOCTYPE, Markup, PreEscaped, html as markup};

use crate::diff::{Report, StaleAcceptance};

use self::row::{diff, row};
use super::sections::{Kind, MOST_OPEN_ROWS, Section, Severity, sections};
use super::summary::{GENERATOR_TITLE, STALE_TITLE, Summary, nothing};
use super::words::{self, count, listing_lines, one_line};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// What the page may do: nothing but its own style and script, known by their hashes. A test works them out.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; \
    style-src 'sha256-M552pc7UQGWROMwxjXFaD7mde8xwvX7FvZOotWMZ2tY='; \
    script-src 'sha256-7B0VLoetxWk7hKkh7AiFTjJAJkQM4FqPp+D5fp6w+yY='";

/// The report as a page of HTML.
#[must_use]
pub fn html(report: &Report) -> String {
    let title = nothing(report).map_or_else(|| Summary::of(report).title(), |_| "Nothing changed".to_owned());
    let page = markup! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " · " (one_line(&report.new.label)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (head(report, &title))
                main.long[report.rows.len() > MOST_OPEN_ROWS] { (body(report)) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string() + "\n"
}

/// The headline, the two descriptions, and the answers to the three questions.
fn head(report: &Report, title: &str) -> Markup {
    let summary = Summary::of(report);
    let (old, new) = (&report.old, &report.new);
    markup! {
        header {
            h1 { (title) }
            p.revisions {
                code { (one_line(&old.label)) } " → " code { (one_line(&new.label)) }
                span.quiet {
                    " API " (one_line(&old.api_version))
                    @if old.api_version != new.api_version { " → " (one_line(&new.api_version)) }
                }
            }
            @if let Some(nothing) = nothing(report) {
                p { (nothing) }
            } @else {
                dl.facts {
                    @for fact in summary.facts() {
                        div class=(fact.severity.name()) { dt { (fact.name) } dd { (fact.text) } }
                    }
                    @let faults = summary.faults();
                    @if !faults.is_empty() {
                        div.degraded { dt { "Besides" } dd { (faults.join(", ")) "." } }
                    }
                }
            }
        }
    }
}

fn body(report: &Report) -> Markup {
    let sections = sections(report);
    let is_long = report.rows.len() > MOST_OPEN_ROWS;
    let (breaking, others): (Vec<_>, Vec<_>) = sections.iter().partition(|section| section.kind == Kind::Breaking);
    markup! {
        @if !report.rows.is_empty() { (filter(report)) }
        @for section in breaking { (rows(section, report, true)) }
        (faults(report))
        @for section in others {
            (rows(section, report, !is_long && section.kind != Kind::Wording))
        }
    }
}

/// What a reader picks rows by. Only the script can obey, so only the script shows it.
fn filter(report: &Report) -> Markup {
    let total = report.rows.len();
    let kinds = Severity::ALL
        .map(|severity| (severity.name(), report.rows.iter().filter(|row| Severity::of(row) == severity).count()));
    markup! {
        form #filter role="search" aria-label="Filter" hidden {
            fieldset {
                legend { "Show" }
                (choice("all", total, true))
                @for (name, number) in kinds.into_iter().filter(|(_, number)| *number > 0) { (choice(name, number, false)) }
            }
            label.search {
                span { "Search" }
                input #search type="search" autocomplete="off" placeholder="a word, a type, an endpoint";
            }
            p.tools {
                output #shown for="search" { (count(total, "change")) }
                button #unfold type="button" { "Unfold all" }
                button #fold type="button" { "Fold all" }
            }
        }
    }
}

fn choice(name: &str, number: usize, is_chosen: bool) -> Markup {
    markup! {
        label {
            input type="radio" name="severity" value=(name) checked[is_chosen];
            span { (name) " " b { (number) } }
        }
    }
}

fn rows(section: &Section, report: &Report, is_open: bool) -> Markup {
    let title = section.kind.title();
    markup! {
        details.section open[is_open] {
            summary {
                h2 {
                    @if let Kind::Resource(_) = section.kind { code { (title) } } @else { (title) }
                    " " span.quiet { (count(section.rows.len(), "change")) }
                }
            }
            @for change in &section.rows { (row(change, report)) }
        }
    }
}

fn faults(report: &Report) -> Markup {
    markup! {
        @if !report.stale.is_empty() {
            details.section.fault open {
                summary { h2 { (STALE_TITLE) } }
                ul { @for stale in &report.stale { li { (stale_acceptance(stale)) } } }
            }
        }
        @if !report.generator.is_empty() {
            details.section.fault open {
                summary { h2 { (GENERATOR_TITLE) } }
                (diff(&listing_lines(&report.generator), "Changed lines of api.txt"))
            }
        }
    }
}

fn stale_acceptance(stale: &StaleAcceptance) -> Markup {
    markup! {
        code { (one_line(&stale.rule)) } " of " code { (one_line(&stale.item)) }
        " at " code.place { (words::place(&stale.place)) }
    }
}
