//! What texts of a description become, case by case and for any text at all.

mod any_text;
mod cases;
mod rustdoc;

use super::Doc;

/// The documentation that a text becomes, in one piece.
fn markdown(text: &str) -> String {
    Doc::of(text).lines().join("\n")
}
