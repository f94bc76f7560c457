//! A run with nothing to do: it says what the last one said, and still looks at every file.

use std::fs;

use crate::project::{Project, Run};

/// What a run leaves for the next one.
const MEMORY: &str = ".clientsmith.cache/last_run.json";
/// Words that no run says by itself.
const REMEMBERED: &str = "remembered, and not made again";

/// What is changed behind the tool's back, and how.
type Change = (&'static str, fn(&Project));

/// Puts words into what the last run said, by which a test knows that it was asked.
fn remember(project: &Project) {
    let text = project.read(MEMORY);
    let plain = "\"plain\": \"";
    assert_eq!(text.matches(plain).count(), 1, "{text}");
    fs::write(project.out(MEMORY), text.replace(plain, &format!("{plain}{REMEMBERED}"))).unwrap();
}

/// Whether the crate was not made again.
fn is_repeated(run: &Run) -> bool {
    run.stderr.contains(REMEMBERED)
}

/// Gives the description a folder that is not read.
fn pass_over(project: &Project) {
    fs::create_dir(project.path("spec/more")).unwrap();
    fs::write(project.path("spec/more/one.yaml"), "").unwrap();
}

#[test]
fn what_was_made_is_not_made_again() {
    let project = Project::written("presence");
    assert_eq!(fs::read_to_string(project.out(".clientsmith.cache/.gitignore")).unwrap(), "*\n");
    remember(&project);
    project.age();
    for (arguments, said) in [
        (&["generate"][..], "everything is up to date: "),
        (&["generate", "--check"], "everything is up to date: "),
        (&["generate", "--force"], "everything is up to date: "),
        (&["generate", "--quiet"], ""),
    ] {
        let run = project.run(arguments);
        assert!(run.code == 0 && run.stdout.starts_with(said) && is_repeated(&run), "{run:?}");
    }
    assert_eq!(project.written_since(), [""; 0]);
    let denied = project.run(&["generate", "--deny-remarks"]);
    assert!(denied.code == 0 && !is_repeated(&denied), "{denied:?}");
}

#[test]
fn whatever_differs_is_noticed() {
    let changes: &[Change] = &[
        ("a description", |project| project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.")),
        ("a folder that is passed over", pass_over),
        ("a file by hand", |project| fs::write(project.out("src/lib.rs"), "// mine").unwrap()),
        ("a file that is gone", |project| fs::remove_file(project.out("src/lib.rs")).unwrap()),
        ("the manifest", |project| {
            let manifest = project.read(".clientsmith.yaml");
            fs::write(project.out(".clientsmith.yaml"), manifest + "# more\n").unwrap();
        }),
        ("a run that was ended half way", |project| fs::create_dir(project.out(".clientsmith.tmp")).unwrap()),
        ("what was left", |project| fs::write(project.out(MEMORY), "{").unwrap()),
    ];
    for (what, change) in changes {
        let project = Project::written("presence");
        remember(&project);
        change(&project);
        let run = project.generate();
        assert!(!is_repeated(&run), "{what}: {run:?}");
        assert_eq!(run.code, if *what == "a file by hand" { 2 } else { 0 }, "{what}: {run:?}");
    }
}

#[test]
fn remarks_are_told_again() {
    let project = Project::written("presence");
    pass_over(&project);
    let first = project.generate();
    assert!(first.code == 0 && first.stderr.contains("`spec/more` is passed over"), "{first:?}");
    let second = project.generate();
    assert_eq!((second.code, second.stderr), (first.code, first.stderr));
    assert_eq!(project.run(&["generate", "--deny-remarks"]).code, 2);
}

#[test]
fn a_check_leaves_nothing() {
    let project = Project::of_case("presence");
    assert_eq!(project.run(&["generate", "--check"]).code, 1);
    assert!(!project.out("").exists());
}
