//! Bodies in formats of their own.

use serde_json::{Value, json};

use super::support::fake_environment::FakeEnvironment;
use crate::runtime::formats::encoding::{Encoding, Encodings, Writing};
use crate::runtime::formats::format::{BodyFormat, Content, Written};
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Slot;
use crate::runtime::{
    BYTES_BODY, Body, FORM_BODY, File, JSON_BODY, LINES_BODY, MULTIPART_BODY, Members, Place, STYLING, Style, TEXT_BODY,
};

/// The text of a body that is all of a value, or why there is none.
fn written(format: &BodyFormat, value: &mut dyn Place) -> Result<String, String> {
    text(format, Content::Value(value.slot()))
}

fn text(format: &BodyFormat, content: Content<'_>) -> Result<String, String> {
    encoded(format, content, &[])
}

fn encoded(format: &BodyFormat, content: Content<'_>, encodings: Encodings) -> Result<String, String> {
    let writing = Writing { form: WireForm::Default, encodings, environment: &FakeEnvironment::new(1) };
    let written = (format.write)(content, &writing);
    let Written { body, boundary, .. } = written.map_err(|unsendable| unsendable.reason)?;
    let text = String::from_utf8(Body::from(body).gathered().unwrap().to_vec()).unwrap();
    Ok(match boundary {
        // It is another one each time.
        Some(boundary) => text.replace(&boundary, "B").replace("Content-Disposition: form-data; ", ""),
        None => text,
    })
}

