//! What each rule is for, shown by a wrong description, the report on it, and what to write instead.
//!
//! `topics/` has a file for each topic and in it a section for each rule. A test makes the descriptions, holds them against
//! their reports, and mends them: what users are shown is what they will see.

mod change;
mod sections;

pub use change::Change;
pub use sections::explanations;

/// The `api.yaml` of descriptions that show none.
pub const API_FILE: &str = include_str!("api.yaml");

/// The topics, in the order in which users read of them.
pub const TOPICS: [&str; 8] = [
    include_str!("topics/files.md"),
    include_str!("topics/names.md"),
    include_str!("topics/types.md"),
    include_str!("topics/calls.md"),
    include_str!("topics/states.md"),
    include_str!("topics/errors.md"),
    include_str!("topics/api.md"),
    include_str!("topics/accepted.md"),
];

/// What is told of a rule.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// Under which heading it stands.
    pub topic: &'static str,
    /// The rule's name.
    pub rule: &'static str,
    /// What there is to say besides the rule itself; may be empty.
    pub words: &'static str,
    /// The files of a wrong description, by their paths in its folder.
    pub files: Vec<(&'static str, &'static str)>,
    /// What is reported of it.
    pub report: &'static str,
    /// What makes it right.
    pub changes: Vec<Change>,
}
