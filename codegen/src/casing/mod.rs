//! Letter case: what the words of a wire name are in `snake_case`, `UpperCamelCase` and the like. Names of Rust are made of it.

mod cased;
mod signs;

use cased::{capitalized, capitals, small};

/// `snake_case`: modules, functions, fields. Empty if no letter or digit can stand in it.
#[must_use]
pub fn snake(wire: &str) -> String {
    // Most names of most APIs are, and there are ten thousands of them in a large one.
    if is_snake(wire) {
        return numbered(wire.to_owned(), 'n');
    }
    numbered(joined(&signs::spoken(wire), small), 'n')
}

/// The same of the name of a header. Its capitals mean nothing to HTTP, so where hyphens part it, they alone do:
/// `X-GitHub-Api-Version` is `x_github_api_version`.
#[must_use]
pub fn header(wire: &str) -> String {
    if wire.contains('-') { numbered(joined(&signs::spoken(wire).to_lowercase(), small), 'n') } else { snake(wire) }
}

/// `UpperCamelCase`: types and variants. Digits that something parts stay apart: `1.5` is not `15`.
#[must_use]
pub fn camel(wire: &str) -> String {
    let spoken = signs::spoken(wire);
    let mut name = String::with_capacity(spoken.len() + 1);
    let (mut start, mut last) = (0, ' ');
    let mut characters = spoken.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let is_sign = !character.is_alphanumeric();
        if is_sign && last.is_ascii_digit() && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit()) {
            cased::words(&spoken[start..at], |word| capitalized(&mut name, word));
            name.push('_');
            start = at + character.len_utf8();
        }
        last = character;
    }
    cased::words(&spoken[start..], |word| capitalized(&mut name, word));
    numbered(name, 'N')
}

/// `SCREAMING_SNAKE_CASE`: constants.
#[must_use]
pub fn screaming(wire: &str) -> String {
    numbered(joined(&signs::spoken(wire), capitals), 'N')
}

/// The words of a name with underscores between them, each as it is to be written.
fn joined(name: &str, add: fn(&mut String, &str)) -> String {
    let mut joined = String::with_capacity(name.len() + 4);
    cased::words(name, |word| {
        if !joined.is_empty() {
            joined.push('_');
        }
        add(&mut joined, word);
    });
    joined
}

/// Whether a name is in `snake_case` as it stands.
fn is_snake(wire: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9'));
    wire.split('_').all(is_word)
}

/// A name that does not begin with a digit: `n` for number. A leading underscore would tell readers, and lints, that the item
/// is unused.
fn numbered(mut name: String, number: char) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, number);
    }
    name
}
