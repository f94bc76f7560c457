//! From the parameters of an operation to an HTTP request.

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION};
use http::{HeaderValue, Uri};

use crate::runtime::api::endpoint::{Endpoint, Traits};
use crate::runtime::bodies::body::Body;
use crate::runtime::calls::parameters::Parameters;
use crate::runtime::configuration::config::Config;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::json::check_bounds::{Unsendable, check_bounds};
use crate::runtime::json::slot::Members;
use crate::runtime::json::write::write_plain;

/// Where a request goes and what it carries. What is cloned of it is cheap to clone.
pub(crate) struct Target {
    pub(crate) uri: Uri,
    /// What it carries, which is taken where it can be had once only.
    pub(crate) body: Body,
    /// What the request is signed with in place of the API key.
    authorization: Option<HeaderValue>,
}

impl Target {
    /// A request with the headers that all requests carry.
    pub(super) fn request<B>(&self, body: B, endpoint: &Endpoint, config: &Config) -> http::Request<B> {
        let mut request = http::Request::new(body);
        *request.method_mut() = endpoint.method.clone();
        *request.uri_mut() = self.uri.clone();
        let headers = request.headers_mut();
        *headers = config.headers(endpoint.traits.has_body.then_some(endpoint.dialect.format.content_type));
        let accept = endpoint.traits.accept;
        if accept != Traits::PLAIN.accept && headers.get(ACCEPT).is_some_and(|usual| usual == Traits::PLAIN.accept) {
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
        }
        if let Some(authorization) = &self.authorization {
            headers.insert(AUTHORIZATION, authorization.clone());
        }
        request
    }
}

/// Makes the URL and the body of one call.
pub(super) fn encode(
    endpoint: &Endpoint,
    mut parameters: Parameters<'_>,
    config: &Config,
) -> Result<Target, InvalidRequest> {
    let unsendable = |Unsendable { path, reason }: Unsendable| {
        InvalidRequest::of_parameter(endpoint.name, path.into_string(), reason)
    };
    for members in [&mut parameters.path, &mut parameters.query, &mut parameters.body] {
        check_bounds(members).map_err(unsendable)?;
    }
    let format = endpoint.dialect.format;
    let form = endpoint.dialect.instants;
    let base_url = config.base_url(endpoint)?;
    let mut target = String::with_capacity(128);
    target.push_str(base_url.path());
    push_path(&mut target, endpoint, parameters.path)?;
    (format.push_query)(&mut target, parameters.query, form).map_err(unsendable)?;
    let uri = base_url
        .join(target)
        .map_err(|_| InvalidRequest::of_request(endpoint.name, "its URL would be too long: shorten its parameters"))?;
    let body = if endpoint.traits.has_body { (format.body)(parameters.body, form) } else { Bytes::new() };
    let authorization = parameters.token.bearer(endpoint)?;
    Ok(Target { uri, body: body.into(), authorization })
}

/// Appends the path of an endpoint with its parameters filled in, each as one segment.
fn push_path(target: &mut String, endpoint: &Endpoint, mut parameters: Members<'_>) -> Result<(), InvalidRequest> {
    let mut path = endpoint.path;
    while let Some((literal, rest)) = path.split_once('{') {
        let (name, rest) = rest.split_once('}').unwrap_or((rest, ""));
        path = rest;
        target.push_str(literal);
        let value = parameters
            .find(name)
            .map(|member| write_plain(member.place.slot(), member.form.or(endpoint.dialect.instants)));
        let value = value.unwrap_or_default();
        let refused = match &*value {
            "" => "must not be empty",
            "." | ".." => "must not be `.` or `..`, which would lead to another path",
            _ => {
                push_encoded(target, &value);
                continue;
            }
        };
        return Err(InvalidRequest::of_parameter(endpoint.name, name, refused));
    }
    target.push_str(path);
    Ok(())
}
