//! Calls: where they go, what they carry, and what they answer.

mod answers;
mod bodies;
mod endpoints;
mod paging;
mod parameters;
mod refusals;
mod statuses;
mod styles;
