//! Checks what an endpoint answers, and the form of the pages of a list.

use crate::{
    api::{
        check::{symbols::Symbols, types},
        model::{Api, Endpoint, HttpMethod, Location, Pagination, Returns, Type},
    },
    diag::{Diagnostic, Diagnostics, code},
    spec::{self, ApiFile, Faulty, Read, Text, TypeExpression},
};

/// Stands for an event of any type.
const EVENT: &str = "event";

/// Finds out what an endpoint answers. Where nothing says how lists are cut into pages, a list that should be is whole.
pub(crate) fn check(
    endpoint: &spec::Endpoint,
    pagination: Option<Pagination>,
    symbols: &Symbols,
    diagnostics: &mut Diagnostics,
) -> Read<Returns> {
    let Some(ty) = endpoint.returns.as_ref().map_err(|faulty| *faulty)? else { return Ok(Returns::Nothing) };
    if matches!(ty, TypeExpression::Name(name, None) if name.value == EVENT) {
        return Ok(Returns::Event);
    }
    let Some((_, items)) = list(ty) else {
        return types::resolve(ty, None, symbols, diagnostics).map(Returns::Value);
    };
    let item = types::named(items, symbols, diagnostics)?;
    Ok(match pagination {
        Some(pagination) => Returns::Page(pagination, item),
        None => Returns::Value(Type::List(Box::new(item))),
    })
}

/// The answer to a HEAD has no body, whatever its headers are.
pub(crate) fn of_method(endpoint: &spec::Endpoint, returns: Returns, diagnostics: &mut Diagnostics) -> Read<Returns> {
    let is_head = endpoint.http.as_ref().is_ok_and(|http| http.value.starts_with("HEAD "));
    let has_body = match &returns {
        Returns::Nothing => false,
        Returns::Value(_) | Returns::Page(..) | Returns::Event => true,
        Returns::Headed(answer) => answer.body.is_some(),
        Returns::ByStatus(answers) => answers.iter().any(|answer| answer.body.is_some()),
    };
    if !is_head || !has_body {
        return Ok(returns);
    }
    let message = "a HEAD is answered without a body";
    let fault = Diagnostic::new("invalid-returns", message, &endpoint.item.name.span, "this endpoint");
    diagnostics.push(fault.help("leave out the type in `returns`, or write `http: GET …`"));
    Err(Faulty)
}

/// The two names of `list(Item)`.
fn list(ty: &TypeExpression) -> Option<(&Text, &Text)> {
    match ty {
        TypeExpression::Name(list, Some(items)) if list.value == "list" => Some((list, items)),
        _ => None,
    }
}

/// Reports pages that cannot be read, or whose next one cannot be found. `checked` is the endpoint as far as it is
/// known.
pub(crate) fn pages(
    endpoint: &spec::Endpoint,
    checked: &Endpoint,
    file: &Read<ApiFile>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Read<()> {
    let written = endpoint.returns.as_ref().ok().and_then(Option::as_ref);
    let Some((list, _)) = written.and_then(list) else { return Ok(()) };
    let problem = match &checked.returns {
        Returns::Page(..) if checked.method != HttpMethod::Get => {
            let message = format!("a {} cannot list", checked.method.as_str());
            Some((message, "write `http: GET …`: each page is asked for by a request of its own".to_owned()))
        }
        // What a faulty parameter was to be is not known.
        Returns::Page(Pagination::Cursor, item)
            if endpoint.parameters.as_ref().is_ok_and(|it| it.len() == checked.parameters.len()) =>
        {
            cursor_problem(item, checked, api)
        }
        Returns::Page(..) | Returns::Headed(_) | Returns::ByStatus(_) | Returns::Event => None,
        Returns::Value(_) | Returns::Nothing if is_faulty(checked, file) => return Err(Faulty),
        Returns::Value(_) | Returns::Nothing => {
            Some(("the protocol does not say how lists are cut into pages".to_owned(), NO_PAGINATION.to_owned()))
        }
    };
    let Some((message, help)) = problem else { return Ok(()) };
    diagnostics.push(Diagnostic::new("invalid-pagination", message, &list.span, "the pages of this list").help(help));
    Err(Faulty)
}

const NO_PAGINATION: &str =
    "add `pagination: cursor` or `pagination: page_url` to a protocol for its path in `api.yaml`, or return `[…]`";

/// Whether the pagination of the endpoint's dialect is written, but wrong.
fn is_faulty(endpoint: &Endpoint, file: &Read<ApiFile>) -> bool {
    let dialect = file.as_ref().ok().and_then(|file| file.dialects.get(endpoint.dialect.index()));
    dialect.is_some_and(|dialect| !matches!(dialect.pagination, Ok(None)))
}

/// What keeps the next page from being found after the last item, and what to do about it.
fn cursor_problem(item: &Type, endpoint: &Endpoint, api: &Api) -> Option<(String, String)> {
    let id = match item.meant() {
        Type::Object(object) => api[*object].fields.iter().find(|field| field.item.name == "id"),
        _ => None,
    };
    let Some(id) = id.filter(|id| id.ty.can_be_cursor() && id.sides.response && !id.optional.response) else {
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
