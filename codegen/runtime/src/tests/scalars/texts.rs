//! Strings, and what else is a string in JSON.

use super::Table;
use crate::runtime::{
    Bytes, Uri,
    WireForm::{Base64Url, Default},
    blank,
};

pub(super) const TABLES: &[Table] = &[
    Table {
        scalar: || Box::new(String::new()),
        form: Default,
        read: &[(r#""""#, r#""""#), (r#""a\n\u0000ü""#, r#""a\n\u0000ü""#), (r#""5""#, r#""5""#)],
        refused: &[("5", "a guess: one number has many texts, such as 5 and 5.0"), ("true", "a boolean is no text")],
    },
    Table {
        scalar: || Box::new(blank::<Uri>()),
        form: Default,
        read: &[
            (r#""https://example.com/a?b=c#d""#, r#""https://example.com/a?b=c#d""#),
            (r#""/v1/meters""#, r#""/v1/meters""#),
            (r#""not a URI""#, r#""not a URI""#),
        ],
        refused: &[("5", "a number is no text")],
    },
    Table { scalar: || Box::new(blank::<Bytes>()), form: Default, read: BASE64, refused: NO_BASE64 },
    Table { scalar: || Box::new(blank::<Bytes>()), form: Base64Url, read: BASE64, refused: NO_BASE64 },
];

/// The examples of RFC 4648, and others.
const BASE64: &[(&str, &str)] = &[
    (r#""""#, r#""""#),
    (r#""Zg==""#, r#""Zg==""#),
    (r#""Zm8=""#, r#""Zm8=""#),
    (r#""Zm9v""#, r#""Zm9v""#),
    (r#""Zm9vYg==""#, r#""Zm9vYg==""#),
    (r#""Zm9vYmE=""#, r#""Zm9vYmE=""#),
    (r#""Zm9vYmFy""#, r#""Zm9vYmFy""#),
    (r#""Zg""#, r#""Zg==""#),
    (r#""Zm8""#, r#""Zm8=""#),
    (r#""+/+/""#, r#""+/+/""#),
    (r#""-_-_""#, r#""+/+/""#),
    (r#""-/_+""#, r#""+//+""#),
    (r#""Zm9v\nYmFy\n""#, r#""Zm9vYmFy""#),
    (r#""Zm9v\r\nYg==\r\n""#, r#""Zm9vYg==""#),
];

const NO_BASE64: &[(&str, &str)] = &[
    (r#""Z""#, "six bits are no byte"),
    (r#""Zm9vY""#, "six bits are no byte"),
    (r#""Zh==""#, "the last four bits would be lost"),
    (r#""Zm9=""#, "the last two bits would be lost"),
    (r#""Zg=""#, "half of the padding is missing"),
    (r#""Zm8==""#, "there is too much padding"),
    (r#""Zm9v=""#, "there is too much padding"),
    (r#""Zm9v====""#, "there is too much padding"),
    (r#""Zg==Zg==""#, "padding stands in the middle"),
    (r#""=Zg=""#, "padding stands at the beginning"),
    (r#""==""#, "there is nothing but padding"),
    (r#""Zm 9""#, "a guess: a space may have been a plus sign"),
    (r#""Zm9v ""#, "a guess: a space may have been a plus sign"),
    (r#""Zm*v""#, "no such character"),
    (r#""Zmüv""#, "no such character"),
    ("5", "a number is no text"),
];

#[test]
fn bytes_are_written_in_the_alphabet_of_the_form() {
    let bytes = Bytes::from([0xfb, 0xff, 0xbf, 0xfb]);
    assert_eq!(super::written(&bytes, Default), r#""+/+/+w==""#);
    assert_eq!(super::written(&bytes, Base64Url), r#""-_-_-w==""#);
}

#[test]
fn bytes_convert_and_do_not_show_themselves() {
    let bytes = Bytes::from(b"foo");
    assert_eq!(bytes.to_base64(), "Zm9v");
    assert_eq!(Bytes::from_base64("Zm9v"), Ok(bytes.clone()));
    assert_eq!(Bytes::from_base64("Zm9").unwrap_err().to_string(), "this is not a string in Base64");
    assert_eq!(bytes, Bytes::from(b"foo".as_slice()));
    assert_eq!((bytes.len(), &*bytes, bytes.as_ref()), (3, b"foo".as_slice(), b"foo".as_slice()));
    assert_eq!(format!("{bytes:?}"), "Bytes([3 bytes])");
    assert_eq!(Vec::from(bytes), b"foo");
}

#[test]
fn a_uri_is_a_text() {
    let uri = Uri::from("https://example.com");
    assert_eq!(uri, "https://example.com");
    assert_ne!(uri, Uri::from("https://EXAMPLE.com"));
}
