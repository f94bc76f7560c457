//! Where the files of the crate lie on disk, and what must not be there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::OutputError;

/// The place of a file in the folder `out`, unless something on the way there, or at the place itself, is no part of a
/// crate: a link would lead elsewhere, and reading from a pipe would never end.
pub(super) fn inside(out: &Path, path: &str) -> Result<PathBuf, OutputError> {
    let full = out.join(path);
    let mut place = out.to_owned();
    for part in path.split('/') {
        place.push(part);
        let found = match fs::symlink_metadata(&place) {
            Ok(found) => found,
            Err(error) if error.kind() == ErrorKind::NotFound => break,
            Err(error) => return Err(OutputError::io("read", place)(error)),
        };
        if found.is_symlink() {
            return Err(OutputError::Link { path: place });
        }
        if place == full && !found.is_file() {
            return Err(OutputError::NoFile { path: place });
        }
        if place != full && !found.is_dir() {
            return Err(OutputError::InTheWay { path: place });
        }
    }
    Ok(full)
}

/// The bytes of a file in the output folder, if it is there.
pub(super) fn read(out: &Path, path: &str) -> Result<Option<Vec<u8>>, OutputError> {
    let full = inside(out, path)?;
    match fs::read(&full) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(OutputError::io("read", full)(error)),
    }
}

/// Sees to it that the output folder is a folder, if it is there.
pub(super) fn folder_or_nothing(out: &Path) -> Result<(), OutputError> {
    match fs::metadata(out) {
        Ok(found) if !found.is_dir() => Err(OutputError::NoFolder { path: out.to_owned() }),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(OutputError::io("read", out)(error)),
        _ => Ok(()),
    }
}
