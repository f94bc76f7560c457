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

/// A whole number of 32 bits.
pub(super) const INTEGER_32: ExampleRule = ExampleRule {
    fits: |value, _| integer(value).is_some_and(|integer| i32::try_from(integer).is_ok()),
    expected: "a whole number of 32 bits",
    ..INTEGER
};

/// A whole number of 32 bits without a sign.
pub(super) const UNSIGNED_32: ExampleRule = ExampleRule {
    fits: |value, _| integer(value).is_some_and(|integer| u32::try_from(integer).is_ok()),
    expected: "a whole number of 32 bits without a sign",
    ..INTEGER
};

/// A whole number of 64 bits without a sign.
pub(super) const UNSIGNED_64: ExampleRule = ExampleRule {
    fits: |value, _| matches!(value, Value::Number(number) if number.as_str().parse::<u64>().is_ok()),
    expected: "a whole number of 64 bits without a sign",
    ..INTEGER
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

/// A decimal number, as a number.
pub(super) const DECIMAL_NUMBER: ExampleRule = ExampleRule {
    fits: |value, _| matches!(value, Value::Number(number) if number.to_json().is_some()),
    help: |_, _| "write a number without quotes, such as `12.50`",
    ..DECIMAL
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

/// An instant as RFC 3339 text.
pub(super) const TIMESTAMP_TEXT: ExampleRule = ExampleRule {
    fits: |value, _| (TIMESTAMP.fits)(value, TimestampFormat::Rfc3339),
    help: |_, _| INSTANT_HELP,
    ..TIMESTAMP
};

/// An instant as whole seconds since 1970.
pub(super) const TIMESTAMP_UNIX: ExampleRule = ExampleRule {
    fits: |value, _| (TIMESTAMP.fits)(value, TimestampFormat::Unix),
    help: |_, _| SECONDS_HELP,
    ..TIMESTAMP
};

/// An instant as seconds since 1970, perhaps with a fraction.
pub(super) const TIMESTAMP_FRACTION: ExampleRule = ExampleRule {
    fits: |value, _| matches!(value, Value::Number(number) if is_second(number.as_str())),
    help: |_, _| "write seconds since 1970 without quotes, such as `1735689600.5`",
    ..TIMESTAMP
};

/// An instant as whole milliseconds since 1970.
pub(super) const TIMESTAMP_MILLIS: ExampleRule = ExampleRule {
    fits: |value, _| integer(value).is_some_and(|millisecond| SECONDS.contains(&millisecond.div_euclid(1000))),
    help: |_, _| "write whole milliseconds since 1970 without quotes, such as `1735689600000`",
    ..TIMESTAMP
};

/// A day of the calendar.
pub(super) const DATE: ExampleRule = ExampleRule {
    fits: |value, _| text(value).is_some_and(is_date),
    expected: "a date",
    help: |_, _| "write a day of the calendar, such as `2025-01-31`",
};

/// A time of day.
pub(super) const TIME: ExampleRule = ExampleRule {
    fits: |value, _| text(value).is_some_and(is_time),
    expected: "a time of day",
    help: |_, _| "write a time of day in quotes, such as \"12:30:00\"",
};

/// A span of time.
pub(super) const DURATION: ExampleRule = ExampleRule {
    fits: |value, _| text(value).is_some_and(is_duration),
    expected: "a span of time",
    help: |_, _| "write a span of time of ISO 8601, such as `P3DT4H`",
};

/// A span of time as a number of seconds.
pub(super) const DURATION_SECONDS: ExampleRule = ExampleRule {
    fits: |value, _| matches!(value, Value::Number(_)),
    help: |_, _| "write a number of seconds without quotes, such as `5400`",
    ..DURATION
};

/// A universally unique identifier.
pub(super) const UUID: ExampleRule = ExampleRule {
    fits: |value, _| text(value).is_some_and(is_uuid),
    expected: "a UUID",
    help: |_, _| "write its digits in groups, such as `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`",
};

/// Bytes.
pub(super) const BYTES: ExampleRule = ExampleRule {
    fits: |value, _| text(value).is_some_and(is_base64),
    expected: "a text in Base64",
    help: |_, _| "write the bytes in the standard alphabet of Base64 with padding, such as `ZXhhbXBsZQ==`",
};

/// Bytes in the alphabet for URLs.
pub(super) const BYTES_URL: ExampleRule = ExampleRule {
    fits: |value, _| text(value).is_some_and(is_base64_url),
    help: |_, _| "write the bytes in the alphabet of Base64 for URLs without padding, such as `ZXhhbXBsZQ`",
    ..BYTES
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

/// Whether a number is one of seconds in the years 0 to 9999.
fn is_second(digits: &str) -> bool {
    let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
    whole.parse().is_ok_and(|second| SECONDS.contains(&second))
}

fn is_date(text: &str) -> bool {
    has_shape(text, "0000-00-00") && text.parse::<jiff::civil::Date>().is_ok()
}

/// `12:30:00`, perhaps with a fraction. A client reads more than that.
fn is_time(text: &str) -> bool {
    let (time, fraction) = text.split_once('.').map_or((text, None), |(time, fraction)| (time, Some(fraction)));
    has_shape(time, "00:00:00")
        && !time.ends_with(":60")
        && time.parse::<jiff::civil::Time>().is_ok()
        && fraction.is_none_or(is_digits)
}

/// `P[n]Y[n]M[n]W[n]DT[n]H[n]M[n]S`, of which one part is there at least and the last may have a fraction.
fn is_duration(text: &str) -> bool {
    let Some(span) = text.strip_prefix('-').unwrap_or(text).strip_prefix('P') else { return false };
    let (days, clock) = span.split_once('T').map_or((span, None), |(days, clock)| (days, Some(clock)));
    clock != Some("") && !span.is_empty() && has_parts(days, "YMWD") && has_parts(clock.unwrap_or_default(), "HMS")
}

/// Whether a text is numbers, each with one of some letters behind it, in their order.
fn has_parts(mut text: &str, letters: &str) -> bool {
    for letter in letters.chars() {
        let Some((number, rest)) = text.split_once(letter) else { continue };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
        if !is_digits(whole) || !is_digits(fraction) || (number.contains('.') && !rest.is_empty()) {
            return false;
        }
        text = rest;
    }
    text.is_empty()
}

fn is_uuid(text: &str) -> bool {
    let is_digits = |group: &str| group.bytes().all(|digit| digit.is_ascii_hexdigit());
    text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && text.split('-').all(is_digits)
}

/// In the standard alphabet, with padding, and without bits that make no byte.
fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    text.len().is_multiple_of(4) && text.len() - digits.len() < 3 && are_base64(digits, *b"+/")
}

/// In the alphabet for URLs, without padding, and without bits that make no byte.
fn is_base64_url(text: &str) -> bool {
    are_base64(text, *b"-_")
}

/// Whether digits of Base64 make whole bytes. Two of the digits differ by the alphabet.
fn are_base64(digits: &str, others: [u8; 2]) -> bool {
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || others.contains(&byte);
    let ends_whole = match digits.len() % 4 {
        0 => true,
        2 => digits.ends_with(['A', 'Q', 'g', 'w']),
        3 => digits.ends_with(|last| "AEIMQUYcgkosw048".contains(last)),
        _ => false,
    };
    digits.bytes().all(is_digit) && ends_whole
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
