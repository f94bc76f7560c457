//! Faults in a description: where they are, what is wrong, what to write instead.
//!
//! Every stage adds to one [`Diagnostics`] and goes on, so that one run shows all faults.

mod faults;
mod load;
mod render;
mod rules;
mod sources;
mod wording;

pub use faults::{Diagnostic, Diagnostics, Label};
pub use load::LoadError;
pub(crate) use load::{Listed, display_path};
pub use rules::{RULES, Rule};
pub(crate) use sources::Positions;
pub use sources::{Source, Sources, Span};
pub(crate) use wording::{alternatives, closest, code, did_you_mean, instead, is_hidden, list, visible};
