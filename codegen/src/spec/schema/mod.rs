//! The kinds of mappings that a description is made of: the keys of each, what they hold, and what they say.
//!
//! No mapping is opened but as one of these kinds, so a key that is not listed here cannot be written. Editors learn from the
//! same tables what may stand where.

mod accepted;
mod api_file;
mod calls;
mod common;
mod events;
mod kind;
mod pages;
mod project;
mod resource;
mod types;
mod ways;

pub use kind::{Key, MappingKind, Rule, Shape, Way, Words};

pub(super) use accepted::ACCEPTED_CHANGE;
pub(super) use api_file::{
    API_FILE, DIALECT, ERROR_FIELD, PACKAGE, PROTOCOL, SCHEME, SCHEME_CARRIED, SCHEME_OAUTH2, SCHEME_PLAIN,
    SERVER_VARIABLE,
};
pub(super) use calls::{
    ANSWER, ANSWER_HEADER, AUTH, BODY, ENCODING, ENDPOINT, EXAMPLE, IMPLYING, LIFECYCLE, OF_FORMAT, PARAMETER, SESSION,
    STATUS_ANSWER, TRANSITION,
};
pub(super) use common::{HEADER, VALUE};
pub(super) use events::{EVENT, EVENT_EXAMPLE, IN_HEADER, SIGNATURE, SIGNATURE_PAIRS, WEBHOOKS};
pub(super) use pages::{NEXT, PAGES};
pub(super) use project::{CALL_HINT, KEPT_CALL, KEPT_TYPE, NAMES_FILE, PROJECT_FILE, SELECTION};
pub(super) use resource::{ERROR_CODE, RESOURCE};
pub(super) use types::{ALIAS, ENUM, FIELD, IDENTIFIER, REST, UNION, UNION_TOLD, VARIANT};
pub(crate) use types::{BESIDE, MAKE_OBJECT, OBJECT};
pub(super) use ways::{NEXT_PAGE, SCHEMES, TOLD};

/// All kinds of mappings of which a description is made.
pub fn mappings() -> impl Iterator<Item = &'static MappingKind> + Clone {
    let files =
        [api_file::KINDS, resource::KINDS, types::KINDS, calls::KINDS, events::KINDS, pages::KINDS, common::KINDS];
    files.into_iter().flatten().copied()
}

/// A file beside `api.yaml`, or itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// `api.yaml`.
    Api,
    /// The file of a resource.
    Resource,
    /// `accepted.yaml`.
    Accepted,
    /// `api.yaml` where it names a published document.
    Project,
    /// `names.yaml`.
    Names,
}

impl File {
    /// What such a file holds.
    #[must_use]
    pub fn shape(self) -> Shape {
        match self {
            Self::Api => Shape::Kind(&API_FILE),
            Self::Resource => Shape::Kind(&RESOURCE),
            Self::Accepted => Shape::Either(accepted::FILE),
            Self::Project => Shape::Kind(&PROJECT_FILE),
            Self::Names => Shape::Either(project::NAMES),
        }
    }
}
