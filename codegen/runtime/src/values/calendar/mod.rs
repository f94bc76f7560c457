//! Instants, dates, times of day and spans of time.

pub(crate) mod date;
#[cfg(any(feature = "chrono", feature = "jiff"))]
mod date_conversions;
mod days;
pub(crate) mod duration;
mod rfc3339;
pub(crate) mod time;
pub(crate) mod timestamp;
mod timestamp_conversions;
mod timestamp_form;
