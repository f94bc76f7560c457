//! Texts as YAML writes them on one line.

use super::scalar::looks_like;
use crate::diag::is_hidden;

/// A text as a key or value in block style: without quotes where these change nothing.
#[must_use]
pub fn quoted(text: &str) -> String {
    let is_start = |first: char| first.is_ascii_alphanumeric() || matches!(first, '/' | '_' | '.');
    let is_plain = text.starts_with(is_start)
        && looks_like(text).is_none()
        && !text.contains(is_hidden)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([':', ' ']);
    if is_plain {
        return text.to_owned();
    }
    let escaped = |character: char| match character {
        '"' | '\\' => format!("\\{character}"),
        '\n' => "\\n".to_owned(),
        hidden if is_hidden(hidden) => format!("\\U{:08X}", u32::from(hidden)),
        seen => seen.to_string(),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}
