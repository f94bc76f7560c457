//! Checks events, and how they are delivered.

mod among;
mod event;
mod examples;
mod fault;
mod signatures;
mod webhooks;

pub(super) use among::check as among;
pub(super) use event::check;
pub(super) use webhooks::check as webhooks;
