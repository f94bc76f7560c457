//! What services publish of the values that they take.

use std::collections::BTreeMap;

use super::support::sample::{PingError, V2, config};
use super::support::shop::{KindParams, NodeParams};
use super::support::shop_calls::{ListAlerts, SendForm, SendJson, send_events};
use serde_json::{Value, json};

use crate::runtime::{Amount, Decimal, Operation, Request};

fn refusal(operation: impl Operation) -> Option<(String, String)> {
    let error = Request::new(&config(), operation).into_http().err()?;
    Some((error.parameter().unwrap().to_owned(), error.to_string()))
}

fn with_count(count: i64) -> NodeParams {
    NodeParams { count: Some(count), ..NodeParams::default() }
}

#[test]
fn values_at_their_bounds_are_sent() {
    let texts = NodeParams { text: Some("é".repeat(12)), note: Some(None), ..NodeParams::default() };
    let nodes = vec![with_count(-100), with_count(100), texts];
    let node = NodeParams { nodes: Some(nodes), ..NodeParams::default() };
    let names = Some(vec!["12345".to_owned(), String::new()]);
    assert_eq!(refusal(SendForm { node: Some(node.clone()), names, asked: Some(node) }), None);
    assert_eq!(refusal(ListAlerts { limit: Some(1), ..ListAlerts::default() }), None);
    assert_eq!(refusal(ListAlerts { limit: Some(100), ..ListAlerts::default() }), None);
}

#[test]
fn values_beyond_their_bounds_are_named_with_their_places() {
    let node = NodeParams::default;
    let too_long = || "x".repeat(13);
    let by_name = Some(BTreeMap::from([("a".to_owned(), with_count(101))]));
    let cases = [
        (with_count(-101), "node.count", "must not be less than -100"),
        (with_count(101), "node.count", "must not be more than 100"),
        (NodeParams { text: Some(too_long()), ..node() }, "node.text", "must not have more than 12 characters"),
        (NodeParams { note: Some(Some(too_long())), ..node() }, "node.note", "must not have more than 12 characters"),
        (NodeParams { child: Some(with_count(101).into()), ..node() }, "node.child.count", "must not be more than 100"),
        (
            NodeParams { nodes: Some(vec![node(), with_count(101)]), ..node() },
            "node.nodes[1].count",
            "must not be more than 100",
        ),
        (
            NodeParams { nodes: Some(vec![node(); 4]), ..node() },
            "node.nodes[3]",
            "is one too many: the list must not have more than 3 items",
        ),
        (NodeParams { by_name, ..node() }, "node.by_name.a.count", "must not be more than 100"),
        (
            NodeParams { kind: Some(KindParams::Node(with_count(101).into())), ..node() },
            "node.kind.node.count",
            "must not be more than 100",
        ),
    ];
    for (node, path, reason) in cases {
        let expected = Some((path.to_owned(), format!("nodes.send was not sent: `{path}` {reason}")));
        assert_eq!(refusal(SendForm { node: Some(node.clone()), ..SendForm::default() }), expected);
        assert_eq!(refusal(SendJson { node: Some(node), ..SendJson::default() }), expected);
    }
}

#[test]
fn parameters_have_bounds_too() {
    for (limit, reason) in [(0, "must not be less than 1"), (101, "must not be more than 100")] {
        let refused = refusal(ListAlerts { limit: Some(limit), ..ListAlerts::default() });
        assert_eq!(refused, Some(("limit".to_owned(), format!("alerts.list was not sent: `limit` {reason}"))));
    }
    let names = Some(vec!["123456".to_owned()]);
    let (path, _) = refusal(SendForm { names, ..SendForm::default() }).unwrap();
    assert_eq!(path, "names[0]");
    let (path, _) = refusal(send_events(&config(), "tok_example", vec![String::new(); 4]).operation).unwrap();
    assert_eq!(path, "events[3]");
}

/// A value of each sort, held to each sort of bound.
#[derive(Clone, Debug, Default, PartialEq)]
struct Held {
    name: Option<String>,
    words: Option<Vec<String>>,
    whole: Option<u64>,
    share: Option<f64>,
    price: Option<Decimal>,
    amount: Option<Amount>,
    step: Option<f64>,
    cents: Option<Decimal>,
    odd: Option<Decimal>,
    shares: Option<Vec<f64>>,
    prices: Option<Vec<Decimal>>,
    notes: Option<Vec<Value>>,
    counts: Option<BTreeMap<String, Vec<i64>>>,
}

crate::runtime::operation! {
    Held => (), PingError;
    POST "/held", "held.send", V2, { has_body: true, is_keyed: true };
    body optional name "name" [MinLength(2)];
    body optional words "words" [MinItems(1), UniqueItems];
    body optional whole "whole" [Min("10"), Max("18446744073709551614")];
    body optional share "share" [ExclusiveMin("0"), ExclusiveMax("1")];
    body optional price "price" [Min("0.50"), Max("100000000000000000000.10")];
    body optional amount "amount" [Min("50"), MultipleOf("5")];
    body optional step "step" [MultipleOf("0.01")];
    body optional cents "cents" [MultipleOf("0.25")];
    body optional odd "odd" [MultipleOf("98765432109876543210.123456789012345678")];
    body optional shares "shares" [UniqueItems, Max("1e300")];
    body optional prices "prices" [UniqueItems, ExclusiveMin("0")];
    body optional notes "notes" [UniqueItems];
    body optional counts "counts" [Min("1")];
}

