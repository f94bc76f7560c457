//! Decimal numbers by their value, without a loss.

use std::fmt;

/// So many digits behind the point are kept.
const PLACES: usize = 18;
/// So many units are one.
const ONE: i128 = 10_i128.pow(18);

/// A decimal number of at most 20 digits in front of the point and 18 behind it, which no bound in earnest goes beyond.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(i128);

impl Exact {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    #[must_use]
    pub fn whole(number: i128) -> Option<Self> {
        number.checked_mul(ONE).map(Self)
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
        let significant = written.trim_end_matches('0');
        if significant.is_empty() {
            return (!written.is_empty()).then_some(Self::ZERO);
        }
        let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
        let zeros =
            point.checked_add(i32::try_from(PLACES).ok()?)?.checked_sub_unsigned(significant.len().try_into().ok()?)?;
        let is_number = significant.bytes().all(|byte| byte.is_ascii_digit());
        let units = significant.parse::<i128>().ok().filter(|_| is_number)?;
        units.checked_mul(10_i128.checked_pow(u32::try_from(zeros).ok()?)?).map(|units| Self(sign * units))
    }

    /// Whether nothing stands behind its point.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.0 % ONE == 0
    }

    /// Whether it is a multiple of another number.
    #[must_use]
    pub fn is_multiple_of(self, other: Self) -> bool {
        self.0.checked_rem(other.0) == Some(0)
    }

    /// The least multiple of a number above zero that is not below this one.
    #[must_use]
    pub fn up_to_multiple_of(self, other: Self) -> Self {
        let beyond = self.0.checked_rem_euclid(other.0).unwrap_or(0);
        if beyond == 0 { self } else { Self(self.0.saturating_add(other.0 - beyond)) }
    }

    /// The least multiple of a number above zero that is above this one.
    #[must_use]
    pub fn next_multiple_of(self, other: Self) -> Self {
        let up = self.up_to_multiple_of(other);
        if up == self { Self(self.0.saturating_add(other.0)) } else { up }
    }

    /// The same with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(-self.0)
    }

    /// The number and some more.
    #[must_use]
    pub fn plus(self, steps: i128) -> Self {
        Self(self.0.saturating_add(steps.saturating_mul(ONE)))
    }

    /// What is halfway to another number.
    #[must_use]
    pub fn halfway_to(self, other: Self) -> Self {
        Self(self.0 / 2 + other.0 / 2)
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.0.unsigned_abs(), width = PLACES + 1);
        let (whole, fraction) = digits.split_at(digits.len() - PLACES);
        match fraction.trim_end_matches('0') {
            "" => write!(f, "{sign}{whole}"),
            fraction => write!(f, "{sign}{whole}.{fraction}"),
        }
    }
}
