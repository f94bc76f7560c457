//! What programs and build scripts have of the generator: see the documentation of the crate.

mod build_script;
mod error;
mod generation;

pub use build_script::generate_in_build_script;
pub use error::Error;
pub use generation::{Generated, generate};
pub(crate) use generation::{keep_apart, refusal};
