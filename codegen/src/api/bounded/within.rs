//! Brings made values within their bounds.

use serde_json::{Number, Value, json};

use super::kept::keeps;
use crate::{
    api::model::{Bound, Bounds, Exact},
    spec::{BoundKind, End, Measure},
};

/// A made value, or one near it that keeps to bounds, and so with all that is in a list or map; what no pattern matches is
/// left as it is.
pub(crate) fn within(value: Value, bounds: &Bounds, is_whole: bool) -> Value {
    let keeps = |value: &Value| bounds.list.iter().all(|bound| keeps(value, bound));
    if keeps(&value) {
        return value;
    }
    match value {
        Value::Array(items) => {
            let inside = bounds.inside();
            let items: Vec<Value> = items.into_iter().map(|item| within(item, &inside, is_whole)).collect();
            Value::Array(filled(&items, bounds))
        }
        Value::Object(entries) => {
            let near = entries.into_iter().map(|(key, value)| (key, within(value, bounds, is_whole)));
            Value::Object(near.collect())
        }
        Value::String(text) if bounds.list.iter().any(|bound| bound.kind.measure() == Measure::Characters) => {
            json!(fitting(&text, bounds))
        }
        Value::Number(number) => {
            let mut near =
                numbers(Exact::of(&number.to_string()), bounds, is_whole).map(|near| number_of(near, is_whole));
            near.find(keeps).unwrap_or(Value::Number(number))
        }
        Value::String(digits) => {
            let mut near = numbers(Exact::of(&digits), bounds, is_whole).map(|near| json!(near.to_string()));
            near.find(keeps).unwrap_or(Value::String(digits))
        }
        _ => value,
    }
}

/// A text, as long as it may be.
fn fitting(text: &str, bounds: &Bounds) -> String {
    let size = |kind| bounds.size(kind).and_then(|size| usize::try_from(size).ok());
    let written = text.chars().count();
    let least = size(BoundKind::MinLength).unwrap_or_default().min(LONGEST);
    let most = size(BoundKind::MaxLength).unwrap_or(usize::MAX);
    text.chars().cycle().take(written.max(least).min(most)).collect()
}

/// No made text or list is longer, whatever its bounds say.
const LONGEST: usize = 1000;

/// A list with as many items as there must be, which differ as far as they can.
fn filled(items: &[Value], bounds: &Bounds) -> Vec<Value> {
    let least = bounds.size(BoundKind::MinItems).and_then(|least| usize::try_from(least).ok()).unwrap_or_default();
    let Some(first) = items.first() else { return Vec::new() };
    let item = |index: usize| match first {
        Value::String(text) if index > 0 => json!(format!("{text}{}", index + 1)),
        Value::Number(number) => {
            let next =
                number.as_u64().zip(u64::try_from(index).ok()).and_then(|(first, index)| first.checked_add(index));
            next.map_or_else(|| first.clone(), |next| json!(next))
        }
        _ => first.clone(),
    };
    (0..least.clamp(items.len(), LONGEST)).map(item).collect()
}

/// Numbers that may keep to bounds, the likely ones first.
fn numbers(made: Option<Exact>, bounds: &Bounds, is_whole: bool) -> impl Iterator<Item = Exact> {
    let [least, most] = [End::Least, End::Most]
        .map(|end| bounds.at(Measure::Value, end, is_whole).first().and_then(|bound| bound.nearest(is_whole)));
    let step = bounds.of(BoundKind::MultipleOf).and_then(Bound::number);
    let between = least.zip(most).map(|(least, most)| least.halfway_to(most));
    let inside = [least.map(|least| least.plus(1)), most.map(|most| most.plus(-1)), between];
    let near = [made, least, most].into_iter().chain(inside).flatten();
    near.flat_map(move |number| [Some(number), step.map(|step| number.up_to_multiple_of(step))]).flatten()
}

/// A number as JSON: one with a point, if it need not be whole.
fn number_of(number: Exact, is_whole: bool) -> Value {
    let digits = number.to_string();
    let nearest = || digits.parse().ok().and_then(Number::from_f64);
    if !is_whole {
        return nearest().map_or(Value::Null, Value::Number);
    }
    let whole = digits.parse::<i64>().map(Number::from).or_else(|_| digits.parse::<u64>().map(Number::from));
    whole.map_or(Value::Null, Value::Number)
}
