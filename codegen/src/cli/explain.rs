//! `clientsmith explain`: what a rule is about.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::Args;

use super::say::{self, error};
use crate::diag::{self, Rule};
use crate::handbook::{self, Change, Explanation};
use crate::{diff, openapi};

#[derive(Args)]
pub(super) struct Arguments {
    /// The rule's name, as it stands in brackets behind `error` or `remark`, or in a report of `diff`; all rules if left out
    rule: Option<String>,
}

/// Rules of which no description is shown, under their headings.
const OTHERS: [(&str, &[Rule]); 3] = [
    ("Faults of published documents", openapi::FAULTS),
    ("Remarks on published documents", openapi::REMARKS),
    ("What a change does (`clientsmith diff`)", diff::RULES),
];

pub(super) fn run(Arguments { rule }: &Arguments) -> Result<ExitCode, String> {
    let shown = handbook::explanations();
    let text = match rule {
        None => table(&shown),
        Some(rule) => match (shown.iter().find(|shown| shown.rule == rule), find(rule)) {
            (Some(shown), Some(rule)) => whole(rule, shown),
            (None, Some(rule)) => [rule.name, ": ", rule.explanation, "\n"].concat(),
            (_, None) => return Err(unknown(rule)),
        },
    };
    say::print(&text)?;
    Ok(ExitCode::SUCCESS)
}

/// The rules of descriptions, faults first.
fn described() -> impl Iterator<Item = &'static Rule> {
    diag::RULES.iter().chain(diag::REMARKS)
}

fn all() -> impl Iterator<Item = &'static Rule> {
    described().chain(OTHERS.into_iter().flat_map(|(_, rules)| rules))
}

fn find(name: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.name == name)
}

fn unknown(rule: &str) -> String {
    let meant = diag::closest(rule, all().map(|rule| rule.name));
    let help = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
    error(format!("there is no rule `{rule}`\n  = help: {help}`clientsmith explain` lists them all"))
}

/// All rules by topic, one a line.
fn table(shown: &[Explanation]) -> String {
    let mut text = String::from("`clientsmith explain RULE` says more of a rule of descriptions.\n");
    let widest = all().map(|rule| rule.name.len()).max().unwrap_or_default();
    let line = |text: &mut String, rule: &Rule| {
        let kind = if diag::REMARKS.contains(rule) { "(remark) " } else { "" };
        _ = writeln!(text, "  {:widest$}  {kind}{}", rule.name, rule.explanation);
    };
    for topic in shown.chunk_by(|one, next| one.topic == next.topic) {
        _ = writeln!(text, "\n{}", topic[0].topic);
        topic.iter().filter_map(|shown| find(shown.rule)).for_each(|rule| line(&mut text, rule));
    }
    for (heading, rules) in OTHERS {
        _ = writeln!(text, "\n{heading}");
        for rule in rules {
            line(&mut text, rule);
        }
    }
    text
}

/// All that there is to say of a rule.
fn whole(rule: &Rule, shown: &Explanation) -> String {
    let kind = if diag::REMARKS.contains(rule) { "a remark" } else { "a fault" };
    let mut text = format!("{}, {kind}\n\n{}\n", rule.name, rule.explanation);
    if !shown.words.is_empty() {
        _ = write!(text, "\n{}\n", shown.words);
    }
    for (path, file) in &shown.files {
        _ = write!(text, "\nWrong, in `spec/{path}`:\n\n{}", indented(file));
    }
    _ = write!(text, "\n`clientsmith check` says:\n\n{}", indented(shown.report));
    for Change { path, moved_to, lines } in &shown.changes {
        _ = match moved_to {
            Some(to) => write!(text, "\nRight: move `spec/{path}` to `spec/{to}`.\n"),
            None => write!(text, "\nRight, in `spec/{path}`:\n\n{}", indented(lines)),
        };
    }
    text
}

fn indented(lines: &str) -> String {
    lines.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}
