//! Clientsmith reads a YAML description of an HTTP API and writes a Rust client crate for it.
//!
//! The way is one line: text, a tree of it ([`yaml`]), what was written ([`spec`]), what it means ([`api`]), what it is in
//! Rust ([`rust`]), text again ([`emit`]), files ([`output`]). Each stage knows the one before it and nothing else.
//!
//! To review a change, two descriptions are opened ([`history`]), compared ([`diff`]) and reported on ([`report`]).

pub mod api;
pub mod casing;
pub mod cli;
mod described;
pub mod diag;
pub mod diff;
pub mod emit;
pub mod handbook;
pub mod history;
pub mod json_schema;
pub mod openapi;
pub mod output;
pub mod report;
pub mod rust;
pub mod spec;
pub mod surface;
pub mod yaml;

use std::path::Path;

use api::Api;
use described::Described;
use diag::{Diagnostics, Remarked, Sources};
use diff::{Acceptance, Report};
use history::Opened;
use openapi::{Keeping, Kept};
use output::Files;
use rust::RustCrate;

/// Reads and checks a description, and gives what there is to remark on it.
///
/// # Errors
/// All faults of the description, if it has any.
pub fn read(sources: &Sources) -> Result<Remarked<Api>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let description = spec::read(sources, &mut diagnostics);
    api::check(&description, diagnostics)
}

/// All that is wrong with a description, which was loaded from `folder`, and with its `accepted.yaml`, or else all that
/// there is to remark on them: more than every generation tells.
#[must_use]
pub fn check(folder: &Path, sources: &Sources) -> Diagnostics {
    let looked = read(sources).and_then(|read| {
        read.and_then(|api| {
            let mut krate = lower(&api)?;
            api::look_closer(&api, &mut krate.remarks);
            Ok(krate)
        })
    });
    let mut found = diag::passed_over(folder);
    found.append(looked.map_or_else(|faults| faults, |krate| krate.remarks));
    found.append(acceptances(sources).map_or_else(|faults| faults, |accepted| accepted.remarks));
    found.without_faults().unwrap_or_else(|found| found)
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
    openapi::settle(files, None, (&Kept::default(), Keeping::Nothing), built)
}

/// The same for a project, which says more of its document and keeps names.
///
/// # Errors
/// Faults of what the project says, and of the document that nothing mends.
pub fn build_project(project: &openapi::Project) -> Result<openapi::Settled<Files>, Diagnostics> {
    openapi::settle(&project.files, project.file.as_ref(), (&project.kept, Keeping::Names), built)
}

fn built(description: &spec::Description) -> Result<Remarked<Files>, Diagnostics> {
    api::check(description, Diagnostics::default())?.and_then(|api| generate(&api))
}

/// Makes a description in our own format of a published document, and says what of it is left out. Its files can be had from
/// [`spec::write`].
///
/// # Errors
/// Faults of the document that nothing mends.
pub fn describe_document(files: &openapi::Files) -> Result<openapi::Settled<()>, Diagnostics> {
    let mut settled = openapi::settle(files, None, (&Kept::default(), Keeping::Nothing), |description| {
        built(description).map(|built| built.map(|_| ()))
    })?;
    settled.forbid_repeats(|description| api::check(description, Diagnostics::default()));
    Ok(settled)
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

/// What is wrong, and the files in which it is.
pub type Findings = Box<(Diagnostics, Sources)>;

/// Says what the change from one description to another means, and gives what there is to remark on the new one.
///
/// # Errors
/// All faults of one of the two, and the files in which they are.
pub fn compare(old: &Opened, new: &Opened) -> Result<(Remarked<Report>, Sources), Findings> {
    let before = described::read(old, None)?;
    let after = described::read(new, before.kept.as_ref())?;
    let mut report = diff::report(&before.version(old), &after.version(new));
    if !after.has_version {
        report.bump.take_needed();
    }
    let Described { sources, mut remarks, .. } = after;
    match acceptances(&sources) {
        Err(faults) => return Err(Box::new((faults, sources))),
        Ok(accepted) => {
            remarks.append(accepted.remarks);
            // What was wrong in the old file is nobody's to mend. Its other entries have done their work all the same.
            let known = readable_acceptances(&before.sources, &mut Diagnostics::default());
            diff::accept(&mut report, accepted.value, &known);
        }
    }
    Ok((Remarked { value: report, remarks }, sources))
}

fn lower(api: &Api) -> Result<Remarked<RustCrate>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let value = rust::lower(api, &mut diagnostics);
    Ok(Remarked { value, remarks: diagnostics.without_faults()? })
}
