//! What a change of a description means: to callers' sources, and to programs that were built before.
//!
//! `report` goes through both descriptions side by side, judges what it finds, leaves one row a cause, and holds the
//! rows against the lines of `api.txt` that changed.

mod accepted;
mod bump;
mod change;
mod compare;
mod context;
mod explain;
mod fold;
mod generator;
mod judge;
mod lines;
mod meeting;
mod migration;
mod names;
mod pairs;
mod renames;
mod report;
mod rows;
mod rules;
mod types;
mod users;
mod version;

pub use accepted::{Acceptance, Change, accept, acceptances};
pub use generator::lines_source;
pub use report::{
    Bump, Effect, FORMAT_VERSION, LineChange, Migration, Place, Report, Revision, Row, Source, StaleAcceptance,
    Verdict, Wire,
};
pub use rules::RULES;
pub use version::Version;

use compare::Found;
use rows::Rows;

/// Compares two descriptions.
#[must_use]
pub fn report(old: &Version<'_>, new: &Version<'_>) -> Report {
    let Found { changes, kept } = compare::compare(old, new);
    let mut changes = fold::fold(changes, old.api, new.api);
    renames::suggest(&mut changes);
    let lines = lines::changed(old.surface, new.surface, &kept);
    let explained = explain::explain(&changes, &lines);
    let of_change = |index: usize| explained.of_change[index].iter().map(|line| &lines[*line]).collect::<Vec<_>>();
    let made = Rows::of(old, new);
    let mut rows: Vec<Row> =
        changes.into_iter().enumerate().map(|(index, change)| made.row(change, &of_change(index))).collect();
    rows.sort_by(|one, other| order(one).cmp(&order(other)));
    let unexplained = explained.unexplained.iter().map(|line| lines[*line].change());
    let generator: Vec<LineChange> = unexplained.chain(generator::changes(old, new, &lines)).collect();
    let of_generator = Verdict { source: lines_source(&generator), ..Verdict::default() };
    let verdict = rows.iter().fold(of_generator, |worst, row| worst.join(row.verdict));
    let (before, after) = (&old.api.package.version, &new.api.package.version);
    let is_changed =
        !generator.is_empty() || rows.iter().any(|row| row.rule != rules::Rule::PackageVersionChanged.name());
    Report {
        format_version: FORMAT_VERSION,
        old: revision(old),
        new: revision(new),
        verdict,
        bump: bump::bump(before, after, verdict.source, is_changed),
        rows,
        generator,
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
