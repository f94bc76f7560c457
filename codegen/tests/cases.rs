//! Each case is a small description and the whole crate that it gives, byte for byte.
//!
//! A case is a folder `cases/<feature>` with `spec/` and `expected/`. The runtime's modules are not stored with each
//! case: they must equal the runtime's own files. `UPDATE_EXPECT=1 cargo test -p clientsmith --test cases` accepts what
//! the generator gives now.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use similar::TextDiff;
use support::Folder;

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
    let (mut files, mut copied) = (Folder::new(), Vec::new());
    for (path, text) in support::generate(&case.join("spec"))?.iter() {
        match path.strip_prefix("src/runtime/").filter(|module| *module != "mod.rs") {
            Some(module) => {
                let source = fs::read_to_string(support::codegen("runtime/src").join(module));
                if source.ok().as_deref() != Some(text) {
                    return Err(format!("{path} is not codegen/runtime/src/{module}, word for word\n"));
                }
                copied.push(format!("mod {};\n", module.trim_end_matches(".rs")));
            }
            None => _ = files.insert(path.to_owned(), text.as_bytes().to_vec()),
        }
    }
    let root = String::from_utf8_lossy(&files["src/runtime/mod.rs"]);
    match copied.iter().find(|line| !root.contains(*line)) {
        Some(line) => {
            Err(format!("a module of the runtime is copied, but src/runtime/mod.rs has no `{}`\n", line.trim()))
        }
        None => Ok(files),
    }
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
