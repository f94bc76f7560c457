//! Values without parts: what `type` and `format` say together.

use super::lowered::Lowered;
use crate::openapi::document::{Kind, Look, Schema};
use crate::spec::{Bound, BoundKind, Measure, Number, Text, Value};

/// The type of a single value of a sort.
pub(super) fn scalar(kind: Kind, schema: Schema<'_>) -> Lowered {
    let span = &schema.0.span;
    let plain = |name: &str| Lowered::named(name, span);
    let format = schema.format();
    let mut lowered = match (kind, format) {
        (Kind::Text, "date-time" | "datetime") => plain("timestamp"),
        (Kind::Text, "date") => plain("date"),
        // Many mean spans such as `30s` by it, which ISO 8601 does not know.
        (Kind::Text, "duration") if is_shown(schema, |text| text.starts_with(['P', '-'])) => plain("duration"),
        (Kind::Text, "uuid") => plain("uuid"),
        (Kind::Text, "uri" | "url" | "uri-reference" | "iri") => plain("uri"),
        (Kind::Text, "byte" | "base64") => plain("bytes"),
        (Kind::Text, "base64url") => Lowered::in_form("bytes", "base64url", span),
        (Kind::Text, "decimal") => plain("decimal"),
        (Kind::Text, "password") => Lowered { secret: Some(span.clone()), ..plain("string") },
        (Kind::Integer, "int32" | "int16" | "int8") => plain("int32"),
        (Kind::Integer, "uint32" | "uint16" | "uint8") => plain("uint32"),
        (Kind::Integer, "uint64" | "uint" | "uint128") => plain("uint64"),
        (Kind::Integer, "unix-time" | "timestamp") => Lowered::in_form("timestamp", "unix", span),
        (Kind::Number, "decimal") => Lowered::in_form("decimal", "number", span),
        (Kind::Integer, _) | (Kind::Number, "int32" | "int64") => plain("integer"),
        (Kind::Number, _) => plain("number"),
        (Kind::Boolean, _) => plain("boolean"),
        _ => plain("string"),
    };
    lowered.bounds = bounds(schema, measure(&lowered));
    lowered
}

/// Whether all values that a schema shows are of a form.
fn is_shown(schema: Schema<'_>, fits: impl Fn(&str) -> bool) -> bool {
    let shown =
        ["default", "example"].into_iter().filter_map(|key| schema.0.at(key)).chain(schema.0.items_at("examples"));
    shown.into_iter().all(|value| value.text().is_some_and(&fits))
}

/// Of what of a scalar bounds speak.
fn measure(lowered: &Lowered) -> Measure {
    let is = |words: &[&str]| words.iter().any(|word| lowered.is(word));
    if is(&["string", "uri"]) {
        Measure::Characters
    } else if is(&["int32", "uint32", "uint64", "integer", "number", "decimal"]) {
        Measure::Value
    } else {
        Measure::Nothing
    }
}

/// The keywords that bound something, and what each says.
const KEYWORDS: [(&str, BoundKind); 9] = [
    ("minLength", BoundKind::MinLength),
    ("maxLength", BoundKind::MaxLength),
    ("pattern", BoundKind::Pattern),
    ("minItems", BoundKind::MinItems),
    ("maxItems", BoundKind::MaxItems),
    ("uniqueItems", BoundKind::UniqueItems),
    ("minimum", BoundKind::Min),
    ("maximum", BoundKind::Max),
    ("multipleOf", BoundKind::MultipleOf),
];

/// What requests are held to, of what has such a measure.
pub(super) fn bounds(schema: Schema<'_>, measure: Measure) -> Vec<Bound> {
    let mut bounds: Vec<Bound> = Vec::new();
    for (keyword, kind) in KEYWORDS.into_iter().filter(|(_, kind)| kind.measure() == measure) {
        let Some(node) = schema.0.at(keyword) else { continue };
        let value = match (&node.value, kind) {
            (Value::Number(number), _) if kind.measure() == Measure::Value => number.as_str().to_owned(),
            (Value::Number(number), _) if kind.sense().end().is_some() => size(number),
            (Value::Text(text), BoundKind::Pattern) if !text.is_empty() => text.clone(),
            (Value::Boolean(true), BoundKind::UniqueItems) => "true".to_owned(),
            _ => continue,
        };
        // No bound says that there is nothing, and one that says nothing is none.
        let is_idle =
            matches!(kind, BoundKind::MinLength | BoundKind::MinItems | BoundKind::MaxLength | BoundKind::MaxItems)
                && value == "0";
        if !is_idle {
            bounds.push(Bound { kind, value: Text { value, span: node.span.clone() } });
        }
    }
    if measure == Measure::Value {
        exclusive(schema, &mut bounds);
    }
    bounds
}

/// How many there are at least or at most: `5.0` is written as `5`.
fn size(number: &Number) -> String {
    let whole = number.to_json().and_then(|number| number.as_f64()).filter(|size| size.fract() == 0.0);
    match whole {
        Some(whole) if number.as_i64().is_none() => format!("{whole:.0}"),
        _ => number.as_str().to_owned(),
    }
}

/// Bounds that values do not reach: numbers of their own, or, in OpenAPI 3.0, truths about the others.
fn exclusive(schema: Schema<'_>, bounds: &mut Vec<Bound>) {
    for (keyword, plain, strict) in [
        ("exclusiveMinimum", BoundKind::Min, BoundKind::ExclusiveMin),
        ("exclusiveMaximum", BoundKind::Max, BoundKind::ExclusiveMax),
    ] {
        let Some(node) = schema.0.at(keyword) else { continue };
        match &node.value {
            Value::Boolean(true) => {
                for bound in bounds.iter_mut().filter(|bound| bound.kind == plain) {
                    bound.kind = strict;
                }
            }
            Value::Number(number) => {
                let value = Text { value: number.as_str().to_owned(), span: node.span.clone() };
                bounds.push(Bound { kind: strict, value });
            }
            _ => {}
        }
    }
}
