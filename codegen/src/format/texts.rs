//! Texts: without quotes where they are the same without, else in double quotes, or in single ones where there is less to escape.

use std::fmt::Write;

use crate::diag::is_hidden;
use crate::yaml::looks_like;

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// On a line of its own, or behind its key.
    Block,
    /// In brackets.
    Flow,
}

/// Signs with which something else than a text begins.
const BEGINNINGS: &str = ",[]{}#&*!|>'\"%@`";
/// Signs that end a text in brackets.
const BRACKETS: &str = ",[]{}";

/// A text on one line.
pub(super) fn line(text: &str, place: Place) -> String {
    if is_plain(text, place) {
        return text.to_owned();
    }
    let is_simple = text.chars().all(|character| is_visible(character) || character == ' ');
    if is_simple && text.contains(['"', '\\']) && !text.contains('\'') {
        return format!("'{text}'");
    }
    quoted(text)
}

/// The sign and the lines of a text of several lines, if it can stand so.
pub(super) fn block(text: &str) -> Option<(&'static str, Vec<&str>)> {
    let body = text.trim_end_matches('\n');
    let sign = match text.len() - body.len() {
        0 => "|-",
        1 => "|",
        _ => return None,
    };
    let is_fit = |character: char| is_visible(character) || matches!(character, ' ' | '\n');
    // Spaces at the beginning would be taken for indentation.
    let begins_deeper = body.trim_start_matches('\n').starts_with(' ');
    let has_bare_spaces = body.lines().any(|line| !line.is_empty() && line.trim().is_empty());
    let is_block = text.contains('\n') && !body.is_empty() && body.chars().all(is_fit);
    (is_block && !begins_deeper && !has_bare_spaces).then(|| (sign, body.split('\n').collect()))
}

/// Whether a text is the same without quotes.
fn is_plain(text: &str, place: Place) -> bool {
    let mut characters = text.chars();
    let (Some(first), second) = (characters.next(), characters.next()) else { return false };
    let is_sign = matches!(first, '-' | '?' | ':') && second.is_none_or(|second| !second.is_alphanumeric());
    let is_cut = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let is_bracketed = place == Place::Flow
        && (text.contains(|sign| BRACKETS.contains(sign)) || text.contains(":\"") || text.contains(":'"));
    let is_marker = text.starts_with("---") || text.starts_with("...") || text == "<<";
    !BEGINNINGS.contains(first)
        && !is_sign
        && !is_cut
        && !is_bracketed
        && !is_marker
        && text.trim() == text
        && looks_like(text).is_none()
        && text.chars().all(|character| is_visible(character) || character == ' ')
}

/// Whether a character is one that readers see, and that no reader of YAML takes for an end of a line.
fn is_visible(character: char) -> bool {
    !is_hidden(character) && !character.is_whitespace()
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            ' ' => quoted.push(' '),
            visible if is_visible(visible) => quoted.push(visible),
            other => {
                // Writing to a `String` cannot fail.
                let _ = match u32::from(other) {
                    code @ ..=0xFF => write!(quoted, "\\x{code:02x}"),
                    code @ ..=0xFFFF => write!(quoted, "\\u{code:04x}"),
                    code => write!(quoted, "\\U{code:08x}"),
                };
            }
        }
    }
    quoted.push('"');
    quoted
}
