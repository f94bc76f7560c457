//! The rows of a report in the order in which a reviewer wants them.

use crate::diff::{Effect, Report, Row, Source, Verdict, Wire};

/// With more rows than this, a form that can fold shows only the breaking ones at once.
pub(super) const MOST_OPEN_ROWS: usize = 40;

/// How much a row asks of a reviewer, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Severity {
    /// Callers have to do something, or programs in use fail.
    Breaking,
    /// Programs in use work with less than before.
    Degraded,
    /// More can be written than before.
    Minor,
    /// Nothing can be noticed, or only words.
    Patch,
    /// Whatever it does, somebody has said why it may.
    Accepted,
}

impl Severity {
    /// All of them, the gravest first.
    pub(super) const ALL: [Self; 5] = [Self::Breaking, Self::Degraded, Self::Minor, Self::Patch, Self::Accepted];

    pub(super) fn of(row: &Row) -> Self {
        if row.accepted.is_some() { Self::Accepted } else { Self::of_verdict(row.verdict) }
    }

    /// Whether it was accepted or not.
    pub(super) fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            _ if verdict.is_breaking() => Self::Breaking,
            Verdict { wire: Wire::Degraded, .. } => Self::Degraded,
            Verdict { source: Source::Minor, .. } => Self::Minor,
            _ => Self::Patch,
        }
    }

    /// Its name in a word.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Breaking => "breaking",
            Self::Degraded => "degraded",
            Self::Minor => "minor",
            Self::Patch => "patch",
            Self::Accepted => "accepted",
        }
    }
}

/// Rows that are shown together.
pub(super) struct Section<'a> {
    pub(super) kind: Kind<'a>,
    pub(super) rows: Vec<&'a Row>,
}

/// What the rows of a section have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind<'a> {
    /// They break something.
    Breaking,
    /// They are of one resource, or of `api.yaml` or a document, and break nothing.
    Resource(&'a str),
    /// They were accepted.
    Accepted,
    /// Only words for readers changed.
    Wording,
}

impl Kind<'_> {
    /// What to write above the section.
    pub(super) fn title(self) -> String {
        match self {
            Self::Breaking => "Breaking".to_owned(),
            Self::Resource(name) => super::words::one_line(name),
            Self::Accepted => "Accepted".to_owned(),
            Self::Wording => "Only wording".to_owned(),
        }
    }
}

/// All rows: the breaking ones, those of each resource, the accepted ones, and those of words only.
pub(super) fn sections(report: &Report) -> Vec<Section<'_>> {
    let mut sections: Vec<Section> = Vec::new();
    for row in &report.rows {
        let kind = kind(row);
        // Rows of one resource stand together, so the section is near the end.
        match sections.iter_mut().rfind(|section| section.kind == kind) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section { kind, rows: vec![row] }),
        }
    }
    // The sort is stable: resources stay as the report has them.
    sections.sort_by_key(|section| match section.kind {
        Kind::Breaking => 0,
        Kind::Resource(_) => 1,
        Kind::Accepted => 2,
        Kind::Wording => 3,
    });
    sections
}

fn kind(row: &Row) -> Kind<'_> {
    match Severity::of(row) {
        Severity::Accepted => Kind::Accepted,
        Severity::Breaking => Kind::Breaking,
        _ if row.effect == Effect::Documented => Kind::Wording,
        _ => Kind::Resource(row.resource.as_deref().unwrap_or_else(|| file_name(&row.place.path))),
    }
}

/// The name of the file that speaks of all of the API: `api.yaml`, or that of a document.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', ':']).next().unwrap_or(path)
}
