//! A report in SARIF 2.1.0, the form in which tools of analysis exchange what they found.

use serde_json::{Value, json};

use crate::diag::Rule;
use crate::diff::{LineChange, Place, Report, Row, StaleAcceptance};

use super::sarif_log::{self, artifact, fingerprint, region};
use super::sections::Severity;
use super::summary::{GENERATOR_TITLE, Summary, nothing, stale_sentence};
use super::words;

/// The report as a SARIF log of one run; `rules` are those that a change can be judged by.
///
/// Each row is a result with a fingerprint of what it means, so that other words or lines do not make it a new one.
/// Stale acceptances, a changed generator and a version that is too low are notifications of the run.
#[must_use]
pub fn sarif(report: &Report, rules: &[Rule]) -> String {
    let results: Value = report.rows.iter().map(|row| result(row, report, rules)).collect();
    sarif_log::log(rules, &invocation(report), &results)
}

/// The run itself: what is wrong besides the changes.
fn invocation(report: &Report) -> Value {
    let mut notes: Vec<Value> = report.generator.iter().map(unexplained).collect();
    if let Some(nothing) = nothing(report) {
        notes.push(notification("note", &nothing));
    }
    if !report.bump.is_enough {
        notes.extend(Summary::of(report).facts().last().map(|fact| notification("warning", &fact.text)));
    }
    json!({
        "executionSuccessful": true,
        "toolConfigurationNotifications": report.stale.iter().map(stale).collect::<Value>(),
        "toolExecutionNotifications": notes,
    })
}

fn notification(level: &str, text: &str) -> Value {
    json!({"level": level, "message": {"text": text}})
}

fn unexplained(line: &LineChange) -> Value {
    let lines: Vec<String> =
        words::listing_lines([line]).into_iter().map(|line| format!("{} {}", line.sign, line.text)).collect();
    notification("warning", &format!("{GENERATOR_TITLE}: {}", lines.join("\n")))
}

fn stale(stale: &StaleAcceptance) -> Value {
    let text = stale_sentence(stale);
    json!({"level": "error", "message": {"text": text}, "locations": [{"physicalLocation": physical(&stale.place)}]})
}

fn result(row: &Row, report: &Report, rules: &[Rule]) -> Value {
    let (kind, level) = kind_and_level(row);
    let mut result = json!({
        "ruleId": row.rule,
        "kind": kind,
        "level": level,
        "message": {"text": words::message(row, report)},
        "locations": [{
            "physicalLocation": physical(&row.place),
            "logicalLocations": [{"fullyQualifiedName": row.item}],
        }],
        "partialFingerprints": {"change/v1": meaning(row)},
        "properties": {"source": row.verdict.source, "wire": row.verdict.wire, "effect": row.effect, "usedBy": row.used_by},
    });
    if let Some(index) = rules.iter().position(|rule| rule.name == row.rule) {
        result["ruleIndex"] = index.into();
    }
    if let Some(reason) = &row.accepted {
        result["suppressions"] = json!([{"kind": "external", "status": "accepted", "justification": reason}]);
    }
    result
}

/// Only what fails has a level. An accepted row has the level that it had without.
fn kind_and_level(row: &Row) -> (&'static str, &'static str) {
    match Severity::of_verdict(row.verdict) {
        Severity::Breaking => ("fail", "error"),
        Severity::Degraded => ("fail", "warning"),
        Severity::Minor => ("fail", "note"),
        Severity::Patch | Severity::Accepted => ("informational", "none"),
    }
}

/// A place. What is only in the old description has a file, but no line in it any more.
fn physical(place: &Place) -> Value {
    let mut physical = json!({"artifactLocation": artifact(&place.path)});
    if !place.is_old {
        physical["region"] = region(place.line, place.column);
    }
    physical
}

/// What a change means: its rule, its item, and what became what.
fn meaning(row: &Row) -> String {
    fingerprint(&json!([row.rule, row.item, row.before, row.after]))
}
