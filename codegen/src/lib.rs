//! Clientsmith reads a YAML description of an HTTP API and writes a Rust client crate for it.
//!
//! The way is one line: text, a tree of it ([`yaml`]), what was written ([`spec`]), what it means ([`api`]), what it is in
//! Rust ([`rust`]), text again ([`emit`]), files ([`output`]). Each stage knows the one before it and nothing else.
//!
//! To review a change, two descriptions are opened ([`history`]), compared ([`diff`]) and reported on ([`report`]).

pub mod api;
pub mod casing;
pub mod cli;
pub mod diag;
pub mod diff;
pub mod emit;
pub mod format;
pub mod history;
pub mod json_schema;
pub mod openapi;
pub mod output;
pub mod report;
pub mod rust;
pub mod spec;
pub mod surface;
pub mod yaml;

use api::Api;
use diag::{Diagnostics, Remarked, Sources};
use diff::{Acceptance, Report, Version};
use history::Opened;
use output::Files;
use rust::RustCrate;
use surface::SurfaceLine;

/// Reads and checks a description, and gives what there is to remark on it.
///
/// # Errors
/// All faults of the description, if it has any.
pub fn read(sources: &Sources) -> Result<Remarked<Api>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let description = spec::read(sources, &mut diagnostics);
    api::check(&description, diagnostics)
}

/// Makes the files of the crate that a description asks for, and gives what there is to remark on its names in Rust.
///
/// # Errors
/// All faults that only show in Rust, such as two items that would get one name.
pub fn generate(api: &Api) -> Result<Remarked<Files>, Diagnostics> {
    Ok(lower(api)?.map(|krate| emit::emit(&krate)))
}

/// Makes the files of the crate of a description, and gives all that there is to remark on.
///
/// # Errors
/// All faults of the description, if it has any.
pub fn build(sources: &Sources) -> Result<Remarked<Files>, Diagnostics> {
    read(sources)?.and_then(|api| generate(&api))
}

/// Makes the files of the crate of a published document, and says what of it is left out.
///
/// # Errors
/// Faults of the document that nothing mends.
pub fn build_document(files: &openapi::Files) -> Result<openapi::Settled<Files>, Diagnostics> {
    openapi::draft(files)
        .settle(|description| api::check(description, Diagnostics::default())?.and_then(|api| generate(&api)))
}

/// Reads which changes of a description were accepted, and gives what there is to remark on it.
///
/// # Errors
/// All faults of its `accepted.yaml`.
pub fn acceptances(sources: &Sources) -> Result<Remarked<Vec<Acceptance>>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let value = readable_acceptances(sources, &mut diagnostics);
    Ok(Remarked { value, remarks: diagnostics.without_faults()? })
}

/// What can be read of an `accepted.yaml`, whatever else is wrong with it.
fn readable_acceptances(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Acceptance> {
    let written = spec::read_accepted(sources, diagnostics);
    diff::acceptances(written, sources, diagnostics)
}

/// Says what the change from one description to another means, and gives what there is to remark on the new one.
///
/// # Errors
/// All faults of one of the two, and the files in which they are.
pub fn compare<'a>(old: &'a Opened, new: &'a Opened) -> Result<Remarked<Report>, (Diagnostics, &'a Sources)> {
    let before = read_with_surface(&old.sources).map_err(|faults| (faults, &old.sources))?;
    let mut after = read_with_surface(&new.sources).map_err(|faults| (faults, &new.sources))?;
    let mut report = diff::report(&version(old, &before.value), &version(new, &after.value));
    let accepted = acceptances(&new.sources).map_err(|faults| (faults, &new.sources))?;
    after.remarks.append(accepted.remarks);
    // What was wrong in the old file is nobody's to mend. Its other entries have done their work all the same.
    let known = readable_acceptances(&old.sources, &mut Diagnostics::default());
    diff::accept(&mut report, accepted.value, &known);
    Ok(after.map(|_| report))
}

/// What a description means, and the public items of its crate.
type WithSurface = (Api, Vec<SurfaceLine>);

fn version<'a>(Opened { label, sources, listing }: &'a Opened, (api, surface): &'a WithSurface) -> Version<'a> {
    Version { label: label.clone(), sources, api, surface, listing: listing.clone() }
}

fn read_with_surface(sources: &Sources) -> Result<Remarked<WithSurface>, Diagnostics> {
    read(sources)?.and_then(|api| {
        let krate = lower(&api)?;
        Ok(krate.map(|krate| (api, emit::surface(&krate))))
    })
}

fn lower(api: &Api) -> Result<Remarked<RustCrate>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let value = rust::lower(api, &mut diagnostics);
    Ok(Remarked { value, remarks: diagnostics.without_faults()? })
}
