//! Whether a value of an example fits a type that has no members.

use crate::{
    api::model::{Api, Enum, TimestampFormat, Type},
    diag::{Diagnostics, alternatives, code, instead},
    spec::{Node, Value},
};

/// Why a value does not fit, and what to write instead.
pub(super) struct Mismatch {
    pub(super) expected: String,
    pub(super) help: String,
}

/// Checks a value against a type that is neither object, list, map nor nullable, where instants have a form. The faults
/// so far decide whether what was probably meant is looked for.
pub(super) fn check(
    node: &Node,
    ty: &Type,
    timestamps: TimestampFormat,
    api: &Api,
    faults: &Diagnostics,
) -> Result<(), Mismatch> {
    let text = match &node.value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    };
    let integer = match &node.value {
        Value::Number(number) => number.as_i64(),
        _ => None,
    };
    let fits = match ty {
        Type::String | Type::Currency | Type::Id(_) | Type::Expandable(..) => text.is_some(),
        Type::Boolean => matches!(node.value, Value::Boolean(_)),
        Type::Integer => integer.is_some(),
        Type::Number => matches!(node.value, Value::Number(_)),
        Type::Decimal => integer.is_some() || text.is_some_and(is_decimal),
        Type::Money => integer.is_some() || text.is_some_and(is_integer),
        Type::Timestamp => match timestamps {
            TimestampFormat::Rfc3339 => text.is_some_and(|text| text.parse::<jiff::Timestamp>().is_ok()),
            TimestampFormat::Unix => integer.is_some_and(|seconds| jiff::Timestamp::from_second(seconds).is_ok()),
        },
        Type::Enum(id) => text.is_some_and(|text| api[*id].values.iter().any(|value| value.item.name == text)),
        Type::Json | Type::Object(_) | Type::List(_) | Type::Map(_) | Type::Nullable(_) => true,
    };
    if fits { Ok(()) } else { Err(mismatch(node, text, ty, timestamps, api, faults)) }
}

fn mismatch(
    node: &Node,
    text: Option<&str>,
    ty: &Type,
    timestamps: TimestampFormat,
    api: &Api,
    faults: &Diagnostics,
) -> Mismatch {
    let quotes = "put it in quotes";
    let (expected, help) = match ty {
        Type::Boolean => ("true or false", "write `true` or `false` without quotes"),
        Type::Integer => ("a whole number of 64 bits", "write digits without quotes"),
        Type::Number => ("a number", "write it without quotes"),
        Type::Decimal => ("a decimal number", "write it in quotes, such as \"12.50\""),
        Type::Money => ("an amount", "write a whole number of the currency's minor unit, such as `2000`"),
        Type::Timestamp => match timestamps {
            TimestampFormat::Rfc3339 => ("a timestamp", TIMESTAMP_HELP),
            TimestampFormat::Unix => ("a timestamp", SECONDS_HELP),
        },
        Type::Expandable(..) => ("an identifier, or the object itself", "write one of the two"),
        Type::Enum(id) => return unknown_value(&api[*id], text, faults),
        _ if matches!(node.value, Value::Number(_) | Value::Boolean(_)) => ("text", quotes),
        _ => ("text", "write a text"),
    };
    Mismatch { expected: expected.to_owned(), help: help.to_owned() }
}

/// The last instant that the client can hold leaves room for every offset.
const TIMESTAMP_HELP: &str = "\
write an instant of RFC 3339 that is not after `9999-12-30T22:00:00Z`, with up to 9 digits of a second, such as \
`2025-01-01T00:00:00.000Z`";

const SECONDS_HELP: &str = "write whole seconds since 1970 that are not after `253402207200`, such as `1735689600`";

fn unknown_value(enumeration: &Enum, text: Option<&str>, faults: &Diagnostics) -> Mismatch {
    let known = || enumeration.values.iter().map(|value| value.item.name.as_str());
    let meant = text.and_then(|text| faults.closest(text, known()));
    let help = instead(meant, format!("write {}, or add the value to the enum", alternatives(known())));
    Mismatch { expected: format!("a value of the enum {}", code(&enumeration.item.name)), help }
}

/// `-?(0|[1-9][0-9]*)`, of 64 bits.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    (digits == "0" || !digits.starts_with(['0', '+'])) && text.parse::<i64>().is_ok()
}

/// `-?[0-9]+(\.[0-9]+)?`
fn is_decimal(text: &str) -> bool {
    let is_digits = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.strip_prefix('-').unwrap_or(text);
    number.split_once('.').map_or(is_digits(number), |(whole, fraction)| is_digits(whole) && is_digits(fraction))
}
