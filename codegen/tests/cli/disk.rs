//! Restoring what was lost, disks that refuse, runs at the same time, and formatters.

use std::fs;
use std::process::Stdio;

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

#[cfg(unix)]
#[test]
fn folder_that_cannot_be_written_is_a_clear_error() {
    use std::os::unix::fs::PermissionsExt;

    let project = Project::of_case("presence");
    fs::create_dir_all(project.out("")).unwrap();
    fs::set_permissions(project.out(""), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(project.out("probe"), "").is_ok() {
        // Permissions do not bind the superuser.
        return;
    }
    let said = project.generate().fails();
    assert!(said.contains("generated") && said.contains("ermission denied"), "{said}");
}

#[test]
fn file_where_a_folder_should_be_is_a_clear_error() {
    let project = Project::of_case("presence");
    fs::create_dir_all(project.out("")).unwrap();
    fs::write(project.out("src"), "mine").unwrap();
    let said = project.generate().fails();
    assert!(said.starts_with("error: ") && said.contains("generated/src"), "{said}");
    assert_eq!(project.files().len(), 1, "nothing else was written");
}

#[test]
fn runs_at_the_same_time_leave_a_consistent_folder() {
    let project = Project::of_case("two_resources");
    run_together(&project);
    project.edit_spec("books.yaml", "A book.", "One book.");
    run_together(&project);
    project.remove_readers();
    run_together(&project);
}

/// Starts the tool several times at once, and holds that all of them leave what one alone would.
fn run_together(project: &Project) {
    let start = || project.tool(&["generate"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let runs = [(); 4].map(|()| start());
    for run in runs {
        let output = run.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", support::transcript(&output));
    }
    let fresh = Project::with_spec(&project.path("spec"));
    fresh.generate().succeeds();
    assert_eq!(project.files(), fresh.files());
}

#[test]
fn formatter_changes_nothing() {
    let project = Project::written("parameters");
    let before = project.files();
    let mut fmt = support::cargo();
    Run::of(fmt.arg("fmt").current_dir(project.out(""))).succeeds();
    assert_eq!(project.files(), before);
}
