//! Whether values keep to bounds.

use serde_json::Value;

use super::pattern::Pattern;
use crate::{
    api::model::{Bound, Exact},
    spec::{Measure, Sense},
};

/// Whether a value keeps to a bound, as far as both can be told. What holds for a text or number holds for each one in a
/// list or map.
pub(crate) fn keeps(value: &Value, bound: &Bound) -> bool {
    match (bound.kind.measure(), value) {
        (Measure::Items, Value::Array(items)) if bound.kind.sense() == Sense::Unique => {
            !items.iter().enumerate().any(|(at, item)| items[..at].contains(item))
        }
        (Measure::Items, Value::Array(items)) => holds(items.len().try_into().ok().and_then(Exact::whole), bound),
        (Measure::Items | Measure::Nothing, _) => true,
        (_, Value::Array(items)) => items.iter().all(|item| keeps(item, bound)),
        (_, Value::Object(entries)) => entries.values().all(|value| keeps(value, bound)),
        (Measure::Characters, Value::String(text)) if bound.kind.sense() == Sense::Matching => {
            Pattern::parse(&bound.value).map_or(true, |pattern| pattern.is_in(text))
        }
        (Measure::Characters, Value::String(text)) => {
            holds(text.chars().count().try_into().ok().and_then(Exact::whole), bound)
        }
        (Measure::Value, Value::Number(number)) => holds(Exact::of(&number.to_string()), bound),
        (Measure::Value, Value::String(digits)) => holds(Exact::of(digits), bound),
        (Measure::Characters | Measure::Value, _) => true,
    }
}

/// Whether what a bound measures keeps to it.
fn holds(measured: Option<Exact>, bound: &Bound) -> bool {
    let is_within = |measured: Exact, number: Exact| match bound.kind.sense() {
        Sense::AtLeast => measured >= number,
        Sense::MoreThan => measured > number,
        Sense::AtMost => measured <= number,
        Sense::LessThan => measured < number,
        Sense::MultipleOf => measured.is_multiple_of(number),
        Sense::Unique | Sense::Matching => true,
    };
    measured.zip(bound.number()).is_none_or(|(measured, number)| is_within(measured, number))
}
