//! What `diff` says of a change, when it fails, and how a change is accepted.

use std::fs;

use crate::project::Run;
use crate::repository::{Repository, report};

/// A change that callers' sources do not survive, and old programs do not notice.
const SOURCE: [&str; 2] = ["note: {type: string,", "note: {type: string, rust: remark,"];
/// The other way round.
const WIRE: [&str; 2] = ["http: GET /loans/{id}", "http: GET /v2/loans/{id}"];

/// A repository whose working tree has some changes of what was committed.
fn changed(changes: &[[&str; 2]]) -> Repository {
    let repository = Repository::empty();
    repository.commit("first");
    edit(&repository, changes);
    repository
}

fn edit(repository: &Repository, changes: &[[&str; 2]]) {
    for [old, new] in changes {
        repository.project.edit_spec("loans.yaml", old, new);
    }
}

fn accept(repository: &Repository, entries: &str) {
    fs::write(repository.project.path("spec/accepted.yaml"), entries).unwrap();
}

/// The entries that a failure offers, with a reason.
fn entries(run: &Run) -> String {
    let (_, entries) = run.stderr.split_once("\n\n").unwrap_or_else(|| panic!("{run:?}"));
    let entries: String = entries.split_inclusive('\n').take_while(|line| !line.starts_with("error")).collect();
    assert!(entries.contains("reason: ''"), "{entries}");
    entries.replace("reason: ''", "reason: Nobody uses it.")
}

#[test]
fn exit_code_follows_what_breaks() {
    let table: &[(&[[&str; 2]], &str, i32)] = &[
        (&[], "any", 0),
        (&[SOURCE], "", 0),
        (&[SOURCE], "source", 1),
        (&[SOURCE], "wire", 0),
        (&[SOURCE], "version", 1),
        (&[SOURCE], "any", 1),
        (&[WIRE], "source", 0),
        (&[WIRE], "wire", 1),
        (&[WIRE], "source,wire", 1),
        (&[WIRE], "any", 1),
        (&[SOURCE, WIRE], "", 0),
        (&[SOURCE, WIRE], "any", 1),
    ];
    for (changes, fail_on, code) in table {
        let repository = changed(changes);
        let fail_on = Some(*fail_on).filter(|what| !what.is_empty()).map(|what| format!("--fail-on={what}"));
        let arguments: Vec<&str> = ["diff"].into_iter().chain(fail_on.as_deref()).collect();
        let run = repository.run(&arguments);
        assert_eq!(run.code, *code, "{arguments:?} {changes:?} {run:?}");
        assert_eq!(run.stderr.is_empty(), *code == 0, "{run:?}");
        assert!(!run.stdout.is_empty(), "the report is printed anyway: {run:?}");
    }
}

#[test]
fn version_that_says_enough_does_not_fail() {
    let repository = changed(&[SOURCE]);
    let run = repository.run(&["diff", "--fail-on", "version"]);
    assert!(run.stderr.contains("the version 0.1.0 says less") && run.stderr.contains("`version: 0.2.0`"), "{run:?}");
    repository.set_version("0.2.0");
    assert_eq!(repository.run(&["diff", "--fail-on", "version"]).code, 0);
}

#[test]
fn version_that_falls_is_too_low() {
    let repository = changed(&[]);
    repository.set_version("0.0.9");
    let run = repository.run(&["diff", "--fail-on", "version"]);
    assert!(run.code == 1 && run.stdout.contains("version 0.1.0 can stay, 0.0.9 written"), "{run:?}");
    assert!(run.stderr.contains("`version: 0.1.0`"), "{run:?}");
}

