//! What is told of a rule.

use super::change::Change;

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
