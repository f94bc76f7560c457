//! Tests that the examples of the description decode to what they say.

use super::types::RustType;
use crate::rust::Name;

/// A test that an example of the description decodes to what it says.
#[derive(Debug)]
pub struct ExampleTest {
    /// The test's name.
    pub name: Name,
    /// The operation that is answered.
    pub operation: Name,
    /// Whether the answer is an object, which reads and writes itself.
    pub is_object: bool,
    /// The type of the answer.
    pub ty: RustType,
    /// The answer.
    pub response: serde_json::Value,
    /// What must hold.
    pub checks: Vec<Check>,
}

/// A test that the client finds in the answer of an error what the description says.
#[derive(Debug)]
pub struct RefusalTest {
    /// The test's name.
    pub name: Name,
    /// The operation that is refused.
    pub operation: Name,
    /// The enum of its errors, and the one that it is, if the answer names one.
    pub kind: Option<(Name, Name)>,
    /// Whether that error is on its way out.
    pub is_deprecated: bool,
    /// The HTTP status.
    pub status: u16,
    /// The answer.
    pub response: serde_json::Value,
    /// What it says about the error.
    pub message: Option<String>,
}

/// What must hold of a decoded value.
#[derive(Debug)]
pub enum Check {
    /// The value at a path is what the example says.
    Is(Vec<Step>, Expected),
    /// The value at a path is this variant of an enum.
    Variant {
        /// Steps from the root.
        path: Vec<Step>,
        /// The enum.
        ty: RustType,
        /// The variant.
        variant: Name,
        /// What must hold of the data of the variant, if it has any.
        data: Option<Vec<Check>>,
    },
}

/// A step from a decoded value to a part of it.
#[derive(Clone, Debug)]
pub enum Step {
    /// Into a field.
    Field(Name),
    /// Into an `Option` that holds something.
    Some,
    /// Into a box.
    Unboxed,
    /// Into a list.
    Index(usize),
    /// Into a map.
    Key(String),
}

/// What a part of a decoded example must be.
#[derive(Clone, Debug)]
pub enum Expected {
    /// This text.
    Text(String),
    /// This text, by the method of this name.
    By(&'static str, String),
    /// This kind, of what is not known.
    Kind(String),
    /// This text, by `Display`.
    Display(String),
    /// This number, by the method of this name.
    Number(&'static str, i64),
    /// This truth.
    Bool(bool),
    /// What its type makes of this text.
    Parsed(String),
    /// Nothing.
    None,
    /// This many elements.
    Length(usize),
    /// This JSON.
    Json(String),
}
