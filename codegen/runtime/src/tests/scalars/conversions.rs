//! Instants and dates beside those of jiff and chrono, which know the calendar as well.

use std::time::{Duration as StdDuration, SystemTime};

use chrono::{DateTime, NaiveDate, Utc};
use jiff::civil;
use proptest::prelude::*;

use crate::runtime::{Date, Timestamp};

#[test]
fn instants_are_times_of_the_system() {
    let half_a_second = StdDuration::from_millis(500);
    for (time, text) in [
        (SystemTime::UNIX_EPOCH, "1970-01-01T00:00:00Z"),
        (SystemTime::UNIX_EPOCH + half_a_second, "1970-01-01T00:00:00.5Z"),
        (SystemTime::UNIX_EPOCH - half_a_second, "1969-12-31T23:59:59.5Z"),
    ] {
        let timestamp = Timestamp::from(time);
        assert_eq!(timestamp.to_string(), text);
        assert_eq!(SystemTime::try_from(timestamp), Ok(time));
    }
    assert!(Timestamp::now() > "2025-01-01T00:00:00Z".parse().unwrap());
}

#[test]
fn what_is_out_of_range_is_the_nearest() {
    let decades = StdDuration::from_secs(400_000_000_000);
    assert_eq!(Timestamp::from(SystemTime::UNIX_EPOCH + decades), Timestamp::MAX);
    assert_eq!(Timestamp::from(SystemTime::UNIX_EPOCH - decades), Timestamp::MIN);
    assert_eq!(Timestamp::from(jiff::Timestamp::MIN), Timestamp::MIN);
    assert_eq!(Timestamp::from(DateTime::<Utc>::MIN_UTC), Timestamp::MIN);
    assert_eq!(Timestamp::from(DateTime::<Utc>::MAX_UTC), Timestamp::MAX);
    assert_eq!(Date::from(civil::Date::MIN), Date::MIN);
    assert_eq!(Date::from(NaiveDate::MIN), Date::MIN);
    assert_eq!(Date::from(NaiveDate::MAX), Date::MAX);
    assert!(jiff::Timestamp::try_from(Timestamp::MAX).is_err());
    assert_eq!(DateTime::<Utc>::from(Timestamp::MAX).to_string(), "9999-12-31 23:59:59.999999999 UTC");
    assert_eq!(DateTime::<Utc>::from(Timestamp::MIN).to_string(), "0000-01-01 00:00:00 UTC");
}

proptest! {
    #[test]
    fn instants_are_those_of_jiff_and_chrono(nanosecond in -62_167_219_200_000_000_000_i128..253_402_207_200_000_000_000) {
        let timestamp = Timestamp::from_nanosecond(nanosecond).unwrap();
        let by_jiff = jiff::Timestamp::from_nanosecond(nanosecond).unwrap();
        prop_assert_eq!(timestamp.to_string(), by_jiff.to_string());
        prop_assert_eq!(format!("{timestamp:.4}"), format!("{by_jiff:.4}"));
        prop_assert_eq!(jiff::Timestamp::try_from(timestamp).unwrap(), by_jiff);
        prop_assert_eq!(Timestamp::from(by_jiff), timestamp);
        let by_chrono = DateTime::<Utc>::from(timestamp);
        prop_assert_eq!(by_chrono, timestamp.to_string().parse::<DateTime<Utc>>().unwrap());
        prop_assert_eq!(Timestamp::from(by_chrono), timestamp);
    }

    #[test]
    fn instants_are_read_as_jiff_reads_them(
        text in "(2025|0000|9999|20x5)-(0[0-3]|1[0-3]|[0-9]{2})-([0-3][0-9])[Tt ]([0-2][0-9]):[0-6][0-9](:[0-5][0-9](\\.[0-9]{0,9})?)?(Z|[-+](0[0-9]|1[0-9]|2[0-3]):?[0-6][0-9])",
    ) {
        let read = text.parse::<Timestamp>().ok();
        // What jiff cannot hold lies behind its last instant, in the last hours of the year 9999.
        let read = read.filter(|read| *read <= Timestamp::from(jiff::Timestamp::MAX));
        let expected = text.parse::<jiff::Timestamp>().ok().map(Timestamp::from);
        prop_assert_eq!(read, expected);
    }

    #[test]
    fn dates_are_those_of_jiff_and_chrono(days in 0..=Date::MAX.days_since(Date::MIN)) {
        let date = Date::MIN.checked_add_days(days).unwrap();
        let (by_jiff, by_chrono) = (civil::Date::from(date), NaiveDate::from(date));
        prop_assert_eq!(date.to_string(), by_jiff.to_string());
        prop_assert_eq!(date.to_string(), by_chrono.to_string());
        prop_assert_eq!((Date::from(by_jiff), Date::from(by_chrono)), (date, date));
    }

    #[test]
    fn the_calendar_has_the_days_that_jiff_has(year in 0..=10_000_u16, month in 0..=13_u8, day in 0..=32_u8) {
        let text = format!("{year:04}-{month:02}-{day:02}");
        prop_assert_eq!(Date::new(year, month, day).is_ok(), year < 10_000 && text.parse::<civil::Date>().is_ok());
    }
}
