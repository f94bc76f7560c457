//! What `clientsmith explain` shows is so: each wrong description gives its report, about the one rule, and none once it is
//! changed as is said. `UPDATE_EXPECT=1` rewrites the reports.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clientsmith::diag::{Diagnostics, REMARKS, RULES, Sources};
use clientsmith::handbook::{API_FILE, Explanation, explanations};

type Texts = BTreeMap<String, String>;

fn files(shown: &Explanation) -> Texts {
    let all = [("api.yaml", API_FILE)].into_iter().chain(shown.files.iter().copied());
    all.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}

/// What there is to say of a description in a new folder `spec`, which is where users have theirs.
fn check(files: &Texts) -> (Diagnostics, Sources) {
    let folder = tempfile::tempdir().unwrap();
    // No other test of this program looks at the folder in which it runs.
    std::env::set_current_dir(&folder).unwrap();
    for (path, text) in files {
        support::write_file(&Path::new("spec").join(path), text.as_bytes());
    }
    let sources = Sources::load(Path::new("spec")).unwrap();
    (clientsmith::check(Path::new("spec"), &sources), sources)
}

/// The reports in the topics are replaced by those that are given.
fn update(reports: &BTreeMap<&str, String>) {
    for topic in fs::read_dir(support::codegen("src/handbook/topics")).unwrap() {
        let path = topic.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let (head, sections) = text.split_once("\n## ").unwrap();
        let sections = sections.split("\n## ").map(|section| {
            let rule = section.lines().next().unwrap();
            let (before, rest) = section.split_once("```text\n").unwrap();
            let (_, after) = rest.split_once("```\n").unwrap();
            format!("\n## {before}```text\n{}```\n{after}", reports[rule])
        });
        let sections: String = sections.collect();
        fs::write(&path, format!("{head}{sections}")).unwrap();
    }
}

#[test]
fn each_rule_is_shown_by_a_description_its_report_and_what_makes_it_right() {
    let (mut reports, mut wrong) = (BTreeMap::new(), Vec::new());
    for shown in explanations() {
        let mut files = files(&shown);
        let (found, sources) = check(&files);
        let report = found.render(&sources, false);
        let rules: BTreeSet<&str> = found.list().iter().map(|found| found.rule).collect();
        if rules != BTreeSet::from([shown.rule]) {
            wrong.push(format!("{} shows {rules:?}:\n{report}", shown.rule));
        } else if report != shown.report && std::env::var_os("UPDATE_EXPECT").is_none() {
            wrong.push(format!("{} gives another report; UPDATE_EXPECT=1 writes it:\n{report}", shown.rule));
        }
        for change in &shown.changes {
            change.make(&mut files).unwrap_or_else(|old| panic!("{}: there is no such text:\n{old}", shown.rule));
        }
        let (found, sources) = check(&files);
        if !found.is_empty() || shown.changes.is_empty() {
            wrong.push(format!("{} is not mended:\n{}", shown.rule, found.render(&sources, false)));
        }
        reports.insert(shown.rule, report);
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        update(&reports);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let known: BTreeSet<&str> = RULES.iter().chain(REMARKS).map(|rule| rule.name).collect();
    assert_eq!(reports.into_keys().collect::<BTreeSet<_>>(), known, "left: shown in src/handbook, right: all rules");
}
