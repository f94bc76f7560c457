//! Changes that were meant: `accepted.yaml` names them by what they mean, with a reason.

use std::collections::HashMap;

use serde::Serialize;

use super::{Place, RULES, Report, Row, StaleAcceptance};
use crate::diag::{Diagnostic, Diagnostics, Positions, Sources, Span, closest, code};
use crate::spec;

/// That a change was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// Which change it was.
    pub change: Change,
    /// Why it is right.
    pub reason: String,
    /// Where this is written.
    pub place: Place,
}

/// A change by what it means, wherever it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// The rule by which it was judged.
    pub rule: String,
    /// The item's path in the description.
    pub item: String,
    /// What was written before, if one thing became another.
    pub before: Option<String>,
    /// What is written now.
    pub after: Option<String>,
}

/// An entry of `accepted.yaml`.
#[derive(Serialize)]
struct Entry<'a> {
    rule: &'a str,
    item: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    before: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after: Option<&'a str>,
    reason: &'a str,
}

impl Acceptance {
    /// The entry of `accepted.yaml` that accepts a change, but for its reason, which is for a person to write.
    #[must_use]
    pub fn entry(row: &Row) -> String {
        let Row { rule, item, before, after, .. } = row;
        let entry = Entry { rule, item, before: before.as_deref(), after: after.as_deref(), reason: "" };
        // Texts under known keys always have a form as YAML.
        serde_yaml::to_string(&[entry]).unwrap_or_default()
    }
}

impl Change {
    fn of(row: &Row) -> Self {
        let Row { rule, item, before, after, .. } = row;
        Self { rule: (*rule).to_owned(), item: item.clone(), before: before.clone(), after: after.clone() }
    }
}

/// Checks what was written in `accepted.yaml`: each rule exists, and no change is accepted twice.
#[must_use]
pub fn acceptances(
    written: Vec<spec::Acceptance>,
    sources: &Sources,
    diagnostics: &mut Diagnostics,
) -> Vec<Acceptance> {
    let mut first_places: HashMap<Change, Span> = HashMap::new();
    let positions = Positions::of(sources);
    let mut acceptances = Vec::new();
    for spec::Acceptance { rule, item, before, after, reason, span } in written {
        if RULES.iter().all(|known| known.name != rule.value) {
            diagnostics.push(unknown_rule(&rule.value, &rule.span));
        }
        let [before, after] = [before, after].map(|text| text.map(|text| text.value));
        let change = Change { rule: rule.value, item: item.value, before, after };
        if let Some(first) = first_places.get(&change) {
            diagnostics.push(duplicate(&change, &rule.span, first));
        }
        first_places.entry(change.clone()).or_insert(rule.span);
        let (path, line, column) = positions.position(&span);
        let place = Place { is_old: false, path: path.to_owned(), line, column };
        acceptances.push(Acceptance { change, reason: reason.value, place });
    }
    acceptances
}

fn unknown_rule(name: &str, span: &Span) -> Diagnostic {
    let fault = Diagnostic::new("unknown-rule", format!("there is no rule {}", code(name)), span, "not known");
    fault.help(match closest(name, RULES.iter().map(|rule| rule.name)) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => "copy the entry that `clientsmith diff` prints; `clientsmith explain` lists all rules".to_owned(),
    })
}

fn duplicate(change: &Change, span: &Span, first: &Span) -> Diagnostic {
    let message = format!("the same change of {} is accepted twice", code(&change.item));
    let fault = Diagnostic::new("duplicate-acceptance", message, span, "again here").label(first, "first here");
    fault.help("keep one of the two, with both reasons")
}

/// Marks the rows that were accepted, and notes acceptances of what did not change.
///
/// `known` are the acceptances of the old description. One that was there already has done its work, so it is not
/// stale; it may still speak of a row.
pub fn accept(report: &mut Report, acceptances: Vec<Acceptance>, known: &[Acceptance]) {
    let mut rows: HashMap<Change, Vec<&mut Row>> = HashMap::new();
    for row in &mut report.rows {
        rows.entry(Change::of(row)).or_default().push(row);
    }
    for Acceptance { change, reason, place } in acceptances {
        if let Some(accepted) = rows.get_mut(&change) {
            for row in accepted {
                row.accepted = Some(reason.clone());
            }
        } else if known.iter().all(|known| known.change != change) {
            report.stale.push(StaleAcceptance { rule: change.rule, item: change.item, place });
        }
    }
}
