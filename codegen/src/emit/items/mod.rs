//! Items of modules: what callers name, read and make.

pub(super) mod built;
pub(super) mod constants;
pub(super) mod enums;
pub(super) mod events;
pub(super) mod identifiers;
pub(super) mod json;
mod json_lines;
pub(super) mod objects;
pub(super) mod params;
pub(super) mod statuses;
pub(super) mod types;
pub(super) mod unions;
