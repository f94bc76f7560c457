//! A file that the user named: first beside its place and then renamed into it, so whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::error::OutputError;

/// Writes a file that the user named, whole or not at all. A link stays a link, and what is no file, such as a pipe, is
/// written into.
///
/// # Errors
/// If the disk refuses. A file that stood there is still there then.
pub(crate) fn write_file(path: &Path, text: &str) -> Result<(), OutputError> {
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return fs::write(path, text).map_err(OutputError::io("write", path));
    }
    let path = &linked(path);
    let file = written_beside(path, text)?;
    // Some file systems only say here that they are full.
    file.as_file().sync_all().map_err(OutputError::io("write", path))?;
    file.persist(path).map_err(|failed| OutputError::io("write", path)(failed.error))?;
    Ok(())
}

/// Writes a folder that the user named, which is empty or not there yet, whole or not at all.
///
/// # Errors
/// If the disk refuses. No part of it is there then.
pub(crate) fn write_folder(folder: &Path, files: &[(String, String)]) -> Result<(), OutputError> {
    let above = folder_of(folder);
    fs::create_dir_all(above).map_err(OutputError::io("create", above))?;
    let mut builder = tempfile::Builder::new();
    let beside = builder.prefix(".clientsmith-").suffix(".tmp").tempdir_in(above);
    let beside = beside.map_err(OutputError::io("create a folder in", above))?;
    let inside = beside.path().join("files");
    fs::create_dir(&inside).map_err(OutputError::io("create", &inside))?;
    for (name, text) in files {
        let path = inside.join(name);
        fs::write(&path, text).map_err(OutputError::io("write", folder.join(name)))?;
    }
    if folder.is_dir() {
        fs::remove_dir(folder).map_err(OutputError::io("replace", folder))?;
    }
    fs::rename(&inside, folder).map_err(OutputError::io("create", folder))
}

/// Where the links lead that begin at a path, which may be to no file yet.
fn linked(path: &Path) -> PathBuf {
    const MOST_LINKS: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&path) else { break };
        path = folder_of(&path).join(target);
    }
    path
}

/// A new file in the folder of another, with the permissions of that one.
fn written_beside(path: &Path, text: &str) -> Result<NamedTempFile, OutputError> {
    let folder = folder_of(path);
    let mut file = new_file().tempfile_in(folder).map_err(OutputError::io("create a file in", folder))?;
    file.write_all(text.as_bytes()).map_err(OutputError::io("write", path))?;
    if let Ok(old) = fs::metadata(path) {
        file.as_file().set_permissions(old.permissions()).map_err(OutputError::io("write", path))?;
    }
    Ok(file)
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Temporary files are private; these shall be as readable as any file that the user makes. Their names say whose they
/// are, should the tool be killed before it can remove one.
fn new_file() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".clientsmith-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
