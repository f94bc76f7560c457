//! From the parameters of an operation to an HTTP request.

use std::borrow::Cow;

use bytes::Bytes;
use http::Uri;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::config::Config;
use super::invalid_request::InvalidRequest;
use super::members::Members;
use super::parameters::Parameters;
use super::service::{BodyKind, Endpoint};
use super::slot::Slot;
use super::write::{write_json, write_members};

/// All but the unreserved characters of RFC 3986. A path segment and a query are encoded alike.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Where a request goes and what it carries. Everything in it is cheap to clone.
pub(super) struct Target {
    uri: Uri,
    body: Bytes,
}

impl Target {
    /// A request with the headers that all requests carry.
    pub(super) fn request(&self, endpoint: &Endpoint, config: &Config) -> http::Request<Bytes> {
        let mut request = http::Request::new(self.body.clone());
        *request.method_mut() = endpoint.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = config.headers(endpoint.body).clone();
        request
    }
}

/// Makes the URL and the body of one call.
pub(super) fn encode(
    endpoint: &Endpoint,
    parameters: Parameters<'_>,
    config: &Config,
) -> Result<Target, InvalidRequest> {
    let base_url = config.base_url();
    let mut target = String::with_capacity(128);
    target.push_str(base_url.path());
    push_path(&mut target, endpoint, parameters.path)?;
    push_query(&mut target, parameters.query);
    let uri = base_url
        .join(target)
        .map_err(|_| InvalidRequest::of_request(endpoint.name, "its URL would be too long: shorten its parameters"))?;
    let body = match endpoint.body {
        BodyKind::None => Bytes::new(),
        BodyKind::Json => json_body(parameters.body),
    };
    Ok(Target { uri, body })
}

/// A JSON object, `{}` if no parameter is set.
fn json_body(mut parameters: Members<'_>) -> Bytes {
    if parameters.written().next().is_none() {
        return Bytes::from_static(b"{}");
    }
    write_members(parameters).into()
}

/// Appends the path of an endpoint with its parameters filled in, each as one segment.
fn push_path(target: &mut String, endpoint: &Endpoint, mut parameters: Members<'_>) -> Result<(), InvalidRequest> {
    let mut path = endpoint.path;
    while let Some((literal, rest)) = path.split_once('{') {
        let (name, rest) = rest.split_once('}').unwrap_or((rest, ""));
        path = rest;
        target.push_str(literal);
        let value = parameters.find(name).map(|member| plain(member.place.slot())).unwrap_or_default();
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

/// Appends `?name=value&…`; a list gives its name once for each item.
fn push_query(target: &mut String, mut parameters: Members<'_>) {
    let mut separator = '?';
    for (name, place) in parameters.written() {
        for_each_value(place.slot(), &mut |value| {
            target.push(separator);
            separator = '&';
            push_encoded(target, name);
            target.push('=');
            push_encoded(target, &plain(value));
        });
    }
}

/// Calls `visit` with each value of a query parameter: none, one, or as many as a list has.
fn for_each_value(slot: Slot<'_>, visit: &mut dyn FnMut(Slot<'_>)) {
    match slot {
        Slot::Optional(place) => {
            if let Some(value) = place.get() {
                for_each_value(value.slot(), visit);
            }
        }
        Slot::List(list) => list.items().for_each(|item| visit(item.slot())),
        value => visit(value),
    }
}

fn push_encoded(target: &mut String, text: &str) {
    target.extend(utf8_percent_encode(text, RESERVED));
}

/// The value as plain text; what has no text form of its own is written as JSON is.
fn plain(slot: Slot<'_>) -> Cow<'_, str> {
    match slot {
        Slot::Text(text) => text.text(),
        other => write_json(other).into(),
    }
}
