//! Arguments, exit codes, messages, and finding the description.

use std::fs;

use crate::project::{Project, Run};

#[test]
fn writes_all_files_and_says_so() {
    let project = Project::of_case("presence");
    let said = project.generate().succeeds();
    let count = project.files().len();
    let milliseconds = said.trim_end().strip_prefix(&format!("wrote {count} of {count} files in "));
    let milliseconds = milliseconds.and_then(|rest| rest.strip_suffix(" ms")).unwrap_or_else(|| panic!("{said}"));
    assert!(milliseconds.parse::<u64>().is_ok(), "{said}");
}

#[test]
fn second_run_has_nothing_to_do() {
    let project = Project::written("presence");
    project.age();
    let said = project.generate().succeeds();
    assert!(said.starts_with("everything is up to date: "), "{said}");
    assert_eq!(project.written_since(), [""; 0]);
}

#[test]
fn check_of_a_fresh_crate_succeeds() {
    let project = Project::written("presence");
    let said = project.run(&["generate", "--check"]).succeeds();
    assert!(said.starts_with("everything is up to date: "), "{said}");
}

#[test]
fn check_of_a_stale_crate_prints_the_difference_and_writes_nothing() {
    let project = Project::written("presence");
    project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
    let before = project.files();
    let run = project.run(&["generate", "--check"]);
    assert_eq!(run.code, 1, "{run:?}");
    let line = |line: &str| run.stdout.lines().any(|found| found == line);
    assert!(line("--- a/generated/tests/loans.rs"), "{run:?}");
    assert!(line("+++ b/generated/tests/loans.rs"), "{run:?}");
    assert!(line("-  \"note\": \"Torn cover.\",") && line("+  \"note\": \"Wet cover.\","), "{run:?}");
    assert!(run.stderr.contains("stale") && run.stderr.contains("clientsmith generate"), "{run:?}");
    assert_eq!(project.files(), before);
}

#[test]
fn check_of_a_crate_that_was_never_written_says_so_in_a_line() {
    let project = Project::of_case("presence");
    let run = project.run(&["generate", "--check"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert_eq!(
        (run.stdout.as_str(), run.stderr.as_str()),
        ("", "error: there is no crate in `generated`: run `clientsmith generate`\n")
    );
    assert!(!project.out("").exists());
}

#[test]
fn wrong_description_is_reported_and_nothing_is_written() {
    let project = Project::of_case("presence");
    project.edit_spec("loans.yaml", "id: {type: id,", "id: {type: idd,");
    let said = project.generate().fails();
    assert!(said.contains("error[unknown-type]") && said.contains("spec/loans.yaml:"), "{said}");
    assert!(!project.out("").exists());
}

#[test]
fn unknown_arguments_are_refused_with_help() {
    let project = Project::of_case("presence");
    for arguments in [&["generate", "--chek"][..], &["generat"], &[], &["generate", "--check", "--force"]] {
        let run = project.run(arguments);
        assert_eq!(run.code, 2, "{arguments:?} {run:?}");
        assert!(run.stderr.contains("--help") || run.stderr.contains("Usage"), "{arguments:?} {run:?}");
    }
    assert!(!project.out("").exists());
}

#[test]
fn missing_description_is_refused_with_help() {
    let project = Project::of_case("presence");
    fs::rename(project.path("spec"), project.path("description")).unwrap();
    let said = project.generate().fails();
    assert!(said.contains("spec/api.yaml") && said.contains("--spec"), "{said}");
    let said = project.run(&["generate", "--spec", "nowhere"]).fails();
    assert!(said.contains("nowhere"), "{said}");
    project.run(&["generate", "--spec", "description"]).succeeds();
    assert!(project.out("Cargo.toml").exists(), "the crate is written beside the description");
}

#[test]
fn description_is_found_from_folders_below() {
    let project = Project::of_case("presence");
    let below = project.path("examples/src");
    fs::create_dir_all(&below).unwrap();
    Run::of(project.tool(&["generate"]).current_dir(&below)).succeeds();
    assert!(project.out("Cargo.toml").exists());
    assert!(!below.join("generated").exists());
    let said = Run::of(project.tool(&["generate", "--check"]).current_dir(project.path("spec"))).succeeds();
    assert!(said.starts_with("everything is up to date"), "{said}");
}

#[test]
fn output_folder_can_be_chosen() {
    let project = Project::of_case("presence");
    project.run(&["generate", "--out", "crates/loans"]).succeeds();
    assert!(project.path("crates/loans/src/lib.rs").exists());
    assert!(!project.out("").exists());
}

#[test]
fn rules_are_explained() {
    let project = Project::of_case("presence");
    let all = project.run(&["explain"]).succeeds();
    let line = "\n  unknown-key                  A key is one that its item knows";
    assert!(all.contains("\nFiles and keys\n") && all.contains(line), "{all}");
    let one = project.run(&["explain", "unknown-key"]).succeeds();
    for part in
        ["\nWrong, in `spec/books.yaml`:\n", "error[unknown-key]: ", "\nRight, in `spec/books.yaml`:\n", "    +  "]
    {
        assert!(one.contains(part), "{part}: {one}");
    }
    let of_a_change = project.run(&["explain", "value-added"]).succeeds();
    assert!(of_a_change.starts_with("value-added: "), "{of_a_change}");
    let said = project.run(&["explain", "unknwon-key"]).fails();
    assert!(said.contains("there is no rule `unknwon-key`") && said.contains("did you mean `unknown-key`?"), "{said}");
    let said = project.run(&["explain", "no-such-rule"]).fails();
    assert!(!said.contains("did you mean") && said.contains("`clientsmith explain` lists them all"), "{said}");
}

#[test]
fn reader_that_went_away_is_no_fault() {
    for (arguments, code) in
        [(&["generate"][..], 0), (&["generate", "--check"], 1), (&["--help"], 0), (&["explain"], 0)]
    {
        let project = Project::of_case("presence");
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let run = Run::of(project.tool(arguments).stdout(writer));
        assert_eq!(run.code, code, "{arguments:?} {run:?}");
        assert!(!run.stderr.contains("panicked"), "{run:?}");

        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let run = Run::of(project.tool(&["generate", "--unknown"]).stderr(writer));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    }
}
