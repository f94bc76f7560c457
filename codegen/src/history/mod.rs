//! Descriptions as they are and as they were: read from a folder, or from a commit through the program `git`, which
//! leaves the checkout as it is.

mod commit;
mod error;
mod git;
mod layout;
mod objects;
mod opened;
mod revision;
mod shelf;

use std::fs;
use std::io::ErrorKind::IsADirectory;
use std::path::{Component, Path};
use std::rc::Rc;

pub use error::HistoryError;
pub use layout::{Layout, way};
pub use opened::Opened;

use crate::diag::{Disk, LoadError, Sources, display_path, is_absent};
use git::Git;
use revision::Named;

/// Opens what an argument names: a folder, or a revision such as `main`, `HEAD~3` or `v1.2.0:path/to/spec`. In place of a
/// folder there may be a document.
///
/// A folder or document that exists wins over a revision of its name; `heads/main` or `tags/v1` still names the revision. What
/// begins with `./`, `../` or `/` is never a revision. A revision without a path means the folder of `layout` in that
/// commit.
///
/// # Errors
/// When there is no such folder or revision, or its description cannot be read.
pub fn open(argument: &str, layout: &Layout) -> Result<Opened, HistoryError> {
    let path = Path::new(argument);
    if path.is_file() && is_document_name(argument) {
        return Ok(Opened {
            path: path.to_owned(),
            ..Opened::of_sources(&display_path(path), Sources::default(), None)
        });
    }
    if path.is_dir() || is_plainly_a_path(path) {
        return open_folder(path, layout);
    }
    let named = Named::parse(argument)?;
    let (git, spec) = Git::of_folder(&layout.spec, &format!("the revision `{argument}`"))?;
    let folder = named.folder.clone().unwrap_or(spec);
    commit::open(&git, &revision::resolve(&git, &named)?, &folder, layout)
}

/// Opens the description of the working tree.
///
/// # Errors
/// When it cannot be read.
pub fn open_working_tree(layout: &Layout) -> Result<Opened, HistoryError> {
    open_folder(&layout.spec, layout)
}

/// Opens the description of the commit at which the current branch left the default branch: `origin/HEAD`, or else
/// `main` or `master`.
///
/// # Errors
/// When there is no such branch or commit, or its description cannot be read.
pub fn open_merge_base(layout: &Layout) -> Result<Opened, HistoryError> {
    let (git, folder) = Git::of_folder(&layout.spec, "the default branch")?;
    commit::open(&git, &revision::merge_base(&git)?, &folder, layout)
}

/// Whether a name ends as documents do.
fn is_document_name(name: &str) -> bool {
    [".yaml", ".yml", ".json"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending))
}

fn is_plainly_a_path(path: &Path) -> bool {
    path.has_root() || matches!(path.components().next(), Some(Component::CurDir | Component::ParentDir))
}

fn read_listed(path: &Path) -> Result<Option<String>, HistoryError> {
    match fs::read(path) {
        // As in a commit: what is no list of items explains nothing, and that shows.
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if is_absent(&error) || error.kind() == IsADirectory => Ok(None),
        Err(error) => Err(LoadError::Unreadable(display_path(path), error).into()),
    }
}

fn open_folder(folder: &Path, layout: &Layout) -> Result<Opened, HistoryError> {
    let name = display_path(folder);
    let help = || format!("name the folder that has one; if `{name}` is meant to be a branch, write `heads/{name}`");
    let sources = Sources::load(folder).map_err(|error| HistoryError::of_load(error, help))?;
    let out = layout.crate_beside(folder);
    let listing = opened::listing(|path| read_listed(&out.join(path)))?;
    Ok(Opened { label: name, sources, listing, path: folder.to_owned(), shelf: Rc::new(Disk::default()) })
}
