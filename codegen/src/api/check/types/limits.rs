//! Checks the bounds of members and parameters.

use crate::{
    api::model::{Limits, Type},
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, Read, Spanned},
};

/// Checks the bounds of what has a type.
pub(crate) fn check(limits: &Read<spec::Limits>, ty: &Type, diagnostics: &mut Diagnostics) -> Limits {
    let Ok(limits) = limits else { return Limits::default() };
    let spec::Limits { max_length, max_items, min, max } = limits;
    let ty = ty.without_null();
    let mut size = |limit: &Option<Spanned<i64>>, key: &str, kind: &str, fits: bool| {
        let limit = limit.as_ref()?;
        fitting(key, kind, fits, &limit.span, diagnostics);
        let size = u64::try_from(limit.value).ok().filter(|size| *size > 0);
        if size.is_none() {
            let message = format!("{} is no size", code(&limit.value.to_string()));
            let help = format!("write a whole number above zero, or remove `{key}`");
            fault(message, &limit.span, "not above zero", help, diagnostics);
        }
        size
    };
    let max_length = size(max_length, "max_length", "`string`", matches!(ty, Type::String | Type::Id(_)));
    let max_items = size(max_items, "max_items", "`[…]`", matches!(ty, Type::List(_)));
    for (limit, key) in [(min, "min"), (max, "max")] {
        if let Some(limit) = limit {
            fitting(key, "`integer`", *ty == Type::Integer, &limit.span, diagnostics);
        }
    }
    if let (Some(min), Some(max)) = (min, max)
        && min.value > max.value
    {
        let message = format!("no number is at least {} and at most {}", min.value, max.value);
        fault(message, &max.span, "less than `min`", "write the smaller number as `min`".to_owned(), diagnostics);
    }
    let value = |limit: &Option<Spanned<i64>>| limit.as_ref().map(|limit| limit.value);
    Limits { max_length, max_items, min: value(min), max: value(max) }
}

/// Reports a bound of something that has no such size.
fn fitting(key: &str, kind: &str, fits: bool, place: &Span, diagnostics: &mut Diagnostics) {
    if !fits {
        let help = format!("remove `{key}`: it bounds the type {kind}");
        fault(format!("`{key}` bounds something that is no {kind}"), place, "this bound", help, diagnostics);
    }
}

fn fault(message: String, place: &Span, label: &str, help: String, diagnostics: &mut Diagnostics) {
    diagnostics.push(Diagnostic::new("invalid-limit", message, place, label).help(help));
}
