//! Entries of a changelog, and how they get into it.

use std::fs;

use crate::repository::Repository;

/// Changelogs, with `ENTRY` where the entry comes.
const FILES: &[&str] = &[
    "# Changelog\n\nENTRY\n",
    "# Changelog\n\nWords.\n\n## [Unreleased]\n\nENTRY\n",
    "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- More.\n\nENTRY\n\n## [0.0.1] - 2026-01-01\n\n- First.\n",
    "# Changelog\n\nENTRY\n\n## 0.0.1\n\n- First.\n",
    "# Changelog\n\n## Unreleased\n\nENTRY\n\n[Unreleased]: https://example.com/next\n[a]: https://example.com/a\n",
    "# Changelog\n\n```text\n## [0.0.1]\n```\n\nENTRY\n\n## [0.0.1]\n",
    "# Changelog\n\n```code``` in a line.\n\nENTRY\n\n## [0.0.1]\n",
    "# Changelog\r\n\r\n## [Unreleased]\r\n\r\nENTRY\r\n\r\n## [0.0.1]\r\n\r\n- First.\r\n",
];

/// A repository with a change of which there is something to tell, and the arguments that tell it.
fn changed() -> (Repository, [&'static str; 3]) {
    let repository = Repository::empty();
    repository.commit("first");
    repository.project.edit_spec("loans.yaml", "http: GET /loans/{id}", "http: GET /v2/loans/{id}");
    repository.set_version("0.2.0");
    (repository, ["changelog", "--date", "2026-02-03"])
}

#[test]
fn entry_has_its_version_and_day() {
    let (repository, arguments) = changed();
    let entry = repository.run(&arguments).succeeds();
    assert!(entry.starts_with("## [0.2.0] - 2026-02-03\n\n### "), "{entry}");
    assert!(repository.run(&["changelog"]).succeeds().starts_with("## [Unreleased]\n\n### "));
    for date in ["yesterday", "2026-02-30"] {
        assert_eq!(repository.run(&["changelog", "--date", date]).code, 2, "{date}");
    }
}

#[test]
fn entry_is_put_where_it_belongs_and_only_once() {
    let (repository, arguments) = changed();
    let entry = repository.run(&arguments).succeeds();
    for file in FILES {
        let line_end = if file.contains("\r\n") { "\r\n" } else { "\n" };
        let before = file.replace(&format!("ENTRY{line_end}{line_end}"), "");
        let before = before.replace(&format!("{line_end}ENTRY{line_end}"), "");
        let after = file.replace("ENTRY", &entry.trim_end().replace('\n', line_end));
        assert_written(&repository, &before, &after, [&["--date", "2026-02-03"], &["--date", "2026-02-04"]]);
    }
    for start in [None, Some("\n")] {
        fs::remove_file(repository.project.path("CHANGELOG.md")).unwrap();
        if let Some(text) = start {
            fs::write(repository.project.path("CHANGELOG.md"), text).unwrap();
        }
        repository.run(&[&arguments[..], &["--write", "CHANGELOG.md"]].concat()).succeeds();
        assert_eq!(read(&repository), FILES[0].replace("ENTRY", entry.trim_end()), "{start:?}");
    }
}

#[test]
fn entry_without_a_day_is_for_what_is_not_released() {
    let (repository, _) = changed();
    let entry = repository.run(&["changelog"]).succeeds();
    for (before, after) in [
        ("# Changelog\n", "# Changelog\n\nENTRY\n"),
        ("# Changelog\n\n## [0.0.1]\n", "# Changelog\n\nENTRY\n\n## [0.0.1]\n"),
        ("# Changelog\n\n## [Unreleased]\n\n## [0.0.1]\n", "# Changelog\n\nENTRY\n\n## [0.0.1]\n"),
    ] {
        assert_written(&repository, before, &after.replace("ENTRY", entry.trim_end()), [&[], &[]]);
    }
}

/// Writes the entry into a file twice, and holds that it is there once.
fn assert_written(repository: &Repository, before: &str, after: &str, runs: [&[&str]; 2]) {
    fs::write(repository.project.path("CHANGELOG.md"), before).unwrap();
    let said = ["wrote the entry into CHANGELOG.md\n", "CHANGELOG.md has the entry already\n"];
    for (arguments, said) in runs.into_iter().zip(said) {
        let run = repository.run(&[&["changelog", "--write", "CHANGELOG.md"], arguments].concat());
        assert_eq!(run.succeeds(), said);
        assert_eq!(read(repository), after);
    }
}

fn read(repository: &Repository) -> String {
    fs::read_to_string(repository.project.path("CHANGELOG.md")).unwrap()
}

#[test]
fn only_a_file_is_written() {
    let (repository, arguments) = changed();
    let said = repository.run(&[&arguments[..], &["--write", "spec"]].concat()).fails();
    assert!(said.contains("`spec` is not a file"), "{said}");
}

#[cfg(unix)]
#[test]
fn link_and_permissions_of_the_file_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let (repository, arguments) = changed();
    let file = repository.project.path("docs/changes.md");
    fs::create_dir(repository.project.path("docs")).unwrap();
    fs::write(&file, "# Changelog\n").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("docs/changes.md", repository.project.path("CHANGELOG.md")).unwrap();
    repository.run(&[&arguments[..], &["--write", "CHANGELOG.md"]].concat()).succeeds();
    assert!(repository.project.path("CHANGELOG.md").is_symlink());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(read(&repository), fs::read_to_string(&file).unwrap());
    assert_eq!(fs::read_dir(repository.project.path("docs")).unwrap().count(), 1, "no temporary file is left");
    assert!(read(&repository).contains("## [0.2.0]"));
}

#[test]
fn entry_that_was_edited_is_left_alone() {
    let (repository, arguments) = changed();
    for (version, heading, arguments) in
        [("0.2.0", "## [0.2.0] - 2026-02-03", &arguments[..]), ("Unreleased", "## [Unreleased]", &["changelog"])]
    {
        let edited = format!("# Changelog\n\n{heading}\n\n### Changed\n\n- In better words.\n");
        fs::write(repository.project.path("CHANGELOG.md"), &edited).unwrap();
        let said = repository.run(&[arguments, &["--write", "CHANGELOG.md"]].concat()).fails();
        assert!(said.contains(&format!("has an entry for {version} that says something else")), "{said}");
        assert_eq!(read(&repository), edited);
    }
}

#[test]
fn version_alone_is_told_once() {
    let repository = Repository::empty();
    repository.commit("first");
    repository.set_version("0.1.1");
    let arguments = ["changelog", "HEAD", "--date", "2026-02-03", "--write", "CHANGELOG.md"];
    assert_eq!(repository.run(&arguments).succeeds(), "wrote the entry into CHANGELOG.md\n");
    let expected = "# Changelog\n\n## [0.1.1] - 2026-02-03\n\nOnly the version of the crate changed.\n";
    assert_eq!(read(&repository), expected);
    assert_eq!(repository.run(&arguments).succeeds(), "CHANGELOG.md has the entry already\n");
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let repository = Repository::empty();
    repository.commit("first");
    let run = repository.run(&["changelog", "HEAD", "--write", "CHANGELOG.md"]);
    assert!(run.stderr.starts_with("nothing to tell: "), "{}", run.stderr);
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
    assert!(!repository.project.path("CHANGELOG.md").exists());
}
