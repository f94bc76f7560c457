//! Checks the bounds of members and parameters.

use crate::{
    api::{
        model::{Bounds, Type},
        scalars::{Measure, Scalar},
    },
    diag::{Diagnostic, Diagnostics, Span, alternatives, code},
    spec::{self, Read, Spanned},
};

/// Checks the bounds of what has a type.
pub(crate) fn check(bounds: &Read<spec::Bounds>, ty: &Type, diagnostics: &mut Diagnostics) -> Bounds {
    let Ok(bounds) = bounds else { return Bounds::default() };
    let spec::Bounds { max_length, max_items, min, max } = bounds;
    let mut size = |bound: &Option<Spanned<i64>>, key: &str, measure: Measure| {
        let bound = bound.as_ref()?;
        fitting(key, measure, ty, &bound.span, diagnostics);
        let size = u64::try_from(bound.value).ok().filter(|size| *size > 0);
        if size.is_none() {
            let message = format!("{} is no size", code(&bound.value.to_string()));
            let help = format!("write a whole number above zero, or remove `{key}`");
            fault(message, &bound.span, "not above zero", help, diagnostics);
        }
        size
    };
    let max_length = size(max_length, "max_length", Measure::Characters);
    let max_items = size(max_items, "max_items", Measure::Items);
    for (bound, key) in [(min, "min"), (max, "max")] {
        if let Some(bound) = bound {
            fitting(key, Measure::Value, ty, &bound.span, diagnostics);
        }
    }
    if let (Some(min), Some(max)) = (min, max)
        && min.value > max.value
    {
        let message = format!("no number is at least {} and at most {}", min.value, max.value);
        fault(message, &max.span, "less than `min`", "write the smaller number as `min`".to_owned(), diagnostics);
    }
    let value = |bound: &Option<Spanned<i64>>| bound.as_ref().map(|bound| bound.value);
    Bounds { max_length, max_items, min: value(min), max: value(max) }
}

/// Reports a bound of something that has no such size.
fn fitting(key: &str, measure: Measure, ty: &Type, place: &Span, diagnostics: &mut Diagnostics) {
    if ty.measure() != measure {
        let kind =
            if measure == Measure::Items { "`[…]`".to_owned() } else { alternatives(Scalar::names_with(measure)) };
        let meant = match ty.measure() {
            Measure::Characters => "write `max_length` in its place",
            Measure::Items => "write `max_items` in its place",
            Measure::Value => "write `min` or `max` in its place",
            Measure::Nothing => "remove it",
        };
        let help = format!("{meant}: `{key}` bounds the type {kind}");
        fault(format!("`{key}` bounds something that is no {kind}"), place, "this bound", help, diagnostics);
    }
}

fn fault(message: String, place: &Span, label: &str, help: String, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::new("invalid-bound", message, place, label).help(help));
}
