//! `clientsmith check`: what it looks at, and the forms in which it says what it found.

use std::fs;

use serde_json::Value;

use crate::project::{Project, Run};

/// A project with a fault in line 14 and a remark in line 8 of a resource.
fn wrong() -> Project {
    let project = Project::of_case("presence");
    project.edit_spec("loans.yaml", "id: {type: id, doc: Identifies", "id: {type: idd, doc: Identifies");
    fs::write(project.path("spec/notes.json"), "{}").unwrap();
    project
}

/// Runs `check` in a form; it must have printed nothing besides.
fn check(project: &Project, arguments: &[&str]) -> Run {
    let run = project.run(&[&["check"], arguments].concat());
    assert_eq!(run.stderr, "", "{run:?}");
    assert!(!project.out("").exists(), "nothing is written");
    run
}

#[test]
fn a_right_description_is_said_to_be_right() {
    let project = Project::of_case("aliases");
    let run = check(&project, &["--message-format", "short"]);
    assert_eq!((run.code, run.stdout.lines().count()), (0, 1), "only a closer look finds something: {run:?}");
    assert!(run.stdout.contains(": remark[unshown-member]: "), "{run:?}");
    assert!(project.generate().succeeds().starts_with("wrote "), "a generation says nothing of it");

    let project = Project::of_case("presence");
    let said = check(&project, &[]).succeeds();
    assert!(said.starts_with("nothing is wrong in 2 files, and nothing to remark on; looked at in "), "{said}");
}

#[test]
fn denied_remarks_are_faults() {
    let project = Project::of_case("aliases");
    assert_eq!(check(&project, &[]).code, 0);
    let run = check(&project, &["--deny-remarks"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.stdout.starts_with("error[unshown-member]: ") && run.stdout.ends_with("1 fault in 1 file\n"),
        "{run:?}"
    );
}

#[test]
fn what_is_wrong_is_said_in_each_form() {
    let project = wrong();
    let run = check(&project, &[]);
    assert_eq!(run.code, 1);
    assert!(run.stdout.starts_with("error[unknown-type]: ") && run.stdout.contains("remark[passed-over]"), "{run:?}");

    let short = check(&project, &["--message-format", "short"]).stdout;
    let lines: Vec<&str> = short.lines().collect();
    let [fault, remark] = lines[..] else { panic!("{short}") };
    assert!(fault.starts_with("spec/loans.yaml:11:18: error[unknown-type]: "), "{short}");
    assert!(remark.starts_with("remark[passed-over]: the file `spec/notes.json` is passed over"), "{short}");

    let github = check(&project, &["--message-format", "github"]).stdout;
    assert!(github.starts_with("::error file=spec/loans.yaml,line=11,col=18,title=unknown-type::"), "{github}");
    assert!(github.contains("\n::warning title=passed-over::the file"), "{github}");
}

#[test]
fn other_programs_get_each_finding_with_its_place() {
    let project = wrong();
    let json = check(&project, &["--message-format", "json"]);
    assert_eq!(json.code, 1);
    let report: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!((&report["format_version"], &report["faults"], &report["remarks"]), (&1.into(), &1.into(), &1.into()));
    let fault = &report["findings"][0];
    assert_eq!((&fault["severity"], &fault["rule"]), (&"fault".into(), &"unknown-type".into()));
    let place = &fault["places"][0];
    assert_eq!((&place["path"], &place["line"], &place["column"]), (&"spec/loans.yaml".into(), &11.into(), &18.into()));
    assert_eq!((&place["end_line"], &place["end_column"]), (&11.into(), &21.into()));
    assert!(fault["help"].is_string() && report["findings"][1]["places"] == Value::Array(Vec::new()), "{report}");

    let sarif: Value = serde_json::from_str(&check(&project, &["--message-format", "sarif"]).stdout).unwrap();
    let run = &sarif["runs"][0];
    let result = &run["results"][0];
    assert_eq!((&sarif["version"], &result["level"]), (&"2.1.0".into(), &"error".into()));
    let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(
        (&run["tool"]["driver"]["rules"][rule]["id"], &result["ruleId"]),
        (&"unknown-type".into(), &"unknown-type".into())
    );
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "spec/loans.yaml");
    assert_eq!((&place["region"]["startLine"], &place["region"]["endColumn"]), (&11.into(), &21.into()));
    assert_eq!(result["partialFingerprints"]["finding/v1"].as_str().unwrap().len(), 32);
}

#[test]
fn colors_are_for_terminals_unless_they_are_asked_for() {
    let project = wrong();
    let is_colored = |arguments: &[&str], variable: Option<&str>| {
        let mut tool = project.tool(arguments);
        tool.env_remove("NO_COLOR").envs(variable.map(|name| (name, "1")));
        Run::of(&mut tool).stdout.contains("\u{1b}[")
    };
    assert!(!is_colored(&["check"], None), "a pipe is no terminal");
    assert!(is_colored(&["check", "--color", "always"], None));
    assert!(is_colored(&["--color=always", "check"], Some("NO_COLOR")), "what is asked for counts more");
    assert!(!is_colored(&["check", "--color", "never"], None));
    assert!(!is_colored(&["check", "--color", "always", "--message-format", "json"], None));
}

#[test]
fn a_folder_without_a_description_is_no_finding() {
    let project = Project::of_case("presence");
    let said = project.run(&["check", "--spec", "nowhere"]).fails();
    assert!(said.starts_with("error: there is no folder `nowhere`"), "{said}");
}
