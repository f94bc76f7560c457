//! What a report says of each edit: something if something changed, nothing if only the layout did, and of the edit
//! undone the opposite.

use std::collections::BTreeSet;

use clientsmith::diff::{Effect, RULES, Report, Row, Verdict, Wire};

use crate::generator::{Edit, Meaning, Operation};
use crate::{EDITS, Reported, hold};

/// What is wrong with the reports of all edits, by a function that looks at the two of one.
fn faults(find: impl Fn(&Edit, &Reported) -> Vec<String>) -> Vec<String> {
    let found = EDITS.list.iter().flat_map(|(edit, reported)| {
        let faults = find(edit, reported).into_iter();
        faults.map(|fault| format!("{}: {fault}", edit.name))
    });
    found.collect()
}

/// What is wrong with either report of all edits.
fn faults_of_each(find: impl Fn(&Edit, &Report) -> Option<String>) -> Vec<String> {
    faults(|edit, reported| {
        let there = find(edit, &reported.there);
        let back = find(edit, &reported.back).map(|fault| format!("(undone) {fault}"));
        there.into_iter().chain(back).collect()
    })
}

fn rows(report: &Report) -> String {
    let rows = report.rows.iter().map(|row| {
        format!("{} {} ({} -> {})", row.rule, row.item, shown(row.before.as_ref()), shown(row.after.as_ref()))
    });
    rows.collect::<Vec<_>>().join(", ")
}

fn shown(text: Option<&String>) -> &str {
    text.map_or("nothing", String::as_str)
}

#[test]
fn every_change_has_a_row_and_layout_has_none() {
    hold(&faults_of_each(|edit, report| match (edit.meaning, report.rows.is_empty()) {
        (Meaning::Nothing, false) => Some(format!("nothing changed, but: {}", rows(report))),
        (Meaning::Words | Meaning::Something, true) => Some("no row".to_owned()),
        _ => None,
    }));
}

#[test]
fn words_are_patches() {
    hold(&faults_of_each(|edit, report| {
        let is_patch = edit.meaning != Meaning::Words || report.verdict == Verdict::default();
        (!is_patch).then(|| format!("only words changed, but: {}", rows(report)))
    }));
}

#[test]
fn what_is_the_same_json_breaks_no_old_program() {
    hold(&faults(|edit, Reported { there, back }| {
        let [most_there, most_back] = edit.wires;
        let is_worse = there.verdict.wire > most_there || back.verdict.wire > most_back;
        let wires = |report: &Report| {
            let rows = report.rows.iter().filter(|row| row.verdict.wire > Wire::Ok);
            rows.map(|row| format!("{} {} {}", row.rule, row.item, row.verdict.wire)).collect::<Vec<_>>().join(", ")
        };
        if is_worse { vec![format!("{}; undone: {}", wires(there), wires(back))] } else { Vec::new() }
    }));
}

#[test]
fn an_edit_undone_is_reported_as_the_opposite() {
    hold(&faults(|edit, Reported { there, back }| {
        if says_was(edit) {
            return Vec::new();
        }
        let mut opposite: Vec<_> =
            there.rows.iter().map(|row| (item(row), mirrored(row), &row.after, &row.before)).collect();
        let mut found: Vec<_> = back.rows.iter().map(|row| (item(row), effect(row), &row.before, &row.after)).collect();
        opposite.sort();
        found.sort();
        if opposite == found { Vec::new() } else { vec![format!("{}; undone: {}", rows(there), rows(back))] }
    }));
}

/// The path of a row's item: within its resource where another one took it, and without its name where that is new.
fn item(row: &Row) -> &str {
    match (row.rule, row.item.split_once('/')) {
        // Events are told apart by their names alone, whichever resource has them.
        ("resource-moved" | "event-changed", Some((_, item))) => item,
        _ if row.effect == Effect::Renamed => row.item.rsplit_once(['.', '/']).map_or("", |(owner, _)| owner),
        _ => &row.item,
    }
}

/// Whether an edit says a former name, which the edit undone does not.
fn says_was(edit: &Edit) -> bool {
    edit.name.ends_with("`was`")
}

/// The effect of a row, for one that was turned round: what is on its way out comes back by words.
fn effect(row: &Row) -> Effect {
    match row.effect {
        Effect::Deprecated => Effect::Documented,
        other => other,
    }
}

fn mirrored(row: &Row) -> Effect {
    match effect(row) {
        Effect::Added => Effect::Removed,
        Effect::Removed => Effect::Added,
        other => other,
    }
}

#[test]
fn a_declared_rename_is_one_change_of_the_name() {
    hold(&faults(|edit, Reported { there, .. }| {
        let is_one = |effect| there.rows.iter().filter(|row| row.effect == effect).count();
        let is_lost = is_one(Effect::Added) + is_one(Effect::Removed) > 0;
        let fault = says_was(edit) && (is_one(Effect::Renamed) == 0 || is_lost);
        if fault { vec![rows(there)] } else { Vec::new() }
    }));
}

#[test]
fn an_undeclared_rename_shows_the_line_to_paste() {
    let named = [
        "field",
        "variant",
        "value",
        "error code",
        "endpoint",
        "parameter",
        "object",
        "union",
        "enum",
        "alias",
        "identifier",
    ];
    hold(&faults(|edit, Reported { there, .. }| {
        let is_undeclared = edit.operation == Operation::Rename && !says_was(edit) && named.contains(&edit.subject);
        let is_advised =
            there.rows.iter().any(|row| row.advice.as_ref().is_some_and(|advice| advice.contains("was: ")));
        // What is known without its name is not told as something gone and something come.
        let is_lost = there.rows.iter().any(|row| row.effect == Effect::Removed);
        if is_undeclared && is_lost && !is_advised { vec![rows(there)] } else { Vec::new() }
    }));
}

#[test]
fn every_changed_line_of_the_listing_is_explained() {
    hold(&faults_of_each(|_, report| {
        let lines: Vec<String> = report.generator.iter().map(|line| format!("{line:?}")).collect();
        (!lines.is_empty()).then(|| format!("{}\n  by {}", lines.join("\n  "), rows(report)))
    }));
}

#[test]
fn every_rule_is_hit() {
    let reports = EDITS.list.iter().flat_map(|(_, reported)| [&reported.there, &reported.back]);
    let hit: BTreeSet<&str> = reports.flat_map(|report| &report.rows).map(|row| row.rule).collect();
    let missed: Vec<String> =
        RULES.iter().filter(|rule| !hit.contains(rule.name)).map(|rule| rule.name.to_owned()).collect();
    let refactorings = EDITS.list.iter().filter(|(edit, _)| edit.operation == Operation::Refactor).count();
    eprintln!(
        "{} edits, {refactorings} of them refactorings ({} more were not valid), hit {} of {} rules",
        EDITS.list.len(),
        EDITS.dropped.len(),
        hit.len(),
        RULES.len()
    );
    hold(&missed);
}
