//! Numbers, digit for digit.

/// A number as JSON writes it, with all of its digits, however many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number(Box<str>);

impl Number {
    /// The number that a text is; the caller has seen that it is one of JSON.
    pub(crate) fn of_json(text: &str) -> Self {
        Self(text.into())
    }

    /// The number as JSON writes it, such as `-12.50` or `1e400`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the number is written without a point or an exponent.
    pub(crate) fn is_whole(&self) -> bool {
        !self.0.contains(['.', 'e', 'E'])
    }

    /// The number, if it is whole, is written without a point or an exponent, and fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The number in 64 bits: whole numbers exactly or not at all, others as the nearest one that there is.
    #[must_use]
    pub fn to_json(&self) -> Option<serde_json::Number> {
        if !self.is_whole() {
            return self.0.parse().ok().and_then(serde_json::Number::from_f64);
        }
        let unsigned = || self.0.parse::<u64>().map(serde_json::Number::from);
        self.0.parse::<i64>().map(serde_json::Number::from).or_else(|_| unsigned()).ok()
    }
}
