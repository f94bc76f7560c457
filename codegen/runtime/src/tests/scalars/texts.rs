//! Strings, and what else is a string in JSON.

use super::Table;
use crate::runtime::{
    Bytes, Uri, Uuid,
    WireForm::{Base64Url, Default},
    blank,
};

/// In bytes: `f8 1d 4f ae 7d ec 11 d0 a7 65 00 a0 c9 1e 6b f6`.
const UUID: &str = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

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
    Table {
        scalar: || Box::new(blank::<Uuid>()),
        form: Default,
        read: &[
            (r#""f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#, r#""f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#),
            (r#""F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6""#, r#""f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#),
            (r#""f81d4fae7dec11d0a76500a0c91e6bf6""#, r#""f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#),
            (r#""00000000-0000-0000-0000-000000000000""#, r#""00000000-0000-0000-0000-000000000000""#),
            (r#""FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF""#, r#""ffffffff-ffff-ffff-ffff-ffffffffffff""#),
        ],
        refused: &[
            (r#""{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}""#, "braces are of another notation"),
            (r#""urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6""#, "this is a URI"),
            (r#""f81d4fae-7dec-11d0-a765-00a0c91e6bf""#, "a digit is missing"),
            (r#""f81d4fae-7dec-11d0-a765-00a0c91e6bf66""#, "a digit too many"),
            (r#""f81d4fae-7dec-11d0a-765-00a0c91e6bf6""#, "a hyphen stands elsewhere"),
            (r#""f81d4fae7dec-11d0-a765-00a0c91e6bf6""#, "a hyphen is missing"),
            (r#""f81d4fae-7dec-11d0-a765-00a0c91e-6bf6""#, "a hyphen too many"),
            (r#""g81d4fae-7dec-11d0-a765-00a0c91e6bf6""#, "no digit"),
            (r#""+81d4fae7dec11d0a76500a0c91e6bf6""#, "no digit"),
            (r#"" 81d4fae7dec11d0a76500a0c91e6bf6""#, "no digit"),
            (r#""f81d4fae-7dec-11d0-a765-00a0c91e6bü""#, "no digit"),
            (r#""""#, "no digits"),
            ("5", "a number is no text"),
        ],
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
    assert_eq!(super::written(&bytes, Base64Url), r#""-_-_-w""#);
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
fn a_uuid_is_sixteen_bytes() {
    let uuid: Uuid = UUID.parse().unwrap();
    let bytes = [0xf8, 0x1d, 0x4f, 0xae, 0x7d, 0xec, 0x11, 0xd0, 0xa7, 0x65, 0x00, 0xa0, 0xc9, 0x1e, 0x6b, 0xf6];
    assert_eq!(uuid, Uuid::from_bytes(bytes));
    assert_eq!(uuid.as_bytes(), &bytes);
    assert_eq!(UUID.to_uppercase().parse(), Ok(uuid));
    assert_eq!((uuid.to_string(), format!("{uuid:?}")), (UUID.to_owned(), UUID.to_owned()));
    assert!(Uuid::from_bytes([0; 16]) < uuid);
    let error = "f81d4fae".parse::<Uuid>().unwrap_err();
    assert_eq!(error.to_string(), format!("this is not a UUID such as {UUID:?}"));
}

#[test]
fn a_uri_is_a_text() {
    let uri = Uri::from("https://example.com");
    assert_eq!(uri, "https://example.com");
    assert_ne!(uri, Uri::from("https://EXAMPLE.com"));
}
