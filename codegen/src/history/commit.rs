//! Reads the description of a commit.

use std::rc::Rc;

use super::error::HistoryError;
use super::git::Git;
use super::layout::Layout;
use super::objects::{Entry, Kind, Object};
use super::opened::{self, Opened};
use super::revision::Commit;
use super::shelf::{CommitShelf, in_commit, one, shown};
use crate::diag::{Listed, LoadError, Sources};

/// Opens the description in a folder of a commit.
pub(super) fn open(git: &Git, commit: &Commit, folder: &str, layout: &Layout) -> Result<Opened, HistoryError> {
    let shelf = Rc::new(CommitShelf { git: git.clone(), commit: commit.clone() });
    let bare = Opened { path: folder.into(), shelf, ..Opened::of_sources(&commit.label, Sources::default(), None) };
    let Some(id) = folder_id(git, commit, folder)? else { return Ok(bare) };
    let files = described_files(git, commit, folder, &id)?;
    let sources = load(git, commit, folder, files)?;
    let listing = listing(git, commit, folder, layout)?;
    Ok(Opened { sources, listing, ..bare })
}

/// The hash of the folder; nothing if it is a document.
fn folder_id(git: &Git, commit: &Commit, folder: &str) -> Result<Option<String>, HistoryError> {
    let path = shown(commit, folder);
    match one(git, commit, folder)? {
        Object::Folder(id) => Ok(Some(id)),
        Object::File(_) => Ok(None),
        Object::BrokenLink => Err(HistoryError::Link(path)),
        Object::Missing if is_submodule(git, commit, folder)? => Err(HistoryError::Submodule(path)),
        Object::Missing => Err(HistoryError::NoFolder { revision: commit.name.clone(), folder: folder.to_owned() }),
    }
}

fn is_submodule(git: &Git, commit: &Commit, path: &str) -> Result<bool, HistoryError> {
    let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Object::Folder(parent) = one(git, commit, parent)? else { return Ok(false) };
    let entries = git.entries(&parent)?;
    Ok(entries.iter().any(|entry| entry.name == name && entry.kind == Kind::Submodule))
}

/// The files of the description, of which none has been read.
fn described_files(git: &Git, commit: &Commit, folder: &str, id: &str) -> Result<Vec<Listed<Entry>>, HistoryError> {
    let mut files = Vec::new();
    for entry in git.entries(id)? {
        let path = shown(commit, &inside(folder, &entry.name));
        let file = Listed { name: entry.name.clone(), path, found: entry };
        if file.is_described()? {
            match file.found.kind {
                Kind::File | Kind::Link => files.push(file),
                Kind::Folder | Kind::Submodule => return Err(LoadError::NotAFile(file.path).into()),
            }
        }
    }
    Ok(files)
}

fn load(git: &Git, commit: &Commit, folder: &str, files: Vec<Listed<Entry>>) -> Result<Sources, HistoryError> {
    let name = |file: &Listed<Entry>| match file.found.kind {
        // Only by its path can a link be followed.
        Kind::Link => in_commit(commit, &inside(folder, &file.name)),
        _ => file.found.id.clone(),
    };
    let objects = git.objects(&files.iter().map(name).collect::<Vec<_>>())?;
    let loaded = files.into_iter().zip(objects).map(|(file, object)| match (object, file.found.kind) {
        (Object::File(bytes), _) => Ok(file.holding(bytes)),
        (Object::Folder(_), _) => Err(LoadError::NotAFile(file.path).into()),
        (_, Kind::Link) => Err(HistoryError::Link(file.path)),
        _ => Err(HistoryError::Lost(file.path)),
    });
    let loaded = loaded.collect::<Result<_, HistoryError>>()?;
    let help = || format!("name the folder that had one then, as in `{}:path/to/spec`", commit.name);
    Sources::of_files(&shown(commit, folder), loaded).map_err(|error| HistoryError::of_load(error, help))
}

/// The list of public items beside the description, if it was there.
fn listing(git: &Git, commit: &Commit, folder: &str, layout: &Layout) -> Result<Option<String>, HistoryError> {
    let Some(out) = layout.crate_inside(folder) else { return Ok(None) };
    opened::listing(|path| {
        Ok(match one(git, commit, &inside(&out, path))? {
            Object::File(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
            _ => None,
        })
    })
}

fn inside(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}
