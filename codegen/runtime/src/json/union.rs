//! Enums of the several kinds of data that an object can have.

use serde_json::Value;

use crate::runtime::json::slot::{Blank, Place};

/// Data of a kind that this version of the crate does not know, or of a known kind that came without it. It is kept and
/// sent back as it came.
///
/// Only reading makes one.
#[derive(Clone, Debug, PartialEq)]
pub struct UnknownVariant {
    kind: String,
    data: Value,
}

impl UnknownVariant {
    /// The caller has looked for the kind among the known ones.
    pub(crate) fn new(kind: String, data: Value) -> Self {
        Self { kind, data }
    }

    /// The kind as it came.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// The data as it came, or else `null`.
    #[must_use]
    pub fn data(&self) -> &Value {
        &self.data
    }

    /// The kind, and the data if there is any.
    pub(crate) fn parts(&mut self) -> (&str, Option<&mut dyn Place>) {
        let data: Option<&mut dyn Place> = if self.data.is_null() { None } else { Some(&mut self.data) };
        (&self.kind, data)
    }
}

impl Blank for UnknownVariant {
    fn blank() -> Self {
        Self::new(String::new(), Value::Null)
    }
}

/// Lets an enum with `Union` be a whole object, and gives it a value to start reading from: a variant
/// `Unknown(UnknownVariant)` unless one is given.
macro_rules! union {
    ($name:ident) => {
        $crate::runtime::union!($name, Self::Unknown($crate::runtime::blank()));
    };
    ($name:ident, $blank:expr) => {
        impl $crate::runtime::Blank for $name {
            fn blank() -> Self {
                $blank
            }
        }

        impl $crate::runtime::Object for $name {
            fn members<'a>(&'a mut self, members: &mut $crate::runtime::Members<'a>) {
                members.union(self);
            }
        }
    };
}
pub(crate) use union;
