//! Checks enums: their values are what their base says.

use crate::{
    api::{
        check::items::{self, Kind},
        model::{Enum, EnumBase, EnumValue},
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, Text},
};

pub(super) fn check(enumeration: &spec::Enum, diagnostics: &mut Diagnostics) -> Enum {
    let values = enumeration.values.as_deref().unwrap_or_default();
    if let Ok(base) = enumeration.base {
        for value in values {
            value_of(&value.name, base, "value of an enum", diagnostics);
        }
    }
    Enum {
        item: items::check_type(&enumeration.item, Kind::Enum, enumeration.in_place.is_some(), diagnostics),
        in_place: enumeration.in_place.clone(),
        base: enumeration.base.unwrap_or(EnumBase::Text),
        values: values.iter().map(|value| EnumValue { item: items::check(value, Kind::Value, diagnostics) }).collect(),
        closed: enumeration.closed,
    }
}

/// Checks that a name is a value of a base, and written in the one way in which it is sent.
pub(super) fn value_of(name: &Text, base: EnumBase, noun: &str, diagnostics: &mut Diagnostics) {
    let written = name.value.as_str();
    let (is_one, expected, help) = match base {
        EnumBase::Text => return,
        EnumBase::Integer => (
            written.parse::<i64>().is_ok_and(|integer| integer.to_string() == written),
            "a whole number of 64 bits in decimal digits",
            "write its digits as JSON does, such as `1` or `-1`; if the values are texts, leave out `base`",
        ),
        EnumBase::Boolean => (
            matches!(written, "true" | "false"),
            "`true` or `false`",
            "write `true` or `false`; if the values are texts, leave out `base`",
        ),
    };
    if !is_one {
        let message = format!("{} is no {noun} of {}s", code(written), base.as_str());
        let fault = Diagnostic::new("invalid-value", message, &name.span, format!("this is not {expected}"));
        diagnostics.push(fault.help(help));
    }
}
