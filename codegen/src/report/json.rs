//! A report for other programs. `docs/report.md` says what each member means.

use crate::diff::Report;

/// The report as JSON, in lines for people.
///
/// # Panics
/// Never: texts, numbers and lists always are JSON.
#[must_use]
pub fn json(report: &Report) -> String {
    let mut text = serde_json::to_string_pretty(report).expect("texts, numbers and lists are JSON");
    text.push('\n');
    text
}
