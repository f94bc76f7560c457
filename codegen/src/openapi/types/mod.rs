//! Schemas to types: objects, unions, enums and types with names of their own, each named by what it is called or by where
//! it stands.

mod alike;
mod branch_names;
mod components;
mod context;
mod ends;
mod enums;
mod flat;
mod lowered;
mod members;
mod objects;
mod scalars;
mod shape;
mod state;
mod survey;
mod union_names;
mod unions;

pub(super) use context::{Context, SHARED};
pub(super) use enums::{named_values, value_doc};
pub(super) use lowered::{Defined, Definition, Lowered, number};
pub(super) use objects::shown;
pub use state::Members;
pub(super) use state::Types;
pub(super) use survey::{follow_members, member};
