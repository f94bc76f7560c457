//! Instants, dates, times of day and spans of time.

use std::time::Duration as StdDuration;

use super::{Table, written};
use crate::runtime::{
    Date, Duration, Time, Timestamp,
    WireForm::{Default, Rfc3339, Seconds, Unix, UnixFraction, UnixMillis},
    blank,
};

pub(super) const TABLES: &[Table] = &[
    Table { scalar: || Box::new(blank::<Timestamp>()), form: Default, read: RFC3339, refused: NO_INSTANT },
    Table { scalar: || Box::new(blank::<Timestamp>()), form: Unix, read: RFC3339, refused: &[] },
    Table { scalar: || Box::new(blank::<Timestamp>()), form: UnixMillis, read: RFC3339, refused: &[] },
    Table { scalar: || Box::new(blank::<Timestamp>()), form: Default, read: SECONDS, refused: NO_SECONDS },
    Table { scalar: || Box::new(blank::<Timestamp>()), form: Rfc3339, read: SECONDS, refused: NO_SECONDS },
    Table {
        scalar: || Box::new(blank::<Timestamp>()),
        form: UnixFraction,
        read: SECONDS,
        refused: &[("1546079388123", "milliseconds, unless it is a year beyond 9999")],
    },
    Table {
        scalar: || Box::new(blank::<Timestamp>()),
        form: Unix,
        read: &[(r#""20250827""#, r#""1970-08-23T09:13:47.000Z""#), (r#""-1""#, r#""1969-12-31T23:59:59.000Z""#)],
        refused: &[("1546079388123", "milliseconds, unless it is a year beyond 9999")],
    },
    Table {
        scalar: || Box::new(blank::<Timestamp>()),
        form: UnixMillis,
        read: &[
            ("1546079388123", r#""2018-12-29T10:29:48.123Z""#),
            ("1546079388123.456789", r#""2018-12-29T10:29:48.123456789Z""#),
            ("1.546079388123e12", r#""2018-12-29T10:29:48.123Z""#),
            ("0", r#""1970-01-01T00:00:00.000Z""#),
            ("-1", r#""1969-12-31T23:59:59.999Z""#),
            ("253402300799999", r#""9999-12-31T23:59:59.999Z""#),
            (r#""1546079388123""#, r#""2018-12-29T10:29:48.123Z""#),
        ],
        refused: &[("253402300800000", "a year beyond 9999")],
    },
    Table {
        scalar: || Box::new(blank::<Date>()),
        form: Default,
        read: &[
            (r#""2025-08-27""#, r#""2025-08-27""#),
            (r#""0000-01-01""#, r#""0000-01-01""#),
            (r#""9999-12-31""#, r#""9999-12-31""#),
            (r#""2024-02-29""#, r#""2024-02-29""#),
            (r#""2000-02-29""#, r#""2000-02-29""#),
            (r#""2025-08-27T00:00:00Z""#, r#""2025-08-27""#),
            (r#""2025-08-27T00:00:00.000+02:00""#, r#""2025-08-27""#),
            (r#""2025-08-27 00:00:00""#, r#""2025-08-27""#),
        ],
        refused: &[
            (r#""2025-08-27T12:00:00Z""#, "the time would be lost"),
            (r#""2025-08-27T00:00:00.001Z""#, "the time would be lost"),
            (r#""2025-08-26T22:00:00Z""#, "a guess: midnight somewhere else"),
            (r#""2025-08-27T""#, "no time"),
            (r#""2025-02-29""#, "no such day"),
            (r#""1900-02-29""#, "no such day"),
            (r#""2025-04-31""#, "no such day"),
            (r#""2025-13-01""#, "no such month"),
            (r#""2025-00-10""#, "no such month"),
            (r#""0000-00-00""#, "no such day"),
            (r#""20250827""#, "a guess: it may be a number"),
            (r#""2025-8-27""#, "a digit is missing"),
            (r#""25-08-27""#, "a guess: which century"),
            (r#""08/27/2025""#, "a guess: months or days first"),
            (r#""2025-08""#, "no day"),
            (r#""2025-W35-3""#, "a week"),
            (r#"" 2025-08-27""#, "a space"),
            (r#""2025-08-27 ""#, "a space"),
            (r#""-2025-08-27""#, "a sign"),
            (r#""""#, "nothing is no day"),
            ("20250827", "a guess: it may be seconds"),
        ],
    },
    Table {
        scalar: || Box::new(blank::<Time>()),
        form: Default,
        read: &[
            (r#""10:15:30""#, r#""10:15:30""#),
            (r#""10:15""#, r#""10:15:00""#),
            (r#""00:00:00""#, r#""00:00:00""#),
            (r#""23:59:59.999999999""#, r#""23:59:59.999999999""#),
            (r#""10:15:30.250""#, r#""10:15:30.25""#),
            (r#""10:15:30,5""#, r#""10:15:30.5""#),
            (r#""10:15:30.1234567891""#, r#""10:15:30.123456789""#),
            (r#""10:15:30Z""#, r#""10:15:30Z""#),
            (r#""10:15:30+00:00""#, r#""10:15:30Z""#),
            (r#""10:15:30.5-09:30""#, r#""10:15:30.5-09:30""#),
            (r#""10:15+02""#, r#""10:15:00+02:00""#),
            (r#""10:15z""#, r#""10:15:00Z""#),
            (r#""23:59:60Z""#, r#""23:59:60Z""#),
            (r#""23:59:60""#, r#""23:59:60""#),
            (r#""05:29:60+05:30""#, r#""05:29:60+05:30""#),
        ],
        refused: &[
            (r#""24:00:00""#, "no such hour"),
            (r#""10:60:00""#, "no such minute"),
            (r#""10:15:61""#, "no such second"),
            (r#""10:15:60""#, "a leap second comes before midnight UTC"),
            (r#""23:59:60+05:30""#, "a leap second comes before midnight UTC"),
            (r#""10""#, "no minutes"),
            (r#""10:15:""#, "no second"),
            (r#""10:15:30.""#, "no fraction"),
            (r#""1:15""#, "a digit is missing"),
            (r#""10:15 PM""#, "not as RFC 3339 writes it"),
            (r#""10:15+24:00""#, "no such offset"),
            (r#""10:15+02:""#, "half an offset"),
            (r#""10:15+2""#, "half an offset"),
            (r#""T10:15""#, "not as RFC 3339 writes it"),
            (r#""2025-08-27T10:15:30Z""#, "the day would be lost"),
            (r#""""#, "nothing is not midnight"),
            ("1015", "a guess"),
        ],
    },
    Table { scalar: || Box::new(blank::<Duration>()), form: Default, read: SPANS, refused: NO_SPANS },
    Table {
        scalar: || Box::new(blank::<Duration>()),
        form: Default,
        read: &[],
        refused: &[
            ("90", "a guess: seconds, minutes or milliseconds"),
            (r#""90""#, "a guess: seconds, minutes or milliseconds"),
        ],
    },
    Table { scalar: || Box::new(blank::<Duration>()), form: Seconds, read: SPANS, refused: NO_SPANS },
    Table {
        scalar: || Box::new(blank::<Duration>()),
        form: Seconds,
        read: &[
            ("90", r#""PT90S""#),
            ("0", r#""PT0S""#),
            ("1.50", r#""PT1.50S""#),
            ("1.5e3", r#""PT1500S""#),
            ("-5", r#""-PT5S""#),
            (r#""90""#, r#""PT90S""#),
            ("0.30000000000000004", r#""PT0.30000000000000004S""#),
        ],
        refused: &[("1e999", "an exponent out of all proportion"), (r#""090""#, "not as JSON writes it")],
    },
];

/// Texts that tell their own form.
const RFC3339: &[(&str, &str)] = &[
    (r#""2025-08-27T12:34:56Z""#, r#""2025-08-27T12:34:56.000Z""#),
    (r#""2025-08-27T12:34:56.5Z""#, r#""2025-08-27T12:34:56.500Z""#),
    (r#""2025-08-27T12:34:56.1234Z""#, r#""2025-08-27T12:34:56.123400Z""#),
    (r#""2025-08-27T12:34:56.000000001Z""#, r#""2025-08-27T12:34:56.000000001Z""#),
    (r#""2025-08-27T12:34:56.1234567899999Z""#, r#""2025-08-27T12:34:56.123456789Z""#),
    (r#""2025-08-27T12:34:56,5Z""#, r#""2025-08-27T12:34:56.500Z""#),
    (r#""2025-08-27t12:34:56z""#, r#""2025-08-27T12:34:56.000Z""#),
    (r#""2025-08-27 12:34:56Z""#, r#""2025-08-27T12:34:56.000Z""#),
    (r#""2025-08-27T12:34Z""#, r#""2025-08-27T12:34:00.000Z""#),
    (r#""2021-08-29T21:54:42.651""#, r#""2021-08-29T21:54:42.651Z""#),
    (r#""2021-08-29 21:54:42""#, r#""2021-08-29T21:54:42.000Z""#),
    (r#""2025-08-27T12:34:56+02:00""#, r#""2025-08-27T10:34:56.000Z""#),
    (r#""2025-08-27T12:34:56-0930""#, r#""2025-08-27T22:04:56.000Z""#),
    (r#""2025-08-27T12:34:56+02""#, r#""2025-08-27T10:34:56.000Z""#),
    (r#""2025-08-27T00:00:00+23:59""#, r#""2025-08-26T00:01:00.000Z""#),
    (r#""2025-08-27T12:34:56-00:00""#, r#""2025-08-27T12:34:56.000Z""#),
    (r#""2016-12-31T23:59:60Z""#, r#""2017-01-01T00:00:00.000Z""#),
    (r#""2016-12-31T23:59:60.5Z""#, r#""2017-01-01T00:00:00.500Z""#),
    (r#""2017-01-01T05:29:60+05:30""#, r#""2017-01-01T00:00:00.000Z""#),
    (r#""1969-12-31T23:59:59.5Z""#, r#""1969-12-31T23:59:59.500Z""#),
    (r#""0001-01-01T00:00:00Z""#, r#""0001-01-01T00:00:00.000Z""#),
    (r#""0000-01-01T00:00:00Z""#, r#""0000-01-01T00:00:00.000Z""#),
    (r#""9999-12-31T23:59:59Z""#, r#""9999-12-31T23:59:59.000Z""#),
    (r#""9999-12-31T23:59:59.9999999""#, r#""9999-12-31T23:59:59.999999900Z""#),
    // An offset leads out of the years that RFC 3339 can write: "for ever" is still said.
    (r#""9999-12-31T23:59:59-05:00""#, r#""9999-12-31T23:59:59.999999999Z""#),
    (r#""9999-12-31T23:59:60Z""#, r#""9999-12-31T23:59:59.999999999Z""#),
    (r#""0000-01-01T00:00:00+01:00""#, r#""0000-01-01T00:00:00.000Z""#),
];

/// Numbers of seconds, unless the form says otherwise.
const SECONDS: &[(&str, &str)] = &[
    ("1756298096", r#""2025-08-27T12:34:56.000Z""#),
    ("1756298096.0", r#""2025-08-27T12:34:56.000Z""#),
    ("1546079388.123", r#""2018-12-29T10:29:48.123Z""#),
    ("1546079388.1234567899", r#""2018-12-29T10:29:48.123456789Z""#),
    ("1.756298096e9", r#""2025-08-27T12:34:56.000Z""#),
    ("0", r#""1970-01-01T00:00:00.000Z""#),
    ("5", r#""1970-01-01T00:00:05.000Z""#),
    ("-0.5", r#""1969-12-31T23:59:59.500Z""#),
    ("-62135596800", r#""0001-01-01T00:00:00.000Z""#),
    ("-62167219200", r#""0000-01-01T00:00:00.000Z""#),
    ("253402300799", r#""9999-12-31T23:59:59.000Z""#),
    ("253402300799.999999999", r#""9999-12-31T23:59:59.999999999Z""#),
    (r#""1756298096""#, r#""2025-08-27T12:34:56.000Z""#),
    (r#""1546079388.123""#, r#""2018-12-29T10:29:48.123Z""#),
    (r#""-100000000""#, r#""1966-10-31T14:13:20.000Z""#),
];

const NO_SECONDS: &[(&str, &str)] = &[
    ("1546079388123", "milliseconds, unless it is a year beyond 9999"),
    ("253402300800", "a year beyond 9999"),
    ("-62167219201", "a year before 0"),
    ("1e400", "a year beyond 9999"),
    (r#""20250827""#, "a guess: a day, or seconds"),
    (r#""2025""#, "a guess: a year, or seconds"),
    (r#""0""#, "a guess: nothing, or seconds"),
    (r#""01756298096""#, "not as JSON writes it"),
    (r#""20250827123456""#, "a year beyond 9999"),
];

const NO_INSTANT: &[(&str, &str)] = &[
    (r#""""#, "nothing is no instant"),
    (r#""yesterday""#, "words"),
    (r#""now""#, "words"),
    (r#""2025-08-27""#, "a guess: which time, and where"),
    (r#""2025-08-27T""#, "no time"),
    (r#""2025-08-27T12""#, "no minutes"),
    (r#""12:34:56Z""#, "no day"),
    (r#""2025-08-27T12:34:56.Z""#, "no fraction"),
    (r#""2025-08-27T12:34:56 Z""#, "not as RFC 3339 writes it"),
    (r#""2025-08-27T12:34:56ZZ""#, "not as RFC 3339 writes it"),
    (r#""2025-08-27T12:34:56+2""#, "half an offset"),
    (r#""2025-08-27T12:34:56+02:0""#, "half an offset"),
    (r#""2025-08-27T12:34:56+24:00""#, "no such offset"),
    (r#""2025-08-27T12:34:56+02:60""#, "no such offset"),
    (r#""2025-08-27T12:34:56 UTC""#, "not as RFC 3339 writes it"),
    (r#""2025-08-27T12:34:56[UTC]""#, "not as RFC 3339 writes it"),
    (r#""2025-08-27_12:34:56Z""#, "not as RFC 3339 writes it"),
    (r#""2025-8-27T12:34:56Z""#, "a digit is missing"),
    (r#""2025-02-29T00:00:00Z""#, "no such day"),
    (r#""2025-13-01T00:00:00Z""#, "no such month"),
    (r#""0000-00-00 00:00:00""#, "no such day"),
    (r#""2025-08-27T24:00:00Z""#, "no such hour"),
    (r#""2025-08-27T12:60:00Z""#, "no such minute"),
    (r#""2025-08-27T12:34:60Z""#, "a leap second comes before midnight UTC"),
    (r#""2025-08-27T23:59:60+02:00""#, "a leap second comes before midnight UTC"),
    (r#""2025-08-27T23:59:61Z""#, "no such second"),
    (r#""10000-01-01T00:00:00Z""#, "a year beyond 9999"),
    (r#""-0001-01-01T00:00:00Z""#, "a year before 0"),
    (r#"" 2025-08-27T12:34:56Z""#, "a space"),
    (r#""2025-08-27T12:34:56Z ""#, "a space"),
    (r#""20250827T123456Z""#, "not as RFC 3339 writes it"),
    (r#""Wed, 27 Aug 2025 12:34:56 GMT""#, "not as RFC 3339 writes it"),
    (r#""２025-08-27T12:34:56Z""#, "not as RFC 3339 writes it"),
    ("true", "a boolean is no instant"),
];

const SPANS: &[(&str, &str)] = &[
    (r#""P3DT4H""#, r#""P3DT4H""#),
    (r#""PT0S""#, r#""PT0S""#),
    (r#""P1Y2M3W4DT5H6M7.89S""#, r#""P1Y2M3W4DT5H6M7.89S""#),
    (r#""P1M""#, r#""P1M""#),
    (r#""PT1M""#, r#""PT1M""#),
    (r#""PT36H""#, r#""PT36H""#),
    (r#""PT1,5H""#, r#""PT1,5H""#),
    (r#""P0.5Y""#, r#""P0.5Y""#),
    (r#""P007D""#, r#""P007D""#),
    (r#""-P1D""#, r#""-P1D""#),
    (r#""PT-5M""#, r#""PT-5M""#),
    (r#""pt1h""#, r#""pt1h""#),
];

const NO_SPANS: &[(&str, &str)] = &[
    (r#""""#, "nothing is not no time"),
    (r#""P""#, "no part"),
    (r#""PT""#, "no part"),
    (r#""P1DT""#, "no part behind the T"),
    (r#""P1H""#, "hours stand behind a T"),
    (r#""PT1D""#, "days stand in front of the T"),
    (r#""P1D1Y""#, "the parts are out of order"),
    (r#""P1D1D""#, "one part twice"),
    (r#""PT1.5H30M""#, "only the last part has a fraction"),
    (r#""PT1H1.5""#, "no letter"),
    (r#""P1""#, "no letter"),
    (r#""PT.5S""#, "no digit in front of the point"),
    (r#""PT5.S""#, "no digit behind the point"),
    (r#""PS""#, "no digit"),
    (r#""P1X""#, "no such part"),
    (r#""P1e3D""#, "no such part"),
    (r#""P1DT2HT3M""#, "two T"),
    (r#""1D""#, "no P"),
    (r#""+P1D""#, "not as ISO 8601 writes it"),
    (r#""--P1D""#, "not as ISO 8601 writes it"),
    (r#"" P1D""#, "a space"),
    (r#""P1Dü""#, "not as ISO 8601 writes it"),
    (r#""3.5s""#, "not as ISO 8601 writes it"),
    (r#""01:30:00""#, "a time of day"),
    ("true", "a boolean is no span of time"),
];

#[test]
fn instants_are_written_in_the_form_that_is_asked_for() {
    let cases = [
        ("2025-08-27T12:34:56Z", r#""2025-08-27T12:34:56.000Z""#, "1756298096", "1756298096", "1756298096000"),
        ("2025-08-27T12:34:56.12Z", r#""2025-08-27T12:34:56.120Z""#, "1756298096", "1756298096.12", "1756298096120"),
        ("1970-01-01T00:00:00.000000001Z", r#""1970-01-01T00:00:00.000000001Z""#, "0", "0.000000001", "0"),
        ("1969-12-31T23:59:59.5Z", r#""1969-12-31T23:59:59.500Z""#, "-1", "-0.5", "-500"),
        ("1969-12-31T23:59:58.9996Z", r#""1969-12-31T23:59:58.999600Z""#, "-2", "-1.0004", "-1001"),
        ("9999-12-31T23:59:59Z", r#""9999-12-31T23:59:59.000Z""#, "253402300799", "253402300799", "253402300799000"),
    ];
    for (text, rfc3339, unix, fraction, millis) in cases {
        let timestamp: Timestamp = text.parse().unwrap();
        let forms = [Default, Rfc3339, Unix, UnixFraction, UnixMillis].map(|form| written(&timestamp, form));
        assert_eq!(forms, [rfc3339, rfc3339, unix, fraction, millis], "{text}");
    }
}

#[test]
fn an_instant_is_shown_with_the_digits_that_it_needs() {
    let timestamp = |text: &str| text.parse::<Timestamp>().unwrap();
    for text in ["2025-08-27T12:34:56Z", "2025-08-27T12:34:56.5Z", "0000-01-01T00:00:00.000000001Z"] {
        assert_eq!((timestamp(text).to_string(), format!("{:?}", timestamp(text))), (text.to_owned(), text.to_owned()));
    }
    let precise = timestamp("2025-08-27T12:34:56.987654321Z");
    assert_eq!(format!("{precise:.0}"), "2025-08-27T12:34:56Z");
    assert_eq!(format!("{precise:.3}"), "2025-08-27T12:34:56.987Z");
    assert_eq!(format!("{precise:.20}"), "2025-08-27T12:34:56.987654321Z");
    assert_eq!(format!("{:>22}", timestamp("2025-08-27T12:34:56Z")), "  2025-08-27T12:34:56Z");
}

#[test]
fn instants_count_from_the_unix_epoch() {
    let timestamp = Timestamp::new(-2, 999_600_000).unwrap();
    assert_eq!((timestamp.as_second(), timestamp.as_millisecond()), (-2, -1001));
    assert_eq!((timestamp.as_nanosecond(), timestamp.subsec_nanosecond()), (-1_000_400_000, 999_600_000));
    assert_eq!(Timestamp::from_nanosecond(-1_000_400_000), Ok(timestamp));
    assert_eq!(Timestamp::from_millisecond(-1001), Timestamp::new(-2, 999_000_000));
    assert_eq!(Timestamp::from_second(0), Ok(Timestamp::UNIX_EPOCH));
    assert_eq!(Timestamp::MIN.to_string(), "0000-01-01T00:00:00Z");
    assert_eq!(Timestamp::MAX.to_string(), "9999-12-31T23:59:59.999999999Z");
    for out_of_range in [
        Timestamp::new(0, 1_000_000_000),
        Timestamp::from_second(Timestamp::MAX.as_second() + 1),
        Timestamp::from_second(Timestamp::MIN.as_second() - 1),
        Timestamp::from_second(i64::MIN),
        Timestamp::from_millisecond(i64::MAX),
        Timestamp::from_nanosecond(i128::MIN),
        Timestamp::from_nanosecond(i128::MAX),
        Timestamp::from_nanosecond(Timestamp::MAX.as_nanosecond() + 1),
    ] {
        assert_eq!(out_of_range.unwrap_err().to_string(), "this is not an instant of the years 0 to 9999");
    }
}

#[test]
fn instants_move_by_spans_of_time() {
    let (early, late) = (Timestamp::new(-1, 700_000_000).unwrap(), Timestamp::new(2, 500_000_000).unwrap());
    let span = StdDuration::new(2, 800_000_000);
    assert_eq!((early + span, late - span), (late, early));
    assert_eq!((early.checked_add(span), late.checked_sub(span)), (Some(late), Some(early)));
    assert_eq!((late.duration_since(early), early.duration_since(late)), (Some(span), None));
    assert_eq!(late.duration_since(late), Some(StdDuration::ZERO));
    assert_eq!(Timestamp::MAX.checked_add(StdDuration::from_nanos(1)), None);
    assert_eq!(Timestamp::MIN.checked_sub(StdDuration::from_nanos(1)), None);
    assert_eq!(early + StdDuration::MAX, Timestamp::MAX);
    assert_eq!(early - StdDuration::MAX, Timestamp::MIN);
}

#[test]
fn dates_are_days_of_the_calendar() {
    let date = Date::new(2024, 2, 28).unwrap();
    assert_eq!((date.year(), date.month(), date.day()), (2024, 2, 28));
    assert_eq!((date.to_string(), format!("{date:?}")), ("2024-02-28".to_owned(), "2024-02-28".to_owned()));
    assert_eq!(date.checked_add_days(1), Date::new(2024, 2, 29).ok());
    assert_eq!(date.checked_add_days(2), Date::new(2024, 3, 1).ok());
    assert_eq!(date.checked_add_days(-59), Date::new(2023, 12, 31).ok());
    assert_eq!(Date::new(2025, 2, 28).unwrap().days_since(date), 366);
    assert_eq!(date.days_since(Date::new(2025, 2, 28).unwrap()), -366);
    assert_eq!(Date::MIN.checked_add_days(-1), None);
    assert_eq!(Date::MAX.checked_add_days(1), None);
    assert_eq!(Date::MAX.checked_add_days(i32::MAX), None);
    assert_eq!(Date::MIN.checked_add_days(Date::MAX.days_since(Date::MIN)), Some(Date::MAX));
    assert_eq!("2024-02-30".parse::<Date>(), Date::new(2024, 2, 30));
    assert_eq!(Date::new(10_000, 1, 1).unwrap_err().to_string(), r#"this is not a date such as "2025-08-27""#);
    assert!(date < Date::new(2024, 3, 1).unwrap());
}

#[test]
fn times_of_day_have_parts() {
    let time = Time::new(10, 15, 30).unwrap();
    assert_eq!((time.hour(), time.minute(), time.second(), time.nanosecond()), (10, 15, 30, 0));
    assert_eq!(time.offset_minutes(), None);
    let precise = time.with_nanosecond(250_000_000).unwrap().with_offset_minutes(-570).unwrap();
    assert_eq!((precise.to_string(), format!("{precise:?}")), ("10:15:30.25-09:30".into(), "10:15:30.25-09:30".into()));
    assert_eq!((precise.nanosecond(), precise.offset_minutes()), (250_000_000, Some(-570)));
    assert_eq!("10:15:30+00:00".parse::<Time>(), time.with_offset_minutes(0));
    assert!(Time::MIDNIGHT < time && time < precise && time < time.with_offset_minutes(0).unwrap());
    let leap = Time::new(23, 59, 60).unwrap();
    assert_eq!(leap.with_offset_minutes(0).unwrap().second(), 60);
    for no_time in [
        Time::new(24, 0, 0),
        Time::new(255, 255, 255),
        Time::new(10, 15, 60),
        time.with_nanosecond(1_000_000_000),
        time.with_offset_minutes(24 * 60),
        time.with_offset_minutes(i16::MIN),
        leap.with_offset_minutes(60),
    ] {
        assert_eq!(no_time.unwrap_err().to_string(), r#"this is not a time of day such as "10:15:30""#);
    }
}

#[test]
fn spans_of_time_have_a_length_where_it_is_known() {
    let cases = [
        ("PT0S", Some((0, 0))),
        ("P3DT4H", Some((3 * 86_400 + 4 * 3600, 0))),
        ("P2W", Some((14 * 86_400, 0))),
        ("PT1.5H", Some((5400, 0))),
        ("PT1,5M", Some((90, 0))),
        ("PT0.000000001S", Some((0, 1))),
        ("PT0.30000000000000004S", Some((0, 300_000_000))),
        ("P0Y0M0DT0H5M0S", Some((300, 0))),
        ("PT1H-30M", Some((1800, 0))),
        ("PT18446744073709551615S", Some((u64::MAX, 0))),
        ("PT18446744073709551616S", None),
        ("PT999999999999999999999999999999999999999999999H", None),
        ("P1M", None),
        ("P1Y", None),
        ("-PT1S", None),
        ("-PT-1S", Some((1, 0))),
        // The sum is the least number of 128 bits.
        ("-PT-60M-170141183460469231731687300115.884105728S", None),
    ];
    for (text, length) in cases {
        let duration: Duration = text.parse().unwrap();
        assert_eq!(
            duration.to_std(),
            length.map(|(second, nanosecond)| StdDuration::new(second, nanosecond)),
            "{text}"
        );
        assert_eq!((duration.as_str(), duration.to_string().as_str()), (text, text));
    }
    assert_eq!(Duration::from(StdDuration::from_millis(1500)).as_str(), "PT1.5S");
    assert_eq!(Duration::from(StdDuration::from_secs(90)).as_str(), "PT90S");
    assert_ne!("PT60M".parse::<Duration>(), "PT1H".parse());
}

#[test]
fn spans_of_time_are_written_as_seconds_where_seconds_can_say_them() {
    let cases = [
        ("PT1M30S", "90"),
        ("PT0.5S", "0.5"),
        ("-PT0.5S", "-0.5"),
        ("P1D", "86400"),
        ("P1M", r#""P1M""#),
        ("PT0.30000000000000004S", "0.3"),
    ];
    for (text, seconds) in cases {
        assert_eq!(written(&text.parse::<Duration>().unwrap(), Seconds), seconds, "{text}");
    }
}
