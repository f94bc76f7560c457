//! Letter case: what the words of a wire name are in `snake_case`, `UpperCamelCase` and the like. Names of Rust are made of it.

mod signs;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// `snake_case`: modules, functions, fields. Empty if no letter or digit can stand in it.
#[must_use]
pub fn snake(wire: &str) -> String {
    // Most names of most APIs are, and there are ten thousands of them in a large one.
    if is_snake(wire) {
        return numbered(wire.to_owned(), 'n');
    }
    numbered(signs::spoken(wire).to_snake_case(), 'n')
}

/// The same of the name of a header. Its capitals mean nothing to HTTP, so where hyphens part it, they alone do:
/// `X-GitHub-Api-Version` is `x_github_api_version`.
#[must_use]
pub fn header(wire: &str) -> String {
    if wire.contains('-') { numbered(signs::spoken(wire).to_lowercase().to_snake_case(), 'n') } else { snake(wire) }
}

/// `UpperCamelCase`: types and variants. Digits that something parts stay apart: `1.5` is not `15`.
#[must_use]
pub fn camel(wire: &str) -> String {
    let spoken = signs::spoken(wire);
    let mut parts = vec![String::new()];
    let mut characters = spoken.chars().peekable();
    let mut last = ' ';
    while let Some(character) = characters.next() {
        let is_sign = !character.is_alphanumeric();
        if is_sign && last.is_ascii_digit() && characters.peek().is_some_and(char::is_ascii_digit) {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(character);
        }
        last = character;
    }
    numbered(parts.iter().map(|part| part.to_upper_camel_case()).collect::<Vec<_>>().join("_"), 'N')
}

/// `SCREAMING_SNAKE_CASE`: constants.
#[must_use]
pub fn screaming(wire: &str) -> String {
    numbered(signs::spoken(wire).to_shouty_snake_case(), 'N')
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
