//! Small changes of a description make small changes of the crate: what a reviewer has to read.

use std::collections::BTreeSet;

use similar::{ChangeTag, TextDiff};

use crate::project::Project;
use crate::support::{self, Folder};

/// Files that speak of everything.
const OVERVIEWS: [&str; 2] = [".clientsmith.yaml", "api.txt"];

/// An item that is added to the repository's own description.
struct Addition {
    /// What stands before it.
    after: &'static str,
    /// The item as a line of YAML, without its indentation.
    line: &'static str,
    /// Its names and its documentation: each changed line must hold one of them.
    traces: &'static [&'static str],
}

#[test]
fn added_enum_value_touches_only_its_own_lines() {
    assert_small(&Addition {
        after: "      draft: The intent is a draft. It can be reserved or canceled.\n",
        line: "      paused: The intent is waiting for somebody.\n",
        traces: &["paused", "Paused", "The intent is waiting for somebody."],
    });
}

#[test]
fn added_error_code_touches_only_its_own_lines() {
    let project = described();
    project.edit_spec(
        "billing_intents.yaml",
        "  amount_too_large: {status: 400",
        "  quota_used_up: {status: 429, doc: All calls of today are used up.}\n  amount_too_large: {status: 400",
    );
    project.edit_spec(
        "billing_intents.yaml",
        "      - invalid_status_for_release\n",
        "      - invalid_status_for_release\n      - quota_used_up\n",
    );
    assert_speaks_of(&project, &["quota_used_up", "QuotaUsedUp", "All calls of today are used up."]);
}

#[test]
fn added_field_touches_only_its_own_lines() {
    assert_small(&Addition {
        after: "      currency: {type: currency, doc: The currency of the intent. It is one that Stripe supports.}\n",
        line: "      memo: {type: string, optional: true, doc: What somebody wrote down.}\n",
        traces: &["memo", "What somebody wrote down."],
    });
}

#[test]
fn added_setter_touches_only_its_own_lines() {
    assert_small(&Addition {
        after: "          cadence collects by `send_invoice`.\n",
        line: "      memo: {in: body, type: boolean, optional: true, doc: Whether to write it down.}\n",
        traces: &["memo", "Whether to write it down.", "self", "}", ""],
    });
}

/// The repository's own description, and the crate that it gives.
fn described() -> Project {
    let project = Project::with_spec(&support::workspace().join("spec"));
    project.generate().succeeds();
    project.age();
    project
}

fn assert_small(addition: &Addition) {
    let project = described();
    let Addition { after, line, traces } = addition;
    project.edit_spec("billing_intents.yaml", after, &format!("{after}{line}"));
    assert_speaks_of(&project, traces);
}

/// Generates, and holds that few files changed, and in them only lines with one of `traces`.
fn assert_speaks_of(project: &Project, traces: &[&str]) {
    let before = project.files();
    project.generate().succeeds();
    let after = project.files();
    let written = project.written_since();
    let changed: BTreeSet<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    assert_eq!(written.iter().collect::<BTreeSet<_>>(), changed, "only files that differ are written");
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>(), "no file comes or goes");
    assert!(OVERVIEWS.iter().all(|path| written.iter().any(|other| other == path)), "{written:?}");
    assert!((OVERVIEWS.len() + 1..=OVERVIEWS.len() + 3).contains(&written.len()), "{written:?}");
    for path in written.iter().filter(|path| *path != ".clientsmith.yaml") {
        let lines = changed_lines(path, &before, &after);
        let speaks = |line: &str| {
            traces.iter().any(|trace| if trace.len() < 4 { line.trim() == *trace } else { line.contains(trace) })
        };
        // A line that goes on in one that speaks of the addition: `Commit { id, memo: None }` was `Commit { id }`.
        let goes_on = |line: &str| {
            let beginning = line.trim_end_matches([' ', '}', ')', ';']);
            lines.iter().any(|other| other != line && other.starts_with(beginning) && speaks(other))
        };
        for line in &lines {
            assert!(speaks(line) || goes_on(line), "{path} has a line of something else:\n{line}");
        }
    }
}

/// The lines of a file that were added or removed.
fn changed_lines(path: &str, before: &Folder, after: &Folder) -> Vec<String> {
    let (old, new) = (String::from_utf8_lossy(&before[path]), String::from_utf8_lossy(&after[path]));
    let lines = TextDiff::from_lines(old.as_ref(), new.as_ref());
    let changes = lines.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    changes.map(|change| change.value().trim_end().to_owned()).collect()
}
