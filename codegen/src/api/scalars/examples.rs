//! What an example may hold, and what to say where it holds something else.

use super::instants::TimestampFormat;
use crate::spec::Value;

/// What an example may hold of a kind of scalar, where instants have a form.
pub struct ExampleRule {
    /// Whether a value fits.
    pub fits: fn(&Value, TimestampFormat) -> bool,
    /// What is expected of one that does not, in words.
    pub expected: &'static str,
    /// What to write instead of it.
    pub help: fn(&Value, TimestampFormat) -> &'static str,
}

/// Any text.
pub(super) const TEXT: ExampleRule = ExampleRule {
    fits: |value, _| text(value).is_some(),
    expected: "text",
    help: |value, _| match value {
        Value::Number(_) | Value::Boolean(_) => "put it in quotes",
        _ => "write a text",
    },
};

/// A truth.
pub(super) const BOOLEAN: ExampleRule = ExampleRule {
    fits: |value, _| matches!(value, Value::Boolean(_)),
    expected: "true or false",
    help: |_, _| "write `true` or `false` without quotes",
};

/// A whole number.
pub(super) const INTEGER: ExampleRule = ExampleRule {
    fits: |value, _| integer(value).is_some(),
    expected: "a whole number of 64 bits",
    help: |_, _| "write digits without quotes",
};

/// A number.
pub(super) const NUMBER: ExampleRule = ExampleRule {
    fits: |value, _| matches!(value, Value::Number(_)),
    expected: "a number",
    help: |_, _| "write it without quotes",
};

/// A decimal number, as text or as a whole number.
pub(super) const DECIMAL: ExampleRule = ExampleRule {
    fits: |value, _| integer(value).is_some() || text(value).is_some_and(is_decimal),
    expected: "a decimal number",
    help: |_, _| "write it in quotes, such as \"12.50\"",
};

/// An amount of money, as a number or as text.
pub(super) const MONEY: ExampleRule = ExampleRule {
    fits: |value, _| integer(value).is_some() || text(value).is_some_and(is_integer),
    expected: "an amount",
    help: |_, _| "write a whole number of the currency's minor unit, such as `2000`",
};

/// An instant.
pub(super) const TIMESTAMP: ExampleRule = ExampleRule {
    fits: |value, timestamps| match timestamps {
        TimestampFormat::Rfc3339 => text(value).is_some_and(|text| text.parse::<jiff::Timestamp>().is_ok()),
        TimestampFormat::Unix => integer(value).is_some_and(|seconds| jiff::Timestamp::from_second(seconds).is_ok()),
    },
    expected: "a timestamp",
    help: |_, timestamps| match timestamps {
        TimestampFormat::Rfc3339 => INSTANT_HELP,
        TimestampFormat::Unix => SECONDS_HELP,
    },
};

/// The last instant that the client can hold leaves room for every offset.
const INSTANT_HELP: &str = "\
write an instant of RFC 3339 that is not after `9999-12-30T22:00:00Z`, with up to 9 digits of a second, such as \
`2025-01-01T00:00:00.000Z`";

const SECONDS_HELP: &str = "write whole seconds since 1970 that are not after `253402207200`, such as `1735689600`";

fn text(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}

fn integer(value: &Value) -> Option<i64> {
    if let Value::Number(number) = value { number.as_i64() } else { None }
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
