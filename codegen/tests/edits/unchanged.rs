//! What two crates have in common, and what need not be compiled twice for it: their resources are folders.

use std::collections::BTreeSet;

use crate::support::Folder;

/// Whether a file is one that does not belong to a resource, and that resources stand on.
pub(crate) fn is_shared(path: &str) -> bool {
    ["src/service.rs", "src/webhooks.rs"].contains(&path) || path.starts_with("src/runtime/")
}

/// The folder of the resource that a file belongs to.
pub(crate) fn folder_of(path: &str) -> Option<&str> {
    let (folder, _) = path.strip_prefix("src/")?.split_once('/')?;
    (folder != "runtime").then_some(folder)
}

/// The folders of all resources.
pub(crate) fn all_folders(files: &Folder) -> BTreeSet<String> {
    files.keys().filter_map(|path| folder_of(path)).map(str::to_owned).collect()
}

/// The folders that are the same in both crates and speak of no others.
pub(crate) fn folders(before: &Folder, after: &Folder) -> BTreeSet<String> {
    let folders = all_folders(after);
    let is_same = |folder: &&String| {
        let prefix = format!("src/{folder}/");
        let files = |files: &Folder| -> Folder {
            files
                .iter()
                .filter(|(path, _)| path.starts_with(&prefix))
                .map(|(path, text)| (path.clone(), text.clone()))
                .collect()
        };
        let (before, after) = (files(before), files(after));
        before == after && after.values().all(|text| speaks_of_none(text, folder, &folders))
    };
    folders.iter().filter(is_same).cloned().collect()
}

/// Whether a text names no folder but its own.
fn speaks_of_none(text: &[u8], own: &str, folders: &BTreeSet<String>) -> bool {
    let text = String::from_utf8_lossy(text);
    let is_named = |folder: &String| folder != own && text.contains(&format!("crate::{folder}::"));
    !text.contains("super::super::") && !folders.iter().any(is_named)
}

/// Those folders, unless what all of them stand on is not the same in both crates, or what these export.
pub(crate) fn folders_that_mean_the_same(before: &Folder, after: &Folder) -> BTreeSet<String> {
    let base = |files: &Folder| -> Vec<(String, String)> {
        let files = files.iter().filter(|(path, _)| is_shared(path) || *path == "src/lib.rs");
        let code = |text: &[u8]| {
            String::from_utf8_lossy(text).lines().filter(|line| !line.starts_with("//!")).collect::<Vec<_>>().join("\n")
        };
        files.map(|(path, text)| (path.clone(), code(text))).collect()
    };
    if base(before) == base(after) { folders(before, after) } else { BTreeSet::new() }
}
