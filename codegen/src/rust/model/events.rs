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
    /// The headers with which it comes that say what it is.
    pub example_headers: Vec<(String, String)>,
    /// Whether the description shows that, so that its data must fit.
    pub is_shown: bool,
}

impl Events {
    /// Whether a delivery says which event it is, so that one enum holds all of them. Else each has a type that reads it.
    #[must_use]
    pub fn are_told_apart(&self) -> bool {
        !self.webhooks.event_type.is_empty()
    }

    /// Whether deliveries are signed, so that they can be verified.
    #[must_use]
    pub fn are_signed(&self) -> bool {
        self.webhooks.signing.is_some()
    }

    /// The names of the types that are made of them.
    pub fn type_names(&self) -> impl Iterator<Item = &Name> {
        let whole = self.are_told_apart().then_some(&self.union.name);
        let readers = self.union.variants.iter().filter(|_| !self.are_told_apart()).map(|event| &event.name);
        whole.into_iter().chain(readers)
    }

    /// Whether there are some that can be followed.
    #[must_use]
    pub fn are_followed(&self) -> bool {
        self.list.iter().any(|event| event.kind == EventKind::Thin)
    }
}
