//! A report as an entry of a changelog in the form of Keep a Changelog 1.1.

use std::fmt::Write as _;

use crate::diff::{Effect, Report, Row, Source, Wire, lines_source};

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
    let heading = entry.len();
    for (title, effects) in SECTIONS {
        // The heading says the version of the crate.
        let rows = report.rows.iter().filter(|row| row.rule != "package-version-changed");
        let rows = rows.filter(|row| effects.contains(&row.effect));
        let others = [generator(report), wording(report)].into_iter().flatten().filter(|_| title == "Changed");
        let bullets: Vec<String> = rows.map(bullet).chain(others).collect();
        if !bullets.is_empty() {
            let _ = writeln!(entry, "\n### {title}\n\n{}", bullets.concat().trim_end());
        }
    }
    if entry.len() == heading {
        let _ = write!(entry, "\n{}", inline(&no_section(report)));
    }
    entry.truncate(entry.trim_end().len());
    entry + "\n"
}

/// What to say where no section has anything.
fn no_section(report: &Report) -> String {
    let words = if report.rows.is_empty() { "Nothing changed." } else { "Only the version of the crate changed." };
    nothing(report).unwrap_or_else(|| words.to_owned())
}

fn bullet(row: &Row) -> String {
    let mark = if row.verdict.is_breaking() { "**Breaking:** " } else { "" };
    let tells = row.verdict.is_breaking() || row.effect == Effect::Renamed;
    let source = row.source_reason.iter().filter(|_| tells).map(|reason| format!(" {}", inline(&full_stop(reason))));
    let wire = match (row.verdict.wire, &row.wire_reason) {
        (Wire::Ok, _) => String::new(),
        (Wire::Degraded, None) => " Programs built before lose something by it.".to_owned(),
        (Wire::Breaks, None) => " Programs built before fail.".to_owned(),
        (_, Some(reason)) => format!(" {}", inline(&full_stop(reason))),
    };
    format!("- {mark}{}{}{wire}\n{}", inline(&full_stop(&row.sentence)), source.collect::<String>(), hint(row))
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

/// One line for what the generator changed by itself.
fn generator(report: &Report) -> Option<String> {
    let mark = if lines_source(&report.generator) == Source::Major { "**Breaking:** " } else { "" };
    let lines = count(report.generator.len(), "line");
    let bullet = || format!("- {mark}A new version of the generator changes {lines} of `api.txt`, the public items.\n");
    (!report.generator.is_empty()).then(bullet)
}

/// One line for all changes of words.
fn wording(report: &Report) -> Option<String> {
    let items = report.rows.iter().filter(|row| row.effect == Effect::Documented).count();
    (items > 0).then(|| format!("- The documentation of {} was revised.\n", count(items, "item")))
}
