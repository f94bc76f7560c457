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
    /// Instants, as texts or numbers of seconds: the protocol says which.
    Instant,
    /// All numbers.
    Number,
    /// Whole numbers.
    Integer,
    /// `true` and `false`.
    Boolean,
}

impl Shape {
    /// Whether all its values are among those of another set, where instants have a form.
    #[must_use]
    pub fn is_among(self, other: Self, timestamps: TimestampFormat) -> bool {
        self == other || self.wider(timestamps).contains(&other)
    }

    /// The other sets that hold all its values.
    fn wider(self, timestamps: TimestampFormat) -> &'static [Self] {
        match (self, timestamps) {
            (Self::IntegerText, _) => &[Self::DecimalText, Self::Text],
            (Self::DecimalText | Self::CurrencyText, _) | (Self::Instant, TimestampFormat::Rfc3339) => &[Self::Text],
            (Self::Instant, TimestampFormat::Unix) => &[Self::Integer, Self::Number],
            (Self::Integer, _) => &[Self::Number],
            (Self::Text | Self::Number | Self::Boolean, _) => &[],
        }
    }
}
