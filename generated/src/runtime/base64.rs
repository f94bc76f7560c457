//! Bytes as text, by Base64 of RFC 4648.

#![allow(dead_code, reason = "a crate may have no bytes, and be built without proxies")]

/// Sixty-four characters, each of which stands for six bits.
pub(crate) type Alphabet = [u8; 64];

pub(crate) const STANDARD: &Alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The one for URLs and the names of files.
pub(crate) const URL_SAFE: &Alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes, with padding.
pub(crate) fn encode(bytes: &[u8], alphabet: &Alphabet) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |index| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for (index, shift) in [18, 12, 6, 0].into_iter().enumerate() {
            let character = alphabet[(bits >> shift & 63) as usize];
            text.push(if index <= group.len() { char::from(character) } else { '=' });
        }
    }
    text
}

/// Reads a text in either alphabet, with or without its padding. Lines may end in it, as they do in mail. Bits that
/// belong to no byte must be 0.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let digits = text.trim_end_matches(['\r', '\n']).trim_end_matches('=');
    let padding = text.bytes().filter(|byte| *byte == b'=').count();
    let mut bytes = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    let (mut bits, mut count) = (0_u32, 0_usize);
    for byte in digits.bytes().filter(|byte| !matches!(byte, b'\r' | b'\n')) {
        bits = bits << 6 | u32::from(six_bits(byte)?);
        count += 1;
        if count % 4 == 0 {
            bytes.extend_from_slice(&bits.to_be_bytes()[1..]);
            bits = 0;
        }
    }
    let (rest, length) = match count % 4 {
        0 => (0, 0),
        2 => (bits << 12, 1),
        3 => (bits << 6, 2),
        _ => return None,
    };
    let [_, rest @ ..] = rest.to_be_bytes();
    let (whole, lost) = rest.split_at(length);
    bytes.extend_from_slice(whole);
    let is_padded = padding == 0 || (count + padding) % 4 == 0 && padding < 3;
    (is_padded && lost.iter().all(|byte| *byte == 0)).then_some(bytes)
}

fn six_bits(character: u8) -> Option<u8> {
    match character {
        b'A'..=b'Z' => Some(character - b'A'),
        b'a'..=b'z' => Some(character - b'a' + 26),
        b'0'..=b'9' => Some(character - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}
