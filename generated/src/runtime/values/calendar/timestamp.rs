//! Instants.

use std::ops::{Add, Sub};
use std::time::{Duration, SystemTime};

use crate::runtime::values::invalid_value::InvalidValue;

/// An instant to the nanosecond, from the beginning of the year 0 to the end of the year 9999 in UTC: every one that RFC
/// 3339 can write, so that what stands for "for ever" is an instant too.
///
/// It is read from text such as `2025-08-27T12:00:00Z`: with or without seconds and a fraction of one, with any offset
/// from UTC, or in UTC if none is given, and with a space for the `T`. It is also read from a number of seconds since the
/// Unix epoch, with or without a fraction; from milliseconds where the API says so. What is less than a nanosecond is cut
/// off, a leap second is the beginning of the minute after it, and what an offset moves out of the year 0 or 9999 is the
/// first or the last instant.
///
/// It is written as the API wants it: as text in UTC with milliseconds, or more digits if it needs them; or as a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    /// The seconds since the Unix epoch, rounded down.
    second: i64,
    /// The nanoseconds since then, less than a billion.
    nanosecond: u32,
}

impl Timestamp {
    /// The first instant, 0000-01-01T00:00:00Z.
    pub const MIN: Self = Self { second: -62_167_219_200, nanosecond: 0 };

    /// The last instant, 9999-12-31T23:59:59.999999999Z.
    pub const MAX: Self = Self { second: 253_402_300_799, nanosecond: 999_999_999 };

    /// The instant from which seconds are counted, 1970-01-01T00:00:00Z.
    pub const UNIX_EPOCH: Self = Self { second: 0, nanosecond: 0 };

    /// The present, by the clock of the system.
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// The instant that is so many seconds after the Unix epoch, or before it if the number is negative, and then so many
    /// nanoseconds later.
    ///
    /// # Errors
    ///
    /// The instant is before the year 0 or after the year 9999, or there are a billion nanoseconds or more.
    pub const fn new(second: i64, nanosecond: u32) -> Result<Self, InvalidValue> {
        if second < Self::MIN.second || second > Self::MAX.second || nanosecond > Self::MAX.nanosecond {
            return Err(InvalidValue::new("an instant of the years 0 to 9999"));
        }
        Ok(Self { second, nanosecond })
    }

    /// The instant that is so many seconds after the Unix epoch, or before it if the number is negative.
    ///
    /// # Errors
    ///
    /// The instant is before the year 0 or after the year 9999.
    pub const fn from_second(second: i64) -> Result<Self, InvalidValue> {
        Self::new(second, 0)
    }

    /// The instant that is so many milliseconds after the Unix epoch, or before it if the number is negative.
    ///
    /// # Errors
    ///
    /// The instant is before the year 0 or after the year 9999.
    pub fn from_millisecond(millisecond: i64) -> Result<Self, InvalidValue> {
        Self::from_nanosecond(i128::from(millisecond) * 1_000_000)
    }

    /// The instant that is so many nanoseconds after the Unix epoch, or before it if the number is negative.
    ///
    /// # Errors
    ///
    /// The instant is before the year 0 or after the year 9999.
    pub fn from_nanosecond(nanosecond: i128) -> Result<Self, InvalidValue> {
        let second = i64::try_from(nanosecond.div_euclid(NANOSECONDS_PER_SECOND)).unwrap_or(i64::MAX);
        let nanosecond = u32::try_from(nanosecond.rem_euclid(NANOSECONDS_PER_SECOND)).unwrap_or(u32::MAX);
        Self::new(second, nanosecond)
    }

    /// As `new` makes it, but what is out of range becomes the first or the last instant.
    pub(super) fn nearest(second: i64, nanosecond: u32) -> Self {
        let out_of_range = if second < 0 { Self::MIN } else { Self::MAX };
        Self::new(second, nanosecond).unwrap_or(out_of_range)
    }

    /// The whole seconds since the Unix epoch, rounded down.
    #[must_use]
    pub const fn as_second(self) -> i64 {
        self.second
    }

    /// The whole milliseconds since the Unix epoch, rounded down.
    #[must_use]
    pub const fn as_millisecond(self) -> i64 {
        self.second * 1000 + (self.nanosecond / 1_000_000) as i64
    }

    /// The nanoseconds since the Unix epoch.
    #[must_use]
    pub const fn as_nanosecond(self) -> i128 {
        self.second as i128 * NANOSECONDS_PER_SECOND + self.nanosecond as i128
    }

    /// The nanoseconds since the beginning of the second, less than a billion.
    #[must_use]
    pub const fn subsec_nanosecond(self) -> u32 {
        self.nanosecond
    }

    /// The instant that is so much later, or `None` beyond the year 9999.
    #[must_use]
    pub fn checked_add(self, duration: Duration) -> Option<Self> {
        let nanoseconds = i128::try_from(duration.as_nanos()).ok()?;
        Self::from_nanosecond(self.as_nanosecond() + nanoseconds).ok()
    }

    /// The instant that is so much earlier, or `None` before the year 0.
    #[must_use]
    pub fn checked_sub(self, duration: Duration) -> Option<Self> {
        let nanoseconds = i128::try_from(duration.as_nanos()).ok()?;
        Self::from_nanosecond(self.as_nanosecond() - nanoseconds).ok()
    }

    /// How much time has passed since an earlier instant, or `None` if that is the later one.
    #[must_use]
    pub fn duration_since(self, earlier: Self) -> Option<Duration> {
        let nanoseconds = self.as_nanosecond() - earlier.as_nanosecond();
        let second = u64::try_from(nanoseconds.div_euclid(NANOSECONDS_PER_SECOND)).ok()?;
        Some(Duration::new(second, u32::try_from(nanoseconds.rem_euclid(NANOSECONDS_PER_SECOND)).ok()?))
    }
}

const NANOSECONDS_PER_SECOND: i128 = 1_000_000_000;

/// The instant that is so much later. Beyond the year 9999 it is the last one; `checked_add` tells.
impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        self.checked_add(duration).unwrap_or(Self::MAX)
    }
}

/// The instant that is so much earlier. Before the year 0 it is the first one; `checked_sub` tells.
impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        self.checked_sub(duration).unwrap_or(Self::MIN)
    }
}
