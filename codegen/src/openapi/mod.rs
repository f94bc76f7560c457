//! A published OpenAPI document to a [`Description`](crate::spec::Description): what was written, with the place of everything.
//!
//! A person's description is held to its rules, and faults are reported. A document is not its reader's to mend: what is wrong
//! with it becomes a remark, and the smallest thing around it is left out, or read as it was probably meant.

mod calls;
mod document;
mod draft;
mod given;
mod hints;
mod info;
mod kept;
mod mend;
mod names;
mod patterns;
mod project;
mod recognise;
mod remarks;
mod rename;
mod report;
mod samples;
mod settings;
mod settled;
mod summary;
mod texts;
mod types;
mod unread;
mod webhooks;

pub use document::{Files, OpenError, OverlayFile};
pub use info::project_text;
pub use kept::Kept;
pub use project::{Project, passed_over, unreadable};
pub use recognise::recognise;
pub use remarks::{FAULTS, REMARKS};
pub use report::report;
pub use settled::{Keeping, Settled, settle};
pub use summary::Summary;
pub use types::Members;
pub use unread::Unread;
