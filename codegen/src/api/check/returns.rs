//! Checks what an endpoint answers, and the form of the pages of a list.

use super::{symbols::Symbols, types};
use crate::{
    api::model::{Api, Endpoint, HttpMethod, Location, Pagination, Returns, TimestampFormat, Type},
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, ApiFile, Faulty, Read, TypeExpression},
};

/// Finds out what an endpoint answers.
pub(super) fn check(endpoint: &spec::Endpoint, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Read<Returns> {
    match endpoint.returns.as_ref().map_err(|faulty| *faulty)? {
        None => Ok(Returns::Nothing),
        Some(TypeExpression::Name(name, Some(items))) if name.value == "list" => {
            types::named(items, symbols, diagnostics).map(Returns::Page)
        }
        Some(ty) => types::resolve(ty, None, symbols, diagnostics).map(Returns::Value),
    }
}

/// What an answer looks like.
pub(super) enum Form {
    /// Nothing is answered.
    Nothing,
    /// A value, in which instants have a form.
    Value(Type, TimestampFormat),
    /// A page of such values.
    Page(Pagination, Type, TimestampFormat),
}

/// Finds out what an answer looks like. `checked` is the endpoint as far as it is known.
pub(super) fn form(
    endpoint: &spec::Endpoint,
    checked: &Endpoint,
    file: &Read<ApiFile>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Read<Form> {
    let protocol = &api[checked.protocol];
    let item = match &checked.returns {
        Returns::Nothing => return Ok(Form::Nothing),
        Returns::Value(ty) => return Ok(Form::Value(ty.clone(), protocol.timestamps)),
        Returns::Page(item) => item,
    };
    let place = match &endpoint.returns {
        Ok(Some(TypeExpression::Name(name, _))) => &name.span,
        _ => &endpoint.item.name.span,
    };
    let problem = match protocol.pagination {
        None if is_faulty(checked, file) => return Err(Faulty),
        None => Some(("the protocol does not say how lists are cut into pages".to_owned(), NO_PAGINATION.to_owned())),
        Some(_) if checked.method != HttpMethod::Get => {
            let message = format!("a {} cannot list", checked.method.as_str());
            Some((message, "write `http: GET …`: each page is asked for by a request of its own".to_owned()))
        }
        Some(Pagination::PageUrl) => None,
        // What a faulty parameter was to be is not known.
        Some(Pagination::Cursor)
            if !endpoint.parameters.as_ref().is_ok_and(|it| it.len() == checked.parameters.len()) =>
        {
            None
        }
        Some(Pagination::Cursor) => cursor_problem(item, checked, api),
    };
    match (problem, protocol.pagination) {
        (None, Some(pagination)) => Ok(Form::Page(pagination, item.clone(), protocol.timestamps)),
        (problem, _) => {
            let (message, help) = problem.unwrap_or_default();
            diagnostics.push(fault(message, place).help(help));
            Err(Faulty)
        }
    }
}

const NO_PAGINATION: &str =
    "add `pagination: cursor` or `pagination: page_url` to a protocol for its path in `api.yaml`, or return `[…]`";

fn fault(message: String, place: &Span) -> Diagnostic {
    Diagnostic::new("invalid-pagination", message, place, "the pages of this list")
}

/// Whether the pagination of the endpoint's protocol is written, but wrong.
fn is_faulty(endpoint: &Endpoint, file: &Read<ApiFile>) -> bool {
    let protocol = file.as_ref().ok().and_then(|file| file.protocols.get(endpoint.protocol.index()));
    protocol.is_some_and(|protocol| !matches!(protocol.pagination, Ok(None)))
}

/// What keeps the next page from being found after the last item, and what to do about it.
fn cursor_problem(item: &Type, endpoint: &Endpoint, api: &Api) -> Option<(String, String)> {
    let id = match item {
        Type::Object(object) => api[*object].fields.iter().find(|field| field.item.name == "id"),
        _ => None,
    };
    let is_there = |ty: &Type| matches!(ty, Type::String | Type::Id(_));
    let Some(id) = id.filter(|id| is_there(&id.ty) && id.sides.response && !id.optional.response) else {
        let message = "the next page begins after the `id` of the last item, but the items have none";
        return Some((message.to_owned(), "list objects with a field `id` that is never absent".to_owned()));
    };
    let cursor = |name: &str| {
        let mut parameters = endpoint.parameters.iter();
        let found = parameters.find(|parameter| parameter.item.name == name && parameter.location == Location::Query);
        found.is_some_and(|parameter| parameter.optional && parameter.ty == id.ty)
    };
    let missing = ["starting_after", "ending_before"].into_iter().find(|name| !cursor(name))?;
    let message = format!("pages are asked for by the parameter {}, which is not there as it should be", code(missing));
    Some((message, format!("add {} to `params`: optional, in the query, of the type of the `id`", code(missing))))
}
