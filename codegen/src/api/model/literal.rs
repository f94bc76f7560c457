//! Values without parts, which a description fixes.

use serde_json::{Value, json};

use super::exact::Exact;
use crate::spec;

/// A text, number or truth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A text.
    Text(String),
    /// A number, by its digits: those that are alike are equal.
    Number(String),
    /// `true` or `false`.
    Boolean(bool),
}

impl Literal {
    /// What is written, if it has no parts.
    #[must_use]
    pub fn of(value: &spec::Value) -> Option<Self> {
        match value {
            spec::Value::Text(text) => Some(Self::Text(text.clone())),
            spec::Value::Number(number) => {
                let digits = number.as_str();
                Some(Self::Number(Exact::of(digits).map_or_else(|| digits.to_owned(), |number| number.to_string())))
            }
            spec::Value::Boolean(truth) => Some(Self::Boolean(*truth)),
            _ => None,
        }
    }

    /// The same as JSON.
    #[must_use]
    pub fn json(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::Number(digits) => serde_json::from_str(digits).unwrap_or_default(),
            Self::Boolean(truth) => json!(truth),
        }
    }

    /// A text as it is, anything else as JSON writes it.
    #[must_use]
    pub fn as_text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Number(text) => text,
            Self::Boolean(true) => "true",
            Self::Boolean(false) => "false",
        }
    }
}
