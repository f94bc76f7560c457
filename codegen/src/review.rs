//! Two descriptions that are compared: each is one of our own, a project that names a document, or a document alone.

use crate::api::{self, Api};
use crate::diag::{Diagnostics, Remarked, Sources};
use crate::diff::{self, Report, Version};
use crate::history::Opened;
use crate::openapi::{self, Keeping, Kept, OpenError, Project};
use crate::surface::SurfaceLine;
use crate::{emit, lower, spec};

/// What is wrong, and the files in which it is.
pub type Findings = Box<(Diagnostics, Sources)>;

/// Says what the change from one description to another means, and gives what there is to remark on the new one.
///
/// # Errors
/// All faults of one of the two, and the files in which they are.
pub fn compare(old: &Opened, new: &Opened) -> Result<(Remarked<Report>, Sources), Findings> {
    let before = read(old, None)?;
    let after = read(new, before.kept.as_ref())?;
    let mut report = diff::report(&before.version(old), &after.version(new));
    if after.kept.is_some() {
        report.advise_on_documents(after.has_version);
    }
    let Described { sources, mut remarks, .. } = after;
    match crate::acceptances(&sources) {
        Err(faults) => return Err(Box::new((faults, sources))),
        Ok(accepted) => {
            remarks.append(accepted.remarks);
            // What was wrong in the old file is nobody's to mend. Its other entries have done their work all the same.
            let known = crate::readable_acceptances(&before.sources, &mut Diagnostics::default());
            diff::accept(&mut report, accepted.value, &known);
        }
    }
    Ok((Remarked { value: report, remarks }, sources))
}

/// What a description means, and the public items of its crate.
struct Described {
    sources: Sources,
    remarks: Diagnostics,
    /// The names of what a document describes.
    kept: Option<Kept>,
    /// Whether it says which version its crate has.
    has_version: bool,
    api: Api,
    surface: Vec<SurfaceLine>,
}

impl Described {
    /// What the report is told of it.
    fn version<'a>(&'a self, Opened { label, listing, .. }: &Opened) -> Version<'a> {
        let Self { sources, api, surface, .. } = self;
        Version { label: label.clone(), sources, api, surface, listing: listing.clone() }
    }
}

/// Reads what was opened. A document alone has the names that it had before.
fn read(opened: &Opened, before: Option<&Kept>) -> Result<Described, Findings> {
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
    let kept = before.filter(|_| project.file.is_none()).unwrap_or(&project.kept);
    let check = |description: &spec::Description| api::check(description, Diagnostics::default())?.and_then(surfaced);
    match openapi::settle(&project.files, project.file.as_ref(), (kept, Keeping::Names), check) {
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
