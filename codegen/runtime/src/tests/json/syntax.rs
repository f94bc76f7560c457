//! What is JSON and what is none: the same for our reader as for `serde_json`.

use proptest::prelude::*;
use serde_core::de::IgnoredAny;

use super::super::support::sample::StatusTransitions;
use crate::runtime::json::document::from_json;

/// Whether a text is JSON, of which both say the same.
fn is_json(text: &str) -> bool {
    let read = from_json::<()>(text);
    let by_serde = serde_json::from_str::<IgnoredAny>(text);
    assert_eq!(read.is_ok(), by_serde.is_ok(), "{text}: {read:?}, {by_serde:?}");
    read.is_ok()
}

#[test]
fn values_of_each_sort_are_json() {
    let numbers = ["0", "-0", "10", "1.50", "-1.5e-3", "1E+5", "1e400"];
    let texts = [
        r#""""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u00e9\uD83D\uDE00""#,
        r#""\ud83d""#,
        "\"é, and more than eight bytes\"",
    ];
    let others = ["true", "false", "null", "[]", "{}", " [ 1 , [ { } ] ] ", "\t{\"a\" : 1,\r\n\"b\" : {\"c\":[]}}\n"];
    for text in numbers.into_iter().chain(texts).chain(others) {
        assert!(is_json(text), "{text}");
    }
    assert!(is_json(&("[".repeat(10_000) + &"]".repeat(10_000))));
}

#[test]
fn other_texts_are_none() {
    let numbers = ["01", "-", "1.", ".5", "+1", "1e", "1e+", "--1", "0x1", "NaN", "1 2"];
    let texts =
        [r#"""#, r#""\x""#, r#""\u12""#, r#""\u12g4""#, r#""\""#, "\"a\nb\"", "\"more than eight\tbytes\"", "'a'"];
    let words = ["", " ", "tru", "nul", "True", "truefalse", "\u{feff}1", "undefined"];
    let others =
        ["[1,]", "[,1]", "[1 2]", "[", "[}", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":}", "{\"a\":1]", "{1:1}", "]"];
    for text in numbers.into_iter().chain(texts).chain(words).chain(others) {
        assert!(!is_json(text), "{text}");
    }
}

#[test]
fn half_of_a_character_is_lost_where_it_stands_alone() {
    let error = StatusTransitions::from_json(r#"{"drafted_at":"\ud83d"}"#).unwrap_err();
    let problem = "expected an instant such as \"2025-08-27T12:00:00.000Z\", found a string with half of a character";
    assert_eq!((error.path(), error.to_string()), ("drafted_at", format!("at `drafted_at`: {problem}")));
    StatusTransitions::from_json(r#"{"unknown":["\ud83d"],"drafted_at":"2025-08-27T12:00:00.000Z"}"#).unwrap();
}

proptest! {
    #[test]
    fn both_say_the_same_of_what_is_nearly_json(text in r#"[\[\]{}:,"\\ \t\nu0-9aeEtrufalsn.+-]{0,16}"#) {
        is_json(&text);
    }

    #[test]
    fn both_say_the_same_of_a_document_with_a_fault(at in any::<prop::sample::Index>(), byte in 0_u8..128) {
        let mut document = include_str!("../support/order.json").as_bytes().to_vec();
        let at = at.index(document.len());
        document[at] = byte;
        if let Ok(text) = String::from_utf8(document) {
            is_json(&text);
        }
    }
}
