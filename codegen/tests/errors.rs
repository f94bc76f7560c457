//! Every rule has a folder in `errors/` with a wrong description and the exact report about it. If the rule is that of a
//! remark, a crate is made of it all the same.
//!
//! A folder may leave out `api.yaml`; it then gets the one beside the folders. `UPDATE_EXPECT=1` rewrites the reports.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use clientsmith::diag::{self, Diagnostic, Diagnostics, REMARKS, RULES, Remarked, Rule, Severity, Source, Sources};

/// Folders that show several rules at work.
const SCENARIOS: [&str; 9] = [
    "accepted-changes",
    "event-without-its-type",
    "events-of-one-answer",
    "names-beside-others",
    "one-fault-each",
    "server-places",
    "taken-package-name",
    "two-files-four-faults",
    "wrong-pages",
];

#[test]
fn each_wrong_description_gives_its_report() {
    let mut differing = Vec::new();
    for folder in folders() {
        let sources = load(&folder);
        let report = findings(&sources, &folder).render(&sources, false);
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
        let found = findings(&load(&folder), &folder);
        let rules: BTreeSet<_> = found.list().iter().map(rule).collect();
        if !SCENARIOS.contains(&name.as_str()) {
            assert!(rules.iter().all(|(_, rule)| *rule == name), "{name} shows something else: {rules:?}");
            shown.extend(rules);
        }
    }
    let all = |severity, rules: &'static [Rule]| rules.iter().map(move |rule| (severity, rule.name));
    let known: BTreeSet<_> = all(Severity::Fault, RULES).chain(all(Severity::Remark, REMARKS)).collect();
    assert_eq!(shown, known, "left: rules with a folder, right: rules in RULES and REMARKS");
    assert!(RULES.is_sorted_by_key(|rule| rule.name) && REMARKS.is_sorted_by_key(|rule| rule.name));
}

#[test]
fn a_crate_is_made_of_what_is_only_remarked_on() {
    for folder in folders() {
        let sources = load(&folder);
        let found = findings(&sources, &folder);
        let built = built(&sources, &folder);
        assert_eq!(built.is_err(), found.has_faults(), "{}", folder.display());
    }
}

#[test]
fn two_files_with_two_faults_each_give_four_faults_in_one_run() {
    let folder = root().join("two-files-four-faults");
    let faults = findings(&load(&folder), &folder);
    let mut files: Vec<usize> = faults.list().iter().map(|fault| fault.labels[0].span.file).collect();
    files.sort_unstable();
    assert_eq!(files, [1, 1, 2, 2]);
}

#[test]
fn each_fault_and_each_remark_says_what_to_do() {
    for folder in folders() {
        for found in findings(&load(&folder), &folder).list() {
            assert!(found.help.is_some(), "{}: {}", found.rule, found.message);
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

fn rule(diagnostic: &Diagnostic) -> (Severity, &'static str) {
    (diagnostic.severity, diagnostic.rule)
}

/// All faults and remarks, of which there is at least one.
fn findings(sources: &Sources, folder: &Path) -> Diagnostics {
    let found = clientsmith::check(&shown(folder), sources);
    assert!(!found.is_empty(), "{} has nothing wrong", folder.display());
    found
}

/// A folder from here, so that reports show a path that is the same everywhere.
fn shown(folder: &Path) -> PathBuf {
    Path::new("tests/errors").join(name(folder))
}

fn built(sources: &Sources, folder: &Path) -> Result<Remarked<()>, Diagnostics> {
    let loaded = Remarked { value: sources, remarks: diag::passed_over(&shown(folder)) };
    let accepted = loaded.and_then(clientsmith::build)?.and_then(|_| clientsmith::acceptances(sources));
    Ok(accepted?.map(|_| ()))
}
