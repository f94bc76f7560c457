//! What `api.yaml` says: of the crate, and of how the service is reached and speaks.

use serde_json::Value;

use super::http::{BodyFormat, HttpMethod};
use super::item::Item;
use super::pages::Pagination;
use crate::api::scalars::TimestampFormat;
use crate::diag::Span;

/// Where `api.yaml` says what belongs to no item.
#[derive(Clone, Debug)]
pub struct Places {
    /// The name of the API.
    pub name: Span,
    /// The text that says what it is.
    pub doc: Span,
    /// Its version.
    pub version: Span,
    /// How requests are signed.
    pub auth: Span,
    /// The name of the package.
    pub package: Span,
}

/// The crate to be written, as its `Cargo.toml` names it.
#[derive(Clone, Debug, Default)]
pub struct Package {
    /// A name in lower case, with which the crate builds.
    pub name: String,
    /// A semantic version.
    pub version: String,
    /// An SPDX licence expression.
    pub license: String,
    /// Whether it has no tests of the examples.
    pub without_tests: bool,
    /// What registries are told besides.
    pub listing: Listing,
}

/// What registries are told of a package besides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// URLs, by the keys that Cargo has for them.
    pub links: Vec<(&'static str, String)>,
    /// Lists of texts, by the keys that Cargo has for them.
    pub lists: Vec<(&'static str, Vec<String>)>,
    /// Whether the package stays unpublished.
    pub is_private: bool,
}

impl Package {
    /// The name by which Rust code speaks of the crate.
    #[must_use]
    pub fn crate_name(&self) -> String {
        self.name.replace('-', "_")
    }
}

/// A place where the API is served.
#[derive(Clone, Debug)]
pub struct Server {
    /// The name by which the description speaks of it.
    pub name: String,
    /// Scheme and authority, and perhaps a path, without a slash at the end, and with variables in braces: one for each
    /// environment, or one alone.
    pub urls: Vec<String>,
    /// Where the name is written.
    pub span: Span,
}

impl Server {
    /// Where it is unless a program says otherwise.
    #[must_use]
    pub fn url(&self) -> &str {
        self.urls.first().map_or("", String::as_str)
    }
}

/// The names that stand between braces in a URL.
pub(crate) fn variables_in(url: &str) -> impl Iterator<Item = &str> {
    url.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// What stands between braces in URLs of servers.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Name and doc.
    pub item: Item,
    /// What stands there unless a program says otherwise.
    pub default: String,
    /// What may stand there; anything if nothing is listed.
    pub values: Vec<String>,
    /// Whether nothing else may.
    pub closed: bool,
}

/// A header of requests: one that each of them carries, or that callers may set, or both.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its name as written, and its doc; without a doc, callers do not set it.
    pub item: Item,
    /// What every request carries, filled in: visible ASCII.
    pub value: Option<String>,
}

impl Header {
    /// Whether callers can set it.
    #[must_use]
    pub fn is_settable(&self) -> bool {
        !self.item.doc.is_empty()
    }
}

/// How the service speaks HTTP and JSON.
#[derive(Clone, Debug)]
pub struct Protocol {
    /// The response header that identifies a request to the service's support.
    pub request_id: Option<String>,
    /// The request header by which the service knows the repetition of a request.
    pub idempotency_key: Option<String>,
    /// The response header that says whether to repeat a request.
    pub should_retry: Option<String>,
    /// The members that lead to the code in the body of an error answer.
    pub error_code: Vec<String>,
    /// The members that lead to its message.
    pub error_message: Vec<String>,
    /// What else callers ask of an error.
    pub error_fields: Vec<ErrorField>,
}

/// What the body of an error may say besides its code and message.
#[derive(Clone, Debug)]
pub struct ErrorField {
    /// Its name for callers, and its doc.
    pub item: Item,
    /// The members that lead to it.
    pub path: Vec<String>,
}

impl Protocol {
    /// The code in the body of an error answer, as clients find it.
    #[must_use]
    pub fn code_in(&self, body: &Value) -> Option<String> {
        text_at(body, &self.error_code)
    }

    /// The message in the body of an error answer, as clients find it.
    #[must_use]
    pub fn message_in(&self, body: &Value) -> Option<String> {
        text_at(body, &self.error_message)
    }
}

/// The text or number behind names of members and indices of items.
fn text_at(body: &Value, path: &[String]) -> Option<String> {
    match path.iter().try_fold(body, |value, name| part(value, name))? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn part<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value {
        Value::Array(items) => items.get(name.parse::<usize>().ok()?),
        value => value.get(name),
    }
}

/// How the service speaks on some of its paths: one of the `protocols` of the description.
#[derive(Clone, Debug)]
pub struct Dialect {
    /// The name by which the description speaks of it; empty for the one that holds where none is described.
    pub name: String,
    /// How the paths begin on which it holds; empty for the one that holds where none is described.
    pub path: String,
    /// How bodies of requests are written.
    pub body: BodyFormat,
    /// How instants are written.
    pub timestamps: TimestampFormat,
    /// How lists are cut into pages.
    pub pagination: Option<Pagination>,
    /// The methods whose requests carry an idempotency key.
    pub keyed: Vec<HttpMethod>,
    /// Where the name is written; the beginning of `api.yaml` for the one that holds where none is described.
    pub span: Span,
}

impl Dialect {
    /// Whether requests of a method carry an idempotency key.
    #[must_use]
    pub fn is_keyed(&self, method: HttpMethod) -> bool {
        self.keyed.contains(&method)
    }
}
