//! Carries out a plan: each file beside its place and then renamed into it, the manifest last.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::error::OutputError;
use super::plan::{Plan, inside};

/// Writes and removes what `plan` says in the folder `out`.
///
/// # Errors
/// If the disk refuses. Files written until then are whole, and the old manifest still stands, so that the next run
/// finds its way.
pub fn write(plan: &Plan, out: &Path) -> Result<(), OutputError> {
    for path in plan.remove.keys() {
        let full = inside(out, path)?;
        remove(&full)?;
        remove_empty_parents(&full, out);
    }
    for change in &plan.write {
        replace(&inside(out, &change.path)?, &change.new)?;
    }
    Ok(())
}

/// Removes a file, which another run may have done already.
fn remove(path: &Path) -> Result<(), OutputError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(OutputError::io("remove", path)(error)),
        _ => Ok(()),
    }
}

fn replace(path: &Path, text: &str) -> Result<(), OutputError> {
    let folder = folder_of(path);
    fs::create_dir_all(folder).map_err(OutputError::io("create the folder", folder))?;
    replace_whole(path, text)
}

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
    put(file, path)
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

/// Writes a file beside its place and renames it into it, so that nobody meets a half of it. Its permissions stay.
fn replace_whole(path: &Path, text: &str) -> Result<(), OutputError> {
    put(written_beside(path, text)?, path)
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

fn put(file: NamedTempFile, path: &Path) -> Result<(), OutputError> {
    file.persist(path).map_err(|failed| OutputError::io("write", path)(failed.error))?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Temporary files are private; these shall be as readable as any file that the user makes.
fn new_file() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "permissions are a matter of Unix"))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}

/// Removes folders that a removed file left empty.
fn remove_empty_parents(path: &Path, out: &Path) {
    let inner = path.ancestors().skip(1).take_while(|folder| *folder != out);
    for folder in inner {
        // A folder with something in it stays, and that is all that can go wrong.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}
