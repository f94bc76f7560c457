//! What each rule is for, shown by a wrong description, the report on it, and what to write instead.
//!
//! `topics/` has a file for each topic and in it a section for each rule. A test makes the descriptions, holds them against
//! their reports, and mends them: what users are shown is what they will see.

mod change;
mod explanation;
mod sections;

pub use change::Change;
pub use explanation::Explanation;
pub use sections::explanations;

/// The `api.yaml` of descriptions that show none.
pub const API_FILE: &str = include_str!("api.yaml");
