//! Sets of JSON values, as far as scalars differ in them.

use super::instants::TimestampFormat;

/// A set of JSON values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// All texts.
    Text,
    /// Texts that are decimal numbers.
    DecimalText,
    /// Texts that are whole numbers.
    IntegerText,
    /// Texts that are codes of currencies.
    CurrencyText,
    /// Texts that are days of the calendar.
    DateText,
    /// Texts that are times of day.
    TimeText,
    /// Texts that are spans of time.
    DurationText,
    /// Texts that are URIs or references to them.
    UriText,
    /// Texts that are UUIDs.
    UuidText,
    /// Texts in Base64.
    Base64Text,
    /// Texts in the alphabet of Base64 for URLs, without padding.
    Base64UrlText,
    /// Instants, as texts or numbers of seconds: the protocol says which.
    Instant,
    /// Texts that are instants.
    InstantText,
    /// Whole numbers that are seconds since 1970.
    UnixSeconds,
    /// Numbers that are seconds since 1970, perhaps with a fraction.
    UnixFraction,
    /// Whole numbers that are milliseconds since 1970.
    UnixMillis,
    /// All numbers.
    Number,
    /// Whole numbers of 64 bits.
    Integer,
    /// Whole numbers of 32 bits.
    Integer32,
    /// Whole numbers of 64 bits without a sign.
    Unsigned64,
    /// Whole numbers of 32 bits without a sign.
    Unsigned32,
    /// `true` and `false`.
    Boolean,
    /// Files, which are no JSON.
    File,
}

impl Shape {
    /// Whether all its values are among those of another set, where instants have a form.
    #[must_use]
    pub fn is_among(self, other: Self, timestamps: TimestampFormat) -> bool {
        self == other || self.wider(timestamps).contains(&other)
    }

    /// The least and the greatest of its numbers, if they are whole.
    #[must_use]
    pub fn range(self) -> Option<(i128, i128)> {
        match self {
            Self::Integer | Self::IntegerText => Some((i64::MIN.into(), i64::MAX.into())),
            Self::Integer32 => Some((i32::MIN.into(), i32::MAX.into())),
            Self::Unsigned64 => Some((0, u64::MAX.into())),
            Self::Unsigned32 => Some((0, u32::MAX.into())),
            Self::Text
            | Self::DecimalText
            | Self::CurrencyText
            | Self::DateText
            | Self::TimeText
            | Self::DurationText
            | Self::UriText
            | Self::UuidText
            | Self::Base64Text
            | Self::Base64UrlText
            | Self::Instant
            | Self::InstantText
            | Self::UnixSeconds
            | Self::UnixFraction
            | Self::UnixMillis
            | Self::Number
            | Self::Boolean
            | Self::File => None,
        }
    }

    /// The other sets that hold all its values, where instants have a form.
    #[must_use]
    pub fn wider(self, timestamps: TimestampFormat) -> &'static [Self] {
        match (self, timestamps) {
            (Self::IntegerText, _) => &[Self::DecimalText, Self::Text],
            (
                Self::DecimalText
                | Self::CurrencyText
                | Self::DateText
                | Self::TimeText
                | Self::DurationText
                | Self::UriText
                | Self::UuidText
                | Self::Base64Text
                | Self::Base64UrlText,
                _,
            )
            | (Self::InstantText, TimestampFormat::Unix) => &[Self::Text],
            (Self::Instant, TimestampFormat::Rfc3339) => &[Self::InstantText, Self::Text],
            (Self::InstantText, TimestampFormat::Rfc3339) => &[Self::Instant, Self::Text],
            (Self::Instant, TimestampFormat::Unix) => {
                &[Self::UnixSeconds, Self::UnixFraction, Self::Integer, Self::Number]
            }
            (Self::UnixSeconds, TimestampFormat::Unix) => {
                &[Self::Instant, Self::UnixFraction, Self::Integer, Self::Number]
            }
            (Self::UnixSeconds, TimestampFormat::Rfc3339) => &[Self::UnixFraction, Self::Integer, Self::Number],
            (Self::UnixMillis | Self::Integer32, _) => &[Self::Integer, Self::Number],
            (Self::UnixFraction | Self::Integer | Self::Unsigned64, _) => &[Self::Number],
            (Self::Unsigned32, _) => &[Self::Integer, Self::Unsigned64, Self::Number],
            (Self::Text | Self::Number | Self::Boolean | Self::File, _) => &[],
        }
    }
}
