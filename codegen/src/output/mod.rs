//! Files in memory to files on disk: only what changed, whole or not at all, and never over somebody's own work.

mod check;
mod error;
mod files;
mod manifest;
mod plan;
mod write;

pub use check::difference;
pub use error::OutputError;
pub use files::Files;
pub use plan::{Plan, Refusal, plan};
pub use write::write;
pub(crate) use write::write_file;
