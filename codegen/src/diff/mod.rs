//! What a change of a description means: to callers' sources, and to programs that were built before.

mod change;
mod compare;
mod context;
mod judge;
mod pairs;
mod report;
mod rules;
mod types;
mod users;

pub use report::{
    Bump, Effect, FORMAT_VERSION, LineChange, Migration, Place, Report, Revision, Row, Source, StaleAcceptance,
    Verdict, Wire,
};
pub use rules::RULES;
