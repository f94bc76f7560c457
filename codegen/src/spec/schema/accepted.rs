//! `accepted.yaml`, which stands beside a description and is no part of it.

use super::kind::{
    MappingKind,
    Shape::{self, Kind, List, Nothing, Prose, Text},
    keys,
};

/// All of the file; an empty one accepts nothing.
pub(super) static FILE: &[Shape] = &[Nothing, List(&Kind(&ACCEPTED_CHANGE))];

/// A change that was meant.
pub(in crate::spec) static ACCEPTED_CHANGE: MappingKind = MappingKind::new(
    "accepted change",
    &[keys! {
        "rule": required Text, "The rule by which the change was judged, as the report on it says.";
        "item": required Text, "What changed, as the report names it.";
        "before": optional Text, "What was written before, where the report says so.";
        "after": optional Text, "What is written now, where the report says so.";
        "reason": required Prose, "Why callers can live with it: reviewers decide by that.";
    }],
);
