//! Names and values of a query.

use crate::runtime::formats::percent::push_encoded;

/// Appends a name and a value that are encoded.
pub(super) fn push_pair(url: &mut String, name: &str, value: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    url.extend([name, "=", value]);
}

pub(super) fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    push_encoded(&mut encoded, text);
    encoded
}
