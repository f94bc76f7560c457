//! Many generated crates compiled as few. Most have the same runtime, which takes longer to check than all the rest: those
//! become modules of one crate, which holds it once.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::support::{self, Folder};
use crate::unchanged;

/// So many modules a crate has at most, which leaves something to do for several processors.
const LARGEST: usize = 48;

/// What all modules of a crate share: its manifest without the name, the runtime and what stands on nothing else. One that
/// follows events is alone, and has its name beside that: it gives methods to a type of the runtime.
type Shared = (Folder, Option<String>);

/// Writes crates as modules of larger ones into a workspace, and gives the package that has each. Their names are those of
/// the modules. Each package also has the unedited crate, whose name begins like this, where that has the same runtime, or else a
/// first one: what the others have as it is there, they name from there.
pub(crate) fn write(root: &Path, unedited: &str, crates: BTreeMap<String, Folder>) -> BTreeMap<String, String> {
    let mut alike: BTreeMap<Shared, Vec<(String, Folder)>> = BTreeMap::new();
    for (name, files) in crates {
        let (shared, own) = parts(files);
        let follows = own.values().any(|text| String::from_utf8_lossy(text).contains("runtime::follow!"));
        alike.entry((shared, follows.then(|| name.clone()))).or_default().push((name, own));
    }
    let (mut packages, mut numbers) = (BTreeMap::new(), 0..);
    for ((shared, _), mut crates) in alike {
        crates.sort_by_key(|(name, _)| !name.starts_with(unedited));
        let first = crates.remove(0);
        let batches = crates.chunks(LARGEST).chain(crates.is_empty().then_some(&[][..]));
        for (batch, number) in batches.zip(&mut numbers) {
            let package = format!("edited-{number:02}");
            support::write_folder(&root.join(&package), &files(&package, &shared, &first, batch));
            packages.extend([&first].into_iter().chain(batch).map(|(name, _)| (name.clone(), package.clone())));
        }
    }
    packages
}

/// The files of a crate that can be shared, and the others.
fn parts(files: Folder) -> (Folder, Folder) {
    let is_shared = |path: &str| path == "Cargo.toml" || unchanged::is_shared(path);
    let (mut shared, own): (Folder, Folder) = files.into_iter().partition(|(path, _)| is_shared(path));
    if let Some(manifest) = shared.get_mut("Cargo.toml") {
        let text = String::from_utf8_lossy(manifest).into_owned();
        let is_kept = |line: &&str| {
            !["name = ", "version = ", "description = ", "readme = "].iter().any(|key| line.starts_with(key))
        };
        *manifest = text.lines().filter(is_kept).collect::<Vec<_>>().join("\n").into_bytes();
    }
    (shared, own)
}

/// The files of a crate of several modules.
fn files(package: &str, shared: &Folder, first: &(String, Folder), batch: &[(String, Folder)]) -> Folder {
    let mut files = shared.clone();
    let manifest = String::from_utf8_lossy(&shared["Cargo.toml"]).replacen(
        "[package]",
        &format!("[package]\nname = {package:?}"),
        1,
    );
    files.insert("Cargo.toml".to_owned(), manifest.into_bytes());
    let mut root = "#![allow(missing_docs)]\n\nmod runtime;\nmod service;\n\n".to_owned();
    if shared.contains_key("src/webhooks.rs") {
        root += "#[cfg(feature = \"events\")]\npub mod webhooks;\n";
    }
    for (name, own) in [first].into_iter().chain(batch) {
        let same = if name == &first.0 { BTreeSet::new() } else { unchanged::folders(&first.1, own) };
        files.extend(module(name, own, &first.0, &same));
        _ = writeln!(root, "pub mod {name};");
    }
    files.insert("src/lib.rs".to_owned(), root.into_bytes());
    files
}

/// The files of a crate as a module, which has these folders from the first one.
fn module(name: &str, own: &Folder, first: &str, same: &BTreeSet<String>) -> Folder {
    let mut moves: Vec<(String, String)> = unchanged::all_folders(own)
        .iter()
        .map(|folder| (format!("crate::{folder}::"), format!("crate::{name}::{folder}::")))
        .collect();
    for (how, module) in [("", "runtime"), ("", "service"), ("pub ", "webhooks")] {
        moves.push((format!("\n{how}mod {module};"), format!("\n{how}use crate::{module};")));
    }
    moves.extend(
        same.iter().map(|folder| (format!("\npub mod {folder};"), format!("\npub use crate::{first}::{folder};"))),
    );
    let is_left = |path: &str| !unchanged::folder_of(path).is_some_and(|folder| same.contains(folder));
    let files = own.iter().filter(|(path, _)| is_left(path)).map(|(path, bytes)| {
        let text = String::from_utf8(bytes.clone()).expect("sources are UTF-8");
        let text = moves.iter().fold(text, |text, (from, to)| text.replace(from, to));
        let path = path.replacen("src/lib.rs", "src/mod.rs", 1).replacen("src/", &format!("src/{name}/"), 1);
        (path, text.into_bytes())
    });
    files.collect()
}
