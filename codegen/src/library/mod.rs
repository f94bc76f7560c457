//! What programs and build scripts have of the generator.
//!
//! A program of one's own can write a crate as `clientsmith generate` does:
//!
//! ```no_run
//! let done = clientsmith::library::generate("spec", "generated")?;
//! println!("{} of {} files were written", done.written, done.files);
//! # Ok::<(), clientsmith::library::Error>(())
//! ```
//!
//! Where the code shall not be checked in, [`generate_in_build_script`] makes it while Cargo builds the package.

mod build_script;
mod error;
mod folder;
mod generation;

pub use build_script::generate_in_build_script;
pub use error::Error;
pub(crate) use folder::folder_of_crate;
pub use generation::{Generated, generate};
pub(crate) use generation::{keep_apart, refusal};
