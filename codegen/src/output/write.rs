//! Carries out a plan: each file beside its place and then renamed into it, the manifest last.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::plan::inside;
use super::whole::{folder_of, replace_whole};
use super::{OutputError, Plan};

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
