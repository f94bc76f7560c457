//! Faults and remarks in SARIF 2.1.0, the form in which tools of analysis exchange what they found.

use serde_json::{Value, json};

use super::places::{end, place};
use crate::diag::{Diagnostic, Diagnostics, Label, Positions, REMARKS, RULES, Rule, Severity, Sources};
use crate::report::sarif_log::{artifact, fingerprint, log, region};

pub(super) fn sarif(found: &Diagnostics, sources: &Sources) -> String {
    let positions = Positions::of(sources);
    let rules: Vec<Rule> = [RULES, REMARKS].concat();
    let results: Value = found.sorted().into_iter().map(|it| result(it, &rules, &positions)).collect();
    log(&rules, &json!({"executionSuccessful": true}), &results)
}

fn result(found: &Diagnostic, rules: &[Rule], positions: &Positions) -> Value {
    let level = match found.severity {
        Severity::Fault => "error",
        Severity::Remark => "warning",
    };
    let help = found.help.iter().map(|help| format!("\n{help}"));
    let text: String = [found.message.clone()].into_iter().chain(help).collect();
    let path = place(found, positions).map_or("", |(path, ..)| path);
    let mut result = json!({
        "ruleId": found.rule,
        "level": level,
        "message": {"text": text},
        "locations": found.labels.iter().take(1).map(|label| location(label, positions)).collect::<Value>(),
        "relatedLocations": found.labels.iter().skip(1).map(|label| location(label, positions)).collect::<Value>(),
        // Lines move, so they are no part of it.
        "partialFingerprints": {"finding/v1": fingerprint(&json!([found.rule, path, found.message]))},
    });
    if let Some(index) = rules.iter().position(|rule| rule.name == found.rule) {
        result["ruleIndex"] = index.into();
    }
    result
}

fn location(label: &Label, positions: &Positions) -> Value {
    let (path, line, column) = positions.position(&label.span);
    let (end_line, end_column) = end(&label.span, positions);
    let mut region = region(line, column);
    region["endLine"] = end_line.into();
    region["endColumn"] = end_column.into();
    let mut location = json!({"physicalLocation": {"artifactLocation": artifact(path), "region": region}});
    if !label.text.is_empty() {
        location["message"] = json!({"text": label.text});
    }
    location
}
