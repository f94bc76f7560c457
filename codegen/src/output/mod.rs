//! Files in memory to files on disk: only what changed, whole or not at all, and never over somebody's own work.

mod check;
mod disk;
mod error;
mod files;
mod lock;
mod manifest;
mod memory;
mod place;
mod plan;
mod staging;
mod whole;
mod workspace;
mod write;

pub use check::difference;
pub(crate) use check::text_difference;
pub use disk::{Disk, Step, SystemDisk};
pub use error::OutputError;
pub use files::Files;
pub use lock::{Access, Lock, lock};
pub(crate) use manifest::{PATH as MANIFEST_PATH, fingerprint};
pub use memory::{Memory, Said};
pub use plan::{Change, Plan, Refusal, change, plan};
pub(crate) use whole::{write_file, write_folder};
pub use workspace::{Unlisted, unlisted};
pub use write::{write, write_on};
