//! The table of scalars: all that a description, its checks and a comparison need to know of each.
//!
//! What Rust makes of them is in a table of its own, `rust/scalars.rs`.

mod examples;
mod instants;
mod shapes;

pub use examples::ExampleRule;
pub use instants::TimestampFormat;
pub use shapes::Shape;

use crate::spec::Measure;
use serde_json::{Value, json};

/// What is known of a kind of scalar.
pub struct Facts {
    /// Its name in descriptions.
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
        given_as: None,
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::BOOLEAN,
        sample: |_| json!(true),
    },
    /// A whole number of 64 bits.
    Integer => Facts {
        name: "integer",
        written: Shape::Integer,
        answered: &[Shape::Integer],
        read: &[Shape::Integer],
        given_as: Some(&[Scalar::Integer, Scalar::Integer32, Scalar::Unsigned32]),
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::INTEGER,
        sample: |_| json!(1),
    },
    /// A whole number of 32 bits.
    Integer32 => Facts {
        name: "int32",
        written: Shape::Integer32,
        answered: &[Shape::Integer32],
        read: &[Shape::Integer32],
        given_as: None,
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::INTEGER_32,
        sample: |_| json!(1),
    },
    /// A whole number of 32 bits without a sign.
    Unsigned32 => Facts {
        name: "uint32",
        written: Shape::Unsigned32,
        answered: &[Shape::Unsigned32],
        read: &[Shape::Unsigned32],
        given_as: None,
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::UNSIGNED_32,
        sample: |_| json!(1),
    },
    /// A whole number of 64 bits without a sign.
    Unsigned64 => Facts {
        name: "uint64",
        written: Shape::Unsigned64,
        answered: &[Shape::Unsigned64],
        read: &[Shape::Unsigned64],
        given_as: None,
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::UNSIGNED_64,
        sample: |_| json!(1),
    },
    /// A floating-point number.
    Number => Facts {
        name: "number",
        written: Shape::Number,
        answered: &[Shape::Number],
        read: &[Shape::Number],
        given_as: Some(&[Scalar::Number, Scalar::Number32, Scalar::Integer32, Scalar::Unsigned32]),
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::NUMBER,
        sample: |_| json!(1.5),
    },
    /// A floating-point number of 32 bits.
    Number32 => Facts {
        name: "float32",
        written: Shape::Number,
        answered: &[Shape::Number],
        read: &[Shape::Number],
        given_as: None,
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::NUMBER,
        sample: |_| json!(1.5),
    },
    /// A decimal number as text, kept digit for digit.
    Decimal => Facts {
        name: "decimal",
        written: Shape::DecimalText,
        answered: &[Shape::DecimalText],
        read: &[Shape::DecimalText, Shape::Integer],
        given_as: None,
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::DECIMAL,
        sample: |_| json!("1.50"),
    },
    /// A whole number of a currency's minor unit, as a JSON integer or as text.
    Money => Facts {
        name: "money",
        written: Shape::IntegerText,
        answered: &[Shape::Integer, Shape::IntegerText],
        read: &[Shape::Integer, Shape::IntegerText],
        given_as: Some(&[Scalar::Integer]),
        measure: Measure::Value,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::MONEY,
        sample: |_| json!(1000),
    },
    /// A three-letter ISO currency code in lower case.
    Currency => Facts {
        name: "currency",
        written: Shape::CurrencyText,
        answered: &[Shape::CurrencyText],
        read: &[Shape::Text],
        given_as: Some(&[Scalar::String]),
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::TEXT,
        sample: |_| json!("usd"),
    },
    /// An instant, in the form that the protocol says.
    Timestamp => Facts {
        name: "timestamp",
        written: Shape::Instant,
        answered: &[Shape::Instant],
        read: &[Shape::Instant],
        given_as: Some(&[]),
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::TIMESTAMP,
        sample: |timestamps| match timestamps {
            TimestampFormat::Rfc3339 => json!("2025-01-01T00:00:00.000Z"),
            TimestampFormat::Unix => json!(1_735_689_600),
        },
    },
    /// A day of the calendar.
    Date => Facts {
        name: "date",
        written: Shape::DateText,
        answered: &[Shape::DateText],
        read: &[Shape::DateText],
        given_as: Some(&[]),
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::DATE,
        sample: |_| json!("2025-01-01"),
    },
    /// A time of day.
    Time => Facts {
        name: "time",
        written: Shape::TimeText,
        answered: &[Shape::TimeText],
        read: &[Shape::TimeText],
        given_as: None,
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::TIME,
        sample: |_| json!("12:30:00"),
    },
    /// A span of time, as ISO 8601 writes it.
    Duration => Facts {
        name: "duration",
        written: Shape::DurationText,
        answered: &[Shape::DurationText],
        read: &[Shape::DurationText],
        given_as: Some(&[]),
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::DURATION,
        sample: |_| json!("PT1H30M"),
    },
    /// A URI, or a reference to one.
    Uri => Facts {
        name: "uri",
        written: Shape::UriText,
        answered: &[Shape::UriText],
        read: &[Shape::Text],
        given_as: Some(&[Scalar::String]),
        measure: Measure::Characters,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::TEXT,
        sample: |_| json!("https://example.com/"),
    },
    /// A universally unique identifier.
    Uuid => Facts {
        name: "uuid",
        written: Shape::UuidText,
        answered: &[Shape::UuidText],
        read: &[Shape::UuidText],
        given_as: None,
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::UUID,
        sample: |_| json!("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
    },
    /// Bytes, as text in Base64.
    Bytes => Facts {
        name: "bytes",
        written: Shape::Base64Text,
        answered: &[Shape::Base64Text],
        read: &[Shape::Base64Text],
        given_as: Some(&[Scalar::Bytes]),
        measure: Measure::Nothing,
        can_be_in_url: true,
        can_be_cursor: false,
        can_be_secret: false,
        example: examples::BYTES,
        sample: |_| json!("ZXhhbXBsZQ=="),
    },
}

impl Scalar {
    /// The scalar of a name, if there is one.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scalar| scalar.facts().name == name)
    }

    /// The names of all scalars.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        Self::ALL.iter().map(|scalar| scalar.facts().name)
    }

    /// The names of those of which bounds speak so.
    pub fn names_with(measure: Measure) -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|scalar| scalar.facts()).filter(move |facts| facts.measure == measure).map(|it| it.name)
    }
}
