//! Reading JSON: what is tolerated, what is refused, and the words and the place of a refusal.

use std::collections::BTreeMap;

use super::super::support::sample::{Order, OrderStatus, Shapes, StatusTransitions};

const ORDER: &str = include_str!("../support/order.json");

/// The order of the example with one text in its document replaced.
fn order_with(from: &str, to: &str) -> String {
    assert!(ORDER.contains(from), "{from} is not in the example");
    ORDER.replace(from, to)
}

#[test]
fn tolerated_documents_read_like_the_example() {
    let example = Order::example();
    let tolerated = [
        order_with("\"2200\"", "2200"),
        order_with("\"parent\": null", "\"parent\": null, \"note\": null"),
        order_with(",\n  \"parent\": null", ""),
        order_with(", \"committed_at\": null", ""),
        order_with("12:00:00.000Z", "12:00:00Z"),
        order_with("12:00:00.000Z", "14:00:00+02:00"),
        order_with("\"object\": \"order\"", "\"object\": {\"new\": [1, {\"id\": 2}]}"),
        order_with("\"object\": \"order\"", "\"object\": 1, \"object\": 2"),
        order_with("\"id\"", "\"\\u0069d\""),
        ORDER.replace('\n', "\r\n\t"),
    ];
    for document in tolerated {
        assert_eq!(Order::from_json(&document).unwrap(), example, "{document}");
    }
}

#[test]
fn members_may_come_in_any_order() {
    let document = r#"{"committed_at":"2025-08-27T13:00:00.5Z","drafted_at":"2025-08-27T12:00:00Z"}"#;
    let mut expected = StatusTransitions::example();
    expected.committed_at = Some("2025-08-27T13:00:00.5Z".parse().unwrap());
    assert_eq!(StatusTransitions::from_json(document).unwrap(), expected);
}

#[test]
fn unknown_values_of_enums_are_kept() {
    let order = Order::from_json(&order_with("draft\"", "frozen\"")).unwrap();
    assert_eq!(order.status, "frozen");
    assert!(matches!(order.status, OrderStatus::Unknown(ref text) if text == "frozen"));
}

#[test]
fn every_shape_is_read() {
    let document = r#"{"integer":-9223372036854775808,"number":3,"decimal":12,"json":{"a":[null]},
        "orders":[],"grid":[[1],[],[2,3]],"metadata":{"b":"2","a":"1"}}"#;
    let shapes = Shapes::from_json(document).unwrap();
    assert_eq!(shapes.integer, i64::MIN);
    assert!((shapes.number - 3.0).abs() < f64::EPSILON);
    assert_eq!(shapes.decimal.unwrap(), "12");
    assert_eq!(shapes.json.unwrap()["a"][0], serde_json::Value::Null);
    assert_eq!(shapes.orders, Some(vec![]));
    assert_eq!(shapes.grid, Some(vec![vec![1], vec![], vec![2, 3]]));
    assert_eq!(shapes.metadata, Some(BTreeMap::from([("a".into(), "1".into()), ("b".into(), "2".into())])));
    assert_eq!(shapes.nested, None);
}

