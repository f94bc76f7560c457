//! From the parameters of an operation to an HTTP request.

use http::header::{ACCEPT, AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderValue, Method, Uri};

use crate::runtime::api::endpoint::{Endpoint, Traits};
use crate::runtime::bodies::body::Body;
use crate::runtime::calls::body::body;
use crate::runtime::calls::own_settings::Extra;
use crate::runtime::calls::parameters::{Parameters, StylesOf};
use crate::runtime::configuration::config::Config;
use crate::runtime::environment::Environment;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::formats::styling::style_of;
use crate::runtime::json::check_bounds::{Unsendable, check_bounds};
use crate::runtime::json::slot::Members;
use crate::runtime::json::write::write_plain;
use crate::runtime::signing::proof::joined;
use crate::runtime::signing::proofs::Signature;

/// Where a request goes and what it carries. What is cloned of it is cheap to clone.
pub(crate) struct Target {
    pub(crate) uri: Uri,
    pub(super) method: Method,
    /// What it carries, which is taken where it can be had once only.
    pub(crate) body: Body,
    /// What the body says of itself, if there is one.
    pub(super) content_type: Option<HeaderValue>,
    /// Whether the request is to carry an idempotency key.
    #[cfg_attr(not(any(feature = "async", feature = "blocking")), allow(dead_code, reason = "clients make the keys"))]
    pub(super) is_keyed: bool,
    /// What the request is signed with in place of what the client has.
    pub(super) authorization: Option<HeaderValue>,
    /// What the client signs it with.
    pub(crate) signature: Signature,
    /// The parameters that are headers.
    pub(super) headers: HeaderMap,
}

impl Target {
    /// A request with the headers that all requests carry.
    pub(super) fn request<B>(&self, body: B, endpoint: &Endpoint, config: &Config) -> http::Request<B> {
        let mut request = http::Request::new(body);
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        let headers = request.headers_mut();
        *headers = config.headers(self.content_type.as_ref());
        let accept = endpoint.traits.accept;
        if accept != Traits::PLAIN.accept && headers.get(ACCEPT).is_some_and(|usual| usual == Traits::PLAIN.accept) {
            headers.insert(ACCEPT, HeaderValue::from_static(accept));
        }
        config.add_constants(headers, endpoint.traits.headers);
        for (name, value) in &self.headers {
            let others = headers.get(COOKIE).filter(|_| name == COOKIE);
            let value = others.map_or_else(|| value.clone(), |others| joined(others, value));
            headers.insert(name, value);
        }
        if let Some(authorization) = &self.authorization {
            headers.insert(AUTHORIZATION, authorization.clone());
        }
        config.proofs().sign(self.signature, &mut request);
        let headers = request.headers_mut();
        if headers.get(AUTHORIZATION).is_some_and(HeaderValue::is_empty) {
            headers.remove(AUTHORIZATION);
        }
        request
    }
}

/// Makes the URL, the headers and the body of one call.
pub(super) fn encode<'a>(
    endpoint: &Endpoint,
    mut parameters: Parameters<'a>,
    extra: &'a mut Extra,
    config: &Config,
    environment: &dyn Environment,
) -> Result<Target, InvalidRequest> {
    let unsendable = |Unsendable { path, reason }: Unsendable| {
        InvalidRequest::of_parameter(endpoint.name, path.into_string(), reason)
    };
    let Parameters { path, query, header, cookie, body: members, .. } = &mut parameters;
    for members in [path, query, header, cookie, members] {
        check_bounds(members).map_err(unsendable)?;
    }
    if endpoint.traits.has_body || !parameters.body.are_unset() {
        parameters.body.extra = &mut extra.anywhere;
    } else {
        extra.query.append(&mut extra.anywhere);
    }
    parameters.query.extra = &mut extra.query;
    let format = endpoint.dialect.format;
    let form = endpoint.dialect.instants;
    let base_url = config.base_url(endpoint)?;
    let mut target = String::with_capacity(128);
    target.push_str(base_url.path());
    push_path(&mut target, endpoint, parameters.path, &parameters.styles)?;
    if target.is_empty() {
        // The path comes from a URL that the service said.
        target.push('/');
    }
    let mut headers = HeaderMap::new();
    match endpoint.traits.styling {
        Some(styling) => {
            let styles = &parameters.styles;
            (styling.query)(&mut target, parameters.query, &styles.query, format.push_query, form)
                .map_err(unsendable)?;
            (styling.headers)(&mut headers, [parameters.header, parameters.cookie], &styles.header, form)
                .map_err(unsendable)?;
        }
        None if parameters.query.are_none() => {}
        None => (format.push_query)(&mut target, parameters.query, form).map_err(unsendable)?,
    }
    let authorization = parameters.token.bearer(endpoint)?;
    let signature = if authorization.is_some() { &[] } else { config.proofs().signature(endpoint)? };
    config.proofs().sign_url(signature, &mut target);
    let uri = base_url
        .join(target)
        .map_err(|_| InvalidRequest::of_request(endpoint.name, "its URL would be too long: shorten its parameters"))?;
    let payload = body(endpoint, parameters.body, environment).map_err(unsendable)?;
    Ok(Target {
        uri,
        method: endpoint.method.clone(),
        body: payload.body,
        content_type: payload.content_type,
        is_keyed: endpoint.traits.is_keyed,
        authorization,
        signature,
        headers,
    })
}

/// Appends the path of an endpoint with its parameters filled in, each within one segment.
fn push_path(
    target: &mut String,
    endpoint: &Endpoint,
    mut parameters: Members<'_>,
    styles: &StylesOf,
) -> Result<(), InvalidRequest> {
    let mut path = endpoint.path;
    while let Some((literal, rest)) = cut(path, b'{') {
        let (name, rest) = cut(rest, b'}').unwrap_or((rest, ""));
        path = rest;
        target.push_str(literal);
        let start = target.len();
        if let Some(member) = parameters.find(name) {
            let form = member.form.or(endpoint.dialect.instants);
            match endpoint.traits.styling.zip(style_of(&styles.path, name)) {
                Some((styling, style)) => (styling.path)(target, name, member.place.slot(), style, form)
                    .map_err(|it| InvalidRequest::of_parameter(endpoint.name, name, it.reason))?,
                None => push_encoded(target, &write_plain(member.place.slot(), form)),
            }
        }
        let refused = match &target[start..] {
            "" => "must not be empty",
            "." | ".." => "must not be `.` or `..`, which would lead to another path",
            _ => continue,
        };
        return Err(InvalidRequest::of_parameter(endpoint.name, name, refused));
    }
    target.push_str(path);
    Ok(())
}

/// What stands before an ASCII character and behind it. In texts as short as paths, that is found far quicker byte by byte
/// than by `split_once`.
fn cut(text: &str, at: u8) -> Option<(&str, &str)> {
    let position = text.bytes().position(|byte| byte == at)?;
    Some((&text[..position], &text[position + 1..]))
}
