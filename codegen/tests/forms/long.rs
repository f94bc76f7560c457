//! Reports with more rows than anybody reads at once.

use clientsmith::diff::{Migration, Report, Row, Source, Verdict, Wire};
use clientsmith::report::Format;

use crate::{sample, shown};

/// The most characters that GitHub takes as a comment.
const LIMIT: usize = 65_536;

/// A report of so many rows in seven resources; the first `breaking` ones break something.
fn long(rows: usize, breaking: usize) -> Report {
    let row = |number: usize| {
        let row = sample::row(
            &format!("resource{}/Type.member{number}", number % 7),
            &format!("`Type` can now be `member{number}`"),
        );
        if number >= breaking {
            return row;
        }
        Row {
            verdict: Verdict { source: Source::Major, wire: Wire::Ok },
            migration: Some(Migration { before: "let x = 1;\n".repeat(10), after: None }),
            ..row
        }
    };
    sample::with_rows((0..rows).map(row).collect())
}

#[test]
fn many_rows_fold() {
    let open = shown(Format::Markdown, &long(40, 0));
    assert_eq!(open.matches("<details>").count(), 0, "{open}");
    assert_eq!(open.matches("\n### `resource").count(), 7, "{open}");
    let folded = shown(Format::Markdown, &long(60, 2));
    assert_eq!(folded.matches("\n<summary><b><code>resource").count(), 7, "{folded}");
    assert_eq!(folded.matches("<details>").count(), 7 + 2, "each resource, and the code of each break");
    assert_eq!(folded.matches("</details>").count(), 7 + 2);
    assert!(folded.contains("\n### Breaking\n"), "what breaks is not folded: {folded}");

    let page = shown(Format::Html, &long(60, 2));
    assert_eq!(page.matches("<details class=\"section\">").count(), 7);
    assert_eq!(page.matches("<details class=\"section\" open>").count(), 1, "what breaks is not folded");
}

#[test]
fn a_comment_stays_below_the_limit_and_says_what_it_leaves_out() {
    for (rows, breaking) in [(5_000, 0), (5_000, 40), (5_000, 5_000), (100_000, 100)] {
        let comment = shown(Format::Markdown, &long(rows, breaking));
        assert!(comment.chars().count() < LIMIT, "{} characters", comment.chars().count());
        let last = comment.trim_end().lines().last().unwrap();
        assert!(last.contains("more changes are not shown**"), "{last}");
        assert!(last.contains("`clientsmith diff --format html` shows everything."), "{last}");
        let hidden: usize = last[2..].split_once(' ').unwrap().0.parse().unwrap();
        let shown = comment.matches("can now be").count();
        assert_eq!(shown + hidden, rows);
        assert!(shown > 30, "only {shown} rows of {rows} are shown");
        assert_eq!(comment.matches("<details>").count(), comment.matches("</details>").count());
    }
}

#[test]
fn one_endless_row_leaves_room_for_the_others() {
    let mut report = long(60, 2);
    report.rows[0].sentence = "word ".repeat(100_000);
    report.rows[0].migration = Some(Migration { before: "x".repeat(100_000), after: Some("y\n".repeat(100_000)) });
    report.rows[0].used_by = (0..10_000).map(|number| format!("other.endpoint{number}")).collect();
    let comment = shown(Format::Markdown, &report);
    assert!(comment.chars().count() < LIMIT);
    assert_eq!(comment.matches("can now be").count(), 59);
    assert!(comment.contains("9992 more"), "{comment}");
}

#[test]
fn a_form_is_the_same_each_time() {
    for (form, _) in crate::FORMS {
        assert_eq!(shown(form, &sample::report()), shown(form, &sample::report()), "{form:?}");
    }
}
