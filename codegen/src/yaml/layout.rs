//! Where blocks begin and end. The parser tells where their content is; their signs are for the place as well.

use std::ops::Range;

/// The place of a block scalar whose content is known, with its `|` or `>`, which comes after what was read before.
pub(super) fn block_scalar(text: &str, before: usize, content: Range<usize>, value: &str) -> Range<usize> {
    let start = first(text, before..content.start, b"|>").unwrap_or(content.start);
    let written = text.get(content.clone()).unwrap_or_default();
    // Empty lines at the end belong to it only if they are kept.
    let is_kept = value.ends_with("\n\n") || value == "\n";
    let end = if is_kept { content.end } else { content.start + written.trim_end_matches(['\n', '\r']).len() };
    start..end.max(start)
}

/// The first `-` of a block list whose first item is known; it comes after what was read before.
pub(super) fn block_list(text: &str, before: usize, item: usize) -> Range<usize> {
    first(text, before..item + 1, b"-").map_or(item..item, |dash| dash..dash + 1)
}

/// Where a key ends that no value follows: after its `:`, if it has one.
pub(super) fn bare_key(text: &str, key: usize) -> usize {
    let rest = text.get(key..).unwrap_or_default();
    let gap = rest.len() - skipped(rest).len();
    if rest[gap..].starts_with(':') { key + gap + 1 } else { key }
}

/// A text without the white space and comments at its beginning.
fn skipped(text: &str) -> &str {
    let mut rest = text.trim_start();
    while rest.starts_with('#') {
        rest = rest.split_once('\n').map_or("", |(_, after)| after).trim_start();
    }
    rest
}

/// Where the first of some signs is, between two nodes. Comments, anchors and tags are passed over.
fn first(text: &str, between: Range<usize>, signs: &[u8]) -> Option<usize> {
    let bytes = text.as_bytes().get(..between.end.min(text.len()))?;
    let mut at = between.start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            byte if signs.contains(byte) => return Some(at),
            b'#' => at = after(bytes, at, |byte| byte == b'\n'),
            b'&' | b'!' => at = after(bytes, at, |byte| byte.is_ascii_whitespace()),
            _ => at += 1,
        }
    }
    None
}

/// Where the first byte of some kind is, or the end.
fn after(bytes: &[u8], from: usize, is_last: impl Fn(u8) -> bool) -> usize {
    from + bytes[from..].iter().take_while(|byte| !is_last(**byte)).count()
}
