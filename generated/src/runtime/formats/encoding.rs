//! How members of a body are written, where that is not as the format of the body has it.

use crate::runtime::environment::Environment;
use crate::runtime::formats::styling::{Style, Styling};
use crate::runtime::json::scalar::WireForm;

/// How a member of a body is written.
#[derive(Clone, Copy, Debug)]
#[allow(dead_code, reason = "a description may ask for none of them")]
pub(crate) enum Encoding {
    /// In a form: in the style of a query, and what writes it.
    Style(Style, &'static Styling),
    /// In a part of its own: with this media type.
    Media(&'static str),
}

/// Members by their names, and how they are written.
pub(crate) type Encodings = &'static [(&'static str, Encoding)];

/// How a body is written.
#[allow(dead_code, reason = "a description may have no bodies of several parts")]
pub(crate) struct Writing<'a> {
    /// The form of what does not say its own.
    pub(crate) form: WireForm,
    /// How some of its members are written.
    pub(crate) encodings: Encodings,
    pub(crate) environment: &'a dyn Environment,
}

impl Writing<'_> {
    /// How a member is written, if it says so.
    #[allow(dead_code, reason = "a description may have no forms, and no bodies of several parts")]
    pub(crate) fn of(&self, name: &str) -> Option<Encoding> {
        self.encodings.iter().find(|(member, _)| *member == name).map(|(_, encoding)| *encoding)
    }
}
