//! Reads the files of a description from a folder.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::sources::{Source, Sources};
use super::wording::visible;

/// The file that every description has.
const API_FILE: &str = "api.yaml";

/// Why the files of a description could not be loaded, and what to do.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The folder is missing, or is not a folder.
    #[error("there is no folder `{0}`: give the folder that holds the description")]
    NoFolder(String),
    /// The folder has no `api.yaml`.
    #[error("`{0}` has no `{API_FILE}`: add one that names the API, its version, package and servers")]
    NoApiFile(String),
    /// A file has an ending such as `.yml` and would be passed over.
    #[error("`{0}` ends in `.{1}`: rename it to `.yaml`, the only ending that is read")]
    OtherEnding(String, String),
    /// What ends in `.yaml` is a folder, or something else that is no file.
    #[error("`{0}` is not a file: remove it, or give it a name that does not end in `.yaml`")]
    NotAFile(String),
    /// A file is not UTF-8.
    #[error("`{0}` is not UTF-8 (see byte {1}): save it as UTF-8")]
    NotUtf8(String, usize),
    /// The folder or a file could not be read.
    #[error("`{0}` cannot be read ({1}): see that it is there and that you may read it")]
    Unreadable(String, #[source] io::Error),
}

/// A file in a folder, before anybody looked into it.
#[derive(Debug)]
pub(crate) struct Listed<F> {
    /// Its name in the folder.
    pub(crate) name: String,
    /// The path to print.
    pub(crate) path: String,
    /// How whoever listed it finds it again.
    pub(crate) found: F,
}

/// A file and what it holds.
pub(crate) type Loaded = Listed<Vec<u8>>;

impl<F> Listed<F> {
    /// Whether the file belongs to a description. Names that begin with a dot, such as those of an editor's backups, do
    /// not; a name that ends in `.yml`, `.YAML` or the like is an error.
    pub(crate) fn is_described(&self) -> Result<bool, LoadError> {
        let ending = self.name.rsplit_once('.').map(|(_, ending)| ending);
        let Some(ending) = ending.filter(|_| !is_hidden_name(&self.name)) else { return Ok(false) };
        match ending.to_ascii_lowercase().as_str() {
            "yaml" | "yml" if ending != "yaml" => Err(LoadError::OtherEnding(self.path.clone(), ending.to_owned())),
            ending => Ok(ending == "yaml"),
        }
    }

    /// The same file with what it holds.
    pub(crate) fn holding(self, bytes: Vec<u8>) -> Loaded {
        Listed { name: self.name, path: self.path, found: bytes }
    }
}

impl Sources {
    /// Reads `api.yaml` and every other `*.yaml` file of a folder, sorted by name. Names that begin with a dot, such as
    /// those of an editor's backups, are passed over.
    ///
    /// # Errors
    /// When the folder or its `api.yaml` is missing, when a file cannot be read or is not UTF-8, and when a name ends
    /// in `.yml`, `.YAML` or the like: a file that was passed over would take its resource out of the crate.
    pub fn load(folder: &Path) -> Result<Self, LoadError> {
        match fs::metadata(folder) {
            Ok(found) if found.is_dir() => {}
            Err(error) if !is_absent(&error) => return Err(LoadError::Unreadable(display_path(folder), error)),
            _ => return Err(LoadError::NoFolder(display_path(folder))),
        }
        let mut files = Vec::new();
        for file in list(folder)? {
            if file.is_described()? {
                let bytes = read_file(&file)?;
                files.push(file.holding(bytes));
            }
        }
        Self::of_files(&display_path(folder), files)
    }

    /// Makes a description of its files, in whatever order they come.
    ///
    /// # Errors
    /// When there is no `api.yaml`, and when a file is not UTF-8.
    pub(crate) fn of_files(folder: &str, mut files: Vec<Loaded>) -> Result<Self, LoadError> {
        if !files.iter().any(|file| file.name == API_FILE) {
            return Err(LoadError::NoApiFile(folder.to_owned()));
        }
        files.sort_by(|one, other| (one.name != API_FILE, &one.name).cmp(&(other.name != API_FILE, &other.name)));
        Ok(Self { files: files.into_iter().map(source).collect::<Result<_, _>>()? })
    }
}

/// Whether a name begins with a dot, as those of an editor's backups do.
pub(super) fn is_hidden_name(name: &str) -> bool {
    name.starts_with('.')
}

/// Everything in a folder.
fn list(folder: &Path) -> Result<Vec<Listed<PathBuf>>, LoadError> {
    let unreadable = |error| LoadError::Unreadable(display_path(folder), error);
    let entries = fs::read_dir(folder).map_err(unreadable)?;
    let listed = entries.map(|entry| {
        let entry = entry.map_err(unreadable)?;
        let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
        Ok(Listed { name, path: display_path(&path), found: path })
    });
    listed.collect()
}

fn read_file(file: &Listed<PathBuf>) -> Result<Vec<u8>, LoadError> {
    // A link to a file that is gone cannot be read either.
    let unreadable = |error| LoadError::Unreadable(file.path.clone(), error);
    if !fs::metadata(&file.found).map_err(unreadable)?.is_file() {
        return Err(LoadError::NotAFile(file.path.clone()));
    }
    fs::read(&file.found).map_err(unreadable)
}

/// Whether an error says that something is not there, not only that it cannot be seen.
pub(crate) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn source(file: Loaded) -> Result<Source, LoadError> {
    let text = String::from_utf8(file.found);
    let text = text.map_err(|error| LoadError::NotUtf8(file.path.clone(), error.utf8_error().valid_up_to()))?;
    Ok(Source { path: file.path, text })
}

/// A path as people write it on every system; what could not be seen in it, or would command a terminal, is escaped.
pub(crate) fn display_path(path: &Path) -> String {
    visible(&path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/"))
}
