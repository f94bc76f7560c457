//! Clientsmith reads a YAML description of an HTTP API and writes a Rust client crate for it.
//!
//! The way is one line: text, a tree of it ([`yaml`]), what was written ([`spec`]), what it means ([`api`]), what it is in
//! Rust ([`rust`]), text again ([`emit`]), files ([`output`]). Each stage knows the one before it and nothing else.
//!
//! To review a change, two descriptions are opened ([`history`]), compared ([`diff`]) and reported on ([`report`]).

pub mod api;
pub mod cli;
pub mod diag;
pub mod diff;
pub mod emit;
pub mod history;
pub mod output;
pub mod report;
pub mod rust;
pub mod spec;
pub mod surface;
pub mod yaml;

use api::Api;
use diag::{Diagnostics, Sources};
use diff::{Acceptance, Report, Version};
use history::Opened;
use output::Files;
use rust::RustCrate;
use surface::SurfaceLine;

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
    lower(api).map(|krate| emit::emit(&krate))
}

/// Reads which changes of a description were accepted.
///
/// # Errors
/// All faults of its `accepted.yaml`.
pub fn acceptances(sources: &Sources) -> Result<Vec<Acceptance>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let acceptances = readable_acceptances(sources, &mut diagnostics);
    if diagnostics.is_empty() { Ok(acceptances) } else { Err(diagnostics) }
}

/// What can be read of an `accepted.yaml`, whatever else is wrong with it.
fn readable_acceptances(sources: &Sources, diagnostics: &mut Diagnostics) -> Vec<Acceptance> {
    let written = spec::read_accepted(sources, diagnostics);
    diff::acceptances(written, sources, diagnostics)
}

/// Says what the change from one description to another means.
///
/// # Errors
/// All faults of one of the two, and the files in which they are.
pub fn compare<'a>(old: &'a Opened, new: &'a Opened) -> Result<Report, (Diagnostics, &'a Sources)> {
    let (old_api, old_surface) = read_with_surface(old)?;
    let (new_api, new_surface) = read_with_surface(new)?;
    let mut report = diff::report(&version(old, &old_api, &old_surface), &version(new, &new_api, &new_surface));
    let accepted = acceptances(&new.sources).map_err(|faults| (faults, &new.sources))?;
    // What was wrong in the old file is nobody's to mend. Its other entries have done their work all the same.
    let known = readable_acceptances(&old.sources, &mut Diagnostics::default());
    diff::accept(&mut report, accepted, &known);
    Ok(report)
}

fn version<'a>(
    Opened { label, sources, listing }: &'a Opened,
    api: &'a Api,
    surface: &'a [SurfaceLine],
) -> Version<'a> {
    Version { label: label.clone(), sources, api, surface, listing: listing.clone() }
}

/// What a description means, and the public items of its crate.
fn read_with_surface(opened: &Opened) -> Result<(Api, Vec<SurfaceLine>), (Diagnostics, &Sources)> {
    let with_sources = |faults| (faults, &opened.sources);
    let api = read(&opened.sources).map_err(with_sources)?;
    let surface = lower(&api).map(|krate| emit::surface(&krate)).map_err(with_sources)?;
    Ok((api, surface))
}

fn lower(api: &Api) -> Result<RustCrate, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let krate = rust::lower(api, &mut diagnostics);
    if diagnostics.is_empty() { Ok(krate) } else { Err(diagnostics) }
}
