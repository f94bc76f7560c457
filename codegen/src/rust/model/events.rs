//! The enum of all events, and how they are delivered.

use serde_json::Value;

use super::items::Union;
use crate::api::{EventKind, Webhooks};
use crate::rust::Name;

/// The enum of all events, in the module of their resource.
#[derive(Debug)]
pub struct Events {
    /// The enum.
    pub union: Union,
    /// What else is known of each of its variants.
    pub list: Vec<Event>,
    /// How they are delivered.
    pub webhooks: Webhooks,
    /// The function and the operation of the call that gets one.
    pub retrieve: Option<(Name, Name)>,
}

/// What is known of a variant beside its data.
#[derive(Debug)]
pub struct Event {
    /// What envelope it has.
    pub kind: EventKind,
    /// The name of the constant that holds its example.
    pub example_name: Name,
    /// The name of the test of its example.
    pub test_name: Name,
    /// A delivery of it.
    pub example: Value,
    /// Whether the description shows that, so that its data must fit.
    pub is_shown: bool,
}

impl Events {
    /// Whether there are some that can be followed.
    #[must_use]
    pub fn are_followed(&self) -> bool {
        self.list.iter().any(|event| event.kind == EventKind::Thin)
    }
}
