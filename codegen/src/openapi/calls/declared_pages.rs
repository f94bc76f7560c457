//! Pages that a publisher describes, in the extensions of the tools that it uses.

use crate::diag::Span;
use crate::openapi::document::Look;
use crate::openapi::texts::at;
use crate::spec::{Next, Node};

/// What an extension says of the pages of a call. Nobody has looked yet whether what it names is there.
pub(super) struct Declared {
    pub(super) span: Span,
    /// Members that lead to the list of items: nothing where the answer is the list itself.
    pub(super) items: Option<String>,
    pub(super) next: Next,
    /// A member that says whether there are more.
    pub(super) more: Option<String>,
}

type Reader = fn(&Node, &Span) -> Option<Declared>;

/// What is read, in the order in which it is believed.
const EXTENSIONS: [(&str, Reader); 4] = [
    ("x-speakeasy-pagination", of_speakeasy),
    ("x-fern-pagination", of_fern),
    ("x-ms-pageable", of_autorest),
    ("x-pagination", of_datadog),
];

/// What the extensions of an operation say of its pages.
pub(super) fn declared(operation: &Node) -> Option<Declared> {
    EXTENSIONS.iter().find_map(|(key, read)| {
        let entry = operation.entry(key)?;
        read(&entry.value, &entry.key.span)
    })
}

/// `{type: cursor, inputs: [{name: cursor, in: parameters, type: cursor}], outputs: {results: $.data, nextCursor: $.next}}`.
fn of_speakeasy(node: &Node, span: &Span) -> Option<Declared> {
    let outputs = node.at("outputs")?;
    let items = outputs.text_at("results").and_then(member);
    let input = |ty: &str| node.items_at("inputs").iter().find(|input| input.text_at("type") == Some(ty));
    let parameter = |ty: &str| Some(at(span, input(ty)?.text_at("name")?));
    let next = match node.text_at("type")? {
        "url" => Next::Url(at(span, member(outputs.text_at("nextUrl")?)?)),
        "cursor" => {
            let (path, parameter) = (outputs.text_at("nextCursor")?, parameter("cursor")?);
            match last_item(path) {
                Some((list, member)) if items.as_deref() == list.as_deref() => {
                    Next::LastItem { member: at(span, member), parameter, back: None }
                }
                _ => Next::Token { member: at(span, member(path)?), parameter },
            }
        }
        "offsetLimit" => match parameter("offset") {
            Some(offset) => Next::Offset { parameter: offset, limit: parameter("limit") },
            None => Next::Number { parameter: parameter("page")?, first: None },
        },
        _ => return None,
    };
    Some(Declared { span: span.clone(), items, next, more: None })
}

/// `{cursor: $request.cursor, next_cursor: $response.next, results: $response.data}`. An offset that has a `step` counts items.
fn of_fern(node: &Node, span: &Span) -> Option<Declared> {
    let parameter = |key: &str| Some(at(span, node.text_at(key)?.strip_prefix("$request.")?));
    let next = match (parameter("cursor"), parameter("offset")) {
        (Some(parameter), _) => Next::Token { member: at(span, member(node.text_at("next_cursor")?)?), parameter },
        (None, Some(offset)) if node.at("step").is_some() => {
            Next::Offset { parameter: offset, limit: parameter("step") }
        }
        (None, Some(number)) => Next::Number { parameter: number, first: None },
        (None, None) => Next::Url(at(span, member(node.text_at("next_uri")?)?)),
    };
    let items = node.text_at("results").and_then(member);
    Some(Declared { span: span.clone(), items, next, more: node.text_at("has-next-page").and_then(member) })
}

/// `{nextLinkName: nextLink, itemName: value}`; the latter may be left out.
fn of_autorest(node: &Node, span: &Span) -> Option<Declared> {
    let items = node.text_at("itemName").unwrap_or("value").to_owned();
    let next = Next::Url(at(span, node.text_at("nextLinkName")?));
    Some(Declared { span: span.clone(), items: Some(items), next, more: None })
}

/// `{cursorParam: page[cursor], cursorPath: meta.page.after, limitParam: page[limit], resultsPath: data}`.
fn of_datadog(node: &Node, span: &Span) -> Option<Declared> {
    let parameter = |key: &str| {
        let name = node.text_at(key)?;
        Some(at(span, name.strip_prefix("body.").unwrap_or(name)))
    };
    let next = match (parameter("cursorParam"), parameter("pageOffsetParam")) {
        (Some(parameter), _) => Next::Token { member: at(span, node.text_at("cursorPath")?), parameter },
        (None, Some(offset)) => Next::Offset { parameter: offset, limit: parameter("limitParam") },
        (None, None) => Next::Number { parameter: parameter("pageParam")?, first: None },
    };
    Some(Declared { span: span.clone(), items: node.text_at("resultsPath").map(str::to_owned), next, more: None })
}

/// The members that an expression such as `$.data.items` or `$response.data.items` leads through.
fn member(expression: &str) -> Option<String> {
    let path = expression.strip_prefix("$response.").or_else(|| expression.strip_prefix("$."))?;
    let is_plain = !path.is_empty() && !path.contains(['[', ']', '*', '(', '/', '#']);
    is_plain.then(|| path.to_owned())
}

/// The list and the member that `$.data[-1].id` speaks of: that of the last item.
fn last_item(expression: &str) -> Option<(Option<String>, &str)> {
    let (list, member) = expression.split_once("[-1].")?;
    let is_plain = !member.is_empty() && !member.contains(['[', ']', '*', '(']);
    is_plain.then(|| (self::member(list), member))
}
