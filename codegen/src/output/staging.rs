//! A folder inside the output folder, in which all that is new is written before anything changes: so a full disk or a
//! name too long does no harm. It is there while a run writes; if the run is killed, the next one removes it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{Step, Steps};
use super::plan::Plan;
use super::{OutputError, manifest, place};

/// Its own place in the output folder. The name says whose it is, and that it does not stay.
const PATH: &str = ".clientsmith.tmp";
/// Hides the folder, and itself, from git and from packages.
const IGNORE_FILE: (&str, &str) = (".gitignore", "*\n");

pub(super) struct Staging {
    root: PathBuf,
}

impl Staging {
    /// The folder in the output folder `out`, which is not made yet.
    pub(super) fn new(out: &Path) -> Result<Self, OutputError> {
        place::inside(out, &format!("{PATH}/{}", IGNORE_FILE.0))?;
        Ok(Self { root: out.join(PATH) })
    }

    /// Where a file of the crate waits for being renamed into its place.
    pub(super) fn file(&self, path: &str) -> PathBuf {
        self.files().join(path)
    }

    fn files(&self) -> PathBuf {
        self.root.join("new")
    }

    /// Where the record waits.
    pub(super) fn record(&self) -> PathBuf {
        self.root.join("record.yaml")
    }

    /// Writes all that a plan for the output folder `out` needs, the record last.
    pub(super) fn fill(&self, plan: &Plan, out: &Path, steps: &mut Steps<'_>) -> Result<(), OutputError> {
        let create = |steps: &mut Steps<'_>, path: &Path, text, permissions, is_durable| {
            steps.take(&Step::CreateFile { path, text, permissions, is_durable })
        };
        steps.make_folders(&self.root)?;
        create(steps, &self.root.join(IGNORE_FILE.0), IGNORE_FILE.1, None, false)?;
        for change in &plan.write {
            let path = self.file(&change.path);
            steps.make_folders(path.parent().unwrap_or(&self.root))?;
            let permissions = fs::metadata(out.join(&change.path)).ok().map(|old| old.permissions());
            // All else is judged by the manifest, so it has to outlive even a power failure.
            create(steps, &path, &change.new, permissions, change.path == manifest::PATH)?;
        }
        plan.record.iter().try_for_each(|record| create(steps, &self.record(), record, None, true))
    }

    /// Removes the folder, of which a run that was ended half way may have left any part.
    pub(super) fn sweep(&self, steps: &mut Steps<'_>) -> Result<(), OutputError> {
        if !self.root.exists() {
            return Ok(());
        }
        remove_tree(&self.files(), steps)?;
        steps.remove_file(&self.record())?;
        // Until now nobody could take the rest for a part of the crate.
        steps.remove_file(&self.root.join(IGNORE_FILE.0))?;
        steps.take(&Step::RemoveFolder(&self.root))
    }
}

/// Removes a folder with all that is in it, if it is there. Links are removed, not followed.
fn remove_tree(folder: &Path, steps: &mut Steps<'_>) -> Result<(), OutputError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(OutputError::io("read", folder))?,
    };
    for entry in entries {
        let entry = entry.map_err(OutputError::io("read", folder))?;
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            remove_tree(&entry.path(), steps)?;
        } else {
            steps.remove_file(&entry.path())?;
        }
    }
    steps.take(&Step::RemoveFolder(folder))
}
