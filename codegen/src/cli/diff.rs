//! `clientsmith diff`: reports what a change means, and says whether it may be made.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::folders::Revisions;
use super::remarks::Remarks;
use super::say::{self, say_on};
use crate::diff::{self, Acceptance, Bump, Report, Row, Source, StaleAcceptance, Wire};
use crate::output;
use crate::report::{self, Format, Screen};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    revisions: Revisions,
    /// The form of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write the report into a file instead of printing it
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Exit with 1 if a change breaks this and is not accepted in `accepted.yaml`; give several with commas
    #[arg(long, value_enum, value_name = "WHAT", value_delimiter = ',')]
    fail_on: Vec<FailOn>,
    #[command(flatten)]
    remarks: Remarks,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// Callers' sources that no longer compile
    Source,
    /// Programs already shipped whose calls fail
    Wire,
    /// A version of the crate that says less than the change needs
    Version,
    /// All of these
    Any,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let report = arguments.revisions.report(&arguments.remarks)?;
    let screen = if arguments.output.is_none() { say::screen() } else { Screen::default() };
    let text = report::render(arguments.format, &report, diff::RULES, screen);
    match &arguments.output {
        Some(path) => output::write_file(path, &text).map_err(say::error)?,
        None => say::print(&text)?,
    }
    let failures = failures(&report, &arguments.fail_on);
    if failures.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    say_on(std::io::stderr().lock(), failures);
    Ok(ExitCode::from(1))
}

/// Why the change may not be made as it is; empty if it may.
fn failures(report: &Report, fail_on: &[FailOn]) -> String {
    if fail_on.is_empty() {
        return String::new();
    }
    let looks_at = |what| fail_on.contains(&what) || fail_on.contains(&FailOn::Any);
    let breaks = |row: &&Row| {
        let source = row.verdict.source == Source::Major && looks_at(FailOn::Source);
        let wire = row.verdict.wire == Wire::Breaks && looks_at(FailOn::Wire);
        row.accepted.is_none() && (source || wire)
    };
    let broken: Vec<&Row> = report.rows.iter().filter(breaks).collect();
    let not_accepted = (!broken.is_empty()).then(|| not_accepted(&broken));
    let too_low = (looks_at(FailOn::Version) && !report.bump.is_enough).then(|| too_low(&report.bump));
    not_accepted.into_iter().chain(report.stale.iter().map(stale)).chain(too_low).collect()
}

/// Changes that nobody accepted, and the entries with which they would be.
fn not_accepted(rows: &[&Row]) -> String {
    let what = match rows.len() {
        1 => "1 breaking change is not accepted".to_owned(),
        count => format!("{count} breaking changes are not accepted"),
    };
    let entries: String = rows.iter().map(|row| Acceptance::entry(row)).collect();
    format!(
        "error: {what}\n  = help: undo what was not meant; paste the rest into `accepted.yaml` beside `api.yaml`, each \
         with its reason\n\n{entries}\n"
    )
}

fn stale(StaleAcceptance { rule, item, place }: &StaleAcceptance) -> String {
    format!(
        "error: {}:{}: `{rule}` of `{item}` is accepted, but there is no such change\n  = help: remove the entry, or copy \
         the one that is printed for the change that you mean\n",
        place.path, place.line
    )
}

fn too_low(Bump { written, needed, .. }: &Bump) -> String {
    format!(
        "error: the version {written} says less than the change needs\n  = help: write `version: {needed}` under \
         `package` in `api.yaml`\n"
    )
}
