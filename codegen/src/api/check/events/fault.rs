//! Faults of events.

use crate::{
    diag::{Diagnostic, Diagnostics, Span},
    spec::Faulty,
};

/// Reports what is wrong with an event.
pub(super) fn invalid(
    message: impl Into<String>,
    place: &Span,
    label: &str,
    help: impl Into<String>,
    diagnostics: &mut Diagnostics,
) -> Faulty {
    diagnostics.push(Diagnostic::new("invalid-event", message, place, label).help(help));
    Faulty
}
