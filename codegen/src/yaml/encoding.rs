//! Bytes to text: UTF-8, or UTF-16 as some editors write it.

use crate::diag::{Diagnostic, Diagnostics, Span};

/// The text of a published document, in UTF-8 or UTF-16, without a byte order mark.
///
/// Bytes that are no text are a fault, which names the first of them. In the text they are U+FFFD, so that the place can
/// be shown.
#[must_use]
pub fn decode(bytes: Vec<u8>, file: usize, diagnostics: &mut Diagnostics) -> String {
    let Decoded { text, encoding, wrong } = match bytes.as_slice() {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, 2, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, 2, u16::from_le_bytes),
        // Without a mark, the zero beside the first character tells: both JSON and YAML begin in ASCII.
        [0, 1..=u8::MAX, ..] => utf16(&bytes, 0, u16::from_be_bytes),
        [1..=u8::MAX, 0, ..] => utf16(&bytes, 0, u16::from_le_bytes),
        _ => utf8(bytes),
    };
    if let Some((byte, place)) = wrong {
        let span = Span { file, bytes: place..place + char::REPLACEMENT_CHARACTER.len_utf8() };
        let message = format!("this is not {encoding}: byte {byte} belongs to no character");
        let fault = Diagnostic::new("yaml-syntax", message, &span, "here");
        diagnostics.push(fault.help("save the file as UTF-8"));
    }
    text
}

/// What bytes say.
struct Decoded {
    text: String,
    encoding: &'static str,
    /// The first byte that is no text, counted from 0, and its place in the text.
    wrong: Option<(usize, usize)>,
}

fn utf8(mut bytes: Vec<u8>) -> Decoded {
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    bytes.drain(..mark);
    let (text, wrong) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let place = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some((mark + place, place)))
        }
    };
    Decoded { text, encoding: "UTF-8", wrong }
}

/// Decodes what comes after so many bytes, of two bytes each.
fn utf16(bytes: &[u8], before: usize, unit: fn([u8; 2]) -> u16) -> Decoded {
    let (units, odd) = bytes.as_chunks();
    let mut decoded = Decoded { text: String::with_capacity(bytes.len()), encoding: "UTF-16", wrong: None };
    let mut at = before;
    let characters = char::decode_utf16(units.iter().copied().map(unit)).map(Result::ok);
    // A single byte at the end is half a unit.
    for character in characters.chain(odd.iter().map(|_| None)) {
        if character.is_none() {
            decoded.wrong.get_or_insert((at, decoded.text.len()));
        }
        let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
        decoded.text.push(character);
        at += 2 * character.len_utf16();
    }
    decoded
}
