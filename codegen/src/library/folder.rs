//! Where the crate of a description goes.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::diag::{Source, Sources};
use crate::spec::named_folder;

/// The folder of the crate that a description names, if it does and can be read: whoever reads all of it says what is wrong.
pub(crate) fn folder_of_crate(spec: &Path) -> Option<PathBuf> {
    let text = fs::read_to_string(spec.join("api.yaml")).ok()?;
    let file = Source { path: "api.yaml".to_owned(), text };
    let out = named_folder(&Sources { files: vec![file] })?;
    Some(from(spec, Path::new(&out)))
}

/// Where a path leads from a folder, without steps that only lead back.
fn from(folder: &Path, path: &Path) -> PathBuf {
    let mut there = folder.to_owned();
    for component in path.components() {
        let is_way_back = component == Component::ParentDir;
        match there.components().next_back() {
            Some(Component::Normal(_)) if is_way_back => drop(there.pop()),
            _ => there.push(component),
        }
    }
    there
}
