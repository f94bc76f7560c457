//! One of two descriptions that are compared: one of our own, a project that names a document, or a document alone.

use crate::api::{self, Api};
use crate::diag::{Diagnostics, Remarked, Sources};
use crate::diff::Version;
use crate::history::Opened;
use crate::openapi::{self, Keeping, Kept, OpenError, Project};
use crate::surface::SurfaceLine;
use crate::{Findings, emit, lower, spec};

/// What a description means, and the public items of its crate.
pub(crate) struct Described {
    pub(crate) sources: Sources,
    pub(crate) remarks: Diagnostics,
    /// The names of what a document describes.
    pub(crate) kept: Option<Kept>,
    /// Whether it says which version its crate has.
    pub(crate) has_version: bool,
    api: Api,
    surface: Vec<SurfaceLine>,
}

impl Described {
    /// What the report is told of it.
    pub(crate) fn version<'a>(&'a self, Opened { label, listing, .. }: &Opened) -> Version<'a> {
        let Self { sources, api, surface, .. } = self;
        Version { label: label.clone(), sources, api, surface, listing: listing.clone() }
    }
}

/// Reads what was opened. What is not named in it has the names that it had before.
pub(crate) fn read(opened: &Opened, before: Option<&Kept>) -> Result<Described, Findings> {
    let Opened { sources, path, shelf, .. } = opened;
    if sources.files.is_empty() {
        return document(alone(opened)?, before);
    }
    if let Some(project) = Project::open(sources, path, shelf.as_ref()) {
        return document(project?, before);
    }
    let read = crate::read(sources).and_then(|read| read.and_then(surfaced));
    let Remarked { value: (api, surface), remarks } = read.map_err(|faults| Box::new((faults, sources.clone())))?;
    Ok(Described { sources: sources.clone(), remarks, kept: None, has_version: true, api, surface })
}

fn alone(opened: &Opened) -> Result<Project, Findings> {
    Project::alone(&opened.path, &[], opened.shelf.as_ref()).map_err(|why| match why {
        OpenError::Faulty(faults, sources) => Box::new((faults, sources)),
        why => Box::new((openapi::unreadable(&why.to_string()), Sources::default())),
    })
}

fn document(project: Project, before: Option<&Kept>) -> Result<Described, Findings> {
    let kept = before.map_or_else(|| project.kept.clone(), |before| project.kept.clone().with(before));
    let check = |description: &spec::Description| api::check(description, Diagnostics::default())?.and_then(surfaced);
    match openapi::settle(&project.files, project.file.as_ref(), (&kept, Keeping::Names), check) {
        Err(faults) => Err(Box::new((faults, project.files.sources))),
        Ok(settled) => {
            let (api, surface) = settled.value;
            let mut remarks = project.remarks;
            remarks.append(settled.remarks);
            let has_version = project.file.is_some();
            let sources = project.files.sources;
            Ok(Described { sources, remarks, kept: Some(settled.kept), has_version, api, surface })
        }
    }
}

fn surfaced(api: Api) -> Result<Remarked<(Api, Vec<SurfaceLine>)>, Diagnostics> {
    Ok(lower(&api)?.map(|krate| (api, emit::surface(&krate))))
}
