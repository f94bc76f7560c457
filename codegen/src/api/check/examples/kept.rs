//! Whether values keep to bounds.

use serde_json::Value;

use crate::{
    api::{
        check::pattern::Pattern,
        model::{Bound, Exact},
    },
    spec::{Measure, Sense},
};

/// Whether a value keeps to a bound, as far as both can be told.
pub(crate) fn keeps(value: &Value, bound: &Bound) -> bool {
    let is_within = |measured: Exact, number: Exact| match bound.kind.sense() {
        Sense::AtLeast => measured >= number,
        Sense::MoreThan => measured > number,
        Sense::AtMost => measured <= number,
        Sense::LessThan => measured < number,
        Sense::MultipleOf => measured.is_multiple_of(number),
        Sense::Unique | Sense::Matching => true,
    };
    match (bound.kind.sense(), value) {
        (Sense::Unique, Value::Array(items)) => !items.iter().enumerate().any(|(at, item)| items[..at].contains(item)),
        (Sense::Matching, Value::String(text)) => {
            Pattern::parse(&bound.value).map_or(true, |pattern| pattern.is_in(text))
        }
        _ => match (measured(value, bound.kind.measure()), bound.number()) {
            (Some(measured), Some(number)) => is_within(measured, number),
            _ => true,
        },
    }
}

/// What a bound measures of a value.
fn measured(value: &Value, measure: Measure) -> Option<Exact> {
    let size = |size: usize| Exact::whole(i128::try_from(size).ok()?);
    match (measure, value) {
        (Measure::Characters, Value::String(text)) => size(text.chars().count()),
        (Measure::Items, Value::Array(items)) => size(items.len()),
        (Measure::Value, Value::Number(number)) => Exact::of(&number.to_string()),
        (Measure::Value, Value::String(digits)) => Exact::of(digits),
        _ => None,
    }
}
