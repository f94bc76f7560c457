//! Remarks on a description: they stop nothing, unless they are denied.

use std::fs;

use crate::project::{Project, Run};
use crate::repository::Repository;

/// A code that no endpoint lists.
const UNUSED: &str = "\nerrors:\n  lost: {status: 404, doc: It is lost.}\n";

fn remark_on(project: &Project) {
    let path = project.path("spec/loans.yaml");
    fs::write(&path, fs::read_to_string(&path).unwrap() + UNUSED).unwrap();
}

/// Fails the test unless there is just that remark.
#[track_caller]
fn tells(run: &Run, severity: &str) {
    assert!(run.stderr.starts_with(&format!("{severity}[unused-definition]: ")), "{run:?}");
    assert!(run.stderr.contains("spec/loans.yaml:") && run.stderr.contains("help: "), "{run:?}");
}

#[test]
fn remarks_are_told_and_the_crate_is_written() {
    let project = Project::of_case("presence");
    remark_on(&project);
    let run = project.generate();
    assert!(run.code == 0 && run.stdout.starts_with("wrote "), "{run:?}");
    tells(&run, "remark");
    assert!(run.stderr.ends_with("\n1 remark in 1 file\n"), "{run:?}");

    let run = project.run(&["generate", "--check"]);
    assert!(run.code == 0 && run.stdout.starts_with("everything is up to date"), "{run:?}");
    tells(&run, "remark");
}

#[test]
fn denied_remarks_are_faults() {
    let project = Project::of_case("presence");
    project.run(&["generate", "--deny-remarks"]).succeeds();
    remark_on(&project);
    let before = project.files();
    for arguments in [&["generate", "--deny-remarks"][..], &["generate", "--check", "--deny-remarks"]] {
        let run = project.run(arguments);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
        tells(&run, "error");
        assert!(run.stderr.contains("\n1 fault in 1 file\n") && run.stderr.contains("--deny-remarks"), "{run:?}");
        assert_eq!(project.files(), before);
    }
}

#[test]
fn a_comparison_speaks_of_remarks_on_the_new_description_where_they_are_denied() {
    let repository = Repository::empty();
    repository.commit("first");
    repository.run(&["diff", "HEAD", "--deny-remarks"]).succeeds();
    remark_on(&repository.project);
    repository.run(&["diff", "HEAD"]).succeeds();
    repository.run(&["changelog", "HEAD"]).succeeds();
    tells(&repository.run(&["diff", "HEAD", "--deny-remarks"]), "error");
    repository.commit("second");
    repository.project.edit_spec("loans.yaml", UNUSED, "");
    repository.run(&["diff", "HEAD", "--deny-remarks"]).succeeds();
}

#[test]
fn what_is_passed_over_is_named_beside_faults_too() {
    let project = Project::of_case("defaults");
    fs::create_dir(project.path("spec/sub")).unwrap();
    fs::rename(project.path("spec/volumes.yaml"), project.path("spec/sub/volumes.yaml")).unwrap();
    let run = project.generate();
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stderr.starts_with("remark[passed-over]: the folder `spec/sub` is passed over\n"), "{run:?}");
    assert!(run.stderr.ends_with("\n1 remark\n"), "{run:?}");

    project.edit_spec("api.yaml", "auth: bearer", "auth: basic");
    let said = project.generate().fails();
    assert!(said.contains("error[unknown-auth]") && said.contains("remark[passed-over]"), "{said}");
    assert!(said.ends_with("\n1 fault and 1 remark in 1 file\n"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_looked_into_is_not_taken_for_none() {
    let project = Project::of_case("presence");
    fs::rename(project.path("spec"), project.path("other")).unwrap();
    // A link that leads to itself stands for all that refuses: the tests may run as a user whom nothing refuses.
    std::os::unix::fs::symlink("spec", project.path("spec")).unwrap();
    for arguments in [&["generate"][..], &["generate", "--spec", "spec"]] {
        let said = project.run(arguments).fails();
        assert!(said.starts_with("error: `spec` cannot be read ("), "{said}");
    }
}
