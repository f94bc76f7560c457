//! The steps by which a run changes the disk: whatever ends a run half way ends it before, within or after one of them.

use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::error::OutputError;

/// A step that changes the disk.
#[derive(Debug)]
pub enum Step<'a> {
    /// Makes a folder.
    CreateFolder(&'a Path),
    /// Makes a file where none is.
    CreateFile {
        /// Its place.
        path: &'a Path,
        /// What it holds.
        text: &'a str,
        /// Its permissions, if they are not those of any new file.
        permissions: Option<Permissions>,
        /// Whether it must survive a power failure once the step is taken.
        is_durable: bool,
    },
    /// Puts a file in the place of another, if there is one.
    Rename {
        /// Where it is.
        from: &'a Path,
        /// Where it shall be.
        to: &'a Path,
    },
    /// Removes a file, or a link.
    RemoveFile(&'a Path),
    /// Removes a folder in which nothing is left.
    RemoveFolder(&'a Path),
}

/// What takes the steps: the disk itself, or a test that ends a run at one of them.
pub trait Disk {
    /// Takes a step.
    ///
    /// # Errors
    /// If the disk refuses.
    fn take(&mut self, step: &Step<'_>) -> io::Result<()>;
}

/// The disk of this system.
#[derive(Debug)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    fn take(&mut self, step: &Step<'_>) -> io::Result<()> {
        match step {
            Step::CreateFolder(path) => fs::create_dir(path),
            Step::CreateFile { path, text, permissions, is_durable } => {
                let mut file = File::create_new(path)?;
                file.write_all(text.as_bytes())?;
                if let Some(permissions) = permissions {
                    file.set_permissions(permissions.clone())?;
                }
                if *is_durable { file.sync_all() } else { Ok(()) }
            }
            Step::Rename { from, to } => fs::rename(from, to),
            Step::RemoveFile(path) => fs::remove_file(path),
            Step::RemoveFolder(path) => fs::remove_dir(path),
        }
    }
}

/// Takes steps, and says in a user's words what was refused.
pub(super) struct Steps<'a>(pub(super) &'a mut dyn Disk);

impl Steps<'_> {
    pub(super) fn take(&mut self, step: &Step<'_>) -> Result<(), OutputError> {
        self.0.take(step).map_err(|source| step.refused(source))
    }

    /// Makes a folder, and those around it, as far as they are not there.
    pub(super) fn make_folders(&mut self, folder: &Path) -> Result<(), OutputError> {
        let is_missing = |folder: &&Path| !folder.as_os_str().is_empty() && !folder.is_dir();
        let missing: Vec<&Path> = folder.ancestors().take_while(is_missing).collect();
        missing.into_iter().rev().try_for_each(|folder| self.take(&Step::CreateFolder(folder)))
    }

    /// Removes a file that somebody else may have removed already.
    pub(super) fn remove_file(&mut self, path: &Path) -> Result<(), OutputError> {
        match self.take(&Step::RemoveFile(path)) {
            Err(OutputError::Io { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }
}

impl Step<'_> {
    /// What a user is told if the disk refuses this step.
    fn refused(&self, source: io::Error) -> OutputError {
        let (action, path) = match self {
            Self::CreateFolder(path) => ("create the folder", path),
            Self::CreateFile { path, .. } | Self::Rename { to: path, .. } => ("write", path),
            Self::RemoveFile(path) | Self::RemoveFolder(path) => ("remove", path),
        };
        OutputError::io(action, *path)(source)
    }
}
