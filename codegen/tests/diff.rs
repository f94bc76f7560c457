//! Each case is a change of a description, and what the report and the changelog say of it.
//!
//! A case is a folder `diff/<change>` with the folders `old/` and `new/`, or with `old.yaml` and `new.yaml` where one
//! resource is enough: these share `diff/api.yaml`. An `api.txt` in `old/` is what lay beside the old description.
//! `UPDATE_EXPECT=1 cargo test -p clientsmith --test diff` accepts what the reports say now; read them before.

mod support;

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clientsmith::diag::{Source, Sources};
use clientsmith::diff::{Effect, RULES, Report, Row};
use clientsmith::history::Opened;
use clientsmith::report::{Format, Screen, changelog, render};
use similar::TextDiff;

/// The names and the reports of all cases.
static REPORTS: LazyLock<Vec<(String, Report)>> = LazyLock::new(|| reports("old", "new"));

fn reports(old: &str, new: &str) -> Vec<(String, Report)> {
    let entries = fs::read_dir(support::codegen("tests/diff")).expect("there are cases");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(folders.len() > 15, "only {} cases were found", folders.len());
    folders.iter().map(|folder| (support::name_of(folder), compared(folder, old, new))).collect()
}

fn compared(case: &Path, old: &str, new: &str) -> Report {
    let (old, new) = (opened(case, old), opened(case, new));
    let compared = clientsmith::review::compare(&old, &new);
    compared.unwrap_or_else(|found| panic!("{}", found.0.render(&found.1, false))).0.value
}

/// One of the two descriptions of a case, with paths as they are in its folder.
fn opened(case: &Path, side: &str) -> Opened {
    let folder = case.join(side);
    if folder.is_dir() {
        let mut files = Sources::load(&folder).unwrap_or_else(|error| panic!("{error}")).files;
        for file in &mut files {
            file.path = format!("{side}/{}", support::name_of(Path::new(&file.path)));
        }
        let listing = fs::read_to_string(folder.join("api.txt")).ok();
        return Opened::of_sources(side, Sources { files }, listing);
    }
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let resource = format!("{side}.yaml");
    let files = vec![
        Source { path: "api.yaml".to_owned(), text: read(&support::codegen("tests/diff/api.yaml")) },
        Source { text: read(&case.join(&resource)), path: resource },
    ];
    Opened::of_sources(side, Sources { files }, None)
}

#[test]
fn every_change_is_told_as_it_was() {
    let mut faults = String::new();
    for (name, report) in REPORTS.iter() {
        let snapshots = [
            ("report.md", render(Format::Markdown, report, RULES, Screen::default())),
            ("report.json", render(Format::Json, report, RULES, Screen::default())),
            ("changelog.md", changelog(report, Some("2026-04-01"))),
        ];
        faults.extend(snapshots.iter().map(|(file, text)| difference(&format!("{name}/{file}"), text)));
    }
    assert!(
        faults.is_empty(),
        "{faults}see that each difference is meant, then accept them with\n  \
         UPDATE_EXPECT=1 cargo test -p clientsmith --test diff"
    );
}

/// How a text differs from its snapshot; empty if it does not, or is accepted.
fn difference(snapshot: &str, text: &str) -> String {
    let path = support::codegen("tests/diff").join(snapshot);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        support::write_file(&path, text.as_bytes());
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let is_same = expected == text;
    let lines = TextDiff::from_lines(expected.as_str(), text);
    let names = (format!("expected/{snapshot}"), format!("told/{snapshot}"));
    if is_same { String::new() } else { lines.unified_diff().header(&names.0, &names.1).to_string() }
}

#[test]
fn every_row_says_one_thing_that_no_other_says() {
    for (name, report) in REPORTS.iter() {
        let mut said = HashSet::new();
        for row in &report.rows {
            assert!(said.insert(&row.sentence), "case `{name}` says twice: {}", row.sentence);
            for sentence in sentences(row) {
                assert!(sentence.ends_with('.') && !sentence.contains(['\n', '—']), "case `{name}`: {sentence:?}");
                assert_eq!(sentence.matches('`').count() % 2, 0, "case `{name}`: {sentence:?}");
            }
        }
    }
}

/// All that a row says in words.
fn sentences(row: &Row) -> impl Iterator<Item = &String> {
    let Row { sentence, source_reason, wire_reason, advice, .. } = row;
    [Some(sentence), source_reason.as_ref(), wire_reason.as_ref(), advice.as_ref()].into_iter().flatten()
}

#[test]
fn a_line_of_the_listing_is_shown_once_for_each_cause_and_words_change_none() {
    for (name, report) in REPORTS.iter() {
        for row in &report.rows {
            let lines: BTreeSet<_> = row.lines.iter().collect();
            assert_eq!(lines.len(), row.lines.len(), "case `{name}` shows a line twice: {}", row.sentence);
            let is_quiet = row.effect != Effect::Documented || row.lines.is_empty() || row.rule.contains("deprecation");
            assert!(is_quiet, "case `{name}` has lines for words: {}", row.sentence);
        }
    }
}

#[test]
fn the_description_explains_each_changed_line_whichever_way_it_changes() {
    let there = REPORTS.iter().filter(|(name, _)| !name.starts_with("generator"));
    for (name, report) in there.chain(&reports("new", "old")) {
        assert!(report.generator.is_empty(), "case `{name}` leaves unexplained: {:?}", report.generator);
    }
}
