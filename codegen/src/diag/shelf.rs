//! Where the files lie that a description names: on disk, or in a commit.

use std::fmt::Debug;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::rc::Rc;

use super::load::display_path;

/// Where files lie.
pub trait Shelf: Debug {
    /// The path by which a file is known, whichever path leads there.
    ///
    /// # Errors
    /// Why the file is not to be read, as the end of a sentence.
    fn known(&self, path: &Path) -> Result<PathBuf, &'static str>;

    /// What a file holds, if it has no more bytes than this.
    ///
    /// # Errors
    /// Why it cannot be read.
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, ReadError>;

    /// The path to print.
    fn shown(&self, path: &Path) -> String;

    /// The same where only what lies around a document may be read: its repository, or else its folder, and these folders.
    fn around(&self, document: &Path, allowed: &[PathBuf]) -> Rc<dyn Shelf>;
}

/// Why a file is not read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It cannot be.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// There is too much of it.
    #[error("it is too large")]
    TooLarge,
}

/// Why a file of a document is not read.
const OUTSIDE: &str = "it lies outside of the folder of the document: allow it with `--allow-path DIR`, or in a project with \
                       `allow_paths`";

/// The disk of this machine.
#[derive(Clone, Debug, Default)]
pub struct Disk {
    /// What may be read, unless that is everything.
    folders: Option<Vec<PathBuf>>,
}

impl Shelf for Disk {
    fn known(&self, path: &Path) -> Result<PathBuf, &'static str> {
        let real = path.canonicalize().map_err(|_| "there is no such file")?;
        match &self.folders {
            Some(folders) if !folders.iter().any(|folder| real.starts_with(folder)) => Err(OUTSIDE),
            _ => Ok(real),
        }
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
        if fs::metadata(path)?.len() > most {
            return Err(ReadError::TooLarge);
        }
        Ok(fs::read(path)?)
    }

    fn shown(&self, path: &Path) -> String {
        display_path(path)
    }

    fn around(&self, document: &Path, allowed: &[PathBuf]) -> Rc<dyn Shelf> {
        let real = document.canonicalize().unwrap_or_else(|_| document.to_owned());
        let mut folders: Vec<PathBuf> = allowed.iter().filter_map(|folder| folder.canonicalize().ok()).collect();
        folders.push(repository(&real));
        Rc::new(Self { folders: Some(folders) })
    }
}

/// The nearest folder above a file that is a repository, or else the folder of the file.
fn repository(file: &Path) -> PathBuf {
    let own = file.parent().unwrap_or(Path::new("/"));
    own.ancestors().find(|folder| folder.join(".git").exists()).unwrap_or(own).to_owned()
}

/// A path that stands in a file, as it is from where that file is seen.
pub(crate) fn neighbour(file: &Path, path: &Path) -> PathBuf {
    let mut joined = file.parent().unwrap_or(Path::new("")).to_owned();
    for component in path.components() {
        let is_up = component == Component::ParentDir;
        match joined.components().next_back() {
            Some(Component::Normal(_)) if is_up => _ = joined.pop(),
            _ if component == Component::CurDir => {}
            _ => joined.push(component),
        }
    }
    joined
}
