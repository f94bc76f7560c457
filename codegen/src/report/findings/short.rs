//! Faults and remarks in one line each, as editors and log readers know them from compilers.

use super::places::{place, severity};
use crate::diag::{Diagnostic, Diagnostics, Positions, Severity, Sources};

pub(super) fn short(found: &Diagnostics, sources: &Sources) -> String {
    let positions = Positions::of(sources);
    found.sorted().into_iter().map(|it| line(it, &positions)).collect()
}

fn line(found: &Diagnostic, positions: &Positions) -> String {
    let place = place(found, positions).map(|(path, line, column)| format!("{path}:{line}:{column}: "));
    let kind = if found.severity == Severity::Fault { "error" } else { severity(found) };
    format!("{}{kind}[{}]: {}\n", place.unwrap_or_default(), found.rule, found.message)
}
