//! Styles of parameters against the examples of RFC 6570, of which names are in the order of the alphabet here.

use http::HeaderMap;
use serde_json::{Value, json};

use crate::runtime::formats::styled::write::STYLING;
use crate::runtime::json::slot::{Members, Place};
use crate::runtime::{JSON, Style, WireForm};

fn keys() -> Value {
    json!({"comma": ",", "dot": ".", "semi": ";"})
}

fn list() -> Value {
    json!(["red", "green", "blue"])
}

/// What a value is in a path, or why it cannot be there.
fn path(name: &str, mut value: Value, style: Style) -> String {
    let mut path = String::new();
    match (STYLING.path)(&mut path, name, value.slot(), style, WireForm::Default) {
        Ok(()) => path,
        Err(unsendable) => unsendable.reason,
    }
}

#[test]
fn paths_are_expanded_as_rfc_6570_says() {
    let cases = [
        ("hello", json!("Hello World!"), Style::Simple, "Hello%20World%21"),
        ("half", json!("50%"), Style::Simple, "50%25"),
        ("list", list(), Style::Simple, "red,green,blue"),
        ("list", list(), Style::SimpleExploded, "red,green,blue"),
        ("keys", keys(), Style::Simple, "comma,%2C,dot,.,semi,%3B"),
        ("keys", keys(), Style::SimpleExploded, "comma=%2C,dot=.,semi=%3B"),
        ("who", json!("fred"), Style::Label, ".fred"),
        ("list", list(), Style::Label, ".red,green,blue"),
        ("list", list(), Style::LabelExploded, ".red.green.blue"),
        ("keys", keys(), Style::Label, ".comma,%2C,dot,.,semi,%3B"),
        ("who", json!("fred"), Style::Matrix, ";who=fred"),
        ("half", json!("50%"), Style::Matrix, ";half=50%25"),
        ("empty", json!(""), Style::Matrix, ";empty"),
        ("list", list(), Style::Matrix, ";list=red,green,blue"),
        ("list", list(), Style::MatrixExploded, ";list=red;list=green;list=blue"),
        ("keys", keys(), Style::Matrix, ";keys=comma,%2C,dot,.,semi,%3B"),
        ("keys", keys(), Style::MatrixExploded, ";comma=%2C;dot=.;semi=%3B"),
        ("way", json!("src/a b/c.rs"), Style::Segments, "src/a%20b/c.rs"),
        ("way", json!(["src", "a/b"]), Style::Segments, "src/a%2Fb"),
        ("way", json!("x"), Style::Segments, "x"),
        ("way", json!("a//b"), Style::Segments, "has an empty segment"),
        ("way", json!("/a"), Style::Segments, "has an empty segment"),
        ("way", json!(""), Style::Segments, "has an empty segment"),
        ("way", json!(["a", ".."]), Style::Segments, "has the segment `.` or `..`, which would lead to another path"),
        ("way", json!("a/./b"), Style::Segments, "has the segment `.` or `..`, which would lead to another path"),
        ("keys", keys(), Style::Segments, "has members, which no segments say"),
        // The RFC writes `.dot=.` here, of which nobody can tell the parts.
        ("keys", keys(), Style::LabelExploded, "holds a `.`, which would part it here"),
        ("list", json!([]), Style::Simple, "is empty, which cannot be said here: leave it out"),
        ("list", json!([["a"]]), Style::Simple, "has parts itself, which cannot be said here"),
        ("list", json!([null]), Style::Simple, "is null, which cannot be said here"),
    ];
    for (name, value, style, expected) in cases {
        assert_eq!(path(name, value.clone(), style), expected, "{name} {value} {style:?}");
    }
}

/// What a value is in a query, or where and why it cannot be there.
fn query(name: &'static str, mut value: Value, style: Style) -> String {
    let mut members = Members::default();
    members.required(name, &mut value);
    let mut url = String::new();
    match (STYLING.query)(&mut url, members, &vec![(name, style)], JSON.push_query, WireForm::Default) {
        Ok(()) => url,
        Err(unsendable) => format!("{} {}", unsendable.path.into_string(), unsendable.reason),
    }
}

