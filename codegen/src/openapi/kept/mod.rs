//! What is kept from one run to the next, so that no neighbour changes it: the names of calls and types, and what else could
//! be read in two ways.

mod model;
mod places;
mod text;

pub use model::Kept;
pub(super) use model::{CallPlace, Facts};
pub(super) use places::places;
pub(super) use text::text;
