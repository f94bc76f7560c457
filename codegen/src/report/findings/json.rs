//! Faults and remarks for other programs. `docs/report.md` says what each member means.

use serde_json::{Value, json};

use super::places::{end, severity};
use crate::diag::{Diagnostic, Diagnostics, Label, Positions, Severity, Sources};

/// The version of the form: it grows when something is taken away or changes its meaning.
const VERSION: u32 = 1;

pub(super) fn json(found: &Diagnostics, sources: &Sources) -> String {
    let positions = Positions::of(sources);
    let sorted = found.sorted();
    let faults = sorted.iter().filter(|it| it.severity == Severity::Fault).count();
    let findings: Vec<Value> = sorted.iter().map(|it| finding(it, &positions)).collect();
    let report = json!({
        "format_version": VERSION,
        "faults": faults,
        "remarks": sorted.len() - faults,
        "findings": findings,
    });
    format!("{report:#}\n")
}

fn finding(found: &Diagnostic, positions: &Positions) -> Value {
    json!({
        "severity": severity(found),
        "rule": found.rule,
        "message": found.message,
        "help": found.help,
        "places": found.labels.iter().map(|label| place(label, positions)).collect::<Value>(),
    })
}

fn place(label: &Label, positions: &Positions) -> Value {
    let (path, line, column) = positions.position(&label.span);
    let (end_line, end_column) = end(&label.span, positions);
    json!({
        "path": path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "label": label.text,
    })
}
