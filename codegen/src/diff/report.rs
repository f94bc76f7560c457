//! What a report says. Every form shows this and nothing else; as JSON, it is this.

use std::fmt;

use serde::Serialize;

/// The version of the report's form as JSON: it grows when something that a reader may rely on changes.
pub const FORMAT_VERSION: u32 = 1;

/// What a change of a description does to those who use the crate, and to programs that were built with the old one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// [`FORMAT_VERSION`].
    pub format_version: u32,
    /// The description before.
    pub old: Revision,
    /// The description after.
    pub new: Revision,
    /// The worst of all rows, accepted ones too.
    pub verdict: Verdict,
    /// What the version of the crate should become.
    pub bump: Bump,
    /// One row a cause: breaking ones first, and those of one resource together.
    pub rows: Vec<Row>,
    /// Changed lines of `api.txt` that the description does not explain: the generator changed.
    pub generator: Vec<LineChange>,
    /// Acceptances that speak of nothing that changed.
    pub stale: Vec<StaleAcceptance>,
}

/// One of the two descriptions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// How the user named it, and the commit: `main (3f2a91c)`; or the path of a folder.
    pub label: String,
    /// The version of the API.
    pub api_version: String,
    /// The version of the crate.
    pub package_version: String,
}

/// What a change does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Verdict {
    /// To a caller's source.
    pub source: Source,
    /// To a program that was built with the old crate and meets the new service.
    pub wire: Wire,
}

/// Whether a caller's source still compiles, as the part of the version that must grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// It does, and nothing new can be written.
    #[default]
    Patch,
    /// It does, perhaps with new warnings, and more can be written than before.
    Minor,
    /// Some of it does not, or means something else.
    Major,
}

/// Whether a program that was built with the old crate works with the new service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wire {
    /// As before.
    #[default]
    Ok,
    /// It does, but with less than before.
    Degraded,
    /// Some of its calls fail.
    Breaks,
}

/// What the version of the crate should become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bump {
    /// The version before.
    pub old: String,
    /// The least version that tells callers enough.
    pub needed: String,
    /// The version that the description says.
    pub written: String,
    /// Whether that one is enough.
    pub is_enough: bool,
}

/// A change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The rule by which it was judged, such as `value-added`.
    pub rule: &'static str,
    /// What kind of change it is.
    pub effect: Effect,
    /// The resource that it is in; nothing for `api.yaml`.
    pub resource: Option<String>,
    /// The item's path in the description: `billing_intents/BillingIntent.status`.
    pub item: String,
    /// What changed, in one sentence as a person would say it; Markdown, of which only code between back-ticks.
    pub sentence: String,
    /// What was written before, if one thing became another.
    pub before: Option<String>,
    /// What is written now.
    pub after: Option<String>,
    /// What it does.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What a caller's source meets, in a sentence; nothing if it meets nothing.
    pub source_reason: Option<String>,
    /// What an old program meets, in a sentence; nothing if all is well.
    pub wire_reason: Option<String>,
    /// Where it is written: in the new description, or in the old one if it is gone.
    pub place: Place,
    /// The endpoints through which callers meet it: `billing_intents.commit`.
    pub used_by: Vec<String>,
    /// What it changes in `api.txt`.
    pub lines: Vec<LineChange>,
    /// For a break, what callers write before and after.
    pub migration: Option<Migration>,
    /// A way that costs callers less, or the line to paste; a sentence, Markdown as above.
    pub advice: Option<String>,
    /// Why it was accepted, if it was.
    pub accepted: Option<String>,
}

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Something is there that was not.
    Added,
    /// Something means or does another thing.
    Changed,
    /// Something is on its way out.
    Deprecated,
    /// Something is gone.
    Removed,
    /// Something has another name.
    Renamed,
    /// Only words for readers changed.
    Documented,
}

/// A place in a description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Whether it is in the old description, since the new one no longer has it.
    pub is_old: bool,
    /// The file, as the user would write it.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// A line of `api.txt` that is gone, or new, or became another.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct LineChange {
    /// The line before.
    pub before: Option<String>,
    /// The line after.
    pub after: Option<String>,
}

/// Code of a caller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Migration {
    /// What compiles with the old crate.
    pub before: String,
    /// What compiles with the new one; nothing if there is nothing to write instead.
    pub after: Option<String>,
}

/// An acceptance of a change that was not made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StaleAcceptance {
    /// The rule that it names.
    pub rule: String,
    /// The item that it names.
    pub item: String,
    /// Where it is written.
    pub place: Place,
}

/// The rules of what has a name that a project keeps.
const KEPT: [&str; 8] = [
    "endpoint-added",
    "endpoint-removed",
    "enum-added",
    "enum-removed",
    "object-added",
    "object-removed",
    "type-alias-added",
    "type-alias-removed",
];

impl Report {
    /// Takes back what can only be written in a description of our own. Of a document that no project names, nobody says the
    /// version of its crate either: it is what it has to be.
    pub(crate) fn advise_on_documents(&mut self, is_project: bool) {
        for row in &mut self.rows {
            let can_be_renamed = is_project && KEPT.contains(&row.rule);
            let advice = row.advice.take().filter(|_| can_be_renamed);
            row.advice = advice.map(|advice| format!("{} in `names.yaml`.", advice.trim_end_matches('.')));
        }
        if !is_project {
            self.bump.written.clone_from(&self.bump.needed);
            self.bump.is_enough = true;
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

impl fmt::Display for Wire {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Ok => "ok",
            Self::Degraded => "degraded",
            Self::Breaks => "breaks",
        })
    }
}

impl Verdict {
    /// The worse of both, for each of the two.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { source: self.source.max(other.source), wire: self.wire.max(other.wire) }
    }

    /// Whether a caller has to do something: the source breaks, or an old program does.
    #[must_use]
    pub fn is_breaking(self) -> bool {
        self.source == Source::Major || self.wire == Wire::Breaks
    }
}
