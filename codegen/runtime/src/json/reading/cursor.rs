//! Walks through a JSON text from its beginning to its end, once, and copies nothing of it.
//!
//! It takes the same texts as `serde_json` does, which is asked where one is refused: it says why, and where.

use std::borrow::Cow;

use crate::runtime::json::decode_error::Failed;
use crate::runtime::json::scalar::Token;

/// What a part of a document is, as far as scalars are concerned.
pub(super) enum Part<'j> {
    Token(Token<'j>),
    /// A text with an escape that stands for half of a character.
    Broken,
    List,
    Object,
}

/// What a part of a document is, whose syntax has been checked.
pub(super) fn token(part: &str) -> Part<'_> {
    Cursor::new(part).token().unwrap_or(Part::Broken)
}

/// A place in a JSON text.
pub(super) struct Cursor<'j> {
    text: &'j str,
    at: usize,
}

impl<'j> Cursor<'j> {
    pub(super) fn new(text: &'j str) -> Self {
        Self { text, at: 0 }
    }

    /// The first byte of what comes next.
    pub(super) fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(self.at) {
            self.at += 1;
        }
        bytes.get(self.at).copied()
    }

    /// Goes behind this byte, if it comes next.
    pub(super) fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    /// Goes into an array or object, and says whether there is anything in it.
    pub(super) fn enters(&mut self, start: u8, end: u8) -> Result<bool, Failed> {
        if self.take(start) { Ok(!self.take(end)) } else { Err(Failed) }
    }

    /// Goes behind a comma, or else behind the end of the array or object, and says whether there is more in it.
    pub(super) fn goes_on(&mut self, end: u8) -> Result<bool, Failed> {
        if self.take(b',') {
            return Ok(true);
        }
        if self.take(end) { Ok(false) } else { Err(Failed) }
    }

    /// The value that comes next: a text mostly has no escapes and is not copied then.
    pub(super) fn token(&mut self) -> Result<Part<'j>, Failed> {
        let first = self.peek();
        let start = self.at;
        Ok(Part::Token(match first {
            Some(b'"') => {
                let has_escapes = self.pass_text()?;
                let json = &self.text[start..self.at];
                match if has_escapes { unescaped(json) } else { Ok(json[1..json.len() - 1].into()) } {
                    Ok(text) => Token::Text(text),
                    Err(Failed) => return Ok(Part::Broken),
                }
            }
            Some(b'-' | b'0'..=b'9') => {
                self.pass_number()?;
                Token::Number(self.text[start..self.at].into())
            }
            _ => {
                self.pass_value()?;
                match first {
                    Some(b'[') => return Ok(Part::List),
                    Some(b'{') => return Ok(Part::Object),
                    Some(b't') => Token::Boolean(true),
                    Some(b'f') => Token::Boolean(false),
                    _ => Token::Null,
                }
            }
        }))
    }

    /// The name of a member.
    pub(super) fn name(&mut self) -> Result<Cow<'j, str>, Failed> {
        let (json, has_escapes) = self.pass_name()?;
        if has_escapes { unescaped(json) } else { Ok(json[1..json.len() - 1].into()) }
    }

    /// Goes behind what stands between the name and the value of a member.
    pub(super) fn colon(&mut self) -> Result<(), Failed> {
        if self.take(b':') { Ok(()) } else { Err(Failed) }
    }

    /// The value that comes next, as it stands there.
    pub(super) fn value(&mut self) -> Result<&'j str, Failed> {
        self.peek();
        let start = self.at;
        self.pass_value()?;
        Ok(&self.text[start..self.at])
    }

    /// The items of an array, as they stand there.
    pub(super) fn items(mut self) -> Result<Vec<&'j str>, Failed> {
        let mut items = Vec::new();
        let mut has_more = self.enters(b'[', b']')?;
        while has_more {
            items.push(self.value()?);
            has_more = self.goes_on(b']')?;
        }
        Ok(items)
    }

    /// The members of an object, as they stand there.
    pub(super) fn members(mut self) -> Result<Vec<(Cow<'j, str>, &'j str)>, Failed> {
        let mut members = Vec::new();
        let mut has_more = self.enters(b'{', b'}')?;
        while has_more {
            let name = self.name()?;
            self.colon()?;
            members.push((name, self.value()?));
            has_more = self.goes_on(b'}')?;
        }
        Ok(members)
    }

    /// Goes behind a value, however deep it is.
    fn pass_value(&mut self) -> Result<(), Failed> {
        // The ends of the arrays and objects that it is in.
        let mut ends = Vec::new();
        loop {
            match self.peek().ok_or(Failed)? {
                b'"' => _ = self.pass_text()?,
                b'-' | b'0'..=b'9' => self.pass_number()?,
                b't' => self.pass_word("true")?,
                b'f' => self.pass_word("false")?,
                b'n' => self.pass_word("null")?,
                b'[' => {
                    if self.enters(b'[', b']')? {
                        ends.push(b']');
                        continue;
                    }
                }
                b'{' => {
                    if self.enters(b'{', b'}')? {
                        self.pass_name()?;
                        self.colon()?;
                        ends.push(b'}');
                        continue;
                    }
                }
                _ => return Err(Failed),
            }
            loop {
                let Some(&end) = ends.last() else { return Ok(()) };
                if self.goes_on(end)? {
                    if end == b'}' {
                        self.pass_name()?;
                        self.colon()?;
                    }
                    break;
                }
                ends.pop();
            }
        }
    }

    /// Goes behind the name of a member, and gives it as it stands there, and whether there are escapes in it.
    fn pass_name(&mut self) -> Result<(&'j str, bool), Failed> {
        if self.peek() != Some(b'"') {
            return Err(Failed);
        }
        let start = self.at;
        let has_escapes = self.pass_text()?;
        let json = &self.text[start..self.at];
        Ok((json, has_escapes))
    }

    fn pass_word(&mut self, word: &str) -> Result<(), Failed> {
        let is_next = self.rest().starts_with(word.as_bytes());
        self.at += word.len();
        if is_next { Ok(()) } else { Err(Failed) }
    }

    /// Goes behind a text, and says whether there are escapes in it.
    fn pass_text(&mut self) -> Result<bool, Failed> {
        self.at += 1;
        let mut has_escapes = false;
        loop {
            self.at += plain_length(self.rest());
            match self.rest() {
                [b'"', ..] => {
                    self.at += 1;
                    return Ok(has_escapes);
                }
                [b'\\', b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't', ..] => self.at += 2,
                [b'\\', b'u', digits @ ..]
                    if digits.iter().take_while(|digit| digit.is_ascii_hexdigit()).count() >= 4 =>
                {
                    self.at += 6;
                }
                _ => return Err(Failed),
            }
            has_escapes = true;
        }
    }

    fn pass_number(&mut self) -> Result<(), Failed> {
        self.pass_one_of(b"-");
        if !self.pass_one_of(b"0") {
            self.pass_digits()?;
        }
        if self.pass_one_of(b".") {
            self.pass_digits()?;
        }
        if self.pass_one_of(b"eE") {
            self.pass_one_of(b"+-");
            self.pass_digits()?;
        }
        Ok(())
    }

    fn pass_one_of(&mut self, bytes: &[u8]) -> bool {
        let is_next = self.rest().first().is_some_and(|first| bytes.contains(first));
        self.at += usize::from(is_next);
        is_next
    }

    fn pass_digits(&mut self) -> Result<(), Failed> {
        let digits = self.rest().iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += digits;
        if digits > 0 { Ok(()) } else { Err(Failed) }
    }

    fn rest(&self) -> &'j [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }
}

/// The text that a JSON string with escapes stands for.
fn unescaped(json: &str) -> Result<Cow<'_, str>, Failed> {
    serde_json::from_str::<String>(json).map(Cow::from).map_err(|_| Failed)
}

/// How many bytes come before a quote, a backslash or a control character. Eight are looked at in one step.
fn plain_length(bytes: &[u8]) -> usize {
    let mut length = 0;
    while let Some(eight) = bytes[length..].first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        let quotes = less_than(eight ^ each(b'"'), 1);
        let backslashes = less_than(eight ^ each(b'\\'), 1);
        let found = quotes | backslashes | less_than(eight, b' ');
        if found != 0 {
            // The lowest bit that is set is right; above it, a borrow may have set others.
            return length + usize::try_from(found.trailing_zeros() / 8).unwrap_or_default();
        }
        length += 8;
    }
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..b' ');
    length + bytes[length..].iter().take_while(|byte| !is_special(byte)).count()
}

/// The same byte eight times.
const fn each(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// Sets the highest bit of each byte that is less than a limit, which is at most 128.
const fn less_than(eight: u64, limit: u8) -> u64 {
    eight.wrapping_sub(each(limit)) & !eight & each(0x80)
}