#[test]
fn a_number_may_be_larger_than_an_integer() {
    let shapes = Shapes::from_json(r#"{"integer":1,"number":18446744073709551615}"#).unwrap();
    assert!(shapes.number > 1.8e19);
}

const AMOUNT: &str = "an amount: a 64-bit integer, or a string that holds one";

#[test]
fn refused_orders_name_the_place() {
    let cases = [
        ("\"id\": \"ord_1\"", "\"id\": 7", "id", "expected a string, found the number 7".to_owned()),
        ("\"id\": \"ord_1\"", "\"id\": null", "id", "expected a string, found null".to_owned()),
        ("\"id\": \"ord_1\",", "", "id", "expected a string, found no such member".to_owned()),
        ("\"parent\": null", "\"parent\": []", "parent", "expected a string, found an array".to_owned()),
        ("\"parent\": null", "\"id\": \"2\"", "id", "expected one value, found the member a second time".to_owned()),
        ("\"parent\": null", "\"parent\": 1", "parent", "expected a string, found the number 1".to_owned()),
        ("\"livemode\": false", "\"livemode\": \"no\"", "livemode", "expected a boolean, found \"no\"".to_owned()),
        ("false", "0", "livemode", "expected a boolean, found the number 0".to_owned()),
        ("\"2200\"", "2200.5", "total", format!("expected {AMOUNT}, found the number 2200.5")),
        ("\"2200\"", "2.2e3", "total", format!("expected {AMOUNT}, found the number 2.2e3")),
        (
            "\"2200\"",
            "9223372036854775808",
            "total",
            format!("expected {AMOUNT}, found the number 9223372036854775808"),
        ),
        ("\"2200\"", "\"9223372036854775808\"", "total", format!("expected {AMOUNT}, found \"9223372036854775808\"")),
        ("\"2200\"", "\"\"", "total", format!("expected {AMOUNT}, found \"\"")),
        ("\"2200\"", "true", "total", format!("expected {AMOUNT}, found the boolean true")),
        (
            "\"2025-08-27T12:00:00.000Z\"",
            "\"yesterday\"",
            "status_transitions.drafted_at",
            "expected an instant such as \"2025-08-27T12:00:00.000Z\", found \"yesterday\"".to_owned(),
        ),
        (
            "\"drafted_at\": \"2025-08-27T12:00:00.000Z\", ",
            "",
            "status_transitions.drafted_at",
            "expected an instant such as \"2025-08-27T12:00:00.000Z\", found no such member".to_owned(),
        ),
        (
            "{\"drafted_at\": \"2025-08-27T12:00:00.000Z\", \"committed_at\": null}",
            "\"none\"",
            "status_transitions",
            "expected an object, found a string".to_owned(),
        ),
    ];
    for (from, to, path, problem) in cases {
        let error = Order::from_json(&order_with(from, to)).unwrap_err();
        assert_eq!(error.path(), path, "{to}");
        assert_eq!(error.to_string(), format!("at `{path}`: {problem}"));
    }
}

#[test]
fn refused_shapes_name_the_place() {
    let cases = [
        (r#""integer":1.5"#, "integer", "expected an integer, found the number 1.5"),
        (r#""integer":[]"#, "integer", "expected an integer, found an array"),
        (r#""integer":1,"number":true"#, "number", "expected a number, found the boolean true"),
        (r#""decimal":"x""#, "decimal", "expected a decimal number, found \"x\""),
        (r#""grid":[[1],[2,"x"]]"#, "grid[1][1]", "expected an integer, found \"x\""),
        (r#""grid":[[1],7]"#, "grid[1]", "expected an array, found the number 7"),
        (r#""orders":[{"id":"1"},{}]"#, "orders[0].total", AMOUNT),
        (r#""metadata":{"a":"1","a":"2"}"#, "metadata.a", "expected one value, found the member a second time"),
        (r#""metadata":{"a":null}"#, "metadata.a", "expected a string, found null"),
        (r#""metadata":[]"#, "metadata", "expected an object, found an array"),
        (r#""nested":{"x":{"drafted_at":{}}}"#, "nested.x.drafted_at", "found an object"),
        (r#""json":[1,]"#, "json", "malformed JSON: trailing comma at line 1 column 12"),
    ];
    for (member, path, problem) in cases {
        let error = Shapes::from_json(&format!("{{{member}}}")).unwrap_err();
        assert_eq!(error.path(), path, "{member}");
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[test]
fn refused_documents_have_no_place() {
    let cases = [
        ("", "malformed JSON: EOF while parsing a value at line 1 column 0"),
        ("<html>", "malformed JSON: expected value at line 1 column 1"),
        ("[]", "expected an object, found an array"),
        ("null", "expected an object, found null"),
        ("12", "expected an object, found the number 12"),
        (r#"{"drafted_at":"2025-08-27T12:00:00Z"} x"#, "malformed JSON: trailing characters at line 1 column 39"),
    ];
    for (document, message) in cases {
        let error = StatusTransitions::from_json(document).unwrap_err();
        assert_eq!((error.path(), error.to_string().as_str()), ("", message));
    }
}

#[test]
fn the_shown_part_of_a_wrong_text_is_bounded() {
    let document = format!(r#"{{"drafted_at":"{}"}}"#, "é".repeat(5_000));
    let error = StatusTransitions::from_json(&document).unwrap_err().to_string();
    assert!(error.ends_with(&format!("found \"{}\"…", "é".repeat(40))), "{error}");
}

#[test]
fn depth_is_bounded() {
    let deep = "[".repeat(100_000);
    for member in ["json", "orders", "unknown"] {
        let document = format!(r#"{{"integer":1,"number":1,"{member}":{deep}"#);
        assert!(Shapes::from_json(&document).is_err(), "{member}");
    }
}
