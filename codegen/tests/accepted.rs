//! Which acceptance speaks of which change.

use clientsmith::diag::{Source as File, Sources};
use clientsmith::diff::{
    self, Acceptance, Bump, Effect, FORMAT_VERSION, Place, Report, Revision, Row, Source, StaleAcceptance, Verdict,
    Wire,
};

/// What a person may have written, or a program may have to write so that it is read again.
const TEXTS: &[&str] = &[
    "",
    " ",
    "100",
    "-1.5e3",
    "true",
    "null",
    "~",
    "a: b",
    "a #b",
    "- a",
    "---",
    "[Book?]?",
    "{a: b}",
    "*a",
    "!a",
    "it's \"quoted\"",
    "back\\slash",
    " space on both sides ",
    "\ttab\t",
    "two\nlines",
    "two lines with an end\n",
    "\n\n  indented\n\n",
    "carriage\r\nreturn",
    "Büchərëi 図書館 📚",
    "\u{1}\u{1B}[31m\u{7F}\u{85}\u{A0}\u{2028}\u{FEFF}",
];

fn row(item: &str, before: Option<&str>, after: Option<&str>) -> Row {
    Row {
        rule: "value-added",
        effect: Effect::Changed,
        resource: None,
        item: item.to_owned(),
        sentence: String::new(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
        verdict: Verdict { source: Source::Major, wire: Wire::Ok },
        source_reason: None,
        wire_reason: None,
        place: Place { is_old: false, path: String::new(), line: 1, column: 1 },
        used_by: vec![],
        lines: vec![],
        migration: None,
        advice: None,
        accepted: None,
    }
}

fn report(rows: Vec<Row>) -> Report {
    let revision = || Revision { label: String::new(), api_version: String::new(), package_version: String::new() };
    let bump = Bump { old: String::new(), needed: String::new(), written: String::new(), is_enough: true };
    let verdict = Verdict { source: Source::Major, wire: Wire::Ok };
    let (old, new) = (revision(), revision());
    Report { format_version: FORMAT_VERSION, old, new, verdict, bump, rows, generator: vec![], stale: vec![] }
}

/// What a file of accepted changes says.
fn read(text: &str) -> Vec<Acceptance> {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let sources = Sources { files: vec![file("spec/api.yaml", ""), file("spec/accepted.yaml", text)] };
    clientsmith::acceptances(&sources).unwrap_or_else(|faults| panic!("{}", faults.render(&sources, false))).value
}

#[test]
fn printed_entry_is_read_as_the_change_that_it_was_printed_for() {
    for text in TEXTS {
        for row in [row(text, None, None), row("b/B.c", Some(text), None), row("b/B.c", Some("x"), Some(text))] {
            let entry = Acceptance::entry(&row);
            let (before, _) = entry.rsplit_once("reason: ").unwrap_or_else(|| panic!("{entry}"));
            let mut report = report(vec![row]);
            diff::accept(&mut report, read(&format!("{before}reason: It is meant.\n")), &[]);
            assert_eq!(report.rows[0].accepted.as_deref(), Some("It is meant."), "{entry}");
            assert_eq!(report.stale, []);
        }
    }
}

#[test]
fn acceptance_speaks_of_one_change_only() {
    let accepted = "- {rule: value-added, item: b/B.c, before: x, reason: It is meant.}\n";
    let others = [
        row("b/B.c", None, None),
        row("b/B.c", Some("y"), None),
        row("b/B.c", Some("x"), Some("y")),
        row("b/B.d", Some("x"), None),
        Row { rule: "bound-tightened", ..row("b/B.c", Some("x"), None) },
    ];
    let mut report = report(others.to_vec());
    diff::accept(&mut report, read(accepted), &[]);
    assert!(report.rows.iter().all(|row| row.accepted.is_none()), "{:?}", report.rows);
    assert_eq!(report.stale.len(), 1);
}

#[test]
fn stale_acceptance_says_where_it_is_written() {
    let one = "# Bücher\n- {rule: value-added, item: b/B.c, reason: One.}\n\n";
    let two = "-   rule: value-added\n    item: b/B.d\n    reason: Two.\n";
    let mut report = report(vec![]);
    diff::accept(&mut report, read(&[one, two].concat()), &[]);
    let stale = |item: &str, line, column| StaleAcceptance {
        rule: "value-added".to_owned(),
        item: item.to_owned(),
        place: Place { is_old: false, path: "spec/accepted.yaml".to_owned(), line, column },
    };
    assert_eq!(report.stale, [stale("b/B.c", 2, 3), stale("b/B.d", 4, 5)]);
}

#[test]
fn acceptance_that_was_there_before_is_not_stale_but_still_counts() {
    let accepted = "- {rule: value-added, item: b/B.c, reason: It is meant.}\n";
    let known = read(&accepted.replace("It is meant.", "In other words."));
    let mut nothing = report(vec![]);
    diff::accept(&mut nothing, read(accepted), &known);
    assert_eq!(nothing.stale, []);
    let mut again = report(vec![row("b/B.c", None, None)]);
    diff::accept(&mut again, read(accepted), &known);
    assert_eq!(again.rows[0].accepted.as_deref(), Some("It is meant."));
}

#[test]
fn file_without_entries_accepts_nothing() {
    for text in ["", "# Nothing yet.\n", "[]\n"] {
        assert_eq!(read(text), []);
    }
}