#[test]
fn change_is_accepted_with_the_entry_that_is_printed() {
    let repository = changed(&[SOURCE, WIRE]);
    let run = repository.run(&["diff", "--fail-on", "source,wire"]);
    assert!(run.stderr.contains("2 breaking changes are not accepted"), "{run:?}");
    let entries = entries(&run);

    accept(&repository, &entries.replace("Nobody uses it.", "''"));
    let said = repository.run(&["diff"]).fails();
    assert!(said.contains("error[missing-reason]") && said.contains("spec/accepted.yaml:"), "{said}");

    accept(&repository, &entries);
    let run = repository.run(&["diff", "--fail-on", "source,wire", "--format", "json"]);
    let report = report(&run.succeeds());
    let breaks = |row: &&serde_json::Value| row["source"] == "major" || row["wire"] == "breaks";
    let reasons: Vec<_> =
        report["rows"].as_array().unwrap().iter().filter(breaks).map(|row| &row["accepted"]).collect();
    assert_eq!(reasons, ["Nobody uses it."; 2]);
    repository.project.generate().succeeds();
}

#[test]
fn acceptance_of_another_change_is_stale() {
    let repository = changed(&[WIRE]);
    let entries = entries(&repository.run(&["diff", "--fail-on", "wire"]));
    accept(&repository, &entries);
    edit(&repository, &[["/v2/loans/{id}", "/v3/loans/{id}"]]);
    let run = repository.run(&["diff", "--fail-on", "source"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("spec/accepted.yaml:1: ") && run.stderr.contains("no such change"), "{run:?}");
    assert_eq!(repository.run(&["diff"]).code, 0, "nothing was asked to fail");
}

#[test]
fn acceptance_that_was_there_before_has_done_its_work() {
    let repository = changed(&[WIRE]);
    let entries = entries(&repository.run(&["diff", "--fail-on", "wire"]));
    accept(&repository, &entries);
    repository.commit("accepted");
    edit(&repository, &[SOURCE]);
    let run = repository.run(&["diff", "--fail-on", "wire"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
    assert_eq!(
        repository.run(&["diff", "HEAD~1", "--fail-on", "wire"]).code,
        0,
        "and still counts for older revisions"
    );
}

#[test]
fn fault_of_an_old_acceptance_makes_no_other_stale() {
    let repository = changed(&[WIRE]);
    let entries = entries(&repository.run(&["diff", "--fail-on", "wire"]));
    accept(&repository, &format!("{entries}- rule: rule-of-before\n  item: loans/list\n  reason: It was.\n"));
    repository.commit("accepted, by a rule that is gone");
    accept(&repository, &entries);
    let run = repository.run(&["diff", "--fail-on", "any"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{run:?}");
}

#[test]
fn report_is_written_into_a_file() {
    let repository = changed(&[WIRE]);
    for format in ["text", "markdown", "html", "json", "github", "sarif"] {
        let said = repository.run(&["diff", "--format", format, "--output", "report"]).succeeds();
        let written = fs::read_to_string(repository.project.path("report")).unwrap();
        let printed = repository.run(&["diff", "--format", format]).succeeds();
        assert_eq!((said.as_str(), written), ("", printed), "{format}");
    }
    let said = repository.run(&["diff", "--output", "nowhere/report"]).fails();
    assert!(said.contains("cannot create a file in `nowhere`"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_lost_on_a_full_disk_is_an_error() {
    let repository = changed(&[WIRE]);
    repository.project.generate().succeeds();
    fs::remove_file(repository.project.out("src/lib.rs")).unwrap();
    for arguments in
        [&["diff"][..], &["diff", "--format", "html"], &["changelog"], &["explain"], &["generate", "--check"]]
    {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let said = Run::of(repository.project.tool(arguments).stdout(full)).fails();
        assert!(said.starts_with("error: cannot write to standard output: "), "{arguments:?} {said}");
    }
}

#[test]
fn rules_of_changes_are_explained() {
    let repository = Repository::empty();
    let all = repository.run(&["explain"]).succeeds();
    for rule in clientsmith::diff::RULES {
        let is_listed = |line: &str| line.trim_start().starts_with(rule.name) && line.ends_with(rule.explanation);
        assert!(all.lines().any(is_listed), "{}", rule.name);
        repository.run(&["explain", rule.name]).succeeds();
    }
    let said = repository.run(&["explain", "value-aded"]).fails();
    assert!(said.contains("did you mean `value-added`?"), "{said}");
}
