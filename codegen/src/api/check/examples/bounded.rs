//! Brings made values within their bounds.

use serde_json::{Number, Value, json};

use super::kept::keeps;
use crate::{
    api::model::{Bound, Bounds, Exact},
    spec::{BoundKind, End, Measure},
};

/// A made value, or one near it that keeps to bounds; what no pattern matches is left as it is.
pub(super) fn within(value: Value, bounds: &Bounds, is_whole: bool) -> Value {
    let keeps = |value: &Value| bounds.list.iter().all(|bound| keeps(value, bound));
    if keeps(&value) {
        return value;
    }
    match &value {
        Value::String(text) if bounds.list.iter().any(|bound| bound.kind.measure() == Measure::Characters) => {
            json!(fitting(text, bounds))
        }
        Value::Array(items) => json!(filled(items, bounds)),
        Value::Number(number) => {
            let found = numbers(&number.to_string(), bounds, is_whole).map(number_of).find(|near| keeps(near));
            found.unwrap_or(value)
        }
        Value::String(digits) => {
            let found = numbers(digits, bounds, is_whole).map(|near| json!(near.to_string())).find(|near| keeps(near));
            found.unwrap_or(value)
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
fn numbers(digits: &str, bounds: &Bounds, is_whole: bool) -> impl Iterator<Item = Exact> {
    let [least, most] = [End::Least, End::Most]
        .map(|end| bounds.at(Measure::Value, end, is_whole).first().and_then(|bound| bound.nearest(is_whole)));
    let step = bounds.of(BoundKind::MultipleOf).and_then(Bound::number);
    let between = least.zip(most).map(|(least, most)| least.halfway_to(most));
    let inside = [least.map(|least| least.plus(1)), most.map(|most| most.plus(-1)), between];
    let near = [Exact::of(digits), least, most].into_iter().chain(inside).flatten();
    near.flat_map(move |number| [Some(number), step.map(|step| number.up_to_multiple_of(step))]).flatten()
}

/// A number as JSON.
fn number_of(number: Exact) -> Value {
    let digits = number.to_string();
    let whole = digits.parse::<i64>().map(Number::from).or_else(|_| digits.parse::<u64>().map(Number::from)).ok();
    let nearest = || digits.parse().ok().and_then(Number::from_f64);
    whole.or_else(nearest).map_or(Value::Null, Value::Number)
}
