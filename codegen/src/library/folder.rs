//! Where the crate of a description goes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::{Source, Sources, neighbour};
use crate::spec::named_folder;

/// The folder of the crate that a description names, if it does and can be read: whoever reads all of it says what is wrong.
pub(crate) fn folder_of_crate(spec: &Path) -> Option<PathBuf> {
    let path = spec.join("api.yaml");
    let file = Source { path: "api.yaml".to_owned(), text: fs::read_to_string(&path).ok()? };
    let out = named_folder(&Sources { files: vec![file] })?;
    Some(neighbour(&path, Path::new(&out)))
}
