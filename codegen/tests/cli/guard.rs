//! What the tool must not overwrite or remove, and what it may.

use std::fs;

use crate::project::Project;

/// The crate's own record of the files that the tool wrote.
const MANIFEST: &str = ".clientsmith.yaml";
/// A file of each crate.
const LIBRARY: &str = "src/lib.rs";

/// A line of the manifest, moved to another path.
fn owned_line(project: &Project, path: &str, new_path: &str) -> String {
    let manifest = project.read(MANIFEST);
    let line = manifest.lines().find(|line| line.ends_with(&format!(" {path}"))).expect("the manifest has the file");
    format!("{}\n", line.replace(path, new_path))
}

fn append(project: &Project, path: &str, text: &str) {
    fs::write(project.out(path), project.read(path) + text).unwrap();
}

#[test]
fn edited_file_is_refused_and_nothing_is_written() {
    let project = Project::written("presence");
    append(&project, LIBRARY, "// mine\n");
    project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
    let before = project.files();
    let said = project.generate().fails();
    assert!(said.contains("generated/src/lib.rs` was edited by hand"), "{said}");
    assert!(said.contains("nothing was written") && said.contains("--force"), "{said}");
    assert_eq!(project.files(), before);
}

#[test]
fn check_shows_what_an_edited_file_should_be() {
    let project = Project::written("presence");
    append(&project, LIBRARY, "// mine\n");
    let run = project.run(&["generate", "--check"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.lines().any(|line| line == "-// mine"), "{run:?}");
}

#[test]
fn force_overwrites_an_edited_file() {
    let project = Project::written("presence");
    let before = project.files();
    append(&project, LIBRARY, "// mine\n");
    project.run(&["generate", "--force"]).succeeds();
    assert_eq!(project.files(), before);
}

#[test]
fn file_that_is_right_already_is_never_refused() {
    let project = Project::written("presence");
    let before = project.files();
    fs::remove_file(project.out(MANIFEST)).unwrap();
    project.age();
    project.generate().succeeds();
    assert_eq!(project.written_since(), [MANIFEST]);
    assert_eq!(project.files(), before);
}

#[test]
fn foreign_file_in_the_way_is_refused() {
    let project = Project::of_case("presence");
    fs::create_dir_all(project.out("src")).unwrap();
    fs::write(project.out(LIBRARY), "// mine\n").unwrap();
    let said = project.generate().fails();
    assert!(said.contains("generated/src/lib.rs` is not a file that the tool wrote"), "{said}");
    assert_eq!(project.files().len(), 1);
    project.run(&["generate", "--force"]).succeeds();
    assert_ne!(project.read(LIBRARY), "// mine\n");
}

#[test]
fn foreign_file_beside_is_left_alone() {
    let project = Project::written("presence");
    fs::write(project.out("src/notes.txt"), "mine").unwrap();
    let said = project.generate().succeeds();
    assert!(said.starts_with("everything is up to date"), "{said}");
    assert_eq!(project.read("src/notes.txt"), "mine");
}

#[test]
fn conflict_markers_in_an_owned_file_are_overwritten_with_a_notice() {
    let project = Project::written("presence");
    let before = project.files();
    let text = format!("<<<<<<< ours\n{}=======\n// theirs\n>>>>>>> theirs\n", project.read(LIBRARY));
    fs::write(project.out(LIBRARY), text).unwrap();
    let said = project.generate().succeeds();
    assert!(said.contains("generated/src/lib.rs had conflict markers"), "{said}");
    assert_eq!(project.files(), before);
}

#[test]
fn manifest_with_conflict_markers_owns_what_either_side_owned() {
    for merge in [merge_whole, merge_lines] {
        let project = Project::written("presence");
        let old = project.read(MANIFEST);
        project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
        project.generate().succeeds();
        fs::write(project.out(MANIFEST), merge(&old, &project.read(MANIFEST))).unwrap();
        project.edit_spec("loans.yaml", "Wet cover.", "Lost cover.");
        project.generate().succeeds();
        let fresh = Project::with_spec(&project.path("spec"));
        fresh.generate().succeeds();
        assert_eq!(project.files(), fresh.files());
    }
}

/// Two texts merged as one conflict that shows the base as well, but for their first two lines, which are the same.
fn merge_whole(ours: &str, theirs: &str) -> String {
    let entries = |text: &str| text.split_inclusive('\n').skip(2).collect::<String>();
    let head: String = ours.split_inclusive('\n').take(2).collect();
    let (ours, theirs) = (entries(ours), entries(theirs));
    format!("{head}<<<<<<< ours\n{ours}||||||| base\n{ours}=======\n{theirs}>>>>>>> theirs\n")
}

/// Two texts merged line by line, as git does it where neighbouring lines differ.
fn merge_lines(ours: &str, theirs: &str) -> String {
    let pairs = ours.lines().zip(theirs.lines());
    let merged = pairs.map(|(ours, theirs)| {
        if ours == theirs {
            format!("{ours}\n")
        } else {
            format!("<<<<<<< HEAD\n{ours}\n=======\n{theirs}\n>>>>>>> branch\n")
        }
    });
    merged.collect()
}

#[test]
fn last_enum_takes_its_files_with_it() {
    let project = Project::written("no_calls");
    let before = project.files();
    let without = "    fields:\n";
    let with = "    fields:\n      tone: {type: enum, doc: How it sounds., values: {loud: Everybody hears it.}}\n";
    project.edit_spec("notices.yaml", without, with);
    project.generate().succeeds();
    assert!(project.out("src/notices/enums.rs").exists() && project.out("src/runtime/values/open_enum.rs").exists());
    project.edit_spec("notices.yaml", with, without);
    let said = project.generate().succeeds();
    assert!(said.contains(", removed "), "{said}");
    assert_eq!(project.files(), before);
}

#[test]
fn removed_resource_takes_its_folders_with_it() {
    let project = Project::written("two_resources");
    project.remove_readers();
    project.generate().succeeds();
    assert!(!project.out("src/readers").exists() && !project.out("tests/readers.rs").exists());
    let fresh = Project::with_spec(&project.path("spec"));
    fresh.generate().succeeds();
    assert_eq!(project.files(), fresh.files());
}

#[test]
fn folder_of_a_removed_resource_stays_if_something_else_is_in_it() {
    let project = Project::written("two_resources");
    fs::write(project.out("src/readers/notes.txt"), "mine").unwrap();
    project.remove_readers();
    project.generate().succeeds();
    assert_eq!(project.read("src/readers/notes.txt"), "mine");
    assert!(!project.out("src/readers/mod.rs").exists());
}

#[test]
fn removed_file_that_was_edited_is_refused() {
    let project = Project::written("two_resources");
    append(&project, "src/readers/mod.rs", "// mine\n");
    project.remove_readers();
    let before = project.files();
    let said = project.generate().fails();
    assert!(said.contains("src/readers/mod.rs` was edited by hand"), "{said}");
    assert_eq!(project.files(), before);
}

#[test]
fn manifest_cannot_reach_outside() {
    let project = Project::written("presence");
    let outside = ["victim.txt", "spec/victim.txt"];
    let absolute = project.path("absolute.txt");
    for path in outside {
        fs::copy(project.out(LIBRARY), project.path(path)).unwrap();
    }
    fs::copy(project.out(LIBRARY), &absolute).unwrap();
    for path in ["../victim.txt", "src/../../spec/victim.txt", "./../victim.txt", absolute.to_str().unwrap()] {
        let line = owned_line(&project, LIBRARY, path);
        append(&project, MANIFEST, &line);
    }
    project.generate().succeeds();
    assert!(outside.iter().all(|path| project.path(path).exists()) && absolute.exists());
    assert!(!project.read(MANIFEST).contains("victim") && !project.read(MANIFEST).contains("absolute"));
}

#[test]
fn manifest_that_is_no_yaml_owns_nothing() {
    let project = Project::written("presence");
    fs::write(project.out(MANIFEST), "files: [").unwrap();
    project.generate().succeeds();
    fs::write(project.out(MANIFEST), [0xff, 0xfe]).unwrap();
    project.edit_spec("loans.yaml", "Torn cover.", "Wet cover.");
    let said = project.generate().fails();
    assert!(said.contains("is not a file that the tool wrote"), "{said}");
}
