//! All descriptions of the tests.

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::diag::{Source, Sources};

use crate::support;

/// A description, and where it lies.
pub(crate) struct Description {
    pub(crate) name: String,
    pub(crate) sources: Sources,
}

/// Those of the repository, of the cases, of the edits and of the comparisons, and the wrong ones of `tests/errors`.
pub(crate) fn descriptions() -> Vec<Description> {
    let mut folders = vec![support::workspace().join("spec")];
    folders.extend(support::edited());
    folders.extend(support::cases().into_values().map(|folder| folder.join("spec")));
    for root in ["tests/diff", "tests/errors"] {
        folders.extend(folders_in(&support::codegen(root)));
    }
    folders.iter().filter_map(|folder| description(folder)).collect()
}

/// A folder, and those in it.
fn folders_in(root: &Path) -> Vec<PathBuf> {
    let mut folders = vec![root.to_owned()];
    let mut index = 0;
    while let Some(folder) = folders.get(index) {
        let entries = fs::read_dir(folder).expect("a folder of the tests");
        let mut inside: Vec<PathBuf> =
            entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
        inside.sort();
        folders.extend(inside);
        index += 1;
    }
    folders
}

/// The description in a folder; one without an `api.yaml` has that of a folder around it.
fn description(folder: &Path) -> Option<Description> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).ok()?.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "yaml") && path.is_file());
    if paths.is_empty() || folder.ends_with("tests/errors") || folder.ends_with("tests/diff") {
        return None;
    }
    if !paths.iter().any(|path| path.ends_with("api.yaml")) {
        paths.push(folder.ancestors().map(|above| above.join("api.yaml")).find(|file| file.exists())?);
    }
    paths.sort_by_key(|path| (!path.ends_with("api.yaml"), path.clone()));
    let source = |path: &PathBuf| {
        let text = fs::read_to_string(path).ok()?;
        Some(Source { path: support::name_of(path), text })
    };
    let files = paths.iter().map(source).collect::<Option<_>>()?;
    Some(Description { name: folder.display().to_string(), sources: Sources { files } })
}
