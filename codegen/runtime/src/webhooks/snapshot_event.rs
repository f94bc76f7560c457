//! Events that carry the object as it was.

use serde_json::Value;

use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Object, Place, Slot, blank};
use crate::runtime::values::calendar::timestamp::Timestamp;
use crate::runtime::webhooks::event_enum::{EventBody, EventSort};
use crate::runtime::webhooks::event_parts::EventRequest;
use crate::runtime::webhooks::unfit_data::UnfitData;

/// An event that carries its object as it was at that time, in the form of the version of the API that the endpoint asks for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SnapshotEvent<T> {
    /// Identifies the event: one that is delivered twice has it twice.
    pub id: String,
    /// What happened.
    pub r#type: String,
    /// When the event was made.
    pub created: Timestamp,
    /// The version of the API in whose form the object is.
    pub api_version: Option<String>,
    /// The connected account that it is about, if it is about one.
    pub account: Option<String>,
    /// Whether it is of live mode; `false` means test mode.
    pub livemode: Option<bool>,
    /// How many endpoints have not taken it yet.
    pub pending_webhooks: Option<i64>,
    /// The request that led to it.
    pub request: Option<EventRequest>,
    /// What it is about.
    pub data: SnapshotData<T>,
}

/// What a [`SnapshotEvent`] is about.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SnapshotData<T> {
    /// The object, or what came in its place if that does not fit, so that the event is not lost.
    pub object: Result<T, UnfitData>,
    /// What members held before, of an event that tells of a change.
    pub previous_attributes: Option<Value>,
}

impl<T: Place> Object for SnapshotEvent<T> {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("id", &mut self.id);
        members.constant("object", EventSort::Snapshot.object());
        members.required("type", &mut self.r#type);
        members.required("created", &mut self.created);
        members.form(WireForm::Unix);
        members.nullable("api_version", &mut self.api_version);
        members.optional("account", &mut self.account);
        members.optional("livemode", &mut self.livemode);
        members.optional("pending_webhooks", &mut self.pending_webhooks);
        members.nullable("request", &mut self.request);
        members.optional("data", &mut self.data);
    }
}

impl<T: Place> Place for SnapshotEvent<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }

    fn blank() -> Self {
        Self {
            id: blank(),
            r#type: blank(),
            created: blank(),
            api_version: None,
            account: None,
            livemode: None,
            pending_webhooks: None,
            request: None,
            data: blank(),
        }
    }
}

impl<T: Place> Object for SnapshotData<T> {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.optional("object", &mut self.object);
        members.optional("previous_attributes", &mut self.previous_attributes);
    }
}

impl<T: Place> Place for SnapshotData<T> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }

    fn blank() -> Self {
        Self { object: blank(), previous_attributes: None }
    }
}

impl<T: Place> EventBody for SnapshotEvent<T> {
    fn sort(&self) -> EventSort {
        EventSort::Snapshot
    }

    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn event_type(&self) -> &str {
        &self.r#type
    }
}
