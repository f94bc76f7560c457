//! The feature `serde`: models within other people's types.

use std::collections::BTreeMap;

use serde_core::de::value::{Error as ValueError, MapDeserializer};
use serde_core::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::super::support::sample::{Order, OrderId, OrderStatus, Shapes};
use crate::runtime::{Amount, Currency, Decimal};

#[test]
fn models_are_written_as_their_own_json() {
    let order = Order::example();
    assert_eq!(serde_json::to_string(&order).unwrap(), order.to_json());
    assert_eq!(serde_json::to_value([&order]).unwrap()[0]["total"], json!("2200"));
}

#[test]
fn models_are_read_from_any_self_describing_format() {
    let value: Value = serde_json::from_str(include_str!("../support/order.json")).unwrap();
    assert_eq!(Order::deserialize(&value).unwrap(), Order::example());
    let orders: BTreeMap<OrderId, Vec<Order>> = serde_json::from_value(json!({"ord_1": [value]})).unwrap();
    assert_eq!(orders["ord_1"], [Order::example()]);
}

#[test]
fn texts_are_texts() {
    fn assert_round_trip<T: Serialize + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(
        value: &T,
        json: &Value,
    ) {
        assert_eq!(serde_json::to_value(value).unwrap(), *json);
        assert_eq!(T::deserialize(json).unwrap(), *value);
    }
    assert_round_trip(&OrderId::from("ord_1"), &json!("ord_1"));
    assert_round_trip(&OrderStatus::from("frozen"), &json!("frozen"));
    assert_round_trip(&Amount::new(-7), &json!("-7"));
    assert_round_trip(&Currency::from("usd"), &json!("usd"));
    assert_round_trip(&"1.50".parse::<Decimal>().unwrap(), &json!("1.50"));
}

#[test]
fn an_error_names_the_place() {
    let error = serde_json::from_str::<Vec<Shapes>>(r#"[{"integer":1,"number":1,"grid":[[true]]}]"#).unwrap_err();
    assert!(error.to_string().starts_with("at `grid[0][0]`: expected an integer, found the boolean true"), "{error}");
    let error = Shapes::deserialize(json!({"integer": "one"})).unwrap_err();
    assert_eq!(error.to_string(), "at `integer`: expected an integer, found \"one\"");
    let members = MapDeserializer::<_, ValueError>::new([("integer", 1)].into_iter());
    let error = Shapes::deserialize(members).unwrap_err();
    assert_eq!(error.to_string(), "at `number`: expected a number, found no such member");
}
