//! A report in each of its forms: what it looks like, that its structure stands whatever a description says, and that it
//! stays readable and small enough when there is much to say.
//!
//! `UPDATE_EXPECT=1 cargo test -p clientsmith --test forms` accepts the forms as they are now; read them before.

mod support;

#[path = "forms/documented.rs"]
mod documented;
#[path = "forms/hostile.rs"]
mod hostile;
#[path = "forms/long.rs"]
mod long;
#[path = "forms/page.rs"]
mod page;
#[path = "forms/sample.rs"]
mod sample;
#[path = "forms/structure.rs"]
mod structure;

use std::fs;

use clientsmith::diff::{Report, Wire};
use clientsmith::report::{Format, MARKER, Screen, changelog, render};
use similar::TextDiff;

/// All forms, with the files of their snapshots.
const FORMS: [(Format, &str); 6] = [
    (Format::Text, "text.txt"),
    (Format::Markdown, "markdown.md"),
    (Format::Html, "page.html"),
    (Format::Json, "report.json"),
    (Format::Github, "github.txt"),
    (Format::Sarif, "sarif.json"),
];

/// A report in a form, without colours.
fn shown(form: Format, report: &Report) -> String {
    render(form, report, sample::RULES, Screen::default())
}

#[test]
fn each_form_is_as_it_was() {
    let report = sample::report();
    let mut snapshots = FORMS.map(|(form, file)| (file, shown(form, &report))).to_vec();
    snapshots.push(("changelog.md", changelog(&report, Some("2026-04-01"))));
    // Style and script are files of their own.
    for (_, text) in snapshots.iter_mut().filter(|(file, _)| *file == "page.html") {
        *text = page::without(&page::without(text, "style"), "script");
    }
    let faults: Vec<String> = snapshots.iter().filter_map(|(file, text)| difference(file, text)).collect();
    assert!(
        faults.is_empty(),
        "{}see that each difference is meant, then accept them with\n  \
         UPDATE_EXPECT=1 cargo test -p clientsmith --test forms",
        faults.concat()
    );
}

/// How a text differs from its snapshot; nothing if it does not, or is accepted.
fn difference(file: &str, text: &str) -> Option<String> {
    let path = support::codegen("tests/forms").join(file);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        support::write_file(&path, text.as_bytes());
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let lines = TextDiff::from_lines(expected.as_str(), text);
    (expected != text).then(|| lines.unified_diff().header(file, "now").to_string())
}

#[test]
fn a_report_on_nothing_says_so_in_a_line() {
    let report = sample::empty();
    let sentence = "Nothing changed: main (3f2a91c) and working tree describe the same client.";
    assert_eq!(shown(Format::Text, &report), format!("{sentence}\n"));
    assert_eq!(
        shown(Format::Markdown, &report),
        format!(
            "{MARKER}
{sentence}
"
        )
    );
    assert_eq!(shown(Format::Github, &report), format!("::notice title=clientsmith::{sentence}\n"));
    for form in [Format::Html, Format::Sarif] {
        assert!(shown(form, &report).contains(sentence), "{form:?}");
    }
    assert_eq!(changelog(&report, None), format!("## [Unreleased]\n\n{sentence}\n"));
    let json: serde_json::Value = serde_json::from_str(&shown(Format::Json, &report)).unwrap();
    assert_eq!(json["rows"], serde_json::json!([]));
}

#[test]
fn color_adds_escape_codes_and_nothing_else() {
    let report = sample::report();
    let colored = render(Format::Text, &report, sample::RULES, Screen { color: true, columns: None });
    let mut pieces = colored.split('\u{1B}');
    let first = pieces.next().unwrap();
    let plain: String = first.chars().chain(pieces.flat_map(|it| it.split_once('m').unwrap().1.chars())).collect();
    assert_ne!(colored, plain);
    assert_eq!(plain, shown(Format::Text, &report));
}

#[test]
fn a_narrow_terminal_has_each_line_within_its_margin() {
    let report = sample::report();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    for columns in [60, 80, 200] {
        let text = render(Format::Text, &report, sample::RULES, Screen { color: false, columns: Some(columns) });
        assert_eq!(words(&text), words(&shown(Format::Text, &report)), "{columns}");
        for line in text.lines().filter(|line| line.chars().count() > columns) {
            // Paths of files can be clicked on as long as they are whole, and a word stays one.
            assert!(line.starts_with("  --> ") || words(line).len() <= 3, "{columns}: {line}");
        }
    }
    let tiny = render(Format::Text, &report, sample::RULES, Screen { color: false, columns: Some(10) });
    assert_eq!(tiny, shown(Format::Text, &report));
}

#[test]
fn accepted_changes_alarm_nobody() {
    let mut report = sample::report();
    report.rows.retain(|row| row.accepted.is_some());
    let text = shown(Format::Text, &report);
    assert!(text.starts_with("patch: 2 accepted; programs built before: ok; "), "{text}");
    let commands = shown(Format::Github, &report);
    let of_rows = commands.lines().filter(|line| line.contains("title=accepted"));
    assert!(of_rows.clone().all(|line| line.starts_with("::notice ")), "{commands}");
    assert_eq!(of_rows.count(), 2);
    assert!(shown(Format::Markdown, &report).contains("## Nothing but accepted changes"));
}

#[test]
fn accepted_breaks_are_not_denied() {
    let mut report = sample::report();
    report.rows.retain(|row| row.accepted.is_some() || !row.verdict.is_breaking() && row.verdict.wire == Wire::Ok);
    report.generator.clear();
    let comment = shown(Format::Markdown, &report);
    for said in [
        "## What breaks is accepted\n",
        "It compiles, and more can be written than before, not counting accepted changes.",
        "They work as before, not counting accepted changes.",
    ] {
        assert!(comment.contains(said), "{said} {comment}");
    }
}

#[test]
fn line_that_two_changes_share_is_listed_once() {
    let mut report = sample::report();
    report.rows.retain(|row| !row.lines.is_empty() && !row.verdict.is_breaking());
    report.rows.truncate(1);
    let once = shown(Format::Markdown, &report);
    let (_, listing) = once.split_once("<details>\n<summary><code>api.txt</code>").expect("lines in a fold");
    report.rows.push(report.rows[0].clone());
    let twice = shown(Format::Markdown, &report);
    assert!(twice.ends_with(listing), "{twice}");
}