#[test]
fn bounds_of_texts_and_numbers_hold_for_each_in_a_list_or_map() {
    let prices = |all: &[&str]| {
        let prices = all.iter().map(|digits| digits.parse().unwrap());
        Held { prices: Some(prices.collect()), ..Held::default() }
    };
    let counts = |all: &[i64]| Held { counts: Some([("a".to_owned(), all.to_vec())].into()), ..Held::default() };
    let shares = |all: &[f64]| Held { shares: Some(all.to_vec()), ..Held::default() };
    let cases = [
        (prices(&["0.5"]), None),
        (prices(&["0.5", "0.00"]), Some("`prices[1]` must be more than 0")),
        (counts(&[1, 2]), None),
        (counts(&[1, 0]), Some("`counts.a[1]` must not be less than 1")),
        (shares(&[1e300, -1e300]), None),
        (shares(&[1.1e300]), Some("`shares[0]` must not be more than 1e300")),
    ];
    for (held, reason) in cases {
        let expected = reason.map(|reason| format!("held.send was not sent: {reason}"));
        assert_eq!(refusal(held.clone()).map(|(_, message)| message), expected, "{held:?}");
    }
}

#[test]
fn items_are_unique_by_their_value() {
    let prices = |all: &[&str]| {
        let prices = all.iter().map(|digits| digits.parse().unwrap());
        Held { prices: Some(prices.collect()), ..Held::default() }
    };
    let notes = |notes: Value| Held { notes: notes.as_array().cloned(), ..Held::default() };
    let words = |all: &[&str]| Held { words: Some(all.iter().map(|&word| word.into()).collect()), ..Held::default() };
    let shares = |all: &[f64]| Held { shares: Some(all.to_vec()), ..Held::default() };
    let cases = [
        (prices(&["1.0", "1.01", "10"]), None),
        (prices(&["1.0", "2", "1.00"]), Some("prices[2]")),
        (prices(&["100", "100.0"]), Some("prices[1]")),
        (shares(&[0.1, 0.2, 0.1]), Some("shares[2]")),
        (shares(&[0.0, -0.0]), Some("shares[1]")),
        (words(&["1.0", "1.00", "1", "true", "1e0"]), None),
        (words(&["a\"1.0", "a\"1.00", "\\\"1"]), None),
        (words(&["1.0", "1.0"]), Some("words[1]")),
        (notes(json!([1, "1", true, null, [1], {"a": 1}])), None),
        (notes(json!([1, 1.0])), Some("notes[1]")),
        (notes(json!([{"a": [1, 20]}, {"a": [1.0, 2e1]}])), Some("notes[1]")),
        (notes(json!(["1", "1.0"])), None),
    ];
    for (held, path) in cases {
        assert_eq!(refusal(held.clone()).map(|(path, _)| path).as_deref(), path, "{held:?}");
    }
}

#[test]
fn each_sort_of_bound_is_exact() {
    let name = |text: &str| Held { name: Some(text.to_owned()), ..Held::default() };
    let words =
        |words: &[&str]| Held { words: Some(words.iter().map(|&word| word.into()).collect()), ..Held::default() };
    let whole = |number| Held { whole: Some(number), ..Held::default() };
    let share = |number| Held { share: Some(number), ..Held::default() };
    let price = |digits: &str| Held { price: Some(digits.parse().unwrap()), ..Held::default() };
    let amount = |units| Held { amount: Some(Amount::new(units)), ..Held::default() };
    let step = |number| Held { step: Some(number), ..Held::default() };
    let cents = |digits: &str| Held { cents: Some(digits.parse().unwrap()), ..Held::default() };
    let odd = |digits: &str| Held { odd: Some(digits.parse().unwrap()), ..Held::default() };
    let cases = [
        (odd("987654321098765432101.23456789012345678"), None),
        (
            odd("987654321098765432101.23456789012345679"),
            Some("`odd` must be a multiple of 98765432109876543210.123456789012345678"),
        ),
        (name("éé"), None),
        (name("é"), Some("`name` must not have less than 2 characters")),
        (words(&["a", "b"]), None),
        (words(&[]), Some("`words` must not have less than 1 item")),
        (words(&["a", "b", "a"]), Some("`words[2]` is in the list already, which must have no item twice")),
        (whole(10), None),
        (whole(9), Some("`whole` must not be less than 10")),
        (whole(u64::MAX - 1), None),
        (whole(u64::MAX), Some("`whole` must not be more than 18446744073709551614")),
        (share(f64::MIN_POSITIVE), None),
        (share(0.0), Some("`share` must be more than 0")),
        (share(-0.0), Some("`share` must be more than 0")),
        (share(1.0), Some("`share` must be less than 1")),
        (share(1e300), Some("`share` must be less than 1")),
        (price("0.5"), None),
        (price("000.50"), None),
        (price("0.4999999999999999999999"), Some("`price` must not be less than 0.50")),
        (price("-7"), Some("`price` must not be less than 0.50")),
        (price("100000000000000000000.1"), None),
        (
            price("100000000000000000000.1000000000000000000001"),
            Some("`price` must not be more than 100000000000000000000.10"),
        ),
        (amount(55), None),
        (amount(45), Some("`amount` must not be less than 50")),
        (amount(52), Some("`amount` must be a multiple of 5")),
        (step(0.07), None),
        (step(1e300), None),
        (step(-12.34), None),
        (step(0.0), None),
        (step(0.1 + 0.2), Some("`step` must be a multiple of 0.01")),
        (step(1e-300), Some("`step` must be a multiple of 0.01")),
        (cents("7.750"), None),
        (cents("7.8"), Some("`cents` must be a multiple of 0.25")),
        (cents("123456789012345678901234567890123456789012345.50"), None),
        (cents("123456789012345678901234567890123456789012345.51"), Some("`cents` must be a multiple of 0.25")),
    ];
    for (held, reason) in cases {
        let expected = reason.map(|reason| format!("held.send was not sent: {reason}"));
        assert_eq!(refusal(held.clone()).map(|(_, message)| message), expected, "{held:?}");
    }
}
