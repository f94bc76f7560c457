//! What the service tells by itself: deliveries to a program's own endpoint, which are verified, read and followed.

#![cfg(feature = "events")]

pub(super) mod delivered_event;
pub(super) mod delivery;
pub(super) mod event_enum;
pub(super) mod event_parts;
pub(super) mod event_readers;
mod event_sort;
pub(super) mod following;
pub(super) mod signing;
pub(super) mod snapshot_event;
pub(super) mod thin_event;
pub(super) mod unfit_data;
pub(super) mod unknown_event;
pub(super) mod verified;
pub(super) mod verifier;
pub(super) mod webhook_error;
pub(super) mod webhook_headers;
