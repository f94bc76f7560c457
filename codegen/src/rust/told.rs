//! What tells apart what something can be, in words.

use super::docs::code;
use crate::api::Told;

/// What says what an object is, in words that a sentence goes on with.
pub(crate) fn tells(told: &Told) -> String {
    match (told, told.tag()) {
        (_, Some(tag)) => format!("{} tells", code(tag)),
        (Told::Key, None) => "the name of a member tells".to_owned(),
        (_, None) => "its members tell".to_owned(),
    }
}

/// The member that says what an object is, for readers of its rows; `*` where it is none in particular.
pub(crate) fn told_by(told: &Told) -> &str {
    told.tag().unwrap_or("*")
}
