//! What has to happen on disk for the output folder to hold the new files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::error::OutputError;
use super::files::Files;
use super::manifest::{self, Manifest, is_conflict_marker};

/// What would be done, in the order of paths.
#[derive(Debug, Default)]
pub struct Plan {
    /// Files to write: path, text on disk if there is any, and new text.
    pub write: Vec<Change>,
    /// Files to remove, which the tool wrote once and the description no longer asks for: path and text on disk.
    pub remove: BTreeMap<String, Vec<u8>>,
    /// Files that stand in the way.
    pub refused: Vec<Refusal>,
    /// Owned files in which a merge left its markers; they are replaced.
    pub conflicted: Vec<String>,
    /// How many files the crate has.
    pub total: usize,
}

/// A file to be written.
#[derive(Debug)]
pub struct Change {
    /// Its path in the output folder.
    pub path: String,
    /// What is there now.
    pub old: Option<Vec<u8>>,
    /// What shall be there.
    pub new: String,
}

/// A file that is not replaced unless the user insists.
#[derive(Debug)]
pub struct Refusal {
    /// Its path in the output folder.
    pub path: String,
    /// Whether the tool wrote it once and somebody changed it since; otherwise it is a stranger's.
    pub edited: bool,
}

impl Plan {
    /// Whether the folder holds just what it should.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }
}

/// Compares `files` with the folder `out`, which need not exist. With `force` nothing is refused.
///
/// # Errors
/// If `out` is no folder, something in it cannot be read, or a folder in it is a link.
pub fn plan(files: &Files, out: &Path, force: bool) -> Result<Plan, OutputError> {
    if out.exists() && !out.is_dir() {
        return Err(OutputError::NoFolder { path: out.to_owned() });
    }
    let old_manifest = read(out, manifest::PATH)?;
    let manifest = Manifest::read(&String::from_utf8_lossy(old_manifest.as_deref().unwrap_or_default()));
    let mut plan = Plan { total: files.iter().count() + 1, ..Plan::default() };
    for (path, new) in files.iter() {
        let old = read(out, path)?;
        if old.as_deref() == Some(new.as_bytes()) {
            continue;
        }
        if let Some(old) = &old {
            plan.guard(path, old, &manifest, force);
        }
        plan.write.push(Change { path: path.to_owned(), old, new: new.to_owned() });
    }
    for path in manifest.paths().filter(|path| files.get(path).is_none() && *path != manifest::PATH) {
        if let Some(old) = read(out, path)? {
            plan.guard(path, &old, &manifest, force);
            plan.remove.insert(path.to_owned(), old);
        }
    }
    let new = Manifest::text(files);
    if old_manifest.as_deref() != Some(new.as_bytes()) {
        plan.write.push(Change { path: manifest::PATH.to_owned(), old: old_manifest, new });
    }
    Ok(plan)
}

impl Plan {
    /// Refuses to touch a file that is not as the tool left it.
    fn guard(&mut self, path: &str, old: &[u8], manifest: &Manifest, force: bool) {
        if manifest.left_as(path, old) {
            return;
        }
        let edited = manifest.owns(path);
        if edited && String::from_utf8_lossy(old).lines().any(is_conflict_marker) {
            self.conflicted.push(path.to_owned());
        } else if !force {
            self.refused.push(Refusal { path: path.to_owned(), edited });
        }
    }
}

/// The bytes of a file in the output folder, if it is there.
fn read(out: &Path, path: &str) -> Result<Option<Vec<u8>>, OutputError> {
    let full = inside(out, path)?;
    match fs::read(&full) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(OutputError::io("read", full)(error)),
    }
}

/// The place of a file on disk, unless a link on the way leads out of the output folder.
pub(super) fn inside(out: &Path, path: &str) -> Result<PathBuf, OutputError> {
    let mut full = out.to_owned();
    for part in path.split('/') {
        full.push(part);
        if fs::symlink_metadata(&full).is_ok_and(|found| found.is_symlink()) {
            return Err(OutputError::Link { path: full });
        }
    }
    Ok(full)
}
