//! Members of an object that have no place of their own, as they came.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::runtime::json::decode_error::{Failed, Fault};

/// Members of an object, in the order in which they came. The one that tells a kind may come last, so they are kept as
/// they are.
#[derive(Default)]
pub(super) struct Others<'de>(pub(super) Vec<Other<'de>>);

pub(super) struct Other<'de> {
    pub(super) name: String,
    pub(super) part: &'de str,
    /// Whether something was made of it.
    pub(super) used: bool,
}

impl<'de> Others<'de> {
    /// Adds a member. Whether it is there already is asked once, when all have come.
    pub(super) fn add(&mut self, name: String, part: &'de str) {
        self.0.push(Other { name, part, used: false });
    }

    /// Fails if a member came twice.
    pub(super) fn are_distinct(&self, fault: &mut Fault) -> Result<(), Failed> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut known = BTreeSet::new();
        match self.0.iter().find(|other| !known.insert(&other.name)) {
            Some(repeated) => {
                let failed = fault.repeated();
                fault.within_member(&repeated.name);
                Err(failed)
            }
            None => Ok(()),
        }
    }

    /// The value of a member.
    pub(super) fn get(&self, name: &str) -> Option<&'de str> {
        self.0.iter().find(|other| other.name == name).map(|other| other.part)
    }

    /// The value of a member of which something is made.
    pub(super) fn take(&mut self, name: &str) -> Option<&'de str> {
        let other = self.0.iter_mut().find(|other| other.name == name)?;
        other.used = true;
        Some(other.part)
    }
}

impl Others<'_> {
    /// All of them as one object.
    pub(super) fn as_json(&self) -> Value {
        let members = self.0.iter().map(|other| (other.name.clone(), as_json(other.part)));
        Value::Object(members.collect::<Map<_, _>>())
    }
}

/// A part as a value by itself.
pub(super) fn as_json(part: &str) -> Value {
    serde_json::from_str(part).unwrap_or_default()
}
