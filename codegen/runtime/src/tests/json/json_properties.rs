//! What holds for all documents: reading never panics, and what was written is read as it was.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;

use super::super::support::sample::{Order, Shapes, StatusTransitions};
use crate::runtime::{Amount, Decimal, Scalar, Timestamp, Token, WireForm, blank};

/// The names that the samples know, and others.
const NAMES: &[&str] = &[
    "id",
    "total",
    "currency",
    "status",
    "livemode",
    "status_transitions",
    "drafted_at",
    "committed_at",
    "parent",
    "note",
    "integer",
    "number",
    "decimal",
    "json",
    "orders",
    "grid",
    "metadata",
    "nested",
    "",
    "new.\"name\"",
];

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(Value::from("2025-08-27T12:00:00Z")),
    ];
    leaf.prop_recursive(4, 32, 8, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map(prop::sample::select(NAMES), inner, 0..8)
                .prop_map(|members| { members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect() }),
        ]
    })
}

/// The document of an example in which some members have other values.
fn nearly(example: &str) -> impl Strategy<Value = Value> + use<> {
    let example: Value = serde_json::from_str(example).unwrap();
    btree_map(prop::sample::select(NAMES), any_json(), 0..3).prop_map(move |changes| {
        let mut document = example.clone();
        for (name, value) in changes {
            document[name] = value;
        }
        document
    })
}

fn any_timestamp() -> impl Strategy<Value = Timestamp> {
    (0..4_000_000_000_i64, 0..1_000_000_000_u32)
        .prop_map(|(second, nanosecond)| Timestamp::new(second, nanosecond).unwrap())
}

prop_compose! {
    fn any_transitions()(
        drafted_at in any_timestamp(),
        committed_at in option::of(any_timestamp()),
    ) -> StatusTransitions {
        let mut transitions = StatusTransitions::example();
        (transitions.drafted_at, transitions.committed_at) = (drafted_at, committed_at);
        transitions
    }
}

prop_compose! {
    fn any_order()(
        texts in any::<[String; 3]>(),
        total in any::<i64>(),
        livemode in any::<bool>(),
        status_transitions in any_transitions(),
        parent in option::of(any::<String>()),
        note in option::of(any::<String>()),
    ) -> Order {
        let [id, currency, status] = texts;
        Order {
            id: id.into(),
            total: total.into(),
            currency: currency.into(),
            status: status.into(),
            livemode,
            status_transitions,
            parent: parent.map(Into::into),
            note,
        }
    }
}

prop_compose! {
    fn any_shapes()(
        integer in any::<i64>(),
        quarters in any::<i32>(),
        decimal in option::of("-?[0-9]{1,40}(\\.[0-9]{1,40})?"),
        orders in option::of(vec(any_order(), 0..3)),
        grid in option::of(vec(vec(any::<i64>(), 0..3), 0..3)),
        metadata in option::of(btree_map(any::<String>(), any::<String>(), 0..3)),
        nested in option::of(btree_map(any::<String>(), any_transitions(), 0..3)),
    ) -> Shapes {
        Shapes {
            integer,
            number: f64::from(quarters) / 4.0,
            decimal: decimal.map(|digits| digits.parse().unwrap()),
            json: metadata.as_ref().map(|metadata: &BTreeMap<String, String>| serde_json::json!(metadata)),
            orders,
            grid,
            metadata,
            nested,
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        let _ = Shapes::from_json(&text);
        let _ = Order::from_json(&text);
        let _ = text.parse::<Decimal>();
        let mut timestamp: Timestamp = blank();
        let _ = timestamp.accept(Token::Text(text.into()), WireForm::Default);
    }

    #[test]
    fn what_is_read_is_written_alike(document in prop_oneof![
        any_json(),
        nearly(include_str!("../support/order.json")),
        nearly(r#"{"integer":1,"number":0.5}"#),
    ]) {
        let text = document.to_string();
        if let Ok(order) = Order::from_json(&text) {
            prop_assert_eq!(Order::from_json(&order.to_json()).unwrap(), order);
        }
        if let Ok(shapes) = Shapes::from_json(&text) {
            let written = shapes.to_json();
            prop_assert_eq!(Shapes::from_json(&written).unwrap().to_json(), written);
        }
    }

    #[test]
    fn what_is_written_is_read_as_it_was(order in any_order(), shapes in any_shapes()) {
        prop_assert_eq!(Order::from_json(&order.to_json()).unwrap(), order);
        prop_assert_eq!(Shapes::from_json(&shapes.to_json()).unwrap(), shapes);
    }

    #[test]
    fn a_document_that_is_cut_off_is_refused(order in any_order(), cut in any::<prop::sample::Index>()) {
        let document = order.to_json();
        let length = cut.index(document.chars().count());
        let start: String = document.chars().take(length).collect();
        prop_assert!(Order::from_json(&start).is_err());
    }

    #[test]
    fn an_amount_takes_a_text_only_as_it_writes_it(text in "[-+0-9.e ]{0,22}") {
        let mut amount: Amount = blank();
        if amount.accept(Token::Text(text.as_str().into()), WireForm::Default) && text != "-0" {
            prop_assert_eq!(amount.to_string(), text);
        }
    }
}
