//! Numbers by their digits, so that none is lost on the way.

use crate::runtime::json::scalar::Token;

/// The most places by which an exponent moves the decimal point of a number that is written out: some more than those of
/// the largest and of the least `f64`. A document of ten bytes must not become a number of a billion.
const MOST_PLACES: u32 = 400;

/// A number: its digits, and where the decimal point stands among them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number<'a> {
    pub(crate) is_negative: bool,
    /// The digits in front of the point: one at least.
    pub(crate) whole: &'a str,
    /// The digits behind it.
    pub(crate) fraction: &'a str,
    /// How many places further to the right the point belongs. What 32 bits cannot hold is their nearest.
    pub(crate) exponent: i32,
}

impl<'a> Number<'a> {
    /// The number that a text spells: as JSON does, or with zeros in front.
    pub(crate) fn parse(text: &'a str) -> Option<Self> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, parse_exponent(exponent)?),
            None => (text, 0),
        };
        let unsigned = digits.strip_prefix('-');
        let (is_negative, unsigned) = (unsigned.is_some(), unsigned.unwrap_or(digits));
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((whole, fraction)) if is_digits(fraction) => (whole, fraction),
            Some(_) => return None,
            None => (unsigned, ""),
        };
        is_digits(whole).then_some(Self { is_negative, whole, fraction, exponent })
    }

    /// The number that a token is, or that its text spells as JSON would.
    #[allow(dead_code, reason = "a description may have no scalar that needs it")]
    pub(crate) fn of(token: &'a Token<'_>) -> Option<Self> {
        digits(token).and_then(Self::parse)
    }

    /// The number times ten to the power of `places`, cut off at the decimal point, and whether nothing was cut off; or
    /// nothing if it does not fit.
    pub(crate) fn scaled(&self, places: i32) -> Option<(i128, bool)> {
        let digits = || self.whole.bytes().chain(self.fraction.bytes()).map(|digit| i128::from(digit - b'0'));
        let fraction = i64::try_from(self.fraction.len()).ok()?;
        let shift = i64::from(self.exponent) + i64::from(places) - fraction;
        let behind = usize::try_from(-shift).unwrap_or(0);
        let kept = (self.whole.len() + self.fraction.len()).saturating_sub(behind);
        let number = digits().take(kept).try_fold(0_i128, |number, digit| number.checked_mul(10)?.checked_add(digit));
        let number = match (number?, u32::try_from(shift)) {
            (0, _) | (_, Err(_)) => number?,
            (number, Ok(zeros)) => number.checked_mul(10_i128.checked_pow(zeros)?)?,
        };
        let is_whole = digits().skip(kept).all(|digit| digit == 0);
        Some((if self.is_negative { -number } else { number }, is_whole))
    }

    /// The integer that the number is, whichever way it is written: `5`, `5.0`, `0.5e1`.
    pub(crate) fn integer(&self) -> Option<i128> {
        self.scaled(0).filter(|(_, is_whole)| *is_whole).map(|(integer, _)| integer)
    }

    /// The same number without an exponent and without zeros in front, with as many digits behind the point as it says; or
    /// nothing if that would take zeros out of all proportion.
    #[allow(dead_code, reason = "a description may have no scalar that needs it")]
    pub(crate) fn written_out(&self) -> Option<String> {
        if self.exponent.unsigned_abs() > MOST_PLACES {
            return None;
        }
        let digits = [self.whole, self.fraction].concat();
        let point = i64::try_from(self.whole.len()).ok()? + i64::from(self.exponent);
        let missing = point - i64::try_from(digits.len()).ok()?;
        let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
        let digits = [zeros(-point), digits, zeros(missing)].concat();
        let (whole, fraction) = digits.split_at(usize::try_from(point).unwrap_or(0));
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let sign = if self.is_negative { "-" } else { "" };
        let separator = if fraction.is_empty() { "" } else { "." };
        Some([sign, whole, separator, fraction].concat())
    }
}

/// The digits of a token that is a number, or of a text that spells one as JSON would.
pub(crate) fn digits<'a>(token: &'a Token<'_>) -> Option<&'a str> {
    match token {
        Token::Number(digits) => Some(digits),
        Token::Text(text) => Some(&**text).filter(|text| is_json(text)),
        Token::Null | Token::Boolean(_) => None,
    }
}

/// The number with these digits whose last `places` are behind the decimal point, without zeros at the end there.
#[allow(dead_code, reason = "a description may have no scalar that needs it")]
pub(crate) fn with_point(number: i128, places: usize) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    }
}

/// Whether a text is a number as JSON writes it. A zero in front says that digits were meant, and not a number.
fn is_json(text: &str) -> bool {
    Number::parse(text).is_some_and(|number| number.whole == "0" || !number.whole.starts_with('0'))
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn parse_exponent(text: &str) -> Option<i32> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let nearest = if text.starts_with('-') { i32::MIN } else { i32::MAX };
    is_digits(unsigned).then(|| text.parse().unwrap_or(nearest))
}
