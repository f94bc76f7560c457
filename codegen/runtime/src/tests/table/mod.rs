//! How calls end against servers that misbehave, and what is sent on the way there: one table for both clients, over real
//! connections. Time is the clients' own, and faked; only the time-outs of attempts are real, and short.

mod answers;
mod case;
mod faults;
mod limits;
mod refusals;
mod retries;
mod setting;
mod settings;

pub(super) use case::is_uuid;
