//! Scalars that can have several forms in JSON: the rows of those that have the usual one, and of each that always has another.

use serde_json::json;

use super::examples;
use super::instants::TimestampFormat;
use super::{Facts, Scalar, Shape};
use crate::spec::Measure;

pub(super) const DECIMAL: Facts = Facts {
    name: "decimal",
    written: Shape::DecimalText,
    answered: &[Shape::DecimalText],
    read: &[Shape::DecimalText, Shape::Number],
    given_as: None,
    measure: Measure::Value,
    can_be_in_url: true,
    can_be_cursor: false,
    can_be_secret: false,
    example: examples::DECIMAL,
    sample: |_| json!("1.50"),
};

pub(super) const DECIMAL_NUMBER: Facts = Facts {
    name: "decimal(number)",
    written: Shape::Number,
    answered: &[Shape::Number],
    example: examples::DECIMAL_NUMBER,
    sample: |_| json!(1.5),
    ..DECIMAL
};

pub(super) const TIMESTAMP: Facts = Facts {
    name: "timestamp",
    written: Shape::Instant,
    answered: &[Shape::Instant],
    read: &[Shape::Instant, Shape::InstantText, Shape::UnixSeconds, Shape::UnixFraction],
    given_as: None,
    measure: Measure::Nothing,
    can_be_in_url: true,
    can_be_cursor: false,
    can_be_secret: false,
    example: examples::TIMESTAMP,
    sample: |timestamps| match timestamps {
        TimestampFormat::Rfc3339 => json!("2025-01-01T00:00:00.000Z"),
        TimestampFormat::Unix => json!(1_735_689_600),
    },
};

pub(super) const TIMESTAMP_TEXT: Facts = Facts {
    name: "timestamp(rfc3339)",
    written: Shape::InstantText,
    answered: &[Shape::InstantText],
    example: examples::TIMESTAMP_TEXT,
    sample: |_| (TIMESTAMP.sample)(TimestampFormat::Rfc3339),
    ..TIMESTAMP
};

pub(super) const TIMESTAMP_UNIX: Facts = Facts {
    name: "timestamp(unix)",
    written: Shape::UnixSeconds,
    answered: &[Shape::UnixSeconds],
    example: examples::TIMESTAMP_UNIX,
    sample: |_| (TIMESTAMP.sample)(TimestampFormat::Unix),
    ..TIMESTAMP
};

pub(super) const TIMESTAMP_FRACTION: Facts = Facts {
    name: "timestamp(unix_fraction)",
    written: Shape::UnixFraction,
    answered: &[Shape::UnixFraction],
    example: examples::TIMESTAMP_FRACTION,
    sample: |_| json!(1_735_689_600.5),
    ..TIMESTAMP
};

/// A number is in milliseconds here, and in seconds everywhere else: neither is read as the other.
pub(super) const TIMESTAMP_MILLIS: Facts = Facts {
    name: "timestamp(unix_millis)",
    written: Shape::UnixMillis,
    answered: &[Shape::UnixMillis],
    read: &[Shape::InstantText, Shape::UnixMillis],
    example: examples::TIMESTAMP_MILLIS,
    sample: |_| json!(1_735_689_600_000_i64),
    ..TIMESTAMP
};

pub(super) const DURATION: Facts = Facts {
    name: "duration",
    written: Shape::DurationText,
    answered: &[Shape::DurationText],
    read: &[Shape::DurationText],
    given_as: None,
    measure: Measure::Nothing,
    can_be_in_url: true,
    can_be_cursor: false,
    can_be_secret: false,
    example: examples::DURATION,
    sample: |_| json!("PT1H30M"),
};

pub(super) const DURATION_SECONDS: Facts = Facts {
    name: "duration(seconds)",
    written: Shape::Number,
    answered: &[Shape::Number],
    read: &[Shape::DurationText, Shape::Number],
    example: examples::DURATION_SECONDS,
    sample: |_| json!(5400),
    ..DURATION
};

pub(super) const BYTES: Facts = Facts {
    name: "bytes",
    written: Shape::Base64Text,
    answered: &[Shape::Base64Text],
    read: &[Shape::Base64Text, Shape::Base64UrlText],
    given_as: Some(Scalar::Bytes),
    measure: Measure::Nothing,
    can_be_in_url: true,
    can_be_cursor: false,
    can_be_secret: false,
    example: examples::BYTES,
    sample: |_| json!("ZXhhbXBsZQ=="),
};

pub(super) const BYTES_URL: Facts = Facts {
    name: "bytes(base64url)",
    written: Shape::Base64UrlText,
    answered: &[Shape::Base64UrlText],
    example: examples::BYTES_URL,
    sample: |_| json!("ZXhhbXBsZQ"),
    ..BYTES
};
