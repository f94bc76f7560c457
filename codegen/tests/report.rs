//! How faults are shown, whatever they are.

use std::fmt::Write as _;

use clientsmith::diag::{Diagnostic, Diagnostics, Source, Sources, Span};

fn sources(text: &str) -> Sources {
    Sources { files: vec![Source { path: "books.yaml".to_owned(), text: text.to_owned() }] }
}

fn span(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap();
    Span { file: 0, bytes: start..start + part.len() }
}

fn one(fault: Diagnostic) -> Diagnostics {
    let mut faults = Diagnostics::default();
    faults.push(fault);
    faults
}

#[test]
fn no_fault_is_no_report() {
    assert_eq!(Diagnostics::default().render(&sources(""), false), "");
}

#[test]
fn color_adds_escape_codes_and_nothing_else() {
    let text = "resource: books\n";
    let faults = one(Diagnostic::new("rule", "a message", &span(text, "books"), "a label").help("some help"));
    let colored = faults.render(&sources(text), true);
    let mut pieces = colored.split('\u{1B}');
    let first = pieces.next().unwrap();
    let plain: String = first.chars().chain(pieces.flat_map(|it| it.split_once('m').unwrap().1.chars())).collect();
    assert_ne!(colored, plain);
    assert_eq!(plain, faults.render(&sources(text), false));
}

#[test]
fn labels_far_apart_are_shown_with_their_own_lines() {
    let mut text = "first: 1\n".to_owned();
    for line in 2..10_000 {
        let _ = writeln!(text, "line{line}: 1");
    }
    text.push_str("last: 1\n");
    let fault = Diagnostic::new("rule", "twice", &span(&text, "last"), "again here");
    let report = one(fault.label(&span(&text, "first"), "first here")).render(&sources(&text), false);
    assert!(report.contains("--> books.yaml:10000:1"), "{report}");
    assert!(report.contains("::: books.yaml:1:1"), "{report}");
    assert!(!report.contains("line5000"), "{report}");
}

#[test]
fn a_label_over_many_lines_is_shown_on_its_first() {
    let text = "fields:\r\n  a: 1\r\n  b: 2\r\n";
    let report = one(Diagnostic::new("rule", "long", &span(text, text), "from here")).render(&sources(text), false);
    assert!(report.contains("1 | fields:\n  | ^^^^^^^ from here\n"), "{report}");
}

#[test]
fn places_out_of_range_are_survived() {
    for text in ["", "ü", "a\n", "\r\n\r\n"] {
        for (start, end) in [(0, 0), (1, 1), (1, 2), (0, 99), (99, 999)] {
            for file in [0, 7] {
                let span = Span { file, bytes: start..end };
                let report = one(Diagnostic::new("rule", "a message", &span, "")).render(&sources(text), false);
                assert!(report.starts_with("error[rule]: a message\n"), "{report}");
                assert!(report.ends_with("1 fault in 1 file\n"), "{report}");
            }
        }
    }
}

#[test]
fn faults_are_sorted_by_file_and_place() {
    let mut faults = Diagnostics::default();
    for (file, start) in [(1, 0), (0, 5), (0, 0)] {
        faults.push(Diagnostic::new("rule", format!("{file} {start}"), &Span { file, bytes: start..start + 1 }, ""));
    }
    let source = |path: &str| Source { path: path.to_owned(), text: "a: 1\nb: 2\n".to_owned() };
    let report = faults.render(&Sources { files: vec![source("api.yaml"), source("books.yaml")] }, false);
    let order: Vec<_> = report.lines().filter_map(|line| line.strip_prefix("error[rule]: ")).collect();
    assert_eq!(order, ["0 0", "0 5", "1 0"]);
    assert!(report.ends_with("3 faults in 2 files\n"), "{report}");
}

#[test]
fn remarks_come_after_faults_and_are_counted_apart() {
    let mut found = Diagnostics::default();
    let place = |start: usize| Span { file: 0, bytes: start..start + 1 };
    found.push(Diagnostic::remark("oddity", "odd", &place(0), "here"));
    assert!(!found.has_faults() && !found.is_empty());
    let text = "a: 1\nb: 2\n";
    let report = found.render(&sources(text), false);
    assert!(report.starts_with("remark[oddity]: odd\n"), "{report}");
    assert!(report.ends_with("\n1 remark in 1 file\n"), "{report}");

    found.push(Diagnostic::new("rule", "wrong", &place(5), "there"));
    assert!(found.has_faults());
    let report = found.render(&sources(text), false);
    assert!(report.starts_with("error[rule]: wrong\n") && report.contains("\nremark[oddity]: odd\n"), "{report}");
    assert!(report.ends_with("\n1 fault and 1 remark in 1 file\n"), "{report}");

    let denied = found.denying_remarks().render(&sources(text), false);
    assert!(denied.starts_with("error[oddity]: odd\n") && denied.ends_with("\n2 faults in 1 file\n"), "{denied}");
}

#[test]
fn what_a_fault_speaks_of_is_not_remarked_on() {
    let place = |start: usize| Span { file: 0, bytes: start..start + 2 };
    let with = |faults: usize| {
        let mut found = Diagnostics::default();
        found.push(Diagnostic::remark("oddity", "follows", &place(1), ""));
        found.push(Diagnostic::remark("oddity", "is new", &place(6), ""));
        for _ in 0..faults {
            found.push(Diagnostic::new("rule", "wrong", &place(2), ""));
        }
        found.without_faults()
    };
    assert_eq!(with(0).unwrap().list().len(), 2);
    let messages = |faults: usize| -> Vec<String> {
        with(faults).unwrap_err().list().iter().map(|found| found.message.clone()).collect()
    };
    assert_eq!(messages(1), ["wrong", "is new"]);
    assert_eq!(messages(50), ["wrong"; 50], "first things first");
}
