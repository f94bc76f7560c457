//! Tries texts against the regular expression of a `pattern`.
//!
//! Patterns are written as JSON Schema has them, in the language of JavaScript. What Rust's parser reads means the same, but
//! for letters and digits beyond ASCII, which it counts as such; what it does not read, such as a look-ahead, cannot be tried.

use std::collections::BTreeSet;

use regex_syntax::{
    Parser,
    hir::{Class, Hir, HirKind, Look, Repetition},
};

/// A regular expression.
pub(crate) struct Pattern(Hir);

impl Pattern {
    /// The expression that a text is, or why it cannot be read.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        Parser::new().parse(text).map(Self).map_err(|error| match error {
            regex_syntax::Error::Parse(error) => error.kind().to_string(),
            regex_syntax::Error::Translate(error) => error.kind().to_string(),
            error => error.to_string(),
        })
    }

    /// Whether a text matches anywhere.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let everywhere = text.char_indices().map(|(index, _)| index).chain([text.len()]).collect();
        !ends(&self.0, text, &everywhere).is_empty()
    }
}

/// Where matches of an expression end that begin at some places of a text.
fn ends(expression: &Hir, text: &str, starts: &BTreeSet<usize>) -> BTreeSet<usize> {
    if starts.is_empty() {
        return BTreeSet::new();
    }
    match expression.kind() {
        HirKind::Empty => starts.clone(),
        HirKind::Literal(literal) => {
            let follows = |start: &&usize| text.as_bytes()[**start..].starts_with(&literal.0);
            starts.iter().filter(follows).map(|start| start + literal.0.len()).collect()
        }
        HirKind::Class(class) => starts.iter().filter_map(|start| step(class, text, *start)).collect(),
        HirKind::Look(look) => starts.iter().copied().filter(|start| holds(*look, text, *start)).collect(),
        HirKind::Repetition(repetition) => repeated(repetition, text, starts),
        HirKind::Capture(capture) => ends(&capture.sub, text, starts),
        HirKind::Concat(parts) => parts.iter().fold(starts.clone(), |starts, part| ends(part, text, &starts)),
        HirKind::Alternation(choices) => choices.iter().flat_map(|choice| ends(choice, text, starts)).collect(),
    }
}

/// Repeats an expression until there is nothing new.
fn repeated(Repetition { min, max, sub, .. }: &Repetition, text: &str, starts: &BTreeSet<usize>) -> BTreeSet<usize> {
    let mut reached = starts.clone();
    let mut found = if *min == 0 { starts.clone() } else { BTreeSet::new() };
    for count in 1..=max.unwrap_or(u32::MAX) {
        let next = ends(sub, text, &reached);
        // All further rounds would end where this one does.
        let is_last = next.is_empty() || next == reached;
        if count >= *min || is_last {
            found.extend(&next);
        }
        if is_last {
            break;
        }
        reached = next;
    }
    found
}

/// Where the character at a place ends, if it is one of a class.
fn step(class: &Class, text: &str, start: usize) -> Option<usize> {
    let character = text[start..].chars().next()?;
    let is_in = match class {
        Class::Unicode(class) => class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&character)),
        Class::Bytes(class) => u8::try_from(character).is_ok_and(|byte| {
            byte.is_ascii() && class.ranges().iter().any(|range| (range.start()..=range.end()).contains(&byte))
        }),
    };
    is_in.then(|| start + character.len_utf8())
}

/// Whether something holds at a place of a text.
fn holds(look: Look, text: &str, place: usize) -> bool {
    let is_word = |character: char| character == '_' || character.is_ascii_alphanumeric();
    let before = text[..place].chars().next_back();
    let after = text[place..].chars().next();
    let at_word_edge = before.is_some_and(is_word) != after.is_some_and(is_word);
    match look {
        Look::Start => before.is_none(),
        Look::End => after.is_none(),
        Look::StartLF | Look::StartCRLF => before.is_none_or(|before| before == '\n'),
        Look::EndLF | Look::EndCRLF => after.is_none_or(|after| after == '\n'),
        Look::WordAsciiNegate | Look::WordUnicodeNegate => !at_word_edge,
        Look::WordAscii | Look::WordUnicode => at_word_edge,
        Look::WordStartAscii | Look::WordStartUnicode => at_word_edge && after.is_some_and(is_word),
        Look::WordEndAscii | Look::WordEndUnicode => at_word_edge && before.is_some_and(is_word),
        Look::WordStartHalfAscii | Look::WordStartHalfUnicode => !before.is_some_and(is_word),
        Look::WordEndHalfAscii | Look::WordEndHalfUnicode => !after.is_some_and(is_word),
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_pattern_matches_somewhere_in_a_text() {
        let cases: [(&str, &[&str], &[&str]); 12] = [
            ("b", &["abc", "b"], &["", "ac"]),
            ("^b$", &["b"], &["ab", "bc", "b\nb"]),
            ("^[a-z]{2,3}$", &["ab", "abc"], &["a", "abcd", "aB"]),
            (r"^\d{4}-\d{2}$", &["2025-01"], &["2025-1", "20250-01"]),
            ("^(ab|a)*c$", &["c", "aabac"], &["abb", "bc"]),
            ("^a?b+$", &["b", "abb"], &["aab", "a"]),
            (r"\bat\b", &["look at me", "at"], &["cat", "ate"]),
            (r"^[^\s/]+$", &["ä-b"], &["a b", "a/b"]),
            (r"^\/v1\/", &["/v1/x"], &["v1/x"]),
            ("^(a{2}){2}$", &["aaaa"], &["aa", "aaaaaa"]),
            ("^((a*)*)*$", &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"], &["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"]),
            ("^(a?){1000000}b$", &["b", "aab"], &["aa"]),
        ];
        for (pattern, matching, others) in cases {
            let read = Pattern::parse(pattern).unwrap();
            for (texts, is_matching) in [(matching, true), (others, false)] {
                let wrong: Vec<_> = texts.iter().filter(|text| read.is_in(text) != is_matching).collect();
                assert!(wrong.is_empty(), "{pattern} should match: {is_matching}, but not so {wrong:?}");
            }
        }
    }

    #[test]
    fn what_rust_does_not_read_is_said() {
        for pattern in ["^(?!a)", r"(a)\1", "(a", "[", "a{2,1}"] {
            assert!(!Pattern::parse(pattern).err().unwrap_or_default().is_empty(), "{pattern}");
        }
    }
}
