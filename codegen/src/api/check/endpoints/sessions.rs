//! Checks where tokens come from that sign requests in place of the API key.

use super::references::{endpoint_named, listed_code};
use crate::{
    api::{
        check::symbols::{Symbols, unknown_in},
        model::{
            AnswerContent, Api, Auth, CodeId, Endpoint, Field, Location, Object, ObjectId, Parameter, Returns, Session,
            Type,
        },
        scalars::Scalar,
    },
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, BoundKind, Faulty, Read, Text},
};

const RULE: &str = "invalid-session";

/// Fills in the sessions of the endpoints of a resource.
pub(crate) fn fill(
    resource: &spec::Resource,
    endpoints: &mut [Endpoint],
    api: &Api,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) {
    for (index, written) in resource.endpoints.iter().enumerate() {
        let Some(session) = written.auth.as_ref().and_then(|auth| auth.session.as_ref()) else { continue };
        let checking = Checking { resource, written, session, endpoints, api, symbols };
        let checked = checking.session(&endpoints[index], diagnostics);
        if let (Ok(checked), Auth::Token(token)) = (checked, &mut endpoints[index].auth) {
            token.session = Some(checked);
        }
    }
}

struct Checking<'a> {
    resource: &'a spec::Resource,
    /// The endpoint that takes the token, as it is written.
    written: &'a spec::Endpoint,
    session: &'a spec::Session,
    endpoints: &'a [Endpoint],
    api: &'a Api,
    symbols: &'a Symbols<'a>,
}

impl Checking<'_> {
    fn session(&self, endpoint: &Endpoint, diagnostics: &mut Diagnostics) -> Read<Session> {
        let batch = self.batch(endpoint, diagnostics);
        let renew_on = self.renew_on(diagnostics);
        let (create, object) = self.create(diagnostics)?;
        let token = member(&self.api[object], &self.session.token, Scalar::String, diagnostics);
        let expires_at = member(&self.api[object], &self.session.expires_at, Scalar::Timestamp, diagnostics);
        let (item, max_items) = batch?;
        let (token, expires_at, renew_on) = (token?, expires_at?, renew_on?);
        Ok(Session { create, object, token, expires_at, renew_on, item, max_items })
    }

    /// The endpoint that makes a token, which anybody with a key can call, and the object with which it answers.
    fn create(&self, diagnostics: &mut Diagnostics) -> Read<(usize, ObjectId)> {
        let name = self.session.create.as_ref().map_err(|faulty| *faulty)?;
        let index = endpoint_named(name, self.endpoints, self.symbols, diagnostics)?;
        let endpoint = &self.endpoints[index];
        let written = &self.resource.endpoints[index];
        if written.returns.is_err() || written.parameters.is_err() {
            return Err(Faulty);
        }
        if !matches!(endpoint.auth, Auth::Schemes(_)) || endpoint.parameters.iter().any(is_argument) {
            let message = format!("the endpoint {} cannot make tokens by itself", code(&name.value));
            let help = "name an endpoint that takes the API key and has no required parameter";
            return Err(invalid(message, &name.span, "it asks for more than an API key", help, diagnostics));
        }
        if let Returns::Value(Type::Object(object)) = endpoint.returns
            && endpoint.answer.content == AnswerContent::Json
        {
            return Ok((index, object));
        }
        let message = format!("the endpoint {} answers with no object that could hold a token", code(&name.value));
        let help = "name an endpoint that returns an object with the token and its end";
        Err(invalid(message, &name.span, "this endpoint", help, diagnostics))
    }

    /// What the endpoint that takes the token sends in batches, as the list that is its only parameter, and how many at
    /// once.
    fn batch(&self, endpoint: &Endpoint, diagnostics: &mut Diagnostics) -> Read<(Type, Option<u64>)> {
        let written = self.written.parameters.as_ref().map_err(|faulty| *faulty)?;
        let given: Vec<&Parameter> = endpoint.parameters.iter().filter(|parameter| !parameter.is_fixed()).collect();
        match given[..] {
            [Parameter { location: Location::Body, optional: false, ty: Type::List(item), bounds, .. }] => {
                Ok((Type::clone(item), bounds.size(BoundKind::MaxItems)))
            }
            _ if endpoint.parameters.len() != written.len() => Err(Faulty),
            _ => {
                let message = "an endpoint with a session sends one list, in batches".to_owned();
                let help = "let a required list in the body be its only parameter, or remove `session`";
                Err(invalid(message, &self.session.span, "this session", help, diagnostics))
            }
        }
    }

    /// The code of the error of a token that has ended, which the endpoint must list.
    fn renew_on(&self, diagnostics: &mut Diagnostics) -> Read<Option<CodeId>> {
        let Some(name) = self.session.renew_on.as_ref().map_err(|faulty| *faulty)? else { return Ok(None) };
        listed_code(name, self.written, RULE, self.symbols, diagnostics).map(Some)
    }
}

/// Whether callers must give a parameter.
fn is_argument(parameter: &Parameter) -> bool {
    parameter.need().is_some_and(|need| !need.is_optional())
}

/// The index of a member that is of a type, and never absent from an answer.
fn member(object: &Object, name: &Read<Text>, scalar: Scalar, diagnostics: &mut Diagnostics) -> Read<usize> {
    let name = name.as_ref().map_err(|faulty| *faulty)?;
    let Some(index) = object.fields.iter().position(|field| field.item.name == name.value) else {
        let known = object.fields.iter().map(|field| field.item.name.as_str());
        return Err(unknown_in(&object.item.name, "member", name, known, diagnostics));
    };
    let Field { ty: found, sides, optional, .. } = &object.fields[index];
    if found.without_forms() != Type::Scalar(scalar) || !sides.response || optional.response {
        let noun = scalar.facts().name;
        let message = format!("the member {} is no `{noun}` that is always there", code(&name.value));
        let help = format!("name a member of type `{noun}` that is neither optional nor `only: request`");
        return Err(invalid(message, &name.span, "not such a member", &help, diagnostics));
    }
    Ok(index)
}

fn invalid(message: String, place: &Span, label: &str, help: &str, diagnostics: &mut Diagnostics) -> Faulty {
    diagnostics.push(Diagnostic::new(RULE, message, place, label).help(help));
    Faulty
}
