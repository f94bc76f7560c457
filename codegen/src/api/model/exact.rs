//! Decimal numbers by their value, without a loss.

use std::{cmp::Ordering, fmt};

/// So many digits may stand between the first and the last that is not zero: ten times as much still fits.
const MOST_DIGITS: usize = 37;
/// So far may the point be from the digits: some more than in the largest and in the least `f64`.
const MOST_PLACES: i32 = 400;
/// So many places are written out, where they are zeros.
const WRITTEN_OUT: i32 = 20;

/// A decimal number: some digits, and zeros behind them or in front. No bound in earnest has more digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    /// The digits, the last of which is not zero.
    digits: i128,
    /// The power of ten of the last digit.
    places: i32,
}

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self { digits: 0, places: 0 };

    /// A whole number, if it has no more digits.
    #[must_use]
    pub fn whole(number: i128) -> Option<Self> {
        Self::new(number, 0)
    }

    /// The number that a text spells as JSON does, if it has no more digits.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let (digits, exponent) = match text.split_once(['e', 'E']) {
            Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (sign, digits) = digits.strip_prefix('-').map_or((1, digits), |digits| (-1, digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let written = format!("{whole}{fraction}");
        let significant = written.trim_end_matches('0').trim_start_matches('0');
        if written.is_empty() || !written.bytes().all(|byte| byte.is_ascii_digit()) || significant.len() > MOST_DIGITS {
            return None;
        }
        let zeros = written.len() - written.trim_end_matches('0').len();
        let places = i64::from(exponent) + i64::try_from(zeros).ok()? - i64::try_from(fraction.len()).ok()?;
        let digits = if significant.is_empty() { 0 } else { significant.parse::<i128>().ok()? };
        Self::new(sign * digits, places)
    }

    /// The number with these digits, if there are no more than can be kept.
    fn new(mut digits: i128, places: impl Into<i64>) -> Option<Self> {
        let mut places = places.into();
        if digits == 0 {
            return Some(Self::ZERO);
        }
        while digits % 10 == 0 {
            (digits, places) = (digits / 10, places + 1);
        }
        let places = i32::try_from(places).ok().filter(|places| places.abs() <= MOST_PLACES)?;
        (digits.unsigned_abs() < 10_u128.pow(37)).then_some(Self { digits, places })
    }

    /// Whether nothing stands behind its point.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.places >= 0
    }

    /// Whether it has so few digits, those behind the point and in front of it, that programs can count in such steps.
    #[must_use]
    pub fn is_handy(self) -> bool {
        let digits = self.digits.unsigned_abs().to_string().len();
        let whole = i64::try_from(digits).unwrap_or(i64::MAX) + i64::from(self.places);
        self.places >= -18 && whole <= 20
    }

    /// Whether it is a multiple of another number, which is not zero.
    #[must_use]
    pub fn is_multiple_of(self, other: Self) -> bool {
        self == Self::ZERO || self.places >= other.places && self.beyond_multiple_of(other) == Some(0)
    }

    /// What is left of it beyond a multiple of a number that is above zero and ends no later, in units of that one's last
    /// digit.
    fn beyond_multiple_of(self, other: Self) -> Option<i128> {
        let moved = self.places.checked_sub(other.places).filter(|moved| *moved >= 0)?;
        let left = self.digits.checked_rem_euclid(other.digits)?;
        Some((0..moved).fold(left, |left, _| left * 10 % other.digits))
    }

    /// The least multiple of a number above zero that is not below this one, as far as it can be told.
    #[must_use]
    pub fn up_to_multiple_of(self, other: Self) -> Self {
        // With as many places as the number has.
        let finest = self.places.min(other.places);
        let step = other.units(finest).map(|digits| Self { digits, places: finest });
        let beyond = step.and_then(|step| Some((self.beyond_multiple_of(step)?, step)));
        match beyond {
            Some((0, _)) | None => self,
            Some((beyond, step)) => self.sum(Self { digits: step.digits - beyond, places: finest }).unwrap_or(self),
        }
    }

    /// The least multiple of a number above zero that is above this one, as far as it can be told.
    #[must_use]
    pub fn next_multiple_of(self, other: Self) -> Self {
        let up = self.up_to_multiple_of(other);
        if up == self { self.sum(other).unwrap_or(self) } else { up }
    }

    /// The same with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self { digits: -self.digits, ..self }
    }

    /// The number and some more, or itself where those are beyond its digits.
    #[must_use]
    pub fn plus(self, steps: i128) -> Self {
        Self::whole(steps).and_then(|steps| self.sum(steps)).unwrap_or(self)
    }

    /// What is halfway to another number, or itself where that is too far to tell.
    #[must_use]
    pub fn halfway_to(self, other: Self) -> Self {
        let half = |sum: Self| Self::new(sum.digits.checked_mul(5)?, sum.places - 1);
        self.sum(other).and_then(half).unwrap_or(self)
    }

    fn sum(self, other: Self) -> Option<Self> {
        let places = self.places.min(other.places);
        Self::new(self.units(places)?.checked_add(other.units(places)?)?, places)
    }

    /// How many units of a power of ten it is, which is no more than that of its last digit.
    fn units(self, places: i32) -> Option<i128> {
        let moved = u32::try_from(self.places - places).ok()?;
        if self.digits == 0 { Some(0) } else { self.digits.checked_mul(10_i128.checked_pow(moved)?) }
    }

    /// How far the first digit stands in front of the point.
    fn magnitude(self) -> i32 {
        let digits = i32::try_from(self.digits.unsigned_abs().to_string().len()).unwrap_or(i32::MAX);
        digits.saturating_add(self.places)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        let signs = (self.digits.signum(), other.digits.signum());
        let by_sign = signs.0.cmp(&signs.1);
        let digits = |number: &Self| number.digits.unsigned_abs().to_string();
        // Digits without zeros at their ends compare as texts do, where the first ones stand at one place.
        let by_magnitude = || self.magnitude().cmp(&other.magnitude()).then_with(|| digits(self).cmp(&digits(other)));
        match signs {
            (0, _) | (_, 0) => by_sign,
            (sign, _) => by_sign.then_with(|| if sign < 0 { by_magnitude().reverse() } else { by_magnitude() }),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Exact {
    /// With an exponent where it would be mostly zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        let zeros = usize::try_from(self.places.unsigned_abs()).unwrap_or_default();
        match self.places {
            places if places > WRITTEN_OUT => write!(f, "{sign}{digits}e{places}"),
            0.. => write!(f, "{sign}{digits}{}", "0".repeat(zeros)),
            _ if self.magnitude() < -WRITTEN_OUT => write!(f, "{sign}{digits}e{}", self.places),
            _ => {
                let digits = format!("{digits:0>width$}", width = zeros + 1);
                let (whole, fraction) = digits.split_at(digits.len() - zeros);
                write!(f, "{sign}{whole}.{fraction}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    fn exact(text: &str) -> Exact {
        Exact::of(text).unwrap()
    }

    #[test]
    fn numbers_are_shown_in_one_way() {
        for (written, shown) in [
            ("0", "0"),
            ("-0.00", "0"),
            ("0.50", "0.5"),
            ("-012.500", "-12.5"),
            ("1e3", "1000"),
            ("18446744073709551615", "18446744073709551615"),
            ("0.000000000000000001", "0.000000000000000001"),
            ("1E300", "1e300"),
            ("-1.5e300", "-15e299"),
            ("1.7976931348623157e308", "17976931348623157e292"),
            ("5e-324", "5e-324"),
        ] {
            assert_eq!(exact(written).to_string(), shown);
            assert_eq!(exact(shown), exact(written));
        }
        for text in ["", "-", "x", "1.2.3", "1e", "1e999", &"1".repeat(38), "+1"] {
            assert_eq!(Exact::of(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_in_order() {
        let order =
            ["-1e300", "-2", "-1.5", "-1e-300", "0", "1e-300", "0.09", "0.1", "1", "9.9", "10", "1e20", "1e300"];
        for pair in order.windows(2) {
            assert!(exact(pair[0]) < exact(pair[1]), "{pair:?}");
            assert!(exact(pair[1]) > exact(pair[0]), "{pair:?}");
        }
    }

    #[test]
    fn multiples_are_exact() {
        for (number, step, up) in [
            ("0", "5", "0"),
            ("10", "5", "10"),
            ("11", "5", "15"),
            ("-11", "5", "-10"),
            ("0.3", "0.1", "0.3"),
            ("0.35", "0.1", "0.4"),
            ("1e30", "3", "1000000000000000000000000000002"),
            ("12.34", "100", "100"),
        ] {
            assert_eq!(exact(number).up_to_multiple_of(exact(step)), exact(up), "{number} in steps of {step}");
            assert_eq!(exact(number).is_multiple_of(exact(step)), exact(number) == exact(up), "{number} of {step}");
        }
        assert_eq!(exact("10").next_multiple_of(exact("5")), exact("15"));
        assert_eq!(exact("1").halfway_to(exact("2")), exact("1.5"));
        assert_eq!(exact("1e300").plus(1), exact("1e300"));
    }
}
