//! Forms as the client libraries of the service make them, built anew from what is known of them: first the names and
//! values of all pairs, then their encoding.

use std::fmt::Write;

use serde_json::Value;

/// The form of a JSON object; brackets in names stay as they are, or are encoded as everything else is.
pub(crate) fn form(object: &Value, keeps_brackets: bool) -> String {
    let mut pairs = Vec::new();
    for (name, value) in object.as_object().unwrap() {
        flatten(name, value, &mut pairs);
    }
    let encoded: Vec<String> =
        pairs.iter().map(|(name, value)| format!("{}={}", quote(name, keeps_brackets), quote(value, false))).collect();
    encoded.join("&")
}

/// `null`, and what holds nothing, is an empty text; members and items get names in brackets.
fn flatten(name: &str, value: &Value, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Null => pairs.push((name.to_owned(), String::new())),
        Value::Object(members) if members.is_empty() => pairs.push((name.to_owned(), String::new())),
        Value::Array(items) if items.is_empty() => pairs.push((name.to_owned(), String::new())),
        Value::Object(members) => {
            members.iter().for_each(|(member, value)| flatten(&format!("{name}[{member}]"), value, pairs));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| flatten(&format!("{name}[{index}]"), item, pairs));
        }
        Value::String(text) => pairs.push((name.to_owned(), text.clone())),
        Value::Bool(_) | Value::Number(_) => pairs.push((name.to_owned(), value.to_string())),
    }
}

/// What Python calls `quote_plus`.
fn quote(text: &str, keeps_brackets: bool) -> String {
    let mut quoted = String::new();
    for byte in text.bytes() {
        match byte {
            b' ' => quoted.push('+'),
            b'[' | b']' if keeps_brackets => quoted.push(byte.into()),
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.' | b'-' | b'~' => quoted.push(byte.into()),
            _ => write!(quoted, "%{byte:02X}").unwrap(),
        }
    }
    quoted
}
