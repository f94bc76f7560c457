//! What a change of a description means: to callers' sources, and to programs that were built before.
//!
//! [`report`] goes through both descriptions side by side, judges what it finds, leaves one row a cause, and holds the
//! rows against the lines of `api.txt` that changed.

mod accepted;
mod bump;
mod change;
mod compare;
mod context;
mod explain;
mod fold;
mod judge;
mod lines;
mod pairs;
mod renames;
mod report;
mod rows;
mod rules;
mod types;
mod users;

use std::collections::HashMap;

pub use accepted::{Acceptance, Change, accept, acceptances};
pub use report::{
    Bump, Effect, FORMAT_VERSION, LineChange, Migration, Place, Report, Revision, Row, Source, StaleAcceptance,
    Verdict, Wire,
};
pub use rules::RULES;

use crate::api::Api;
use crate::diag::Sources;
use crate::surface::SurfaceLine;
use compare::Found;
use lines::Changed;

/// A description with what was made of it.
pub struct Version<'a> {
    /// How the user named it.
    pub label: String,
    /// The files, for places.
    pub sources: &'a Sources,
    /// What they mean.
    pub api: &'a Api,
    /// The public items of its crate, as this version of the tool makes them.
    pub surface: &'a [SurfaceLine],
    /// The `api.txt` that was found beside it, as whatever version of the tool wrote it.
    pub listing: Option<String>,
}

/// Compares two descriptions.
#[must_use]
pub fn report(old: &Version<'_>, new: &Version<'_>) -> Report {
    let Found { changes, kept } = compare::compare(old.api, new.api);
    let mut changes = fold::fold(changes, old.api, new.api);
    renames::suggest(&mut changes);
    let lines = lines::changed(old.surface, new.surface, &kept);
    let explained = explain::explain(&changes, &lines);
    let of_change = |index: usize| explained.of_change[index].iter().map(|line| &lines[*line]).collect::<Vec<_>>();
    let mut rows: Vec<Row> = (changes.into_iter().enumerate())
        .map(|(index, change)| rows::row(change, &of_change(index), old.sources, new.sources))
        .collect();
    rows.sort_by(|one, other| order(one).cmp(&order(other)));
    let unexplained = explained.unexplained.iter().map(|line| lines[*line].change());
    let verdict = rows.iter().fold(Verdict::default(), |worst, row| worst.join(row.verdict));
    let (before, after) = (&old.api.package.version, &new.api.package.version);
    let is_changed = rows.iter().any(|row| row.rule != rules::Rule::PackageVersionChanged.name());
    Report {
        format_version: FORMAT_VERSION,
        old: revision(old),
        new: revision(new),
        verdict,
        bump: bump::bump(before, after, verdict.source, is_changed),
        rows,
        generator: unexplained.chain(of_generator(old, new, &lines)).collect(),
        stale: Vec::new(),
    }
}

/// Breaking rows first, then by place: `api.yaml`, and the resources by name.
fn order(row: &Row) -> (bool, Option<&str>, std::cmp::Reverse<Verdict>, &str, &str) {
    let is_breaking = row.verdict.is_breaking();
    (!is_breaking, row.resource.as_deref(), std::cmp::Reverse(row.verdict), &row.item, row.rule)
}

fn revision(version: &Version<'_>) -> Revision {
    Revision {
        label: version.label.clone(),
        api_version: version.api.version.clone(),
        package_version: version.api.package.version.clone(),
    }
}

/// Lines that the old description gives with this version of the tool, but that another one wrote otherwise.
fn of_generator(old: &Version<'_>, new: &Version<'_>, lines: &[Changed<'_>]) -> Vec<LineChange> {
    let Some(listing) = &old.listing else { return Vec::new() };
    let mut surplus: HashMap<&str, isize> = HashMap::new();
    new.surface.iter().for_each(|line| *surplus.entry(&line.text).or_default() += 1);
    let is_legend = |line: &&str| line.is_empty() || line.starts_with('#');
    listing.lines().filter(|line| !is_legend(line)).for_each(|line| *surplus.entry(line).or_default() -= 1);
    for line in lines {
        line.old.iter().for_each(|line| *surplus.entry(&line.text).or_default() += 1);
        line.new.iter().for_each(|line| *surplus.entry(&line.text).or_default() -= 1);
    }
    let mut changes: Vec<LineChange> = Vec::new();
    for (line, count) in surplus {
        let text = Some(line.to_owned());
        let change = match count {
            ..0 => LineChange { before: text, after: None },
            _ => LineChange { before: None, after: text },
        };
        changes.extend((0..count.unsigned_abs()).map(|_| change.clone()));
    }
    changes.sort();
    changes
}
