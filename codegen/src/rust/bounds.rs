//! Bounds of what callers give.

use serde_json::{Value, json};

use super::docs::{self, Doc};
use super::model::{Bound, Limit, in_words};
use super::types::Types;
use crate::api::{self, BoundKind, Bounds, Measure, Scalar, Sense, Type};

/// The bounds of a value, as generated code checks them and documentation tells them.
pub(super) fn bounds(bounds: &Bounds, ty: &Type) -> Vec<Bound> {
    let lower = bounds.list.iter().map(|bound| Bound {
        key: bound.kind.key(),
        limit: limit(bound),
        check: check(bound.kind),
        sentence: sentence(bound, bounds)
            .map(|sentence| if ty.is_bounded_inside(bound.kind.measure()) { of_each(&sentence) } else { sentence }),
        lists: 0,
    });
    lower.collect()
}

/// What a sentence says, of each value that is in a list or map.
pub(super) fn of_each(sentence: &str) -> String {
    match sentence.strip_prefix("Must ") {
        Some(rest) => format!("Each must {rest}"),
        None => format!("{} each.", sentence.trim_end_matches('.')),
    }
}

/// A documentation with the bounds of the value, with what the service takes where there is none, and with an example.
pub(super) fn bounded<'a>(
    mut doc: Doc,
    bounds: impl IntoIterator<Item = &'a Bound>,
    default: Option<String>,
    example: Option<String>,
) -> Doc {
    doc.section(in_words(bounds));
    doc.section(default.map(|default| format!("The service takes {default} unless told.")));
    doc.section(example);
    doc
}

/// What documentation says of an example, if it tells more than the type does.
pub(super) fn shown(example: Option<&Value>, ty: &Type, is_secret: bool) -> Option<String> {
    let is_listed = matches!(ty.innermost(), Type::Enum(_) | Type::Scalar(Scalar::Boolean));
    let is_nothing = |example: &Value| [Value::Null, json!(""), json!([]), json!({})].contains(example);
    let example = example.filter(|example| !is_listed && !is_secret && !is_nothing(example))?;
    let text = |value: &Value| docs::code(&value.as_str().map_or_else(|| value.to_string(), str::to_owned));
    let words = match example {
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(", "),
        value => text(value),
    };
    Some(format!("For example {words}."))
}

/// What the service takes of a type where callers give nothing: a value of an enum by its name in Rust.
pub(super) fn default_of(default: &Value, ty: &Type, types: &Types<'_>) -> String {
    let named = match ty.without_null().meant() {
        Type::Enum(id) => types.value_of(*id, default).map(|(ty, name)| docs::links::to_variant(ty, &name)),
        _ => None,
    };
    let text = || default.as_str().map_or_else(|| default.to_string(), str::to_owned);
    named.unwrap_or_else(|| docs::code(&text()))
}

fn limit(bound: &api::Bound) -> Limit {
    let value = || bound.value.clone();
    match (bound.kind.sense(), bound.kind.measure()) {
        (Sense::Unique, _) => Limit::Nothing,
        (Sense::Matching, _) => Limit::Pattern(value()),
        (_, Measure::Value) => Limit::Number(value()),
        _ => bound.value.parse().map_or_else(|_| Limit::Number(value()), Limit::Size),
    }
}

/// The variant of the runtime's enum that checks bounds of a kind. No engine for regular expressions is in the crate.
fn check(kind: BoundKind) -> Option<&'static str> {
    match kind {
        BoundKind::MinLength => Some("MinLength"),
        BoundKind::MaxLength => Some("MaxLength"),
        BoundKind::Pattern => None,
        BoundKind::MinItems => Some("MinItems"),
        BoundKind::MaxItems => Some("MaxItems"),
        BoundKind::UniqueItems => Some("UniqueItems"),
        BoundKind::Min => Some("Min"),
        BoundKind::ExclusiveMin => Some("ExclusiveMin"),
        BoundKind::Max => Some("Max"),
        BoundKind::ExclusiveMax => Some("ExclusiveMax"),
        BoundKind::MultipleOf => Some("MultipleOf"),
    }
}

/// What a bound says, where it stands beside others: `From 1 to 5 items.` tells two of them.
fn sentence(bound: &api::Bound, beside: &Bounds) -> Option<String> {
    let other = |sense: Sense| {
        let mut others = beside.list.iter();
        others.find(|other| other.kind.measure() == bound.kind.measure() && other.kind.sense() == sense)
    };
    match bound.kind.sense() {
        Sense::AtMost if other(Sense::AtLeast).is_some() => return None,
        Sense::AtLeast => {
            if let Some(most) = other(Sense::AtMost) {
                let is_one = most.value == bound.value;
                let from = if is_one { "Exactly".to_owned() } else { format!("From {} to", bound.value) };
                return Some(format!("{from} {}.", most.amount()));
            }
        }
        Sense::Matching => return Some(format!("Must match {}.", docs::code(&bound.value))),
        Sense::AtMost | Sense::MoreThan | Sense::LessThan | Sense::MultipleOf | Sense::Unique => {}
    }
    let must = bound.must();
    Some(match must.strip_prefix("be ") {
        Some(rest) => format!("{}{}.", rest[..1].to_uppercase(), &rest[1..]),
        None => format!("Must {must}."),
    })
}
