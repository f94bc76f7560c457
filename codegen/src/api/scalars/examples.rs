//! What an example may hold, and what to say where it holds something else.

use std::ops::RangeInclusive;

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
        Value::Number(_) | Value::Boolean(_) => "put it in quotes, if it is the text",
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
    help: |_, _| "write its digits, without quotes and without a fraction",
};

/// A number.
pub(super) const NUMBER: ExampleRule = ExampleRule {
    fits: |value, _| matches!(value, Value::Number(_)),
    expected: "a number",
    help: |_, _| "write a number without quotes",
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
        TimestampFormat::Rfc3339 => text(value).is_some_and(is_instant),
        TimestampFormat::Unix => integer(value).is_some_and(|second| SECONDS.contains(&second)),
    },
    expected: "a timestamp",
    help: |_, timestamps| match timestamps {
        TimestampFormat::Rfc3339 => INSTANT_HELP,
        TimestampFormat::Unix => SECONDS_HELP,
    },
};

const INSTANT_HELP: &str = "write an instant of RFC 3339, such as `2025-01-01T00:00:00.000Z`";

const SECONDS_HELP: &str =
    "write whole seconds since 1970 without quotes, which are not after `253402300799`, such as `1735689600`";

/// The seconds since 1970 of the years 0 to 9999.
const SECONDS: RangeInclusive<i64> = -62_167_219_200..=253_402_300_799;

fn text(value: &Value) -> Option<&str> {
    if let Value::Text(text) = value { Some(text) } else { None }
}

fn integer(value: &Value) -> Option<i64> {
    if let Value::Number(number) = value { number.as_i64() } else { None }
}

/// An instant as RFC 3339 writes it, or the same without an offset from UTC. A client reads more than that.
fn is_instant(text: &str) -> bool {
    let Some((seconds, rest)) = text.split_at_checked("2025-01-01T00:00:00".len()) else { return false };
    let (fraction, offset) = rest.split_at(rest.find(['Z', '+', '-']).unwrap_or(rest.len()));
    let is_fraction = fraction.is_empty() || fraction.strip_prefix('.').is_some_and(is_digits);
    let is_offset = match offset.strip_prefix(['+', '-']) {
        Some(time) => has_shape(time, "00:00") && time.parse::<jiff::civil::Time>().is_ok(),
        None => matches!(offset, "" | "Z"),
    };
    let is_time = has_shape(seconds, "0000-00-00T00:00:00") && seconds.parse::<jiff::civil::DateTime>().is_ok();
    // A leap second, which the parser takes anywhere.
    is_time && !seconds.ends_with(":60") && is_fraction && is_offset
}

/// Whether a text is the same as another one but for its digits.
fn has_shape(text: &str, shape: &str) -> bool {
    text.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).eq(shape.bytes())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `-?(0|[1-9][0-9]*)`, of 64 bits.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    (digits == "0" || !digits.starts_with(['0', '+'])) && text.parse::<i64>().is_ok()
}

/// `-?[0-9]+(\.[0-9]+)?`
fn is_decimal(text: &str) -> bool {
    let number = text.strip_prefix('-').unwrap_or(text);
    number.split_once('.').map_or(is_digits(number), |(whole, fraction)| is_digits(whole) && is_digits(fraction))
}
