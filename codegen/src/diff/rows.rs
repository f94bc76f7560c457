//! Turns what was found into the rows of a report.

use super::change::Change;
use super::lines::Changed;
use super::migration::migration;
use super::report::{Place, Row, Source};
use super::version::Version;
use crate::diag::{Positions, Span};

/// Makes rows.
pub(super) struct Rows<'a> {
    old: Side<'a>,
    new: Side<'a>,
}

/// One of the two descriptions.
struct Side<'a> {
    label: &'a str,
    /// The name by which callers speak of the crate.
    krate: String,
    positions: Positions<'a>,
}

impl<'a> Rows<'a> {
    pub(super) fn of(old: &'a Version<'_>, new: &'a Version<'_>) -> Self {
        let [old, new] = [old, new].map(|version| Side {
            label: &version.label,
            krate: version.api.package.crate_name(),
            positions: Positions::of(version.sources),
        });
        Self { old, new }
    }

    /// Makes the row of a change, given the lines of `api.txt` that it explains.
    pub(super) fn row(&self, change: Change, lines: &[&Changed<'_>]) -> Row {
        let is_major = change.judgement.source == Source::Major;
        let migration = is_major.then(|| migration(change.rule, lines, &self.old.krate, &self.new.krate)).flatten();
        let Change { rule, effect, subject, sentence, before, after, judgement, advice, .. } = change;
        let place = match (&subject.new, &subject.old) {
            (Some(site), _) => self.new.place(&site.place, false),
            (None, site) => self.old.place(site.as_ref().map_or(&Span::START, |site| &site.place), true),
        };
        Row {
            rule: rule.name(),
            effect,
            resource: subject.resource,
            item: subject.path,
            sentence,
            before,
            after,
            verdict: judgement.verdict(),
            source_reason: judgement.source_reason,
            wire_reason: judgement.wire_reason,
            place,
            used_by: subject.users.to_vec(),
            lines: lines.iter().map(|line| line.change()).collect(),
            migration,
            advice,
            accepted: None,
        }
    }
}

impl Side<'_> {
    fn place(&self, span: &Span, is_old: bool) -> Place {
        let (path, line, column) = self.positions.position(span);
        // The path of a file in a commit is without the commit, which the label names.
        let of_commit = path.split_once(':').filter(|_| self.label.ends_with(')'));
        let path = of_commit.map_or(path, |(_, path)| path).to_owned();
        Place { is_old, path, line, column }
    }
}
