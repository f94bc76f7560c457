//! Clientsmith reads a YAML description of an HTTP API and writes a Rust client crate for it.
//!
//! The way is one line: text, what was written ([`spec`]), what it means ([`api`]), what it is in Rust ([`rust`]),
//! text again ([`emit`]), files ([`output`]). Each stage knows the one before it and nothing else.

pub mod api;
pub mod cli;
pub mod diag;
pub mod diff;
pub mod emit;
pub mod output;
pub mod report;
pub mod rust;
pub mod spec;
pub mod surface;

use api::Api;
use diag::{Diagnostics, Sources};
use output::Files;

/// Reads and checks a description.
///
/// # Errors
/// All faults of the description, if it has any.
pub fn read(sources: &Sources) -> Result<Api, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let description = spec::read(sources, &mut diagnostics);
    let api = api::check(&description, &mut diagnostics);
    api.filter(|_| diagnostics.is_empty()).ok_or(diagnostics)
}

/// Makes the files of the crate that a description asks for.
///
/// # Errors
/// All faults that only show in Rust, such as two items that would get one name.
pub fn generate(api: &Api) -> Result<Files, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let krate = rust::lower(api, &mut diagnostics);
    if diagnostics.is_empty() { Ok(emit::emit(&krate)) } else { Err(diagnostics) }
}
