//! Webhooks to events: what the service tells by itself, and where it says which of it.

mod delivery;
mod events;
mod places;

pub(super) use delivery::{Delivery, deliveries};
pub(super) use events::{Events, events};
