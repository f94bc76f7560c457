//! Restoring what was lost, and what may be beside it.

use std::fs;

use crate::project::{Project, Run};
use crate::support;

#[test]
fn all_but_the_package_manifest_is_restored() {
    let project = Project::written("presence");
    let before = project.files();
    for path in before.keys().filter(|path| *path != "Cargo.toml") {
        fs::remove_file(project.out(path)).unwrap();
    }
    project.generate().succeeds();
    assert_eq!(project.files(), before);
}

#[test]
fn whole_folder_is_restored_with_the_same_bytes() {
    let project = Project::written("presence");
    let before = project.files();
    fs::remove_dir_all(project.out("")).unwrap();
    project.generate().succeeds();
    assert_eq!(project.files(), before);
}

#[test]
fn file_that_was_lost_is_restored_alone() {
    let project = Project::written("presence");
    let before = project.files();
    project.age();
    fs::remove_file(project.out("src/loans/objects.rs")).unwrap();
    let said = project.generate().succeeds();
    assert!(said.starts_with(&format!("wrote 1 of {} files in ", before.len())), "{said}");
    assert_eq!(project.written_since(), ["src/loans/objects.rs"]);
    assert_eq!(project.files(), before);
}

#[test]
fn no_temporary_files_are_left() {
    let project = Project::written("presence");
    let manifest = project.read(".clientsmith.yaml");
    for path in project.files().keys().filter(|path| *path != ".clientsmith.yaml") {
        assert!(manifest.contains(&format!(" {path}\n")), "{path}");
    }
}

#[test]
fn formatter_changes_nothing() {
    let project = Project::written("parameters");
    let before = project.files();
    let mut fmt = support::cargo();
    Run::of(fmt.arg("fmt").current_dir(project.out(""))).succeeds();
    assert_eq!(project.files(), before);
}
