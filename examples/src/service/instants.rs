//! Instants as the service writes them.

use jiff::Timestamp;

/// An instant with milliseconds, as the service writes it.
pub(super) fn instant_text(instant: Timestamp) -> String {
    format!("{instant:.3}")
}
