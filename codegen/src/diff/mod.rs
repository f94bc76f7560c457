//! What a change of a description means: to callers' sources, and to programs that were built before.

mod report;

pub use report::{
    Bump, Effect, FORMAT_VERSION, LineChange, Migration, Place, Report, Revision, Row, Source, StaleAcceptance,
    Verdict, Wire,
};
