//! Sentences of the tool's own behind a text that is as short as they are.

use super::normal::LONGEST_FIRST;

/// A text of one line and the sentences below it, if all of them together are a paragraph that is short enough to stand for the
/// whole in a list.
pub(super) fn joined(text: &str, below: &[String]) -> Option<String> {
    let sentences = below.chunks(2).map(|chunk| match chunk {
        [gap, said] if gap.is_empty() && is_sentence(said) => Some(said.as_str()),
        _ => None,
    });
    let sentences: Vec<&str> = sentences.collect::<Option<_>>()?;
    let joined = format!("{text} {}", sentences.join(" "));
    (is_sentence(text) && !sentences.is_empty() && joined.len() <= LONGEST_FIRST).then_some(joined)
}

/// Whether a line is words alone, neither a heading nor an item of a list nor the like.
fn is_sentence(line: &str) -> bool {
    line.ends_with('.') && line.starts_with(|first: char| first.is_alphabetic() || first == '`')
}
