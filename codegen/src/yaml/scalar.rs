//! What a plain scalar means, by the core schema of YAML 1.2.

use serde_json::Number;

use super::node::Value;

/// A number that JSON or 64 bits cannot hold.
pub(super) struct Unrepresentable;

/// The value of a scalar without quotes.
pub(super) fn plain(text: &str) -> Result<Value, Unrepresentable> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Ok(Value::Null),
        "true" | "True" | "TRUE" => return Ok(Value::Boolean(true)),
        "false" | "False" | "FALSE" => return Ok(Value::Boolean(false)),
        ".nan" | ".NaN" | ".NAN" => return Err(Unrepresentable),
        _ => {}
    }
    if matches!(text.trim_start_matches(['-', '+']), ".inf" | ".Inf" | ".INF") {
        return Err(Unrepresentable);
    }
    Ok(number(text)?.map_or_else(|| Value::Text(text.to_owned()), Value::Number))
}

/// The number that a text is, if it is one.
fn number(text: &str) -> Result<Option<Number>, Unrepresentable> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let octal = text.strip_prefix("0o").filter(|digits| all(digits, |digit| matches!(digit, b'0'..=b'7')));
    let hexadecimal = text.strip_prefix("0x").filter(|digits| all(digits, |digit| digit.is_ascii_hexdigit()));
    let number = if let Some(octal) = octal {
        u64::from_str_radix(octal, 8).ok().map(Number::from)
    } else if let Some(hexadecimal) = hexadecimal {
        u64::from_str_radix(hexadecimal, 16).ok().map(Number::from)
    } else if all(digits, |digit| digit.is_ascii_digit()) {
        text.parse::<i64>().map(Number::from).or_else(|_| text.parse::<u64>().map(Number::from)).ok()
    } else if is_float(digits) {
        text.parse().ok().and_then(Number::from_f64)
    } else {
        return Ok(None);
    };
    number.map(Some).ok_or(Unrepresentable)
}

fn all(text: &str, is: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(is)
}

/// `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, the sign being gone.
fn is_float(text: &str) -> bool {
    let is_digits = |text: &str| all(text, |byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (text, None),
    };
    let is_mantissa = match mantissa.split_once('.') {
        Some(("", fraction)) => is_digits(fraction),
        Some((whole, fraction)) => is_digits(whole) && (fraction.is_empty() || is_digits(fraction)),
        None => is_digits(mantissa),
    };
    is_mantissa && exponent.is_none_or(is_digits)
}
