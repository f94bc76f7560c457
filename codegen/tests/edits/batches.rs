//! Many generated crates compiled as few. Most have the same runtime, which takes longer to check than all the rest: those
//! become modules of one crate, which holds it once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::support::{self, Folder};

/// So many modules a crate has at most, which leaves something to do for several processors.
const LARGEST: usize = 48;

/// What all modules of a crate share: its manifest without the name, the runtime and what stands on nothing else.
type Shared = Folder;

/// Writes crates as modules of larger ones into a workspace, and gives the package that has each. Their names are those of
/// the modules.
pub(crate) fn write(root: &Path, crates: BTreeMap<String, Folder>) -> BTreeMap<String, String> {
    let mut alike: BTreeMap<Shared, Vec<(String, Folder)>> = BTreeMap::new();
    for (name, files) in crates {
        let (shared, own) = parts(&name, files);
        alike.entry(shared).or_default().push((name, own));
    }
    let mut packages = BTreeMap::new();
    let batches = alike.iter().flat_map(|(shared, crates)| crates.chunks(LARGEST).map(move |batch| (shared, batch)));
    for (index, (shared, batch)) in batches.enumerate() {
        let package = format!("edited-{index:02}");
        support::write_folder(&root.join(&package), &files(&package, shared, batch));
        packages.extend(batch.iter().map(|(name, _)| (name.clone(), package.clone())));
    }
    packages
}

/// The files of a crate that can be shared, and those of its module, as they are in the larger crate.
fn parts(name: &str, files: Folder) -> (Shared, Folder) {
    let is_shared = |path: &str| ["Cargo.toml", "src/service.rs"].contains(&path) || path.starts_with("src/runtime/");
    let (mut shared, own): (Shared, Folder) = files.into_iter().partition(|(path, _)| is_shared(path));
    if let Some(manifest) = shared.get_mut("Cargo.toml") {
        let text = String::from_utf8_lossy(manifest).into_owned();
        let is_kept = |line: &&str| {
            !["name = ", "version = ", "description = ", "readme = "].iter().any(|key| line.starts_with(key))
        };
        *manifest = text.lines().filter(is_kept).collect::<Vec<_>>().join("\n").into_bytes();
    }
    let folders =
        own.keys().filter_map(|path| path.strip_prefix("src/")?.split_once('/')).map(|(folder, _)| folder.to_owned());
    let mut moves: Vec<(String, String)> =
        folders.map(|folder| (format!("crate::{folder}::"), format!("crate::{name}::{folder}::"))).collect();
    moves.dedup();
    moves.extend(["runtime", "service"].map(|module| (format!("\nmod {module};"), format!("\nuse crate::{module};"))));
    let own = own.into_iter().map(|(path, bytes)| {
        let text = String::from_utf8(bytes).expect("sources are UTF-8");
        let text = moves.iter().fold(text, |text, (from, to)| text.replace(from, to));
        let path = path.replacen("src/lib.rs", "src/mod.rs", 1).replacen("src/", &format!("src/{name}/"), 1);
        (path, text.into_bytes())
    });
    (shared, own.collect())
}

/// The files of a crate of several modules.
fn files(package: &str, shared: &Shared, batch: &[(String, Folder)]) -> Folder {
    let mut files = shared.clone();
    let manifest = String::from_utf8_lossy(&shared["Cargo.toml"]).replacen(
        "[package]",
        &format!("[package]\nname = {package:?}"),
        1,
    );
    files.insert("Cargo.toml".to_owned(), manifest.into_bytes());
    let mut root = "#![allow(missing_docs)]\n\nmod runtime;\nmod service;\n\n".to_owned();
    for (name, own) in batch {
        files.extend(own.clone());
        _ = writeln!(root, "pub mod {name};");
    }
    files.insert("src/lib.rs".to_owned(), root.into_bytes());
    files
}
