//! Enums.

use serde_json::{Value, json};

use super::item::Item;
use crate::api::scalars::Scalar;
use crate::diag::Span;
pub use crate::spec::EnumBase;

/// A set of named values; values that it does not list are kept.
#[derive(Clone, Debug)]
pub struct Enum {
    /// Name and doc.
    pub item: Item,
    /// The name of the member, parameter or variant in which it is written, if it is not written by itself.
    pub in_place: Option<Span>,
    /// What its values are in JSON.
    pub base: EnumBase,
    /// The values that are known.
    pub values: Vec<EnumValue>,
    /// Whether the service says that there will be no others; they are kept all the same.
    pub closed: bool,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// Name, which is the value on the wire as text, and doc.
    pub item: Item,
}

impl Enum {
    /// Its first value, or one that stands for it, as JSON.
    #[must_use]
    pub fn sample(&self) -> Value {
        self.values.first().map_or_else(|| self.base.sample(), |value| self.base.json(&value.item.name))
    }
}

impl EnumBase {
    /// The scalar that its values are.
    #[must_use]
    pub fn scalar(self) -> Scalar {
        match self {
            Self::Text => Scalar::String,
            Self::Integer => Scalar::Integer,
            Self::Boolean => Scalar::Boolean,
        }
    }

    /// The scalars whose values turn into one of such an enum.
    pub(super) fn given_as(self) -> &'static [Scalar] {
        match self {
            Self::Text => &[Scalar::String],
            Self::Integer => &[Scalar::Integer],
            Self::Boolean => &[Scalar::Boolean],
        }
    }

    /// The JSON of a value with this name, which was checked to be one.
    #[must_use]
    pub fn json(self, name: &str) -> Value {
        match self {
            Self::Text => json!(name),
            Self::Integer => json!(name.parse::<i64>().unwrap_or_default()),
            Self::Boolean => json!(name == "true"),
        }
    }

    /// One of its values, in words.
    #[must_use]
    pub fn one(self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Integer => "an integer",
            Self::Boolean => "a boolean",
        }
    }

    /// A value of an enum that lists none.
    #[must_use]
    pub fn sample(self) -> Value {
        match self {
            Self::Text => json!("example"),
            Self::Integer => json!(1),
            Self::Boolean => json!(true),
        }
    }
}
