//! The parameters of a call, which are taken one by one; what nobody takes is refused.

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::refusal::Refusal;

/// Named values. In a form all of them are texts, in JSON they are what they are.
#[derive(Debug, Default)]
pub(super) struct Fields(Map<String, Value>);

impl From<Map<String, Value>> for Fields {
    fn from(members: Map<String, Value>) -> Self {
        Self(members)
    }
}

impl Fields {
    /// The members of an object.
    pub(super) fn of(value: Value) -> Result<Self, Refusal> {
        match value {
            Value::Object(members) => Ok(Self(members)),
            _ => Err(Refusal::PARAMETERS_INVALID),
        }
    }

    /// What `read` makes of a member, if it is there.
    pub(super) fn optional<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(Value) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        match self.0.remove(name) {
            None => Ok(None),
            Some(value) => read(value).map(Some).ok_or(Refusal::PARAMETERS_INVALID),
        }
    }

    /// What `read` makes of a member that must be there.
    pub(super) fn required<T>(&mut self, name: &str, read: impl FnOnce(Value) -> Option<T>) -> Result<T, Refusal> {
        self.optional(name, read)?.ok_or(Refusal::PARAMETERS_INVALID)
    }

    /// The member, which must be an object, or nothing at all.
    pub(super) fn optional_fields(&mut self, name: &str) -> Result<Option<Self>, Refusal> {
        self.0.remove(name).map(Self::of).transpose()
    }

    /// Refuses members that were not taken.
    pub(super) fn finish(self) -> Result<(), Refusal> {
        if self.0.is_empty() { Ok(()) } else { Err(Refusal::PARAMETERS_INVALID) }
    }
}

/// A text.
pub(super) fn text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        _ => None,
    }
}

/// A whole number, as forms have it.
pub(super) fn whole(value: Value) -> Option<i64> {
    text(value)?.parse().ok()
}

/// An instant in seconds since the Unix epoch, as the first generation of the API has it.
pub(super) fn unix_time(value: Value) -> Option<Timestamp> {
    Timestamp::from_second(whole(value)?).ok()
}

/// An instant in RFC 3339, as the second generation of the API has it.
pub(super) fn rfc3339(value: Value) -> Option<Timestamp> {
    text(value)?.parse().ok()
}

/// An array.
pub(super) fn items(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// An object whose members are texts.
pub(super) fn texts(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(members) if members.values().all(Value::is_string) => Some(members),
        _ => None,
    }
}
