//! A request, taken apart.

use hyper::Method;
use hyper::body::Bytes;
use hyper::http::request::Parts;
use percent_encoding::percent_decode_str;

use super::fields::Fields;
use super::form;
use super::refusal::Refusal;

/// A call of the API.
pub(super) struct Call {
    pub(super) method: Method,
    /// The path as it came.
    pub(super) path: String,
    /// What stands between the slashes of the path.
    pub(super) segments: Vec<String>,
    /// What stands in the body, or in the query of a request without one.
    pub(super) parameters: Fields,
}

impl Call {
    /// Reads a request. The first generation of the API speaks in forms, the second in JSON.
    pub(super) fn read(head: &Parts, body: &Bytes) -> Result<Self, Refusal> {
        let (method, path) = (head.method.clone(), head.uri.path());
        let decode = |segment| Some(percent_decode_str(segment).decode_utf8().ok()?.into_owned());
        let segments =
            path.split('/').skip(1).map(decode).collect::<Option<Vec<_>>>().ok_or(Refusal::ROUTE_NOT_FOUND)?;
        let parameters = if method == Method::GET {
            form::parse(head.uri.query().unwrap_or_default()).map(Fields::from)
        } else if body.is_empty() {
            Some(Fields::default())
        } else if path.starts_with("/v1/") {
            str::from_utf8(body).ok().and_then(form::parse).map(Fields::from)
        } else {
            serde_json::from_slice(body).ok().and_then(|json| Fields::of(json).ok())
        };
        let parameters = parameters.ok_or(Refusal::PARAMETERS_INVALID)?;
        Ok(Self { method, path: path.to_owned(), segments, parameters })
    }
}
