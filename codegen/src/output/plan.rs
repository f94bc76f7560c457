//! What has to happen on disk for the output folder to hold the new files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::error::OutputError;
use super::files::Files;
use super::manifest::{self, Manifest, is_conflict_marker};
use super::place::{folder_or_nothing, read};

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
    /// Where files of the tool were, so that their folders may be empty once the rest is removed.
    pub(super) gone: BTreeSet<String>,
    /// What the manifest says while files are written, if it does not know their states before and after already.
    pub(super) record: Option<String>,
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
/// If `out` is no folder, something in it cannot be read, or something in it is a link or in the way.
pub fn plan(files: &Files, out: &Path, force: bool) -> Result<Plan, OutputError> {
    folder_or_nothing(out)?;
    let old_text = read(out, manifest::PATH)?;
    let old = Manifest::read(&String::from_utf8_lossy(old_text.as_deref().unwrap_or_default()));
    let mut plan = Plan { total: files.iter().count() + 1, ..Plan::default() };
    plan.add_writes(files, out, &old, force)?;
    plan.add_removals(files, out, &old, force)?;
    let new = Manifest::of(files);
    let new_text = new.text();
    if old_text.as_deref() != Some(new_text.as_bytes()) {
        plan.write.push(Change { path: manifest::PATH.to_owned(), old: old_text, new: new_text });
        plan.record = Some(new.record(&old, std::process::id()));
    }
    Ok(plan)
}

/// What has to happen for one file of a folder to hold a text; nothing if it does.
///
/// # Errors
/// If it cannot be read.
pub fn change(folder: &Path, path: &str, new: &str) -> Result<Option<Change>, OutputError> {
    let old = read(folder, path)?;
    let is_there = old.as_deref() == Some(new.as_bytes());
    Ok((!is_there).then(|| Change { path: path.to_owned(), old, new: new.to_owned() }))
}

impl Plan {
    fn add_writes(&mut self, files: &Files, out: &Path, manifest: &Manifest, force: bool) -> Result<(), OutputError> {
        for (path, new) in files.iter() {
            let old = read(out, path)?;
            if old.as_deref() == Some(new.as_bytes()) {
                continue;
            }
            if let Some(old) = &old {
                self.guard(path, old, manifest, force);
            }
            self.write.push(Change { path: path.to_owned(), old, new: new.to_owned() });
        }
        Ok(())
    }

    fn add_removals(&mut self, files: &Files, out: &Path, manifest: &Manifest, force: bool) -> Result<(), OutputError> {
        // Where letter case makes no difference on disk, a name in another case is the same file.
        let wanted: BTreeSet<String> =
            files.iter().map(|(path, _)| path).chain([manifest::PATH]).map(str::to_lowercase).collect();
        for path in manifest.paths().filter(|path| !wanted.contains(&path.to_lowercase())) {
            self.gone.insert(path.to_owned());
            if let Some(old) = read(out, path)? {
                self.guard(path, &old, manifest, force);
                self.remove.insert(path.to_owned(), old);
            }
        }
        Ok(())
    }

    /// Refuses to touch a file that is not as the tool left it, unless nothing would be lost.
    fn guard(&mut self, path: &str, old: &[u8], manifest: &Manifest, force: bool) {
        if manifest.left_as(path, old) || holds_nothing(old) {
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

/// Whether a file is empty, or as a power failure leaves one that had no time to reach the disk: full of zeros.
fn holds_nothing(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte == 0)
}
