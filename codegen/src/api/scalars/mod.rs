//! The table of scalars: all that a description, its checks and a comparison need to know of each. What Rust makes of them is
//! in a table of its own, `rust/scalars.rs`.

mod examples;
mod instants;
mod names;
mod shapes;

pub use examples::ExampleRule;
pub use instants::TimestampFormat;
pub use shapes::Shape;

use crate::spec::Measure;
use serde_json::{Value, json};

/// What is known of a kind of scalar.
pub struct Facts {
    /// Its name in descriptions, with its form in brackets if it always has that one.
    pub name: &'static str,
    /// What programs write, and services take.
    pub written: Shape,
    /// What services may write.
    pub answered: &'static [Shape],
    /// What programs read.
    pub read: &'static [Shape],
    /// What callers may give for it, where that is more than its type in Rust: values of these scalars turn into it, and what
    /// only Rust has, such as `&str` or `SystemTime`.
    pub given_as: Option<&'static [Scalar]>,
    /// Of what a description can say bounds.
    pub measure: Measure,
    /// Whether it can stand in a path or query, as a single value.
    pub can_be_in_url: bool,
    /// Whether the `id` of an item can be one, after which the next page of a list begins.
    pub can_be_cursor: bool,
    /// Whether it can be kept out of debug output.
    pub can_be_secret: bool,
    /// What an example may hold.
    pub example: ExampleRule,
    /// JSON to show where a description shows none, in a form of instants.
    pub sample: fn(TimestampFormat) -> Value,
}

/// Declares the scalars, each with its row.
macro_rules! scalars {
    ($($(#[doc = $doc:literal])+ $name:ident => $facts:expr,)+) => {
        /// A kind of value without members or items.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Scalar {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Scalar {
            /// All of them, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// What it is, in a sentence.
            #[must_use]
            pub fn doc(self) -> &'static str {
                match self {
                    $(Self::$name => const { concat!($($doc),+).trim_ascii_start() },)+
                }
            }

            /// What is known of it.
            #[must_use]
            pub fn facts(self) -> &'static Facts {
                match self {
                    $(Self::$name => const { &$facts },)+
                }
            }
        }
    };
}

/// What holds for most: one value in a URL, which is no cursor and no secret.
const VALUE: Facts = Facts {
    name: "",
    written: Shape::Text,
    answered: &[],
    read: &[],
    given_as: None,
    measure: Measure::Nothing,
    can_be_in_url: true,
    can_be_cursor: false,
    can_be_secret: false,
    example: examples::TEXT,
    sample: |_| Value::Null,
};

