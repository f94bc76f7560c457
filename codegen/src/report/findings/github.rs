//! Faults and remarks as commands of a GitHub Actions workflow, which shows them beside the lines of a pull request.

use super::places::place;
use crate::diag::{Diagnostic, Diagnostics, Positions, Severity, Sources};
use crate::report::workflow::command;

pub(super) fn github(found: &Diagnostics, sources: &Sources) -> String {
    let positions = Positions::of(sources);
    found.sorted().into_iter().map(|it| annotation(it, &positions)).collect()
}

fn annotation(found: &Diagnostic, positions: &Positions) -> String {
    let kind = match found.severity {
        Severity::Fault => "error",
        Severity::Remark => "warning",
    };
    let help = found.help.iter().map(|help| format!("\n{help}"));
    let message: String = [found.message.clone()].into_iter().chain(help).collect();
    command(kind, place(found, positions), found.rule, &message)
}
