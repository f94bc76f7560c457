//! Deliveries that a service makes by itself: whether it signed them, what they say, and where they lead.

mod events;
mod examples;
mod following;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
mod sample;
mod signatures;
mod vendor;