scalars! {
    /// Any text.
    String => Facts {
        name: "string",
        written: Shape::Text,
        answered: &[Shape::Text],
        read: &[Shape::Text],
        given_as: Some(&[Scalar::String]),
        measure: Measure::Characters,
        can_be_in_url: true,
        can_be_cursor: true,
        can_be_secret: true,
        example: examples::TEXT,
        sample: |_| json!("example"),
    },
    /// `true` or `false`.
    Boolean => Facts {
        name: "boolean",
        written: Shape::Boolean,
        answered: &[Shape::Boolean],
        read: &[Shape::Boolean],
        example: examples::BOOLEAN,
        sample: |_| json!(true),
        ..VALUE
    },
    /// A whole number of 64 bits.
    Integer => Facts {
        name: "integer",
        written: Shape::Integer,
        answered: &[Shape::Integer],
        read: &[Shape::Integer],
        given_as: Some(&[Scalar::Integer, Scalar::Integer32, Scalar::Unsigned32]),
        measure: Measure::Value,
        example: examples::INTEGER,
        sample: |_| json!(1),
        ..VALUE
    },
    /// A whole number of 32 bits.
    Integer32 => whole("int32", &[Shape::Integer32], examples::INTEGER_32),
    /// A whole number of 32 bits without a sign.
    Unsigned32 => whole("uint32", &[Shape::Unsigned32], examples::UNSIGNED_32),
    /// A whole number of 64 bits without a sign.
    Unsigned64 => whole("uint64", &[Shape::Unsigned64], examples::UNSIGNED_64),
    /// A floating-point number.
    Number => Facts {
        name: "number",
        written: Shape::Number,
        answered: &[Shape::Number],
        read: &[Shape::Number],
        given_as: Some(&[Scalar::Number, Scalar::Number32, Scalar::Integer32, Scalar::Unsigned32]),
        measure: Measure::Value,
        example: examples::NUMBER,
        sample: |_| json!(1.5),
        ..VALUE
    },
    /// A floating-point number of 32 bits.
    Number32 => Facts {
        name: "float32",
        written: Shape::Number,
        answered: &[Shape::Number],
        read: &[Shape::Number],
        measure: Measure::Value,
        example: examples::NUMBER,
        sample: |_| json!(1.5),
        ..VALUE
    },
    /// A decimal number as text, kept digit for digit.
    Decimal => DECIMAL,
    /// The same as a number, written digit for digit.
    DecimalNumber => DECIMAL_NUMBER,
    /// A whole number of a currency's minor unit, as a JSON integer or as text.
    Money => Facts {
        name: "money",
        written: Shape::IntegerText,
        answered: &[Shape::Integer, Shape::IntegerText],
        read: &[Shape::Integer, Shape::IntegerText],
        given_as: Some(&[Scalar::Integer]),
        measure: Measure::Value,
        example: examples::MONEY,
        sample: |_| json!(1000),
        ..VALUE
    },
    /// A three-letter ISO currency code in lower case.
    Currency => Facts {
        name: "currency",
        written: Shape::CurrencyText,
        answered: &[Shape::CurrencyText],
        read: &[Shape::Text],
        given_as: Some(&[Scalar::String]),
        example: examples::TEXT,
        sample: |_| json!("usd"),
        ..VALUE
    },
    /// An instant, in the form that the protocol says.
    Timestamp => TIMESTAMP,
    /// An instant as RFC 3339 text.
    TimestampText => TIMESTAMP_TEXT,
    /// An instant as whole seconds since 1970.
    TimestampUnix => TIMESTAMP_UNIX,
    /// An instant as seconds since 1970 with a fraction.
    TimestampFraction => TIMESTAMP_FRACTION,
    /// An instant as whole milliseconds since 1970.
    TimestampMillis => TIMESTAMP_MILLIS,
    /// A day of the calendar.
    Date => Facts {
        name: "date",
        written: Shape::DateText,
        answered: &[Shape::DateText],
        read: &[Shape::DateText],
        given_as: Some(&[]),
        example: examples::DATE,
        sample: |_| json!("2025-01-01"),
        ..VALUE
    },
    /// A time of day.
    Time => Facts {
        name: "time",
        written: Shape::TimeText,
        answered: &[Shape::TimeText],
        read: &[Shape::TimeText],
        example: examples::TIME,
        sample: |_| json!("12:30:00"),
        ..VALUE
    },
    /// A span of time, as ISO 8601 writes it.
    Duration => DURATION,
    /// A span of time as a number of seconds.
    DurationSeconds => DURATION_SECONDS,
    /// A URI, or a reference to one.
    Uri => Facts {
        name: "uri",
        written: Shape::UriText,
        answered: &[Shape::UriText],
        read: &[Shape::Text],
        given_as: Some(&[Scalar::String]),
        measure: Measure::Characters,
        example: examples::TEXT,
        sample: |_| json!("https://example.com/"),
        ..VALUE
    },
    /// A universally unique identifier.
    Uuid => Facts {
        name: "uuid",
        written: Shape::UuidText,
        answered: &[Shape::UuidText],
        read: &[Shape::UuidText],
        example: examples::UUID,
        sample: |_| json!("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        ..VALUE
    },
    /// The content of a file, which stands in bodies that are not JSON.
    File => FILE,
    /// Bytes, as text in Base64.
    Bytes => BYTES,
    /// Bytes as text in the alphabet of Base64 for URLs, without padding.
    BytesUrl => BYTES_URL,
}

/// A whole number of these shapes, which are read and written alike.
const fn whole(name: &'static str, shapes: &'static [Shape], example: ExampleRule) -> Facts {
    Facts {
        name,
        written: shapes[0],
        answered: shapes,
        read: shapes,
        measure: Measure::Value,
        example,
        sample: |_| json!(1),
        ..VALUE
    }
}

const DECIMAL: Facts = Facts {
    name: "decimal",
    written: Shape::DecimalText,
    answered: &[Shape::DecimalText],
    read: &[Shape::DecimalText, Shape::Number],
    measure: Measure::Value,
    example: examples::DECIMAL,
    sample: |_| json!("1.50"),
    ..VALUE
};

const DECIMAL_NUMBER: Facts = Facts {
    name: "decimal(number)",
    written: Shape::Number,
    answered: &[Shape::Number],
    example: examples::DECIMAL_NUMBER,
    sample: |_| json!(1.5),
    ..DECIMAL
};

const TIMESTAMP: Facts = Facts {
    name: "timestamp",
    written: Shape::Instant,
    answered: &[Shape::Instant],
    read: &[Shape::Instant, Shape::InstantText, Shape::UnixSeconds, Shape::UnixFraction],
    given_as: Some(&[]),
    example: examples::TIMESTAMP,
    sample: |form| if form == TimestampFormat::Unix { json!(1_735_689_600) } else { json!("2025-01-01T00:00:00.000Z") },
    ..VALUE
};

const TIMESTAMP_TEXT: Facts = Facts {
    name: "timestamp(rfc3339)",
    written: Shape::InstantText,
    answered: &[Shape::InstantText],
    example: examples::TIMESTAMP_TEXT,
    sample: |_| (TIMESTAMP.sample)(TimestampFormat::Rfc3339),
    ..TIMESTAMP
};

const TIMESTAMP_UNIX: Facts = Facts {
    name: "timestamp(unix)",
    written: Shape::UnixSeconds,
    answered: &[Shape::UnixSeconds],
    example: examples::TIMESTAMP_UNIX,
    sample: |_| (TIMESTAMP.sample)(TimestampFormat::Unix),
    ..TIMESTAMP
};

const TIMESTAMP_FRACTION: Facts = Facts {
    name: "timestamp(unix_fraction)",
    written: Shape::UnixFraction,
    answered: &[Shape::UnixFraction],
    example: examples::TIMESTAMP_FRACTION,
    sample: |_| json!(1_735_689_600.5),
    ..TIMESTAMP
};

const TIMESTAMP_MILLIS: Facts = Facts {
    name: "timestamp(unix_millis)",
    written: Shape::UnixMillis,
    answered: &[Shape::UnixMillis],
    read: &[Shape::InstantText, Shape::UnixMillis],
    example: examples::TIMESTAMP_MILLIS,
    sample: |_| json!(1_735_689_600_000_i64),
    ..TIMESTAMP
};

const DURATION: Facts = Facts {
    name: "duration",
    written: Shape::DurationText,
    answered: &[Shape::DurationText],
    read: &[Shape::DurationText],
    given_as: Some(&[]),
    example: examples::DURATION,
    sample: |_| json!("PT1H30M"),
    ..VALUE
};

const DURATION_SECONDS: Facts = Facts {
    name: "duration(seconds)",
    written: Shape::Number,
    answered: &[Shape::Number],
    read: &[Shape::DurationText, Shape::Number],
    example: examples::DURATION_SECONDS,
    sample: |_| json!(5400),
    ..DURATION
};

const FILE: Facts = Facts {
    name: "file",
    written: Shape::File,
    given_as: Some(&[Scalar::File]),
    can_be_in_url: false,
    sample: |_| json!("example"),
    ..VALUE
};

const BYTES: Facts = Facts {
    name: "bytes",
    written: Shape::Base64Text,
    answered: &[Shape::Base64Text],
    read: &[Shape::Base64Text, Shape::Base64UrlText],
    given_as: Some(&[Scalar::Bytes]),
    example: examples::BYTES,
    sample: |_| json!("ZXhhbXBsZQ=="),
    ..VALUE
};

const BYTES_URL: Facts = Facts {
    name: "bytes(base64url)",
    written: Shape::Base64UrlText,
    answered: &[Shape::Base64UrlText],
    example: examples::BYTES_URL,
    sample: |_| json!("ZXhhbXBsZQ"),
    ..BYTES
};
