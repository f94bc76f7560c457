//! The workflows, the hooks and the documentation speak a command line that the tool understands.

use std::fs;

use serde_yaml::Value;

use crate::repository::Repository;
use crate::support;

/// The files that others copy or refer to, with so many command lines in them.
const FILES: &[(&str, usize)] =
    &[(".github/workflows/review.yml", 2), (".pre-commit-hooks.yaml", 2), ("examples/github/clientsmith.yml", 4)];

fn read(path: &str) -> String {
    fs::read_to_string(support::workspace().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn parse(path: &str) -> Value {
    serde_yaml::from_str(&read(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The lines of shell in a workflow or in hooks.
fn shell_lines(value: &Value) -> Vec<String> {
    let inside = |value: &Value| shell_lines(value);
    match value {
        Value::Sequence(items) => items.iter().flat_map(inside).collect(),
        Value::Mapping(entries) => entries
            .iter()
            .flat_map(|(key, value)| match (key.as_str(), value.as_str()) {
                (Some("run" | "entry"), Some(script)) => script.lines().map(str::to_owned).collect(),
                _ => inside(value),
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The arguments of the tool in a line of shell, if it is run there.
fn arguments(line: &str) -> Option<Vec<&str>> {
    let line = line.trim();
    let rest =
        line.strip_prefix("clientsmith ").or_else(|| line.split_once(" -p clientsmith -- ").map(|(_, rest)| rest));
    rest.map(|rest| rest.split_whitespace().collect())
}

/// Runs each line where there is a history, and holds that it is understood.
fn assert_understood<'a>(lines: impl Iterator<Item = &'a str>, count: usize, path: &str) {
    let repository = Repository::with_history();
    repository.git(&["tag", "v1.2.0", "v1^{commit}"]);
    repository.project.generate().succeeds();
    let found: Vec<_> = lines.filter_map(arguments).collect();
    assert_eq!(found.len(), count, "command lines in {path}: {found:?}");
    for arguments in found {
        let run = repository.run(&arguments);
        assert!(run.code < 2, "{path}: {arguments:?} {run:?}");
    }
}

#[test]
fn workflows_and_hooks_run_commands_that_there_are() {
    for (path, count) in FILES {
        let lines = shell_lines(&parse(path));
        assert_understood(lines.iter().map(String::as_str), *count, path);
    }
}

#[test]
fn documentation_shows_commands_that_there_are() {
    let text = read("docs/review.md");
    let lines: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
    assert!(lines.len() > 8, "{lines:?}");
    assert_understood(lines.iter().copied(), lines.len(), "docs/review.md");
}

#[test]
fn workflow_for_others_installs_this_version_and_writes_little() {
    let workflow = parse("examples/github/clientsmith.yml");
    assert_eq!(workflow["env"]["CLIENTSMITH"].as_str(), Some(env!("CARGO_PKG_VERSION")));
    assert_eq!(workflow["permissions"], serde_yaml::from_str::<Value>("{contents: read}").unwrap());
    let writes = |job: &str| {
        let permissions = workflow["jobs"][job]["permissions"].as_mapping().unwrap().iter();
        let written = permissions.filter(|(_, access)| access.as_str() == Some("write"));
        written.map(|(scope, _)| scope.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(writes("review"), ["pull-requests"]);
    assert_eq!(writes("scan"), ["security-events"]);
    let text = read("examples/github/clientsmith.yml");
    assert!(!text.contains("pull_request_target"), "code of a fork must not meet a token that writes");
}

#[test]
fn hooks_have_what_pre_commit_asks_for() {
    let hooks = parse(".pre-commit-hooks.yaml");
    let ids: Vec<_> = hooks.as_sequence().unwrap().iter().map(|hook| hook["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["clientsmith-generate-check", "clientsmith-diff"]);
    for hook in hooks.as_sequence().unwrap() {
        assert!(["name", "entry", "language", "files"].iter().all(|key| hook[*key].is_string()), "{hook:?}");
        assert_eq!(hook["pass_filenames"].as_bool(), Some(false), "{hook:?}");
    }
}
