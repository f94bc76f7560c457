//! What a scalar without quotes means, by the core schema of YAML 1.2.

use super::number::Number;

/// What a scalar without quotes is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Null,
    Boolean(bool),
    Number(Number),
    /// A number for YAML that JSON cannot hold, such as `.inf`, or one in hexadecimal digits that is wider than 64 bits.
    Unrepresentable,
    Text,
}

/// What a scalar without quotes is.
pub(super) fn plain(text: &str) -> Plain {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Plain::Null,
        "true" | "True" | "TRUE" => Plain::Boolean(true),
        "false" | "False" | "FALSE" => Plain::Boolean(false),
        ".nan" | ".NaN" | ".NAN" => Plain::Unrepresentable,
        _ => number(text),
    }
}

/// What else than a text one without quotes would be, in the words of a report; nothing if it is a text.
pub(crate) fn looks_like(text: &str) -> Option<&'static str> {
    match plain(text) {
        Plain::Null => Some("nothing"),
        Plain::Boolean(_) => Some("true or false"),
        Plain::Number(_) | Plain::Unrepresentable => Some("a number"),
        Plain::Text => None,
    }
}

/// Whether a text is a whole number that begins with a zero too many, such as `0755`: for YAML 1.1 it is octal, for
/// YAML 1.2 it is decimal.
pub(super) fn is_padded(text: &str) -> bool {
    let digits = unsigned(text);
    digits.len() > 1 && digits.starts_with('0') && is_digits(digits)
}

fn number(text: &str) -> Plain {
    let digits = unsigned(text);
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return Plain::Text;
    }
    if matches!(digits, ".inf" | ".Inf" | ".INF") {
        return Plain::Unrepresentable;
    }
    if let Some(octal) = text.strip_prefix("0o").filter(|digits| all(digits, |digit| matches!(digit, b'0'..=b'7'))) {
        return of_radix(octal, 8);
    }
    if let Some(hexadecimal) = text.strip_prefix("0x").filter(|digits| all(digits, |digit| digit.is_ascii_hexdigit())) {
        return of_radix(hexadecimal, 16);
    }
    let json = decimal(digits).map(|json| if text.starts_with('-') { format!("-{json}") } else { json });
    json.map_or(Plain::Text, |json| Plain::Number(Number::of_json(&json)))
}

fn of_radix(digits: &str, radix: u32) -> Plain {
    match u64::from_str_radix(digits, radix) {
        Ok(number) => Plain::Number(Number::of_json(&number.to_string())),
        Err(_) => Plain::Unrepresentable,
    }
}

/// A text without its sign.
fn unsigned(text: &str) -> &str {
    text.strip_prefix(['-', '+']).unwrap_or(text)
}

/// What `(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?` is in JSON, which wants digits on both sides of a point, and no
/// zero in front.
fn decimal(digits: &str) -> Option<String> {
    let (mantissa, exponent) = digits.split_at(digits.find(['e', 'E']).unwrap_or(digits.len()));
    if !exponent.is_empty() && !is_digits(unsigned(&exponent[1..])) {
        return None;
    }
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = match whole.trim_start_matches('0') {
        _ if !is_digits(whole) && !whole.is_empty() => return None,
        "" => "0",
        digits => digits,
    };
    match fraction {
        None if mantissa.is_empty() => None,
        None => Some(format!("{whole}{exponent}")),
        Some("") if mantissa != "." => Some(format!("{whole}.0{exponent}")),
        Some(fraction) => is_digits(fraction).then(|| format!("{whole}.{fraction}{exponent}")),
    }
}

fn is_digits(text: &str) -> bool {
    all(text, |byte| byte.is_ascii_digit())
}

fn all(text: &str, is: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(is)
}
