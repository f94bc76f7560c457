//! Numbers by their digits, so that none is lost on the way.

use std::cmp::Ordering;

use crate::runtime::json::scalar::Token;

/// The most places by which an exponent moves the decimal point of a number that is written out: some more than those of
/// the largest and of the least `f64`. A document of ten bytes must not become a number of a billion.
const MOST_PLACES: usize = 400;

/// Larger exponents are taken for this one: either is out of all proportion.
const MOST_EXPONENT: i64 = 1_000_000_000;

/// A number: its digits, and where the decimal point stands among them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Number<'a> {
    pub(crate) is_negative: bool,
    /// The digits in front of the point: one at least.
    pub(crate) whole: &'a str,
    /// The digits behind it.
    pub(crate) fraction: &'a str,
    /// How many places further to the right the point belongs.
    pub(crate) exponent: i64,
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
    pub(crate) fn scaled(&self, places: i64) -> Option<(i128, bool)> {
        // Where the point stands among the digits, or how far in front of them or behind them.
        let mut point = i64::try_from(self.whole.len()).ok()? + self.exponent + places;
        let (mut number, mut is_whole) = (0_i128, true);
        for digit in self.digits() {
            if point > 0 {
                number = number.checked_mul(10)?.checked_add(i128::from(digit - b'0'))?;
            } else {
                is_whole &= digit == b'0';
            }
            point -= 1;
        }
        while point > 0 && number != 0 {
            number = number.checked_mul(10)?;
            point -= 1;
        }
        Some((if self.is_negative { -number } else { number }, is_whole))
    }

    /// Compares by value alone: `12.5` and `12.50` are equal, and so are `0` and `-0`.
    pub(crate) fn cmp_value(&self, other: &Self) -> Ordering {
        match (self.is_below_zero(), other.is_below_zero()) {
            (false, false) => self.cmp_magnitude(other),
            (true, true) => other.cmp_magnitude(self),
            (is_below, is_other_below) => is_other_below.cmp(&is_below),
        }
    }

    fn is_below_zero(&self) -> bool {
        self.is_negative && self.point().is_some()
    }

    /// Compares without the signs.
    fn cmp_magnitude(&self, other: &Self) -> Ordering {
        self.point().cmp(&other.point()).then_with(|| self.significant().cmp(other.significant()))
    }

    /// How far the point stands behind the place before the first digit that is not zero; nothing for zero.
    fn point(&self) -> Option<i64> {
        let zeros = self.digits().position(|digit| digit != b'0')?;
        Some(i64::try_from(self.whole.len()).ok()? + self.exponent - i64::try_from(zeros).ok()?)
    }

    /// The digits without zeros in front and at the end.
    fn significant(&self) -> impl Iterator<Item = u8> {
        let fraction = self.fraction.trim_end_matches('0');
        let whole = if fraction.is_empty() { self.whole.trim_end_matches('0') } else { self.whole };
        whole.bytes().chain(fraction.bytes()).skip_while(|digit| *digit == b'0')
    }

    /// A spelling that all numbers of this value have, and no other one.
    pub(crate) fn spelled_once(&self) -> String {
        let Some(point) = self.point() else { return "0".to_owned() };
        let digits: String = self.significant().map(char::from).collect();
        format!("{}{digits}e{point}", if self.is_negative { "-" } else { "" })
    }

    fn digits(&self) -> impl Iterator<Item = u8> {
        self.whole.bytes().chain(self.fraction.bytes())
    }

    /// Whether it is a multiple of a number that is not zero and has few digits, as bounds have.
    pub(crate) fn is_multiple_of(&self, step: &Self) -> bool {
        let places = i64::try_from(step.fraction.len()).unwrap_or(i64::MAX);
        let step = step.scaled(places).map_or(0, |(step, _)| step.unsigned_abs());
        if step == 0 {
            return true;
        }
        let Some(point) = self.point() else { return true };
        // The remainder, digit for digit, as one divides by hand; ten of it may not fit, twice of it does.
        let mut left = 0;
        let mut digits = self.significant();
        for _ in 0..point + places {
            let digit = digits.next();
            if digit.is_none() && left == 0 {
                break;
            }
            let digit = u128::from(digit.unwrap_or(b'0') - b'0');
            left = (0..10).fold(digit, |sum, _| (sum + left) % step);
        }
        left == 0 && digits.next().is_none()
    }

    /// The integer that the number is, whichever way it is written: `5`, `5.0`, `0.5e1`.
    pub(crate) fn integer(&self) -> Option<i128> {
        match self.scaled(0)? {
            (integer, true) => Some(integer),
            (_, false) => None,
        }
    }

    /// The same number without an exponent and without zeros in front, with as many digits behind the point as it says; or
    /// nothing if that would take zeros out of all proportion.
    #[allow(dead_code, reason = "a description may have no scalar that needs it")]
    pub(crate) fn written_out(&self) -> Option<String> {
        let exponent = usize::try_from(self.exponent.unsigned_abs()).ok().filter(|places| *places <= MOST_PLACES)?;
        let (sign, whole, fraction) = (if self.is_negative { "-" } else { "" }, self.whole, self.fraction);
        let (whole, fraction) = if self.exponent < 0 {
            let digits = format!("{whole:0>width$}", width = exponent + 1);
            let (whole, moved) = digits.split_at(digits.len() - exponent);
            (whole.to_owned(), format!("{moved}{fraction}"))
        } else {
            let digits = format!("{fraction:0<exponent$}");
            let (moved, fraction) = digits.split_at(exponent);
            (format!("{whole}{moved}"), fraction.to_owned())
        };
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
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

fn parse_exponent(text: &str) -> Option<i64> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let places = unsigned.parse().unwrap_or(MOST_EXPONENT).min(MOST_EXPONENT);
    is_digits(unsigned).then_some(if text.starts_with('-') { -places } else { places })
}
