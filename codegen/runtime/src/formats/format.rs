//! What distinguishes the forms of bodies and queries.

use http::HeaderValue;

use crate::runtime::formats::encoding::Writing;
use crate::runtime::formats::styling::PushQuery;
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::slot::{Members, Slot};
use crate::runtime::values::carried::Carried;

/// The forms of bodies and queries where an endpoint does not say otherwise.
#[derive(Debug)]
pub struct Format {
    /// The form of bodies.
    pub(crate) body: &'static BodyFormat,
    /// Appends to a URL, which may have a query already, the parameters of its query, or nothing if there are none. Fails
    /// where a query cannot say a value.
    pub(crate) push_query: PushQuery,
}

/// A form of bodies.
#[derive(Debug)]
pub struct BodyFormat {
    /// What a body says of itself, unless the endpoint says more.
    pub(crate) content_type: HeaderValue,
    /// Makes a body. Fails where it cannot say a value.
    pub(crate) write: fn(Content<'_>, &Writing<'_>) -> Result<Written, Unsendable>,
}

/// What a body is made of.
pub(crate) enum Content<'a> {
    /// The members of an object.
    Members(Members<'a>),
    /// Another value.
    Value(Slot<'a>),
}

/// A body, and what it says of itself that is not known before it is written.
pub(crate) struct Written {
    pub(crate) body: Carried,
    /// The media type of what is in it.
    pub(crate) media_type: Option<String>,
    /// What stands between its parts.
    pub(crate) boundary: Option<String>,
}

impl<B: Into<Carried>> From<B> for Written {
    fn from(body: B) -> Self {
        Self { body: body.into(), media_type: None, boundary: None }
    }
}
