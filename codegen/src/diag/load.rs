//! Reads the files of a description from a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::{Source, Sources, is_hidden};

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

impl Sources {
    /// Reads `api.yaml` and every other `*.yaml` file of a folder, sorted by name. Names that begin with a dot, such as
    /// those of an editor's backups, are passed over.
    ///
    /// # Errors
    /// When the folder or its `api.yaml` is missing, when a file cannot be read or is not UTF-8, and when a name ends
    /// in `.yml`, `.YAML` or the like: a file that was passed over would take its resource out of the crate.
    pub fn load(folder: &Path) -> Result<Self, LoadError> {
        if !folder.is_dir() {
            return Err(LoadError::NoFolder(display_path(folder)));
        }
        let mut paths = yaml_files(folder)?;
        let Some(api) = paths.iter().position(|path| path.file_name().is_some_and(|name| name == API_FILE)) else {
            return Err(LoadError::NoApiFile(display_path(folder)));
        };
        let api = paths.remove(api);
        let files = std::iter::once(&api).chain(&paths).map(|path| load_file(path)).collect::<Result<_, _>>()?;
        Ok(Self { files })
    }
}

/// The YAML files of a folder, sorted by name.
fn yaml_files(folder: &Path) -> Result<Vec<PathBuf>, LoadError> {
    let unreadable = |error| LoadError::Unreadable(display_path(folder), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if is_yaml_file(&path)? {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Whether a path is one to read; what only looks like one is an error.
fn is_yaml_file(path: &Path) -> Result<bool, LoadError> {
    let is_dot_file = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    let Some(ending) = path.extension().and_then(|ending| ending.to_str()).filter(|_| !is_dot_file) else {
        return Ok(false);
    };
    match ending.to_ascii_lowercase().as_str() {
        "yaml" | "yml" if ending != "yaml" => Err(LoadError::OtherEnding(display_path(path), ending.to_owned())),
        "yaml" => match fs::metadata(path) {
            Ok(metadata) if metadata.is_file() => Ok(true),
            Ok(_) => Err(LoadError::NotAFile(display_path(path))),
            // Such as a link to a file that is gone.
            Err(error) => Err(LoadError::Unreadable(display_path(path), error)),
        },
        _ => Ok(false),
    }
}

fn load_file(path: &Path) -> Result<Source, LoadError> {
    let bytes = fs::read(path).map_err(|error| LoadError::Unreadable(display_path(path), error))?;
    let text = String::from_utf8(bytes)
        .map_err(|error| LoadError::NotUtf8(display_path(path), error.utf8_error().valid_up_to()))?;
    Ok(Source { path: display_path(path), text })
}

/// A path as people write it on every system; what could not be seen in it, or would command a terminal, is escaped.
pub(crate) fn display_path(path: &Path) -> String {
    let text = path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/");
    if !text.contains(is_hidden) {
        return text;
    }
    let escaped = |character: char| character.escape_unicode().to_string();
    let shown = |character: char| if is_hidden(character) { escaped(character) } else { character.into() };
    text.chars().map(shown).collect()
}
