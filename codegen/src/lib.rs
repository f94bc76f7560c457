//! Clientsmith reads a YAML description of an HTTP API and writes a Rust client crate for it.
//!
//! It is a tool first of all. What programs and build scripts have of it is in [`library`]; all else is for the tool and its
//! tests, and may change with any version.
//!
//! The way is one line: text, a tree of it ([`yaml`]), what was written ([`spec`]), what it means ([`api`]), what it is in
//! Rust ([`rust`]), text again ([`emit`]), files ([`output`]). Each stage knows the one before it and nothing else.
//!
//! To review a change, two descriptions are opened ([`history`]), compared ([`diff`]) and reported on ([`report`]).

#[doc(hidden)]
pub mod api;
#[doc(hidden)]
pub mod casing;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod diag;
#[doc(hidden)]
pub mod diff;
#[doc(hidden)]
pub mod emit;
#[doc(hidden)]
pub mod format;
#[doc(hidden)]
pub mod handbook;
#[doc(hidden)]
pub mod history;
#[doc(hidden)]
pub mod json_schema;
pub mod library;
#[doc(hidden)]
pub mod openapi;
#[doc(hidden)]
pub mod output;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod review;
#[doc(hidden)]
pub mod rust;
#[doc(hidden)]
pub mod spec;
#[doc(hidden)]
pub mod surface;
#[doc(hidden)]
pub mod yaml;

use std::path::Path;

use api::Api;
use diag::{Diagnostics, Remarked, Sources};
use diff::Acceptance;
use openapi::{Keeping, Kept};
use output::Files;
use rust::RustCrate;

/// Reads and checks a description, and gives what there is to remark on it.
///
/// # Errors
/// All faults of the description, if it has any.
#[doc(hidden)]
pub fn read(sources: &Sources) -> Result<Remarked<Api>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let description = spec::read(sources, &mut diagnostics);
    api::check_with_names(&description, diagnostics, |draft, found| {
        let mut names = Diagnostics::default();
        rust::lower(draft, &mut names);
        found.append_new_faults(names);
    })
}

/// All that is wrong with a description, which was loaded from `folder`, and with its `accepted.yaml`, or else all that
/// there is to remark on them: more than every generation tells.
#[must_use]
#[doc(hidden)]
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
#[doc(hidden)]
pub fn generate(api: &Api) -> Result<Remarked<Files>, Diagnostics> {
    Ok(lower(api)?.map(|krate| emit::emit(&krate)))
}

/// Makes the files of the crate of a description, and gives all that there is to remark on.
///
/// # Errors
/// All faults of the description, if it has any.
#[doc(hidden)]
pub fn build(sources: &Sources) -> Result<Remarked<Files>, Diagnostics> {
    read(sources)?.and_then(|api| generate(&api))
}

/// Makes the files of the crate of a published document, and says what of it is left out.
///
/// # Errors
/// Faults of the document that nothing mends.
#[doc(hidden)]
pub fn build_document(files: &openapi::Files) -> Result<openapi::Settled<Files>, Diagnostics> {
    openapi::settle(files, None, (&Kept::default(), Keeping::Nothing), built)
}

/// The same for a project, which says more of its document and keeps names.
///
/// # Errors
/// Faults of what the project says, and of the document that nothing mends.
#[doc(hidden)]
pub fn build_project(project: &openapi::Project) -> Result<openapi::Settled<Files>, Diagnostics> {
    openapi::settle(&project.files, project.file.as_ref(), (&project.kept, Keeping::Names), built)
}

fn built(description: &spec::Description) -> Result<Remarked<Files>, Diagnostics> {
    api::check(description, Diagnostics::default())?.and_then(|api| generate(&api))
}

/// Makes a description in our own format of a published document, as files with names, and says what of it is left out.
///
/// # Errors
/// Faults of the document that nothing mends.
#[doc(hidden)]
pub fn describe_document(files: &openapi::Files) -> Result<(spec::NamedTexts, openapi::Settled<()>), Diagnostics> {
    let mut settled = openapi::settle(files, None, (&Kept::default(), Keeping::Nothing), |description| {
        built(description).map(|built| built.map(|_| ()))
    })?;
    settled.forbid_repeats(|description| api::check(description, Diagnostics::default()));
    Ok((spec::write(&settled.description), settled))
}

/// Reads which changes of a description were accepted, and gives what there is to remark on it.
///
/// # Errors
/// All faults of its `accepted.yaml`.
#[doc(hidden)]
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

fn lower(api: &Api) -> Result<Remarked<RustCrate>, Diagnostics> {
    let mut diagnostics = Diagnostics::default();
    let value = rust::lower(api, &mut diagnostics);
    Ok(Remarked { value, remarks: diagnostics.without_faults()? })
}
