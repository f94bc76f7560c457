//! Instants of the standard library and of other crates. Those that a [`Timestamp`] cannot hold become the first or the
//! last one.

use std::time::SystemTime;

use crate::runtime::values::calendar::timestamp::Timestamp;
use crate::runtime::values::invalid_value::InvalidValue;

/// What is out of range becomes the first or the last instant.
impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => Self::UNIX_EPOCH + after,
            Err(error) => Self::UNIX_EPOCH - error.duration(),
        }
    }
}

/// Fails if the clock of the system does not reach that far.
impl TryFrom<Timestamp> for SystemTime {
    type Error = InvalidValue;

    fn try_from(timestamp: Timestamp) -> Result<Self, InvalidValue> {
        let epoch = Timestamp::UNIX_EPOCH;
        let time = match timestamp.duration_since(epoch) {
            Some(after) => Self::UNIX_EPOCH.checked_add(after),
            None => epoch.duration_since(timestamp).and_then(|before| Self::UNIX_EPOCH.checked_sub(before)),
        };
        time.ok_or(InvalidValue::new("an instant that the clock of this system knows"))
    }
}

/// What is out of range becomes the first or the last instant.
#[cfg(feature = "chrono")]
impl<Zone: chrono::TimeZone> From<chrono::DateTime<Zone>> for Timestamp {
    fn from(instant: chrono::DateTime<Zone>) -> Self {
        // In a leap second there are more than a billion of them.
        let nanosecond = instant.timestamp_subsec_nanos();
        Self::nearest(instant.timestamp() + i64::from(nanosecond / 1_000_000_000), nanosecond % 1_000_000_000)
    }
}

#[cfg(feature = "chrono")]
impl From<Timestamp> for chrono::DateTime<chrono::Utc> {
    fn from(timestamp: Timestamp) -> Self {
        Self::UNIX_EPOCH
            + chrono::TimeDelta::seconds(timestamp.as_second())
            + chrono::TimeDelta::nanoseconds(timestamp.subsec_nanosecond().into())
    }
}

/// What is before the year 0 becomes the first instant.
#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Timestamp {
    fn from(instant: jiff::Timestamp) -> Self {
        Self::from_nanosecond(instant.as_nanosecond()).unwrap_or(Self::MIN)
    }
}

/// Fails in the last hours of the year 9999, which jiff does not reach.
#[cfg(feature = "jiff")]
impl TryFrom<Timestamp> for jiff::Timestamp {
    type Error = jiff::Error;

    fn try_from(timestamp: Timestamp) -> Result<Self, jiff::Error> {
        Self::from_nanosecond(timestamp.as_nanosecond())
    }
}
