//! Every rule has a folder in `errors/` with a wrong description and the exact report about it.
//!
//! A folder may leave out `api.yaml`; it then gets the one beside the folders. `UPDATE_EXPECT=1` rewrites the reports.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use clientsmith::diag::{Diagnostics, RULES, Source, Sources};

/// Folders that show several rules at work.
const SCENARIOS: [&str; 4] = ["accepted-changes", "one-fault-each", "taken-package-name", "two-files-four-faults"];

#[test]
fn each_wrong_description_gives_its_report() {
    let mut differing = Vec::new();
    for folder in folders() {
        let sources = load(&folder);
        let report = faults(&sources, &folder).render(&sources, false);
        let expected = folder.join("report.stderr");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &report).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != report {
            differing.push(format!("--- {}\n{report}", expected.display()));
        }
    }
    assert!(
        differing.is_empty(),
        "these reports differ; if they are better, run again with UPDATE_EXPECT=1\n{}",
        differing.join("\n")
    );
}

#[test]
fn each_rule_has_a_folder_that_shows_it_alone() {
    let mut shown = BTreeSet::new();
    for folder in folders() {
        let name = name(&folder);
        let rules: BTreeSet<_> = faults(&load(&folder), &folder).list().iter().map(|fault| fault.rule).collect();
        if !SCENARIOS.contains(&name.as_str()) {
            assert_eq!(Vec::from_iter(&rules), [&name], "{name} shows something else");
            shown.extend(rules);
        }
    }
    let known: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(shown, known, "left: rules with a folder, right: rules in RULES");
    assert!(RULES.is_sorted_by_key(|rule| rule.name));
}

#[test]
fn two_files_with_two_faults_each_give_four_faults_in_one_run() {
    let folder = root().join("two-files-four-faults");
    let faults = faults(&load(&folder), &folder);
    let mut files: Vec<usize> = faults.list().iter().map(|fault| fault.labels[0].span.file).collect();
    files.sort_unstable();
    assert_eq!(files, [1, 1, 2, 2]);
}

#[test]
fn each_fault_says_what_to_do() {
    for folder in folders() {
        for fault in faults(&load(&folder), &folder).list() {
            assert!(fault.help.is_some(), "{}: {}", fault.rule, fault.message);
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/errors")
}

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_str().unwrap().to_owned()
}

/// The files of a folder, shown by their bare names.
fn load(folder: &Path) -> Sources {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|ending| ending == "yaml")).collect();
    if !paths.iter().any(|path| path.ends_with("api.yaml")) {
        paths.push(root().join("api.yaml"));
    }
    paths.sort_by_key(|path| (!path.ends_with("api.yaml"), path.clone()));
    let source = |path: PathBuf| Source { path: name(&path), text: fs::read_to_string(&path).unwrap() };
    Sources { files: paths.into_iter().map(source).collect() }
}

fn faults(sources: &Sources, folder: &Path) -> Diagnostics {
    clientsmith::read(sources)
        .and_then(|api| clientsmith::generate(&api))
        .err()
        .or_else(|| clientsmith::acceptances(sources).err())
        .unwrap_or_else(|| panic!("{} has no fault", folder.display()))
}
