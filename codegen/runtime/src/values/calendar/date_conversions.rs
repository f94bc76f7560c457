//! Dates of other crates. Those that a [`Date`] cannot hold become the first or the last one.

use crate::runtime::values::calendar::date::Date;

/// The day with this number, the first of 1970 being 0; what is out of range becomes the first or the last one.
fn nearest(number: i64) -> Date {
    let (first, last) = (Date::MIN.number(), Date::MAX.number());
    let days = number.clamp(first.into(), last.into()) - i64::from(first);
    i32::try_from(days).ok().and_then(|days| Date::MIN.checked_add_days(days)).unwrap_or(Date::MAX)
}

#[cfg(feature = "chrono")]
fn chrono_epoch() -> chrono::NaiveDate {
    chrono::DateTime::UNIX_EPOCH.date_naive()
}

/// What is out of range becomes the first or the last day.
#[cfg(feature = "chrono")]
impl From<chrono::NaiveDate> for Date {
    fn from(date: chrono::NaiveDate) -> Self {
        nearest(date.signed_duration_since(chrono_epoch()).num_days())
    }
}

#[cfg(feature = "chrono")]
impl From<Date> for chrono::NaiveDate {
    fn from(date: Date) -> Self {
        chrono_epoch() + chrono::TimeDelta::days(date.number().into())
    }
}

#[cfg(feature = "jiff")]
const JIFF_EPOCH: jiff::civil::Date = jiff::civil::date(1970, 1, 1);

/// What is out of range becomes the first or the last day.
#[cfg(feature = "jiff")]
impl From<jiff::civil::Date> for Date {
    fn from(date: jiff::civil::Date) -> Self {
        nearest(date.duration_since(JIFF_EPOCH).as_hours() / 24)
    }
}

#[cfg(feature = "jiff")]
impl From<Date> for jiff::civil::Date {
    fn from(date: Date) -> Self {
        JIFF_EPOCH + jiff::Span::new().days(date.number())
    }
}
