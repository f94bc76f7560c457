//! The table of what setters take: values as callers hold them, and each in an `Option`.

use std::fmt::Write as _;

/// Of the crate of shapes: a resource, a setter of its call, and expressions that it takes.
const TAKEN: &[(&str, &str, &[&str])] = &[
    ("texts", "one", &["\"a\"", "text.clone()", "&text", "'a'", "Some(\"a\")", "Some(&text)", "Some(text.clone())"]),
    ("truths", "one", &["true", "Some(true)", "None"]),
    ("counts", "one", &["5", "5i64", "5u32", "5i8", "Some(5)", "Some(5u8)", "None::<i64>"]),
    ("tallys", "one", &["5", "Some(5)", "None"]),
    ("channels", "one", &["5", "u32::MAX", "Some(5)", "None"]),
    ("sizes", "one", &["5", "u64::MAX", "Some(5)", "None"]),
    ("ratios", "one", &["1.5", "1.5f32", "1", "Some(1.5)", "Some(1)"]),
    ("slopes", "one", &["1.5", "Some(1.5)", "None"]),
    ("rates", "one", &["\"1.5\".parse::<shapes::Decimal>().ok()", "shapes::Decimal::from(5)", "None"]),
    ("prices", "one", &["5", "5_000_000_000", "shapes::Amount::new(5)", "Some(5)"]),
    ("coins", "one", &["\"usd\"", "Some(\"usd\")", "text.clone()"]),
    ("instants", "one", &["now", "Some(now)", "shapes::Timestamp::from(now)", "None::<shapes::Timestamp>"]),
    ("days", "one", &["\"2025-01-31\".parse::<shapes::Date>().ok()"]),
    ("hours", "one", &["\"12:30:00\".parse::<shapes::Time>().ok()", "None"]),
    ("spans", "one", &["std::time::Duration::from_secs(5)", "Some(std::time::Duration::from_secs(5))"]),
    ("addresss", "one", &["\"https://shapes.example\"", "Some(text.clone())"]),
    ("pictures", "one", &["b\"a\"", "vec![1]", "&bytes[..]", "Some(bytes.clone())", "Some(b\"a\")"]),
    ("anythings", "one", &["json.clone()", "Some(json.clone())", "None"]),
    ("identifiers", "one", &["\"thing_1\"", "&id", "id.clone()", "Some(&id)", "Some(text.clone())"]),
    ("colours", "one", &["\"red\"", "named::Colour::Red", "Some(\"red\")", "Some(named::Colour::Red)"]),
    ("grades", "one", &["1", "Some(1)", "named::Grade::from(1)"]),
    ("seals", "one", &["true", "Some(true)"]),
    ("extents", "one", &["size()", "Some(size())", "None"]),
    ("choices", "one", &["size()", "Some(size())"]),
    (
        "texts",
        "list",
        &["[\"a\"]", "std::slice::from_ref(&text)", "vec![text.clone()]", "Some([\"a\"])", "Some(vec![&text])"],
    ),
    ("texts", "list", &["text.lines()", "(1..3).map(|number| number.to_string())", "None::<Vec<String>>"]),
    ("texts", "gaps", &["[Some(\"a\"), None]", "[Some(\"a\".to_string())]", "vec![Some(text.clone())]"]),
    ("texts", "lists", &["vec![vec![text.clone()]]"]),
    ("texts", "nullable", &["\"a\"", "&text", "text.clone()", "Some(\"a\")", "None::<&str>"]),
    ("counts", "nullable", &["5", "5u32", "Some(5)"]),
    ("truths", "nullable", &["true", "Some(true)", "None"]),
    ("instants", "nullable", &["now", "Some(now)"]),
    ("colours", "nullable", &["\"red\"", "named::Colour::Red", "Some(named::Colour::Red)"]),
    ("extents", "nullable", &["size()", "Some(size())", "None"]),
    ("texts", "nullable_list", &["[\"a\"]", "vec![text.clone()]", "Some([\"a\"])"]),
    ("texts", "nullable_map", &["[(\"a\", \"b\")]", "&map"]),
    ("skus", "one", &["\"a\"", "named::Sku::from(\"a\")", "Some(\"a\")", "text.clone()"]),
    ("pins", "one", &["\"a\"", "text.clone()", "Some(\"a\")"]),
    ("quantitys", "one", &["5", "5u32", "Some(5)"]),
    ("moments", "one", &["now", "Some(now)"]),
    ("tags", "one", &["[\"a\"]", "vec![text.clone()]", "Some([named::Sku::from(\"a\")])"]),
    ("shares", "one", &["\"1.5\".parse::<shapes::Decimal>().ok()", "shapes::Decimal::from(5)"]),
    ("pauses", "one", &["std::time::Duration::from_secs(5)"]),
    ("tokens", "one", &["b\"a\"", "vec![1]"]),
    ("counts", "list", &["[5]", "vec![5u32]", "Some([5])", "[i64::MAX]"]),
    ("truths", "gaps", &["[Some(true), None]", "Some([None])"]),
    ("extents", "list", &["[]", "[size()]", "Some(vec![size()])"]),
    ("identifiers", "list", &["[&id]", "[\"thing_1\"]", "Some([&id])"]),
    ("anythings", "list", &["[json.clone()]", "[]"]),
    ("texts", "by_name", &["[(\"a\", \"b\")]", "map.clone()", "&map", "Some(map.clone())", "Some([(\"a\", &text)])"]),
    ("counts", "by_name", &["[(\"a\", 5)]", "Some([(\"a\", 5u32)])"]),
    ("extents", "by_name", &["[(\"a\", size())]"]),
];

/// What takes nothing: setters to `null`, and those of what always says the same.
const UNTAKEN: &[&str] = &[
    "shapes::texts::set(&config).unset_nullable()",
    "shapes::extents::set(&config).unset_nullable()",
    "shapes::texts::set(&config).unset_nullable_list().unset_nullable_map()",
    "named::FixedParams::new().word().count().truth()",
    "named::FixedParams::new().nothing()",
    "named::FixedParams::new().nothing().unset_nothing()",
];

const HEAD: &str = "//! What setters take.
#![allow(clippy::too_many_lines, reason = \"it is a table\")]

use case_shapes::{self as shapes, named};

#[test]
fn setters_take_what_callers_hold() {
    let config = shapes::Config::new(\"sk_test_example\").expect(\"a key\");
    let (text, bytes, json) = (\"a\".to_owned(), vec![1], serde_json::Value::Null);
    let map = std::collections::BTreeMap::from([(\"a\".to_owned(), \"b\".to_owned())]);
    let (id, now, size) = (named::ThingId::from(\"thing_1\"), std::time::SystemTime::now(), || named::SizeParams::new(1));
";

/// A program of all of them.
pub(crate) fn program() -> String {
    let mut text = HEAD.to_owned();
    for (resource, setter, expressions) in TAKEN {
        for expression in *expressions {
            _ = writeln!(text, "    let _ = shapes::{resource}::set(&config).{setter}({expression});");
        }
    }
    for expression in UNTAKEN {
        _ = writeln!(text, "    let _ = {expression};");
    }
    text + "}\n"
}
