//! The tokens of JSON.

use std::ops::Range;

use super::{
    json_text::{self, JsonText, Wrong},
    node::Value,
    scalar::{self, Plain},
    tree::Kind,
};

/// What editors of some systems put in front of a text.
pub(super) const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// What may stand between tokens.
pub(super) const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// A token of JSON.
pub(super) enum Token {
    Open(Kind),
    Close(Kind),
    Comma,
    Colon,
    Text(JsonText),
    /// A number, `true`, `false` or `null`.
    Scalar(Value),
    /// The end of the text.
    End,
}

/// The tokens of a text, each with its bytes.
pub(super) struct Tokens<'a> {
    text: &'a str,
    /// How far it is read.
    read: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, read: if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 } }
    }

    /// The next token.
    pub(super) fn next(&mut self) -> Result<(Token, Range<usize>), Wrong> {
        let rest = self.text[self.read..].trim_start_matches(WHITE_SPACE);
        let start = self.text.len() - rest.len();
        let (token, length) = match rest.as_bytes().first() {
            None => (Token::End, 0),
            Some(b'{') => (Token::Open(Kind::Mapping), 1),
            Some(b'}') => (Token::Close(Kind::Mapping), 1),
            Some(b'[') => (Token::Open(Kind::List), 1),
            Some(b']') => (Token::Close(Kind::List), 1),
            Some(b',') => (Token::Comma, 1),
            Some(b':') => (Token::Colon, 1),
            Some(b'"') => {
                let (text, end) = json_text::read(self.text, start)?;
                (Token::Text(text), end - start)
            }
            Some(_) => scalar(rest).ok_or_else(|| no_token(start, rest))?,
        };
        self.read = start + length;
        Ok((token, start..self.read))
    }
}

/// The number or word at the beginning of a text, and its length.
fn scalar(rest: &str) -> Option<(Token, usize)> {
    let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte)).count();
    let value = match (&rest[..length], scalar::plain(&rest[..length])) {
        ("null", _) => Value::Null,
        ("true", _) => Value::Boolean(true),
        ("false", _) => Value::Boolean(false),
        // YAML has more ways to write a number.
        (written, Plain::Number(number)) if number.as_str() == written => Value::Number(number),
        _ => return None,
    };
    Some((Token::Scalar(value), length))
}

fn no_token(start: usize, rest: &str) -> Wrong {
    let length = rest.chars().next().map_or(0, char::len_utf8);
    let what = "neither a value nor one of `{}[],:`";
    Wrong { bytes: start..start + length, what, help: "put texts and keys in double quotes, and remove comments" }
}
