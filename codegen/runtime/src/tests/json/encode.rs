//! Writing JSON.

use std::collections::BTreeMap;

use super::super::support::sample::{Order, Shapes, StatusTransitions};

#[test]
fn members_are_written_in_the_order_of_their_list() {
    let mut order = Order::example();
    order.total = (-5).into();
    assert_eq!(
        order.to_json(),
        r#"{"id":"ord_1","total":"-5","currency":"usd","status":"draft","livemode":false,"status_transitions":{"drafted_at":"2025-08-27T12:00:00.000Z","committed_at":null},"parent":null}"#
    );
    order.note = Some("\"é\n\u{1}".into());
    order.parent = Some("ord_0".into());
    assert!(order.to_json().ends_with(r#""parent":"ord_0","note":"\"é\n\u0001"}"#));
}

#[test]
fn every_shape_is_written() {
    let mut shapes = Shapes::example();
    assert_eq!(shapes.to_json(), r#"{"integer":1,"number":0.5}"#);
    shapes.decimal = Some("1.50".parse().unwrap());
    shapes.json = Some(serde_json::json!([{"a": null}]));
    shapes.orders = Some(vec![]);
    shapes.grid = Some(vec![vec![], vec![1, 2]]);
    shapes.metadata = Some(BTreeMap::from([("b".into(), "2".into()), ("a".into(), "1".into())]));
    shapes.nested = Some(BTreeMap::from([("x".into(), StatusTransitions::example())]));
    assert_eq!(
        shapes.to_json(),
        r#"{"integer":1,"number":0.5,"decimal":"1.50","json":[{"a":null}],"orders":[],"grid":[[],[1,2]],"metadata":{"a":"1","b":"2"},"nested":{"x":{"drafted_at":"2025-08-27T12:00:00.000Z","committed_at":null}}}"#
    );
    assert_eq!(Shapes::from_json(&shapes.to_json()).unwrap(), shapes);
}

#[test]
fn a_number_that_json_has_not_is_null() {
    let mut shapes = Shapes::example();
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        shapes.number = number;
        assert_eq!(shapes.to_json(), r#"{"integer":1,"number":null}"#);
    }
}

#[test]
fn instants_have_the_digits_they_need() {
    let cases = [
        ("2025-08-27T12:00:00Z", "2025-08-27T12:00:00.000Z"),
        ("2025-08-27T14:00:00.25+02:00", "2025-08-27T12:00:00.250Z"),
        ("2025-08-27T12:00:00.000001Z", "2025-08-27T12:00:00.000001Z"),
        ("2025-08-27T12:00:00.1234567Z", "2025-08-27T12:00:00.123456700Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"),
    ];
    for (instant, written) in cases {
        let mut transitions = StatusTransitions::example();
        transitions.drafted_at = instant.parse().unwrap();
        assert_eq!(transitions.to_json(), format!(r#"{{"drafted_at":"{written}","committed_at":null}}"#));
    }
}
