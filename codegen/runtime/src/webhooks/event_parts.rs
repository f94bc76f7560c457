//! What envelopes of events hold besides their data.

use crate::runtime::json::object::place;
use crate::runtime::json::slot::{Members, Object, blank};

/// The request that led to an event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRequest {
    /// The request id, if a call led to it.
    pub id: Option<String>,
    /// The idempotency key of that call.
    pub idempotency_key: Option<String>,
}

impl Object for EventRequest {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.nullable("id", &mut self.id);
        members.nullable("idempotency_key", &mut self.idempotency_key);
    }
}

place!(EventRequest, Object, Self { id: None, idempotency_key: None });

/// Why there is an event.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventReason {
    /// The sort of reason, such as `request`.
    pub r#type: String,
    /// The request that led to it, if one did.
    pub request: Option<EventRequest>,
}

impl Object for EventReason {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("type", &mut self.r#type);
        members.optional("request", &mut self.request);
    }
}

place!(EventReason, Object, Self { r#type: blank(), request: None });

/// What an event is about, by reference.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RelatedObject {
    /// Its identifier.
    pub id: String,
    /// The kind of object.
    pub r#type: String,
    /// Where it is, from the host on.
    pub url: Option<String>,
}

impl Object for RelatedObject {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("id", &mut self.id);
        members.required("type", &mut self.r#type);
        members.nullable("url", &mut self.url);
    }
}

place!(RelatedObject, Object, Self { id: blank(), r#type: blank(), url: None });