#[test]
fn queries_are_written_in_their_styles() {
    let odd = || json!(["a,b", "c d", "e|f", "", "é%+/&="]);
    let deep = || json!({"a": {"b": [1, 2]}, "c": true});
    let cases = [
        ("list", list(), Style::Comma, "?list=red,green,blue"),
        ("list", list(), Style::Repeat, "?list=red&list=green&list=blue"),
        ("keys", keys(), Style::Comma, "?keys=comma,%2C,dot,.,semi,%3B"),
        ("keys", keys(), Style::Repeat, "?comma=%2C&dot=.&semi=%3B"),
        ("odd", odd(), Style::Comma, "?odd=a%2Cb,c%20d,e%7Cf,,%C3%A9%25%2B%2F%26%3D"),
        ("odd", odd(), Style::Spaces, "odd holds a ` `, which would part it here"),
        ("odd", odd(), Style::Pipes, "odd holds a `|`, which would part it here"),
        ("list", list(), Style::Spaces, "?list=red%20green%20blue"),
        ("list", list(), Style::Pipes, "?list=red%7Cgreen%7Cblue"),
        ("list", json!(["a"]), Style::Brackets, "?list%5B%5D=a"),
        (
            "list",
            json!([["a"], ["b", "c"]]),
            Style::Indexed,
            "?list%5B0%5D%5B0%5D=a&list%5B1%5D%5B0%5D=b&list%5B1%5D%5B1%5D=c",
        ),
        ("deep", deep(), Style::Deep, "?deep%5Ba%5D%5Bb%5D=1&deep%5Ba%5D%5Bb%5D=2&deep%5Bc%5D=true"),
        ("deep", deep(), Style::Brackets, "?deep%5Ba%5D%5Bb%5D%5B%5D=1&deep%5Ba%5D%5Bb%5D%5B%5D=2&deep%5Bc%5D=true"),
        ("deep", json!({"a": [[1]]}), Style::Deep, "deep.a[0] has parts itself, which cannot be said here"),
        ("deep", json!({"a": null}), Style::Deep, "deep.a is null, which cannot be said here"),
        ("list", json!([]), Style::Comma, "list is empty, which cannot be said here: leave it out"),
        ("list", json!([]), Style::Brackets, "list is empty, which cannot be said here: leave it out"),
        (
            "mixed",
            json!({"mixed": 1}),
            Style::Repeat,
            "mixed.mixed is a parameter by itself, with which it would be mixed up",
        ),
        ("json", json!({"a": ["é", null]}), Style::Json, "?json=%7B%22a%22%3A%5B%22%C3%A9%22%2Cnull%5D%7D"),
    ];
    for (name, value, style, expected) in cases {
        assert_eq!(query(name, value.clone(), style), expected, "{name} {value} {style:?}");
    }
}

/// The headers of a value as one, and as a cookie.
fn headers(header: Option<Value>, style: Option<Style>, cookie: Option<Value>) -> Result<HeaderMap, String> {
    let (mut header, mut cookie) = (header, cookie);
    let [mut of_headers, mut cookies] = [Members::default(), Members::default()];
    of_headers.optional("X-Value", &mut header);
    cookies.optional("value", &mut cookie);
    let mut headers = HeaderMap::new();
    let styles = style.map(|style| ("X-Value", style)).into_iter().collect();
    let written = (STYLING.headers)(&mut headers, [of_headers, cookies], &styles, WireForm::Default);
    written.map(|()| headers).map_err(|unsendable| format!("{} {}", unsendable.path.into_string(), unsendable.reason))
}

#[test]
fn headers_hold_what_is_told_apart_and_nothing_else() {
    let header = |value: Value, style| headers(Some(value), style, None).map(|headers| headers["x-value"].clone());
    assert_eq!(header(list(), None).unwrap(), "red,green,blue");
    assert_eq!(header(json!({"G": 200, "R": 100}), None).unwrap(), "G,200,R,100");
    assert_eq!(header(json!({"G": 200, "R": 100}), Some(Style::SimpleExploded)).unwrap(), "G=200,R=100");
    assert_eq!(header(json!(["é"]), Some(Style::Json)).unwrap(), r#"["\u00e9"]"#);
    assert_eq!(header(json!("a b"), None).unwrap(), "a b");
    for wrong in [json!("a\nb"), json!("é"), json!(" a"), json!(["a,b"]), json!([""]), json!([])] {
        header(wrong.clone(), None).expect_err(&wrong.to_string());
    }
    let cookie = |value: Value| headers(None, None, Some(value)).map(|headers| headers["cookie"].clone());
    assert_eq!(cookie(json!(["a", "b"])).unwrap(), "value=a,b");
    assert!(cookie(json!("a")).unwrap().is_sensitive());
    for wrong in ["a b", "a;b", "a,b", "a\"", "a\\", "é", "a\n"] {
        cookie(json!(wrong)).expect_err(wrong);
    }
}
