//! Texts of JSON, and what their escapes stand for.

use std::ops::Range;

/// The length of `\uXXXX`.
const UNIT: usize = 6;

/// A text of JSON.
#[derive(Default)]
pub(super) struct JsonText {
    pub(super) text: String,
    /// Whether a line break or tab stands in it, which JSON would have as an escape.
    pub(super) is_raw: bool,
    /// Whether it had half of a surrogate pair, which no text can hold.
    pub(super) is_halved: bool,
}

/// Why something is not JSON, and where.
pub(super) struct Wrong {
    pub(super) bytes: Range<usize>,
    pub(super) what: &'static str,
    pub(super) help: &'static str,
}

/// The text whose first quote is at `start`, and where it ends.
pub(super) fn read(json: &str, start: usize) -> Result<(JsonText, usize), Wrong> {
    let mut read = JsonText::default();
    let mut at = start + 1;
    loop {
        let plain = json.as_bytes()[at..].iter().take_while(|byte| !matches!(byte, b'"' | b'\\' | 0..b' ')).count();
        read.text.push_str(&json[at..at + plain]);
        at += plain;
        match json.as_bytes().get(at) {
            None => {
                let what = "a text has no end";
                return Err(Wrong { bytes: start..start + 1, what, help: "close the quotes" });
            }
            Some(b'"') => return Ok((read, at + 1)),
            Some(b'\\') => at += read.escape(json, at)?,
            Some(_) => {
                read.is_raw = true;
                read.text.push_str(&json[at..=at]);
                at += 1;
            }
        }
    }
}

impl JsonText {
    /// Adds what an escape stands for, and gives its length.
    fn escape(&mut self, json: &str, at: usize) -> Result<usize, Wrong> {
        let character = match json.as_bytes().get(at + 1) {
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{C}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(*sign),
            Some(b'u') => return self.unicode(json, at),
            _ => return Err(wrong_escape(at)),
        };
        self.text.push(character);
        Ok(2)
    }

    /// Adds the character that `\uXXXX` stands for, or two of these in a row, and gives their length.
    fn unicode(&mut self, json: &str, at: usize) -> Result<usize, Wrong> {
        let first = unit(json, at).ok_or_else(|| wrong_escape(at))?;
        let second = unit(json, at + UNIT).unwrap_or_default();
        let character = char::decode_utf16([first, second]).next().and_then(Result::ok);
        self.is_halved |= character.is_none();
        let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
        self.text.push(character);
        Ok(UNIT * character.len_utf16())
    }
}

/// The unit of UTF-16 that is written as `\uXXXX`.
fn unit(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + UNIT)?.strip_prefix("\\u")?;
    let is_hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u16::from_str_radix(digits, 16).ok().filter(|_| is_hexadecimal)
}

fn wrong_escape(at: usize) -> Wrong {
    let help = r#"write `\\` for a backslash; the others are `\"`, `\/`, `\b`, `\f`, `\n`, `\r`, `\t` and `\uXXXX`"#;
    Wrong { bytes: at..at + 1, what: "an escape is none of JSON", help }
}
