//! Events without an envelope.

use crate::runtime::json::slot::{Place, Slot, blank};
use crate::runtime::webhooks::event_enum::{EventBody, EventSort};
use crate::runtime::webhooks::unfit_data::UnfitData;

/// An event of which the body is all there is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeliveredEvent<T> {
    /// Identifies the event, if the service says it: one that is delivered twice has it twice.
    pub id: Option<String>,
    /// What happened.
    pub r#type: String,
    /// The body, or what came in its place if that does not fit, so that the event is not lost.
    pub data: Result<T, UnfitData>,
}

impl<T: Place> Place for DeliveredEvent<T> {
    fn slot(&mut self) -> Slot<'_> {
        self.data.slot()
    }

    fn blank() -> Self {
        Self { id: None, r#type: blank(), data: blank() }
    }
}

impl<T: Place> EventBody for DeliveredEvent<T> {
    fn sort(&self) -> EventSort {
        EventSort::Own
    }

    fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    fn event_type(&self) -> &str {
        &self.r#type
    }

    fn told(&mut self, event_type: &str, id: Option<&str>) {
        event_type.clone_into(&mut self.r#type);
        self.id = id.map(str::to_owned);
    }
}
