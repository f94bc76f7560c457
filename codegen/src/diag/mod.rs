//! Faults in a description, and remarks on it: where they are, what is wrong, what to write instead.
//!
//! Every stage adds to one [`Diagnostics`] and goes on, so that one run shows all faults. Remarks stop nothing.

mod diagnostics;
mod load;
mod passed_over;
mod render;
mod rules;
mod shelf;
mod sources;
mod wording;

pub use diagnostics::{Diagnostic, Diagnostics, Label, Remarked, Severity};
pub use load::LoadError;
pub(crate) use load::{Listed, display_path, is_absent};
pub use passed_over::passed_over;
pub use rules::{REMARKS, RULES, Rule};
pub(crate) use shelf::neighbour;
pub use shelf::{Disk, ReadError, Shelf};
pub(crate) use sources::Positions;
pub use sources::{Source, Sources, Span};
pub(crate) use wording::{alternatives, closest, code, did_you_mean, instead, is_hidden, list, visible};
