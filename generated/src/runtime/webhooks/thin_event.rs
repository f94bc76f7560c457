//! Events that only say what happened, and where to ask for more.

use std::marker::PhantomData;

use serde_json::Value;

use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Object, Place, Slot, blank};
use crate::runtime::values::calendar::timestamp::Timestamp;
use crate::runtime::webhooks::event_enum::{EventBody, EventSort};
use crate::runtime::webhooks::event_parts::{EventReason, RelatedObject};
use crate::runtime::webhooks::unfit_data::UnfitData;

/// An event that only says what happened and to which object: `D` is its data, which comes once the event is fetched, and `R`
/// what it is about.
///
/// It is the same in whatever version of the API an endpoint asks for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThinEvent<D = (), R = NoObject> {
    /// Identifies the event: one that is delivered twice has it twice.
    pub id: String,
    /// What happened.
    pub r#type: String,
    /// When the event was made.
    pub created: Timestamp,
    /// Whether it is of live mode; `false` means test mode.
    pub livemode: Option<bool>,
    /// The account that it is about, if that is another one.
    pub context: Option<String>,
    /// What it is about.
    pub related_object: Option<RelatedObject>,
    /// Why there is the event.
    pub reason: Option<EventReason>,
    /// What changed, once the event is fetched.
    pub changes: Option<Value>,
    /// The data, once the event is fetched, or what came in its place if that does not fit.
    pub data: Option<Result<D, UnfitData>>,
    /// The snapshot of the same event, if there is one.
    pub snapshot_event: Option<String>,
    pub(super) about: PhantomData<fn() -> R>,
}

/// Stands for what an event is about that is about no object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoObject {}

impl<D: Place, R> Object for ThinEvent<D, R> {
    fn members<'a>(&'a mut self, members: &mut Members<'a>) {
        members.required("id", &mut self.id);
        members.constant("object", EventSort::Thin.object());
        members.required("type", &mut self.r#type);
        members.required("created", &mut self.created);
        members.form(WireForm::Rfc3339);
        members.optional("livemode", &mut self.livemode);
        members.optional("context", &mut self.context);
        members.optional("related_object", &mut self.related_object);
        members.optional("reason", &mut self.reason);
        members.optional("changes", &mut self.changes);
        members.optional("data", &mut self.data);
        members.optional("snapshot_event", &mut self.snapshot_event);
    }
}

impl<D: Place, R> Place for ThinEvent<D, R> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Object(self)
    }

    fn blank() -> Self {
        Self {
            id: blank(),
            r#type: blank(),
            created: blank(),
            livemode: None,
            context: None,
            related_object: None,
            reason: None,
            changes: None,
            data: None,
            snapshot_event: None,
            about: PhantomData,
        }
    }
}

impl<D: Place, R> EventBody for ThinEvent<D, R> {
    fn sort(&self) -> EventSort {
        EventSort::Thin
    }

    fn id(&self) -> Option<&str> {
        Some(&self.id)
    }

    fn event_type(&self) -> &str {
        &self.r#type
    }
}
