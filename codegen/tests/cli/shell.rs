//! Completions and manual pages know each command and argument.

use crate::project::Project;

#[test]
fn shells_are_told_each_subcommand() {
    let project = Project::of_case("presence");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = project.run(&["completions", shell]).succeeds();
        for word in ["generate", "check", "explain", "deny-remarks", "message-format"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
    let said = project.run(&["completions", "tcsh"]).fails();
    assert!(said.contains("fish"), "{said}");
}

#[test]
fn there_is_a_manual_page_for_the_tool_and_each_subcommand() {
    let project = Project::of_case("presence");
    let page = project.run(&["man"]).succeeds();
    assert!(page.contains(".TH clientsmith 1") && page.contains("clientsmith\\-generate(1)"), "{page}");
    let page = project.run(&["man", "generate"]).succeeds();
    assert!(page.contains(".TH clientsmith-generate 1") && page.contains("\\-\\-deny\\-remarks"), "{page}");
    let said = project.run(&["man", "generat"]).fails();
    assert!(said.contains("no such subcommand"), "{said}");
}
