//! Each case is a small description and the whole crate that it gives, byte for byte.
//!
//! A case is a folder `cases/<feature>` with `spec/` and `expected/`. The runtime's modules are not stored with each
//! case: they must equal the runtime's own files. `UPDATE_EXPECT=1 cargo test -p clientsmith --test cases` accepts what
//! the generator gives now.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use similar::TextDiff;
use support::Folder;

/// Where the runtime lies in a generated crate.
const RUNTIME: &str = "src/runtime/";

#[test]
fn every_case_gives_its_expected_crate() {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let cases = support::cases();
    let faults: Vec<String> = (cases.iter())
        .map(|(name, folder)| (name, fault(folder, update).unwrap_or_else(|report| report)))
        .filter(|(_, fault)| !fault.is_empty())
        .map(|(name, fault)| format!("case `{name}`:\n{fault}\n"))
        .collect();
    assert!(cases.len() > 10, "only {} cases were found", cases.len());
    assert!(
        faults.is_empty(),
        "{}see that each difference is meant, then accept them with\n  \
         UPDATE_EXPECT=1 cargo test -p clientsmith --test cases",
        faults.concat()
    );
}

/// What is wrong with a case; empty if nothing is. With `update`, what is generated becomes what is expected.
fn fault(case: &Path, update: bool) -> Result<String, String> {
    let generated = generated(case)?;
    let expected = case.join("expected");
    if update {
        support::write_folder(&expected, &generated);
    }
    Ok(difference(&support::read_folder(&expected), &generated))
}

/// What the generator makes of a case, without the runtime's modules, which are held against their sources.
fn generated(case: &Path) -> Result<Folder, String> {
    let (mut files, copied) = whole_crate(case)?;
    for (inside, text) in &copied {
        is_declared(inside, &copied)?;
        match inside.as_str() {
            "mod.rs" => _ = files.insert(format!("{RUNTIME}{inside}"), text.clone().into_bytes()),
            _ => is_copy(inside, text)?,
        }
    }
    Ok(files)
}

/// The files of the crate, and those of its runtime by their paths inside that.
fn whole_crate(case: &Path) -> Result<(Folder, BTreeMap<String, String>), String> {
    let (mut files, mut copied) = (Folder::new(), BTreeMap::new());
    for (path, text) in support::generate(&case.join("spec"))?.iter() {
        match path.strip_prefix(RUNTIME) {
            Some(inside) => _ = copied.insert(inside.to_owned(), text.to_owned()),
            None => _ = files.insert(path.to_owned(), text.as_bytes().to_vec()),
        }
    }
    Ok((files, copied))
}

/// Whether a file is the runtime's own, word for word, or the root of a folder with lines of its own.
fn is_copy(inside: &str, text: &str) -> Result<(), String> {
    let source = fs::read_to_string(support::codegen("runtime/src").join(inside)).unwrap_or_default();
    let is_known = |line: &str| line.is_empty() || line.starts_with("// @generated") || source.contains(line);
    let is_copy = if inside.ends_with("/mod.rs") { text.lines().all(is_known) } else { text == source };
    if is_copy {
        Ok(())
    } else {
        Err(format!("{RUNTIME}{inside} is not codegen/runtime/src/{inside}, word for word\n"))
    }
}

/// Whether the root of the folder that a copied module is in declares it.
fn is_declared(inside: &str, copied: &BTreeMap<String, String>) -> Result<(), String> {
    let module = inside.trim_end_matches(".rs").trim_end_matches("mod").trim_end_matches('/');
    let (folder, name) = module.rsplit_once('/').unwrap_or(("", module));
    let root = format!("{folder}/mod.rs").trim_start_matches('/').to_owned();
    let is_declared = copied.get(&root).is_some_and(|root| root.contains(&format!("mod {name};\n")));
    if module.is_empty() || is_declared { Ok(()) } else { Err(format!("{RUNTIME}{root} has no `mod {name};`\n")) }
}

#[test]
fn every_file_of_the_runtime_is_in_some_case() {
    let sources = support::read_folder(&support::codegen("runtime/src"));
    let sources: BTreeSet<String> = sources.into_keys().filter(|path| !path.starts_with("tests/")).collect();
    let mut copied: BTreeSet<String> =
        support::cases().values().flat_map(|case| whole_crate(case).unwrap().1.into_keys()).collect();
    // The root of the copy stands for the runtime's own.
    assert!(copied.remove("mod.rs") && copied.insert("lib.rs".to_owned()));
    assert_eq!(copied, sources, "left: what the cases hold; right: codegen/runtime/src");
}

/// What distinguishes two folders, file by file; empty if nothing does.
fn difference(expected: &Folder, generated: &Folder) -> String {
    let paths: BTreeSet<&String> = expected.keys().chain(generated.keys()).collect();
    let differences = paths.into_iter().map(|path| match (expected.get(path), generated.get(path)) {
        (Some(old), Some(new)) if old == new => String::new(),
        (Some(old), Some(new)) => {
            let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
            let lines = TextDiff::from_lines(old.as_ref(), new.as_ref());
            lines.unified_diff().header(&format!("expected/{path}"), &format!("generated/{path}")).to_string()
        }
        (Some(_), None) => format!("{path} is expected, but not generated\n"),
        (None, _) => format!("{path} is generated, but not expected\n"),
    });
    differences.collect()
}

#[test]
fn differences_name_missing_surplus_and_changed_files() {
    let folder = |files: &[(&str, &str)]| -> Folder {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    };
    let expected = folder(&[("gone", "x\n"), ("changed", "a\nb\n"), ("same", "y\n")]);
    let generated = folder(&[("changed", "a\nc\n"), ("new", "x\n"), ("same", "y\n")]);
    assert_eq!(
        difference(&expected, &generated),
        "--- expected/changed\n+++ generated/changed\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n\
         gone is expected, but not generated\n\
         new is generated, but not expected\n"
    );
    assert_eq!(difference(&expected, &expected), "");
}