#[test]
fn a_value_is_written_as_its_format_has_it() {
    let cases: [(&BodyFormat, Value, &str); 8] = [
        (&JSON_BODY, json!({"a": [1]}), r#"{"a":[1]}"#),
        (&TEXT_BODY, json!("a\nb"), "a\nb"),
        (&LINES_BODY, json!([{"a": 1}, "b\n", null]), "{\"a\":1}\n\"b\\n\"\nnull\n"),
        (&LINES_BODY, json!([]), ""),
        (&FORM_BODY, json!({"a": [1], "b": {"c": "d e"}}), "a[0]=1&b[c]=d+e"),
        (&FORM_BODY, json!({}), ""),
        (&MULTIPART_BODY, json!({}), "--B--\r\n"),
        (
            &MULTIPART_BODY,
            json!({"a": ["x", {"y": 1}], "b": null, "c": true}),
            "--B\r\nname=\"a\"\r\n\r\nx\r\n--B\r\nname=\"a\"\r\nContent-Type: application/json\r\n\r\n{\"y\":1}\r\n\
             --B\r\nname=\"b\"\r\n\r\n\r\n--B\r\nname=\"c\"\r\n\r\ntrue\r\n--B--\r\n",
        ),
    ];
    for (format, mut value, expected) in cases {
        assert_eq!(written(format, &mut value).as_deref(), Ok(expected), "{value}");
    }
    assert_eq!(written(&TEXT_BODY, &mut 1.5).as_deref(), Ok("1.5"));
    assert_eq!(written(&LINES_BODY, &mut vec![1, 2]).as_deref(), Ok("1\n2\n"));
    assert_eq!(written(&BYTES_BODY, &mut File::from("a")).as_deref(), Ok("a"));
}

#[test]
fn members_of_a_form_are_written_in_their_styles() {
    static COMMA: Encodings = &[("x", Encoding::Style(Style::Comma, &STYLING))];
    let cases = [
        (Style::Repeat, json!(["a b", "c&d"]), "x=a%20b&x=c%26d"),
        (Style::Comma, json!(["a,b", "c"]), "x=a%2Cb,c"),
        (Style::Spaces, json!(["a", "b"]), "x=a%20b"),
        (Style::Pipes, json!(["a", "b"]), "x=a%7Cb"),
        (Style::Brackets, json!(["a", "b"]), "x%5B%5D=a&x%5B%5D=b"),
        (Style::Brackets, json!({"r": {"s": ["a"]}}), "x%5Br%5D%5Bs%5D%5B%5D=a"),
        (Style::Deep, json!({"r": 1, "s": ["a", "b"]}), "x%5Br%5D=1&x%5Bs%5D=a&x%5Bs%5D=b"),
        (Style::Repeat, json!({"r": 1, "s": "é"}), "r=1&s=%C3%A9"),
        (Style::Json, json!({"r": [1]}), "x=%7B%22r%22%3A%5B1%5D%7D"),
    ];
    for (style, value, expected) in cases {
        let encodings: Encodings = Box::leak(Box::new([("x", Encoding::Style(style, &STYLING))]));
        let mut body = json!({"a": ["b c"], "x": value, "z": 1});
        let expected = format!("a[0]=b+c&{expected}&z=1");
        assert_eq!(encoded(&FORM_BODY, Content::Value(body.slot()), encodings), Ok(expected), "{style:?}");
    }
    for (value, reason) in [(json!([["a"]]), "has parts itself"), (json!([]), "is empty"), (json!({}), "is empty")] {
        let mut body = json!({"x": value});
        assert!(encoded(&FORM_BODY, Content::Value(body.slot()), COMMA).unwrap_err().contains(reason), "{reason}");
    }
}

#[test]
fn parts_have_the_media_types_that_are_described() {
    let encodings: Encodings = &[
        ("text", Encoding::Media("text/csv")),
        ("json", Encoding::Media("application/vnd.a+json; v=1")),
        ("file", Encoding::Media("image/png")),
    ];
    let [mut text, mut json] = [json!("a,b"), json!(["c", {"d": 1}])];
    let mut files = vec![File::from("1"), File::from("2").media_type("image/gif")];
    let mut members = Members::default();
    members.required("text", &mut text);
    members.required("json", &mut json);
    members.required("file", &mut files);
    let expected = [
        "name=\"text\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n",
        "name=\"json\"\r\nContent-Type: application/vnd.a+json; v=1\r\n\r\n[\"c\",{\"d\":1}]\r\n",
        "name=\"file\"; filename=\"blob\"\r\nContent-Type: image/png\r\n\r\n1\r\n",
        "name=\"file\"; filename=\"blob\"\r\nContent-Type: image/gif\r\n\r\n2\r\n",
    ];
    let expected = format!("--B\r\n{}--B--\r\n", expected.join("--B\r\n"));
    assert_eq!(encoded(&MULTIPART_BODY, Content::Members(members), encodings), Ok(expected));
}

#[test]
fn what_a_format_cannot_say_is_refused() {
    for (format, reason) in [
        (&FORM_BODY, "is no object, and a form has members"),
        (&MULTIPART_BODY, "is no object, and a body of parts has members"),
        (&LINES_BODY, "is no list, of which lines could be made"),
        (&BYTES_BODY, "is no file"),
    ] {
        assert_eq!(written(format, &mut json!("a")), Err(reason.to_owned()));
    }
    assert!(text(&TEXT_BODY, Content::Members(Members::default())).is_err());
}

#[test]
fn files_say_where_they_come_from_and_nothing_of_what_is_in_them() {
    let file = File::bytes("a.txt", "secret".as_bytes()).media_type("text/plain");
    assert_eq!(
        format!("{file:?}"),
        r#"File { source: "6 bytes", name: Some("a.txt"), media_type: Some("text/plain") }"#
    );
    assert_eq!(file, file.clone());
    assert_ne!(file, file.clone().name("b.txt"));
    let reader = File::reader("a".as_bytes());
    assert_eq!(reader, reader.clone());
    assert_ne!(reader, File::reader("a".as_bytes()));
    let mut file = File::open("/tmp/a b.png");
    let Slot::Scalar(scalar) = file.slot() else { unreachable!("a file is a scalar") };
    assert_eq!(File::of(scalar).map(File::sent_name), Some("a b.png"));
}
