//! How requests prove who sends them.

use super::ids::SchemeId;
use super::item::Item;

/// A way to prove who sends a request.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Name and doc.
    pub item: Item,
    /// What is sent.
    pub kind: SchemeKind,
}

/// What is sent to prove who sends a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A key or a token, as `Authorization: Bearer …`.
    Bearer,
    /// A user and a password, as `Authorization: Basic …`.
    Basic,
    /// A key in a header of this name.
    Header(String),
    /// A key in the query, under this name.
    Query(String),
    /// A key in a cookie of this name.
    Cookie(String),
    /// A token that the client gets by itself, and sends as `Authorization: Bearer …`.
    OAuth2 {
        /// Where it gets it: a URL, or a path of the first server.
        token_url: String,
        /// For what.
        scopes: Vec<String>,
    },
}

impl SchemeKind {
    /// What carries it, in words; two that are carried by the same thing do not go together.
    #[must_use]
    pub fn place(&self) -> String {
        match self {
            Self::Bearer | Self::Basic | Self::OAuth2 { .. } => "the header `authorization`".to_owned(),
            Self::Header(name) => format!("the header `{}`", name.to_ascii_lowercase()),
            Self::Query(name) => format!("the query as `{name}`"),
            Self::Cookie(name) => format!("the cookie `{name}`"),
        }
    }

    /// All that is said of it, in the words of a description.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Bearer => "bearer".to_owned(),
            Self::Basic => "basic".to_owned(),
            Self::Header(name) => format!("header {name}"),
            Self::Query(name) => format!("query {name}"),
            Self::Cookie(name) => format!("cookie {name}"),
            Self::OAuth2 { token_url, scopes } => {
                format!("oauth2 {token_url} {}", scopes.join(" ")).trim_end().to_owned()
            }
        }
    }
}

/// What signs a request: any of these, each of which is all of some schemes. One without schemes is a request that need
/// not be signed; none at all is one that never is.
pub type Security = Vec<Vec<SchemeId>>;
