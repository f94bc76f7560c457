//! A folder inside the output folder, in which all that is new is written before anything changes: so a full disk or a
//! name too long does no harm. It is there while a run writes; if the run is killed, the next one removes it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Step, Steps};
use super::error::OutputError;
use super::plan::Plan;
use super::{manifest, place};

/// Its own place in the output folder. The name says whose it is, and that it does not stay.
const PATH: &str = ".clientsmith.tmp";
/// Hides the folder, and itself, from git and from packages.
pub(super) const IGNORE_FILE: (&str, &str) = (".gitignore", "*\n");

/// Whether a run that was ended half way has left the folder.
pub(super) fn is_there(out: &Path) -> bool {
    fs::symlink_metadata(out.join(PATH)).is_ok()
}

pub(super) struct Staging<'a> {
    out: &'a Path,
    root: PathBuf,
}

impl<'a> Staging<'a> {
    /// The folder in the output folder `out`, which is not made yet.
    pub(super) fn new(out: &'a Path) -> Result<Self, OutputError> {
        place::inside(out, &format!("{PATH}/{}", IGNORE_FILE.0))?;
        Ok(Self { out, root: out.join(PATH) })
    }

    /// Where files wait for being renamed into their places.
    fn files(&self) -> PathBuf {
        self.root.join("new")
    }

    fn record(&self) -> PathBuf {
        self.root.join("record.yaml")
    }

    /// Writes all that a plan needs.
    pub(super) fn fill(&self, plan: &Plan, steps: &mut Steps<'_>) -> Result<(), OutputError> {
        // All else is judged by the manifest, so where there is one already, even a power failure must not lose it.
        let is_durable = self.out.join(manifest::PATH).exists();
        steps.make_folders(&self.root)?;
        let (ignore, text) = (self.root.join(IGNORE_FILE.0), IGNORE_FILE.1);
        steps.take(&Step::CreateFile { path: &ignore, text, permissions: None, is_durable: false })?;
        for change in &plan.write {
            let path = self.files().join(&change.path);
            steps.make_folders(path.parent().unwrap_or(&self.root))?;
            let old = change.old.as_ref().and_then(|_| fs::metadata(self.out.join(&change.path)).ok());
            steps.take(&Step::CreateFile {
                path: &path,
                text: &change.new,
                permissions: old.map(|old| old.permissions()),
                is_durable: is_durable && change.path == manifest::PATH,
            })?;
        }
        plan.record.iter().try_for_each(|text| {
            steps.take(&Step::CreateFile { path: &self.record(), text, permissions: None, is_durable })
        })
    }

    /// Makes the record the manifest, if there is one.
    pub(super) fn put_record(&self, plan: &Plan, steps: &mut Steps<'_>) -> Result<(), OutputError> {
        let to = place::inside(self.out, manifest::PATH)?;
        plan.record.iter().try_for_each(|_| steps.take(&Step::Rename { from: &self.record(), to: &to }))
    }

    /// Renames all files into their places, the manifest last.
    pub(super) fn put_files(&self, steps: &mut Steps<'_>) -> Result<(), OutputError> {
        put_tree(&self.files(), self.out, steps)
    }

    /// Removes the folder, of which a run that was ended half way may have left any part.
    pub(super) fn sweep(&self, steps: &mut Steps<'_>) -> Result<(), OutputError> {
        if !self.root.exists() {
            return Ok(());
        }
        if self.files().exists() {
            remove_tree(&self.files(), steps)?;
        }
        steps.remove_file(&self.record())?;
        // Until now nobody could take the rest for a part of the crate.
        steps.remove_file(&self.root.join(IGNORE_FILE.0))?;
        steps.take(&Step::RemoveFolder(&self.root))
    }
}

/// Renames what is in a folder into another. A folder that is not there yet comes whole; where something else has come
/// into its way meanwhile, the system refuses.
fn put_tree(from: &Path, to: &Path, steps: &mut Steps<'_>) -> Result<(), OutputError> {
    for name in names(from)? {
        let (from, to) = (from.join(&name), to.join(&name));
        if is_folder(&from) && is_folder(&to) {
            put_tree(&from, &to, steps)?;
        } else {
            steps.take(&Step::Rename { from: &from, to: &to })?;
        }
    }
    Ok(())
}

/// Removes a folder with all that is in it.
fn remove_tree(folder: &Path, steps: &mut Steps<'_>) -> Result<(), OutputError> {
    for name in names(folder)? {
        let path = folder.join(name);
        if is_folder(&path) {
            remove_tree(&path, steps)?;
        } else {
            steps.remove_file(&path)?;
        }
    }
    steps.take(&Step::RemoveFolder(folder))
}

/// Whether a folder is there itself, and no link to one.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// The names of what is in a folder, in order, but the manifest last.
fn names(folder: &Path) -> Result<Vec<OsString>, OutputError> {
    let entries = fs::read_dir(folder).map_err(OutputError::io("read", folder))?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name()));
    let mut names: Vec<OsString> = names.collect::<Result<_, _>>().map_err(OutputError::io("read", folder))?;
    names.sort_by_key(|name| (name == manifest::PATH, name.clone()));
    Ok(names)
}
