//! Brings values that documentation shows within their bounds.

use serde_json::{Value, json};

use crate::api::{self, BoundKind, Bounds, Type};
use crate::rust::model::{RustType, Sample, SampleValue};
use crate::rust::scalars;
use crate::rust::shown::is_short;

/// Documentation shows no more items of a list, though there must be more.
const MOST_ITEMS: usize = 5;

/// How many items of a list are shown.
pub(super) fn least_items(bounds: &Bounds) -> usize {
    let least = bounds.size(BoundKind::MinItems).and_then(|least| usize::try_from(least).ok()).unwrap_or_default();
    least.clamp(1, MOST_ITEMS)
}

/// A value for a type, or one near it that keeps to bounds, as far as that is easy to read.
pub(super) fn within(mut sample: Sample, ty: &Type, bounds: &Bounds) -> Sample {
    sample.value = match sample.value {
        SampleValue::Literal(json) => literal(near(json, ty, bounds), ty),
        SampleValue::Text(text) => match near(json!(text), ty, bounds) {
            Value::String(near) => SampleValue::Text(near),
            _ => SampleValue::Text(text),
        },
        SampleValue::Parsed(parsed, text) => match near(json!(text), ty, bounds) {
            Value::String(near) => SampleValue::Parsed(parsed, near),
            _ => SampleValue::Parsed(parsed, text),
        },
        SampleValue::Some(inner) => SampleValue::Some(Box::new(within(*inner, ty, bounds))),
        SampleValue::List(items) => SampleValue::List(list(items, ty, bounds)),
        SampleValue::Map(entries) => {
            let inside = bounds.inside();
            SampleValue::Map(entries.into_iter().map(|(key, value)| (key, within(value, ty, &inside))).collect())
        }
        value => value,
    };
    sample
}

/// As many items as there must be, which differ as far as they can.
fn list(items: Vec<Sample>, ty: &Type, bounds: &Bounds) -> Vec<Sample> {
    let Some(first) = items.first() else { return items };
    let converts = first.converts;
    let literals = items.iter().map(|item| match &item.value {
        SampleValue::Literal(json) => Some(json.clone()),
        SampleValue::Text(text) => Some(json!(text)),
        _ => None,
    });
    let is_made_up = items.iter().all(Sample::is_made_up);
    let again = |json: Value| match json {
        Value::String(text) if is_made_up => SampleValue::Text(text),
        json => literal(json, ty),
    };
    let literals: Option<Vec<Value>> = literals.collect();
    if let Some(Value::Array(near)) = literals.map(|literals| near(Value::Array(literals), ty, bounds)) {
        let items = near.into_iter().take(MOST_ITEMS);
        return items.map(|json| Sample { value: again(json), converts }).collect();
    }
    let inside = bounds.inside();
    let within = items.iter().cycle().take(items.len().max(least_items(bounds)));
    within.map(|item| self::within(item.clone(), ty, &inside)).collect()
}

/// A value near another one that keeps to bounds, if it is easy to read.
fn near(json: Value, ty: &Type, bounds: &Bounds) -> Value {
    let near = api::within(json.clone(), bounds, ty.range().is_some());
    if is_short(&near) { near } else { json }
}

/// A literal. Where callers may give several types, a number without a type of its own is an `i32`.
pub(super) fn literal(json: Value, ty: &Type) -> SampleValue {
    let wide = json.as_i64().map(i128::from).or_else(|| json.as_u64().map(i128::from));
    let wide = wide.filter(|number| i32::try_from(*number).is_err());
    match (wide, ty.innermost()) {
        (Some(number), Type::Scalar(scalar)) => match scalars::row(*scalar).ty {
            RustType::Language(name) => SampleValue::Wide(name, number),
            _ => SampleValue::Wide("i64", number),
        },
        _ => SampleValue::Literal(json),
    }
}
