//! A report as an entry of a changelog in the form of Keep a Changelog 1.1.

use std::fmt::Write as _;

use crate::diff::{Effect, Report, Row, Wire};

use super::markdown::escape::{diff_block, inline};
use super::summary::nothing;
use super::words::{count, full_stop, migration_lines, one_line};

/// The sections that a report can fill. Whether a change mends a mistake no description tells, so `Fixed` is not one.
const SECTIONS: [(&str, &[Effect]); 4] = [
    ("Added", &[Effect::Added]),
    ("Changed", &[Effect::Changed, Effect::Renamed]),
    ("Deprecated", &[Effect::Deprecated]),
    ("Removed", &[Effect::Removed]),
];
/// Code of callers with more lines than this is too long for a hint.
const LONGEST_HINT: usize = 12;

/// The entry for the new version. `date` is the day of its release, `YYYY-MM-DD`; without it the entry is for what is
/// not released yet. Accepted changes are in it, since callers meet them all the same.
#[must_use]
pub fn changelog(report: &Report, date: Option<&str>) -> String {
    let bump = &report.bump;
    let version = if bump.is_enough { &bump.written } else { &bump.needed };
    let mut entry = match date {
        Some(date) => format!("## [{}] - {}\n", one_line(version), one_line(date)),
        None => "## [Unreleased]\n".to_owned(),
    };
    if let Some(nothing) = nothing(report) {
        let _ = write!(entry, "\n{}\n", inline(&nothing));
    }
    for (title, effects) in SECTIONS {
        let rows = report.rows.iter().filter(|row| effects.contains(&row.effect));
        let bullets: Vec<String> =
            rows.map(bullet).chain((title == "Changed").then(|| wording(report)).flatten()).collect();
        if !bullets.is_empty() {
            let _ = write!(entry, "\n### {title}\n\n{}", bullets.concat());
        }
    }
    entry.truncate(entry.trim_end().len());
    entry + "\n"
}

fn bullet(row: &Row) -> String {
    let mark = if row.verdict.is_breaking() { "**Breaking:** " } else { "" };
    let wire = match (row.verdict.wire, &row.wire_reason) {
        (Wire::Ok, _) => String::new(),
        (Wire::Degraded, None) => " Programs built before lose something by it.".to_owned(),
        (Wire::Breaks, None) => " Programs built before fail.".to_owned(),
        (_, Some(reason)) => format!(" {}", inline(&full_stop(reason))),
    };
    format!("- {mark}{}{wire}\n{}", inline(&full_stop(&row.sentence)), hint(row))
}

/// What callers write instead, if it is short.
fn hint(row: &Row) -> String {
    let lines = row.migration.as_ref().map(migration_lines).unwrap_or_default();
    if lines.is_empty() || lines.len() > LONGEST_HINT {
        return String::new();
    }
    let indented = |line: &str| if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") };
    let block: String = diff_block(&lines).lines().map(indented).collect();
    format!("\n{block}\n")
}

/// One line for all changes of words.
fn wording(report: &Report) -> Option<String> {
    let items = report.rows.iter().filter(|row| row.effect == Effect::Documented).count();
    (items > 0).then(|| format!("- The documentation of {} was revised.\n", count(items, "item")))
}
