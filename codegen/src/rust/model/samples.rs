//! Values as documentation shows them: a tree that is spelled out as code.

use serde_json::Value;

use super::types::RustType;
use crate::rust::Name;

/// A value.
#[derive(Clone, Debug)]
pub struct Sample {
    /// What it is.
    pub value: SampleValue,
    /// Whether callers may give it as it stands here, though it is not of its type yet; of a list or map, what is in it.
    pub converts: bool,
}

/// What a [`Sample`] is.
#[derive(Clone, Debug)]
pub enum SampleValue {
    /// A text, number or truth that Rust has literals for.
    Literal(Value),
    /// A text that nothing shows.
    Text(String),
    /// The bytes of this text.
    Bytes(String),
    /// What a type makes of a text.
    Parsed(RustType, String),
    /// Any JSON.
    Json(Value),
    /// Nothing, of what may be null.
    Nothing,
    /// What is there, of what may be absent.
    Some(Box<Sample>),
    /// A list.
    List(Vec<Sample>),
    /// A list or map of this type without anything in it: what it holds holds such a list or map again.
    Empty(RustType),
    /// A map from text.
    Map(Vec<(String, Sample)>),
    /// An object of requests: its type, and the arguments of its constructor.
    New((Name, Name), Vec<Sample>),
    /// A variant of a union.
    Variant(SampleVariant),
    /// A value of an enum: its type and its name.
    Known((Name, Name), Name),
    /// A whole number that a literal alone would make too small for: its type and its value.
    Wide(&'static str, i128),
}

/// A variant of a union of requests.
#[derive(Clone, Debug)]
pub struct SampleVariant {
    /// The module and the name of the union.
    pub union: (Name, Name),
    /// The name of the variant.
    pub name: Name,
    /// What it holds, if it holds anything.
    pub data: Option<Box<Sample>>,
    /// Whether that is in a box.
    pub is_boxed: bool,
    /// Whether that alone will do: the variant follows from it.
    pub follows: bool,
}

impl Sample {
    /// Whether it says nothing of what is given: it is a text that nothing shows, or any JSON, or holds only such.
    #[must_use]
    pub fn is_made_up(&self) -> bool {
        match &self.value {
            SampleValue::Text(_) | SampleValue::Json(Value::Null) => true,
            SampleValue::Some(inner) => inner.is_made_up(),
            SampleValue::List(items) => items.iter().all(Self::is_made_up),
            SampleValue::Map(entries) => entries.iter().all(|(_, value)| value.is_made_up()),
            _ => false,
        }
    }

    /// Whether its code speaks of no types but those of the language and of the runtime.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        match &self.value {
            SampleValue::Literal(_)
            | SampleValue::Text(_)
            | SampleValue::Wide(..)
            | SampleValue::Bytes(_)
            | SampleValue::Parsed(..)
            | SampleValue::Json(_)
            | SampleValue::Nothing => true,
            SampleValue::Some(inner) => inner.is_plain(),
            SampleValue::List(items) => items.iter().all(Self::is_plain),
            SampleValue::Map(entries) => entries.iter().all(|(_, value)| value.is_plain()),
            SampleValue::Variant(SampleVariant { data: Some(data), follows, .. }) => *follows && data.is_plain(),
            SampleValue::Empty(_) | SampleValue::New(..) | SampleValue::Variant(_) | SampleValue::Known(..) => false,
        }
    }
}
