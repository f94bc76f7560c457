//! `clientsmith explain`: what a rule is about.

use std::process::ExitCode;

use clap::Args;

use super::say::{self, error};
use crate::diag::{self, Rule};
use crate::diff;

#[derive(Args)]
pub(super) struct Arguments {
    /// The rule's name, as it stands in brackets behind `error`, or in a report of `diff`; all rules if left out
    rule: Option<String>,
}

pub(super) fn run(Arguments { rule }: &Arguments) -> Result<ExitCode, String> {
    let all = || diag::RULES.iter().chain(diff::RULES);
    let chosen: Vec<&Rule> = all().filter(|known| rule.as_ref().is_none_or(|rule| rule == known.name)).collect();
    if let (true, Some(rule)) = (chosen.is_empty(), rule) {
        let meant = diag::closest(rule, all().map(|rule| rule.name));
        let help = meant.map(|meant| format!("did you mean `{meant}`? ")).unwrap_or_default();
        return Err(error(format!("there is no rule `{rule}`; {help}`clientsmith explain` lists them all")));
    }
    let line = |rule: &Rule| [rule.name, ": ", rule.explanation, "\n"].concat();
    say::print(&chosen.into_iter().map(line).collect::<String>())?;
    Ok(ExitCode::SUCCESS)
}
