//! The report on a document as JSON, for programs.

use serde_json::{Value, json};

use super::summary::Summary;
use crate::diag::{Diagnostic, Positions, Sources};

/// The version of the report's form: it grows when something is taken away or changes its meaning.
const VERSION: u32 = 1;

/// The report: how much of the document is in the crate, and each remark with its place.
#[must_use]
pub fn report(summary: &Summary, remarks: &crate::diag::Diagnostics, sources: &Sources) -> String {
    let positions = Positions::of(sources);
    let remark = |remark: &Diagnostic| -> Value {
        let place = remark.labels.first().map(|label| positions.position(&label.span));
        let (path, line, column) = place.unwrap_or(("", 1, 1));
        json!({
            "rule": remark.rule,
            "message": remark.message,
            "help": remark.help,
            "path": path,
            "line": line,
            "column": column,
        })
    };
    let unread: serde_json::Map<String, Value> = summary
        .unread
        .sorts()
        .iter()
        .map(|(sort, count)| (format!("{}s", sort.replace(' ', "_")), Value::from(*count)))
        .collect();
    let report = json!({
        "version": VERSION,
        "calls": {"described": summary.operations, "emitted": summary.emitted, "paged": summary.paged},
        "webhooks": {"described": summary.webhooks, "emitted": summary.events},
        "unread": unread,
        "members": {"described": summary.members.all, "plain_json": summary.members.plain},
        "remarks": remarks.list().iter().map(remark).collect::<Vec<_>>(),
    });
    format!("{report:#}\n")
}
