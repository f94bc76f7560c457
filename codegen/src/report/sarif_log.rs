//! The parts of a SARIF log that are the same whatever was looked for.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use xxhash_rust::xxh3::xxh3_128;

use crate::diag::Rule;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
const HOME: &str = env!("CARGO_PKG_REPOSITORY");
/// What must not stand as it is in the path of a URI.
const NOT_IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A log of one run of the tool; `rules` are those of which results may speak.
pub(super) fn log(rules: &[Rule], invocation: &Value, results: &Value) -> String {
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": driver(rules)},
            "invocations": [invocation],
            "results": results,
            "columnKind": "unicodeCodePoints",
        }],
    });
    format!("{log:#}\n")
}

fn driver(rules: &[Rule]) -> Value {
    let descriptor =
        |rule: &Rule| json!({"id": rule.name, "name": rule.name, "shortDescription": {"text": rule.explanation}});
    json!({
        "name": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "informationUri": HOME,
        "rules": rules.iter().map(descriptor).collect::<Value>(),
    })
}

/// A file.
pub(super) fn artifact(path: &str) -> Value {
    json!({"uri": utf8_percent_encode(path, NOT_IN_PATH).to_string()})
}

/// A place in a file, of which only the beginning is told.
pub(super) fn region(line: usize, column: usize) -> Value {
    json!({"startLine": line, "startColumn": column})
}

/// What makes a result the same one in another run.
pub(super) fn fingerprint(meaning: &Value) -> String {
    format!("{:032x}", xxh3_128(meaning.to_string().as_bytes()))
}
