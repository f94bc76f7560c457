//! Bytes to text.

use clientsmith::{diag::Diagnostics, yaml};

const TEXT: &str = "a: é🦀\n";

/// The text, and what is said of the first fault.
fn decode(bytes: &[u8]) -> (String, Option<String>) {
    let mut faults = Diagnostics::default();
    let text = yaml::decode(bytes.to_vec(), 0, &mut faults);
    let fault = faults.list().first().map(|fault| {
        assert_eq!(text[fault.labels[0].span.bytes.clone()], *"\u{FFFD}", "the place is shown");
        fault.message.clone()
    });
    (text, fault)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn texts_in_utf8_and_utf16_are_read_with_and_without_a_mark() {
    let marked = format!("\u{FEFF}{TEXT}");
    for text in [TEXT, &marked] {
        for bytes in [text.as_bytes().to_vec(), utf16(text, u16::to_be_bytes), utf16(text, u16::to_le_bytes)] {
            assert_eq!(decode(&bytes), (TEXT.to_owned(), None));
        }
    }
    assert_eq!(decode(b""), (String::new(), None));
    assert_eq!(decode(b"a"), ("a".to_owned(), None));
    assert_eq!(decode("\u{FEFF}".as_bytes()), (String::new(), None));
    assert_eq!(decode(&[0xFF, 0xFE]), (String::new(), None));
}

#[test]
fn the_first_byte_that_is_no_text_is_named() {
    let fault =
        |encoding: &str, byte: usize| Some(format!("this is not {encoding}: byte {byte} belongs to no character"));
    let mut marked = b"\xEF\xBB\xBF".to_vec();
    marked.extend(b"a: \xFF\xFF b");
    // Latin-1, a character that is cut off, one that is written too long, half of a surrogate pair.
    for (bytes, byte) in
        [(&b"a: caf\xE9\n"[..], 6), (b"a: \xF0\x9F\xA6", 3), (b"a: \xC0\x80", 3), (b"\xED\xA0\x80", 0), (&marked, 6)]
    {
        assert_eq!(decode(bytes).1, fault("UTF-8", byte), "{bytes:?}");
    }
    assert_eq!(decode(b"\xFE\xFF\0a\xD8\0\0b"), ("a\u{FFFD}b".to_owned(), fault("UTF-16", 4)));
    assert_eq!(decode(b"a\0b\0c"), ("ab\u{FFFD}".to_owned(), fault("UTF-16", 4)));
    assert_eq!(decode(b"\0a\xDC\0\xD8\0"), ("a\u{FFFD}\u{FFFD}".to_owned(), fault("UTF-16", 2)));
}
