//! `fmt` and `schema`: what they print and write, and what they leave.

use std::fs;

use crate::project::Project;

#[test]
fn files_are_laid_out_and_then_are_in_their_layout() {
    let project = Project::of_case("presence");
    let file = project.path("spec/loans.yaml");
    let written = format!("# Before all.\n{}\n\n\n", fs::read_to_string(&file).unwrap());
    fs::write(&file, &written).unwrap();
    let run = project.run(&["fmt", "--check"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("--- a/spec/loans.yaml\n+++ b/spec/loans.yaml\n"), "{run:?}");
    assert!(run.stderr.contains("run `clientsmith fmt`"), "{run:?}");
    assert_eq!(fs::read_to_string(&file).unwrap(), written, "`--check` writes nothing");
    let said = project.run(&["fmt"]).succeeds();
    assert!(said.starts_with("laid out "), "{said}");
    assert!(fs::read_to_string(&file).unwrap().starts_with("# Before all.\n"));
    let said = project.run(&["fmt", "--check", "spec"]).succeeds();
    assert_eq!(said, "everything is in its layout: 2 files\n");
    project.generate().succeeds();
}

#[test]
fn a_file_that_is_no_plain_data_is_reported_and_left() {
    let project = Project::of_case("presence");
    let (wrong, right) = (project.path("spec/loans.yaml"), project.path("spec/api.yaml"));
    fs::write(&wrong, "resource:   loans\ndoc: &anchor Loans.\n").unwrap();
    fs::write(&right, format!("{}\n\n", fs::read_to_string(&right).unwrap())).unwrap();
    let run = project.run(&["fmt"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("error[unsupported-yaml]") && run.stderr.contains("spec/loans.yaml:2"), "{run:?}");
    assert_eq!(fs::read_to_string(&wrong).unwrap(), "resource:   loans\ndoc: &anchor Loans.\n");
    assert!(!fs::read_to_string(&right).unwrap().ends_with("\n\n"), "the other file is laid out");
}

#[test]
fn what_is_not_there_is_an_error() {
    let project = Project::of_case("presence");
    for (arguments, expected) in [
        (["fmt", "nowhere"], "cannot read `nowhere`"),
        (["fmt", ".."], "no files that end in `.yaml`"),
        (["schema", "nothing"], "invalid value 'nothing'"),
    ] {
        let run = project.run(&arguments);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains(expected), "{run:?}");
    }
}

#[test]
fn schemas_are_json_and_say_of_what_they_are() {
    let project = Project::of_case("presence");
    for arguments in [&["schema"][..], &["schema", "api"], &["schema", "resource"], &["schema", "accepted"]] {
        let schema: serde_json::Value = serde_json::from_str(&project.run(arguments).succeeds()).unwrap();
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{arguments:?}");
        assert!(schema["title"].as_str().is_some_and(|title| title.contains("description")), "{arguments:?}");
    }
}
