//! Languages of code blocks: rustdoc compiles and runs what it takes for Rust, and a description is no program.

/// The language of what is only shown.
pub(crate) const TEXT: &str = "text";

/// How words begin, without hyphens and underscores, by which rustdoc is told what to do with code.
const MEANT_FOR_RUSTDOC: &[&str] =
    &["rust", "ignore", "edition", "custom", "standalone", "compilefail", "shouldpanic", "norun", "testharness"];

/// The language that a code block names, or one that makes nothing of it.
///
/// Whatever rustdoc may learn to take for an order has hyphens or underscores, or is the code of an error.
pub(crate) fn harmless(info: &str) -> &str {
    let word = info.split([' ', ',', '\t']).next().unwrap_or_default();
    let is_language = word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#'));
    let lower = word.to_ascii_lowercase();
    let is_error_code = lower.trim_end_matches(|c: char| c.is_ascii_digit()) == "e";
    let is_order = is_error_code || MEANT_FOR_RUSTDOC.iter().any(|order| lower.starts_with(order));
    if is_language && !is_order { word } else { TEXT }
}
