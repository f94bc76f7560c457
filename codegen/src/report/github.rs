//! A report as commands of a GitHub Actions workflow, which shows them beside the lines of a pull request.
//!
//! GitHub shows the first ten of each kind in a step, so the gravest come first, as a report has them.

use crate::diff::{Place, Report, Row};

use super::sections::Severity;
use super::summary::{GENERATOR_TITLE, Summary, nothing, stale_sentence};
use super::words;
use super::workflow::command;

/// The report as workflow commands, one a line: errors for what breaks and for stale acceptances, warnings for what
/// degrades, for a version that is too low and for a changed generator, notices for what is new or was accepted. Nothing
/// is said of patches.
#[must_use]
pub fn github(report: &Report) -> String {
    if let Some(nothing) = nothing(report) {
        return command("notice", None, "clientsmith", &nothing);
    }
    let summary = Summary::of(report);
    let stale = report.stale.iter();
    let stale = stale.map(|stale| command("error", beside(&stale.place), "stale acceptance", &stale_sentence(stale)));
    let version = summary.facts().into_iter().last().filter(|_| !report.bump.is_enough);
    let version = version.map(|fact| command("warning", None, "version", &fact.text));
    let generator = (!report.generator.is_empty()).then(|| {
        let lines: Vec<String> = words::listing_lines(&report.generator)
            .into_iter()
            .map(|line| format!("{} {}", line.sign, line.text))
            .collect();
        command("warning", None, "generator", &format!("{GENERATOR_TITLE}:\n{}", lines.join("\n")))
    });
    let figures = command("notice", None, "clientsmith", &summary.line());
    let rows = report.rows.iter().filter_map(|row| annotation(row, report));
    rows.chain(stale).chain(version).chain(generator).chain([figures]).collect()
}

fn annotation(row: &Row, report: &Report) -> Option<String> {
    let kind = match Severity::of(row) {
        Severity::Breaking => "error",
        Severity::Degraded => "warning",
        Severity::Minor | Severity::Accepted => "notice",
        Severity::Patch => return None,
    };
    let accepted = row.accepted.is_some().then_some("accepted");
    let tags = [accepted, Some(words::source_tag(row.verdict)), words::wire_tag(row.verdict), Some(row.rule)];
    let title = tags.into_iter().flatten().collect::<Vec<_>>().join(", ");
    Some(command(kind, beside(&row.place), &title, &words::message(row, report)))
}

/// The path, line and column of a place. What is only in the old description has no line that GitHub could show it beside.
fn beside(place: &Place) -> Option<(&str, usize, usize)> {
    (!place.is_old).then_some((&place.path, place.line, place.column))
}
