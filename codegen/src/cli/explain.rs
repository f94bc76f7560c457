//! `clientsmith explain`: what a rule is about.

use std::process::ExitCode;

use clap::Args;

use super::say::{self, error};
use crate::diag::{self, Rule};
use crate::diff;
use crate::openapi;

#[derive(Args)]
pub(super) struct Arguments {
    /// The rule's name, as it stands in brackets behind `error` or `remark`, or in a report of `diff`; all rules if left out
    rule: Option<String>,
}

/// All rules, and what stands behind the name of each.
const KINDS: [(&str, &[Rule]); 5] = [
    ("", diag::RULES),
    (" (a remark)", diag::REMARKS),
    ("", openapi::FAULTS),
    (" (a remark on a document)", openapi::REMARKS),
    ("", diff::RULES),
];

pub(super) fn run(Arguments { rule }: &Arguments) -> Result<ExitCode, String> {
    let all = || KINDS.into_iter().flat_map(|(kind, rules)| rules.iter().map(move |rule| (kind, rule)));
    let is_asked_for = |known: &Rule| rule.as_ref().is_none_or(|rule| rule == known.name);
    let chosen: Vec<(&str, &Rule)> = all().filter(|(_, known)| is_asked_for(known)).collect();
    if let (true, Some(rule)) = (chosen.is_empty(), rule) {
        let meant = diag::closest(rule, all().map(|(_, rule)| rule.name));
        let help = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        return Err(error(format!("there is no rule `{rule}`; {help}`clientsmith explain` lists them all")));
    }
    let line = |(kind, rule): (&str, &Rule)| [rule.name, kind, ": ", rule.explanation, "\n"].concat();
    say::print(&chosen.into_iter().map(line).collect::<String>())?;
    Ok(ExitCode::SUCCESS)
}
