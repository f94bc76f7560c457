//! The reports in the README are what the tool prints.

use std::fs;
use std::path::Path;

use crate::project::Project;
use crate::support;

/// The project itself, as a user has it.
fn project() -> Project {
    Project::with_spec(&support::workspace().join("spec"))
}

fn readme() -> String {
    fs::read_to_string(support::workspace().join("README.md")).unwrap()
}

/// What stands in the block that begins with a line.
fn block<'a>(readme: &'a str, first: &str) -> &'a str {
    let start = readme.find(first).unwrap_or_else(|| panic!("the README has a block that begins with {first:?}"));
    let block = &readme[start..];
    block[..block.find("\n```").expect("a block has an end")].trim_end()
}

/// Changes the file of a description as a difference says.
fn edit(path: &Path, difference: &str) {
    let mut text = fs::read_to_string(path).unwrap();
    for hunk in difference.split("@@\n") {
        let side = |mark: char| -> String {
            let lines = hunk.lines().filter(|line| line.starts_with([' ', mark]));
            lines.flat_map(|line| [&line[1..], "\n"]).collect()
        };
        let (before, after) = (side('-'), side('+'));
        assert!(text.contains(&before), "the description has no\n{before}");
        text = text.replacen(&before, &after, 1);
    }
    fs::write(path, text).unwrap();
}

#[test]
fn the_report_on_a_fault_is_what_the_tool_prints() {
    let readme = readme();
    let project = project();
    let path = project.path("spec/billing_intents.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let (before, endpoint) = text.split_at(text.find("\n  release_reservation:\n").unwrap());
    let wrong = endpoint.replacen("- billing_intent_not_found", "- billing_intent_not_fond", 1);
    fs::write(&path, format!("{before}{wrong}")).unwrap();
    let report = project.generate();
    assert_eq!(report.code, 2);
    let shown = block(&readme, "error[unknown-reference]: there is no error code");
    assert!(report.stderr.contains(shown), "README shows\n{shown}\nbut the tool prints\n{}", report.stderr);
}

#[test]
fn the_report_on_a_change_is_what_the_tool_prints() {
    let readme = readme();
    let project = project();
    support::write_folder(&project.path("old"), &support::read_folder(&project.path("spec")));
    edit(&project.path("spec/billing_intents.yaml"), block(&readme, "       payment_intent:\n         in: body"));
    let command = "$ clientsmith diff old spec\n";
    let shown = block(&readme, command).strip_prefix(command).unwrap_or_default();
    assert_eq!(project.run(&["diff", "old", "spec"]).succeeds().trim_end(), shown);
}
