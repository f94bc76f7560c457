//! What names may look like, in the description and in Rust.

use crate::diag::is_hidden;

/// What a name must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameRule {
    /// Any text that fits on a line: it is quoted wherever it is used.
    Wire,
    /// The same, and the empty text.
    Text,
    /// `BillingIntent`
    Camel,
    /// `billing_intent`
    Snake,
    /// `petId`: letters, digits and underscores.
    Identifier,
}

impl NameRule {
    /// Whether a name looks so.
    pub(super) fn accepts(self, name: &str) -> bool {
        let is_word = |word: &str| !word.is_empty() && word.bytes().all(is_lower_or_digit);
        match self {
            Self::Wire => !name.is_empty() && Self::Text.accepts(name),
            Self::Text => !name.chars().any(is_hidden),
            Self::Camel => starts_with(name, |byte| byte.is_ascii_uppercase()) && is_alphanumeric(name),
            Self::Snake => starts_with(name, |byte| byte.is_ascii_lowercase()) && name.split('_').all(is_word),
            Self::Identifier => {
                starts_with(name, |byte| byte.is_ascii_alphabetic()) && is_alphanumeric(&name.replace('_', ""))
            }
        }
    }

    /// What to write.
    pub(super) fn help(self) -> &'static str {
        match self {
            Self::Wire => "write one character or more on one line, without control characters and invisible ones",
            Self::Text => "write it on one line, without control characters and invisible ones",
            Self::Camel => "write it in upper camel case, such as `BillingIntent`: letters and digits of ASCII",
            Self::Snake => {
                "write it in snake case, such as `billing_intents`: lower-case letters and digits of ASCII, and single \
                 underscores"
            }
            Self::Identifier => "write it as an identifier: letters and digits of ASCII, and underscores",
        }
    }
}

fn starts_with(name: &str, is: impl Fn(u8) -> bool) -> bool {
    name.bytes().next().is_some_and(is)
}

fn is_alphanumeric(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_lower_or_digit(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// Whether Rust takes a name as it stands. A word of Rust may be had with an underscore at its end.
pub(super) fn is_rust_name(name: &str, rule: NameRule) -> bool {
    rule.accepts(name.strip_suffix('_').unwrap_or(name)) && !KEYWORDS.contains(&name)
}

/// The words that Rust keeps for itself, in any edition.
pub(crate) const KEYWORDS: [&str; 52] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "Self", "static", "struct", "super", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];
