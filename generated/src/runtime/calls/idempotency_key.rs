//! The keys by which a server knows the repetition of a request.

use bytes::Bytes;
use http::HeaderValue;

use crate::runtime::environment::Environment;

/// Where the two digits of each byte stand in a UUID; hyphens are between.
const DIGITS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/// A new random key: a UUID of version 4, as the API's documentation advises.
pub(crate) fn new_key(environment: &dyn Environment) -> HeaderValue {
    // Bytes with an owner are the cheapest to clone, and a key is in the request and in the record of the call.
    let text = Bytes::from_owner(uuid_text(environment.random()));
    HeaderValue::from_maybe_shared(text)
        .unwrap_or_else(|_| unreachable!("hexadecimal digits and hyphens stand in headers"))
}

/// Random bits in the form of a UUID: RFC 9562, section 5.4.
fn uuid_text(random: u128) -> [u8; 36] {
    let bits = random & !(0xf << 76) & !(0b11 << 62) | (0x4 << 76) | (0b10 << 62);
    let mut text = [b'-'; 36];
    for (byte, position) in bits.to_be_bytes().into_iter().zip(DIGITS) {
        text[position] = hexadecimal(byte >> 4);
        text[position + 1] = hexadecimal(byte & 0xf);
    }
    text
}

fn hexadecimal(digit: u8) -> u8 {
    b"0123456789abcdef"[usize::from(digit)]
}
