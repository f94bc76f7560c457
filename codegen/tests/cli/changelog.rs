//! Entries of a changelog, and how they get into it.

use std::fs;

use crate::repository::Repository;

/// Changelogs, with `ENTRY` where the entry comes.
const FILES: &[&str] = &[
    "# Changelog\n\nENTRY\n",
    "# Changelog\n\nWords.\n\n## [Unreleased]\n\nENTRY\n",
    "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- Something else.\n\nENTRY\n\n## [0.0.1] - 2026-01-01\n\n- First.\n",
    "# Changelog\n\nENTRY\n\n## 0.0.1\n\n- First.\n",
    "# Changelog\n\n## Unreleased\n\nENTRY\n\n[Unreleased]: https://example.com/unreleased\n[a]: https://example.com/a\n",
    "# Changelog\n\n```text\n## [0.0.1]\n```\n\nENTRY\n\n## [0.0.1]\n",
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
    assert!(repository.run(&["changelog"]).succeeds().starts_with("## [0.2.0] - 20"));
    for date in ["yesterday", "2026-02-30"] {
        assert_eq!(repository.run(&["changelog", "--date", date]).code, 2, "{date}");
    }
}

#[test]
fn entry_is_put_where_it_belongs_and_only_once() {
    let (repository, arguments) = changed();
    let entry = repository.run(&arguments).succeeds();
    let path = repository.project.path("CHANGELOG.md");
    for file in FILES {
        let line_end = if file.contains("\r\n") { "\r\n" } else { "\n" };
        let after = file.replace("ENTRY", &entry.trim_end().replace('\n', line_end));
        let before =
            file.replace(&format!("ENTRY{line_end}{line_end}"), "").replace(&format!("{line_end}ENTRY{line_end}"), "");
        fs::write(&path, &before).unwrap();
        let write = |date: &str| repository.run(&["changelog", "--date", date, "--write", "CHANGELOG.md"]).succeeds();
        assert_eq!(write("2026-02-03"), "wrote the entry into CHANGELOG.md\n");
        assert_eq!(fs::read_to_string(&path).unwrap(), after);
        assert_eq!(write("2026-02-04"), "CHANGELOG.md has the entry already\n");
        assert_eq!(fs::read_to_string(&path).unwrap(), after);
    }
    fs::remove_file(&path).unwrap();
    repository.run(&[&arguments[..], &["--write", "CHANGELOG.md"]].concat()).succeeds();
    assert_eq!(fs::read_to_string(&path).unwrap(), FILES[0].replace("ENTRY", entry.trim_end()));
}

#[test]
fn entry_that_was_edited_is_left_alone() {
    let (repository, _) = changed();
    let path = repository.project.path("CHANGELOG.md");
    let edited = "# Changelog\n\n## [0.2.0] - 2026-02-03\n\n### Changed\n\n- In better words.\n";
    fs::write(&path, edited).unwrap();
    let said = repository.run(&["changelog", "--write", "CHANGELOG.md"]).fails();
    assert!(said.contains("has an entry for 0.2.0 that says something else"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
}

#[test]
fn nothing_is_written_where_nothing_changed() {
    let repository = Repository::empty();
    repository.commit("first");
    let said = repository.run(&["changelog", "HEAD", "--write", "CHANGELOG.md"]).succeeds();
    assert!(said.starts_with("nothing to tell: "), "{said}");
    assert!(!repository.project.path("CHANGELOG.md").exists());
}
