//! Data of a kind that is not known.

use serde_json::Value;

/// Data of a kind that this version of the crate does not know, or of a known kind that came without it. It is kept and
/// sent back as it came.
///
/// Only reading makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownVariant {
    kind: String,
    /// The kind as JSON, which need not be a text.
    tag: Value,
    data: Value,
}

impl UnknownVariant {
    /// What reading starts from.
    pub(crate) fn blank() -> Self {
        Self::new(Value::Null, Value::Null)
    }

    /// The caller has looked for the kind among the known ones.
    pub(super) fn new(tag: Value, data: Value) -> Self {
        let kind = match &tag {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        Self { kind, tag, data }
    }

    /// The kind as it came; empty where nothing but the shape of the data tells it.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The data as it came, or else `null`. Where the kind stands inside the data, it is among the members.
    #[must_use]
    pub fn data(&self) -> &Value {
        &self.data
    }

    /// The kind as it came, and the data.
    pub(super) fn parts(&mut self) -> (&mut Value, &mut Value) {
        (&mut self.tag, &mut self.data)
    }
}
