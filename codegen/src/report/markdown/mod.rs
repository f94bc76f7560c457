//! A report as a comment on a pull request.

pub(super) mod escape;
mod page;
mod row;

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::diff::{LineChange, Report, StaleAcceptance};

use self::escape::{code, diff_fences, diff_line, inline};
use self::page::{Block, Page};
use super::sections::{Kind, MOST_OPEN_ROWS, Section, Severity, sections};
use super::summary::{GENERATOR_TITLE, STALE_TITLE, Summary, nothing};
use super::words::{self, count, listing_lines};

/// The first line, by which a workflow finds the comment that it wrote before.
pub const MARKER: &str = "<!-- clientsmith-diff -->";

/// The report as Markdown, below the size that GitHub takes as a comment. [`MARKER`] is its first line.
#[must_use]
pub fn markdown(report: &Report) -> String {
    let mut page = Page::default();
    if let Some(nothing) = nothing(report) {
        page.add(&Block::whole(format!("{MARKER}\n{}\n", inline(&nothing))));
        return page.finish();
    }
    page.add(&Block::whole(head(report)));
    let sections = sections(report);
    let (breaking, others): (Vec<_>, Vec<_>) = sections.iter().partition(|section| section.kind == Kind::Breaking);
    let is_long = report.rows.len() > MOST_OPEN_ROWS;
    for section in breaking {
        add_breaking(&mut page, section, report);
    }
    add_faults(&mut page, report);
    for section in others {
        add_section(&mut page, section, report, is_long);
    }
    page.finish()
}

/// The marker, the headline, and the answers to the three questions.
fn head(report: &Report) -> String {
    let summary = Summary::of(report);
    let facts = summary.facts();
    let gravest = facts.iter().map(|fact| fact.severity).min().unwrap_or(Severity::Patch);
    let faults = Some(summary.faults().join(", ")).filter(|faults| !faults.is_empty());
    let alert = match gravest {
        Severity::Breaking => "CAUTION",
        Severity::Degraded => "WARNING",
        _ if faults.is_some() => "WARNING",
        Severity::Minor => "NOTE",
        Severity::Patch | Severity::Accepted => "TIP",
    };
    let facts = facts.iter().map(|fact| format!("> - **{}:** {}\n", fact.name, inline(&fact.text)));
    let faults = faults.iter().map(|fault| format!("> - **Besides:** {}.\n", inline(fault)));
    let facts: Vec<String> = facts.chain(faults).collect();
    let counts = [summary.counts()].into_iter().filter(|counts| !counts.is_empty());
    let line: Vec<String> = counts.chain([revisions(report)]).collect();
    format!("{MARKER}\n## {}\n\n> [!{alert}]\n{}\n{}\n\n", inline(&summary.title()), facts.concat(), line.join(" · "))
}

fn revisions(report: &Report) -> String {
    let (old, new) = (&report.old, &report.new);
    let api = if old.api_version == new.api_version {
        format!("API {}", code(&new.api_version))
    } else {
        format!("API {} → {}", code(&old.api_version), code(&new.api_version))
    };
    format!("{} → {} · {api}", code(&old.label), code(&new.label))
}

/// The breaking rows, each with all that there is to say.
fn add_breaking(page: &mut Page, section: &Section, report: &Report) {
    let parts: Vec<String> = section.rows.iter().map(|row| row::breaking(row, report)).collect();
    let is_long = parts.len() > MOST_OPEN_ROWS;
    let block = Block { open: String::new(), parts, close: String::new(), holds_rows: true };
    page.add(&if is_long {
        block.folded(&summary(section))
    } else {
        Block { open: format!("### {}\n\n", section.kind.title()), ..block }
    });
}

/// The rows of a section, and what they change in `api.txt`.
fn add_section(page: &mut Page, section: &Section, report: &Report, is_long: bool) {
    let block = match section.kind {
        Kind::Wording => list(section, report),
        _ => table(section, report),
    };
    if is_long || matches!(section.kind, Kind::Wording | Kind::Accepted) {
        page.add(&block.folded(&summary(section)));
    } else {
        page.add(&Block {
            open: format!("### {}\n\n{}", code(&section.kind.title()), block.open),
            close: "\n".to_owned(),
            ..block
        });
    }
    // A line that several rows change is shown once.
    let mut shown = BTreeSet::new();
    let lines = section.rows.iter().flat_map(|row| &row.lines).filter(|line| shown.insert(*line));
    let lines: Vec<&LineChange> = lines.collect();
    if !lines.is_empty() {
        let summary = html! { code { "api.txt" } ": " (count(lines.len(), "line")) };
        page.add(&listing(&lines).folded(&summary));
    }
}

/// What is seen of a folded section. It is HTML, in which Markdown means nothing.
fn summary(section: &Section) -> Markup {
    let title = section.kind.title();
    html! {
        b { @if let Kind::Resource(_) = section.kind { code { (title) } } @else { (title) } }
        ": " (count(section.rows.len(), "change"))
    }
}

fn table(section: &Section, report: &Report) -> Block {
    let parts = section.rows.iter().map(|row| row::cells(row, report)).collect();
    Block { open: "| | Change |\n|---|---|\n".to_owned(), parts, close: String::new(), holds_rows: true }
}

fn list(section: &Section, report: &Report) -> Block {
    let parts = section.rows.iter().map(|row| row::item(row, report)).collect();
    Block { open: String::new(), parts, close: String::new(), holds_rows: true }
}

/// Changed lines of `api.txt` as a difference of which the end may be cut.
fn listing(lines: &[&LineChange]) -> Block {
    let lines = listing_lines(lines.iter().copied());
    let (open, close) = diff_fences(&lines);
    Block { open, parts: lines.iter().map(diff_line).collect(), close, holds_rows: false }
}

fn add_faults(page: &mut Page, report: &Report) {
    if !report.stale.is_empty() {
        let fault = |stale: &StaleAcceptance| {
            format!("- {} of {} at {}\n", code(&stale.rule), code(&stale.item), code(&words::place(&stale.place)))
        };
        let parts = report.stale.iter().map(fault).collect();
        page.add(&Block { open: format!("### {STALE_TITLE}\n\n"), parts, close: "\n".to_owned(), holds_rows: false });
    }
    if !report.generator.is_empty() {
        let lines: Vec<&LineChange> = report.generator.iter().collect();
        let block = listing(&lines);
        page.add(&if lines.len() > MOST_OPEN_ROWS {
            block.folded(&html! { b { (GENERATOR_TITLE) } })
        } else {
            Block { open: format!("### {GENERATOR_TITLE}\n\n{}", block.open), close: block.close + "\n", ..block }
        });
    }
}
