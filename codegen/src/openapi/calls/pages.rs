//! Pages of lists, recognised by what a request and its answer have. A guess that could loop or lose items is not made.

use super::{
    maker::Calls,
    media::{self, Content},
};
use crate::diag::Span;
use crate::openapi::document::{Kind, Look, Operation, Schema};
use crate::openapi::kept::CallPlace;
use crate::openapi::texts::at;
use crate::openapi::types::member;
use crate::spec::project::PagesHint;
use crate::spec::{Bound, BoundKind, Endpoint, Next, Node, Pages, PagesOf, Parameter, TypeExpression};

/// Members with a list of items, best first.
const ITEMS: [&str; 9] = ["data", "items", "results", "values", "entries", "records", "list", "content", "objects"];
/// Members with the token of the next page.
const TOKENS: [&str; 9] = [
    "next_page_token",
    "nextPageToken",
    "next_token",
    "nextToken",
    "next_cursor",
    "nextCursor",
    "next_marker",
    "continuation_token",
    "iterator",
];
/// Parameters that take it.
const TOKEN_PARAMETERS: [&str; 11] = [
    "page_token",
    "pageToken",
    "next_token",
    "nextToken",
    "next_cursor",
    "nextCursor",
    "cursor",
    "marker",
    "iterator",
    "continuation_token",
    "starting_after",
];
/// Members with the URL of the next page.
const URLS: [&str; 7] = ["next", "next_url", "nextUrl", "next_page_url", "next_page_uri", "links.next", "paging.next"];
/// Members that say whether there are more.
const MORE: [&str; 3] = ["has_more", "hasMore", "more"];
/// Parameters that say how many items a page holds.
const SIZES: [&str; 8] = ["limit", "per_page", "perPage", "page_size", "pageSize", "count", "size", "max_results"];

/// Where the list of items is.
#[derive(Clone, Copy)]
enum Items {
    /// It is the answer.
    Whole,
    /// In this member.
    In(&'static str),
}

impl<'a> Calls<'_, 'a> {
    /// How the answer of a call is cut into pages, if it is known to be.
    pub(super) fn pages(&self, operation: &Operation<'a>, parameters: &[Parameter]) -> Option<PagesOf> {
        if let Some(hint) = self.hints.pages(operation) {
            return match hint {
                PagesHint::None(_) => None,
                PagesHint::As(pages) => Some(pages.clone()),
            };
        }
        if operation.method != "get" {
            return None;
        }
        let document = self.types.document;
        let success = operation.node.entries_at("responses").iter().find(|entry| entry.key.value == "200")?;
        let response = document.meant(&success.value);
        let (entry, Content::Json) = media::sorted(response).first().copied()? else { return None };
        let schema = document.meant(entry.value.at("schema")?);
        let items = self.items(schema)?;
        let span = operation.span;
        let find = |path: &&str| self.leads_to(schema, path, &[Kind::Text]).is_some();
        let parameter = |names: &[&'static str], word: &str| {
            let is_such = |name: &str| parameters.iter().any(|parameter| is(parameter, name, word));
            names.iter().copied().find(|name| is_such(name))
        };
        let size = parameter(&SIZES, "integer");
        let token = TOKENS.iter().find(|path| find(path)).zip(parameter(&TOKEN_PARAMETERS, "string"));
        let token = token.map(|(path, name)| Next::Token { member: at(span, *path), parameter: at(span, name) });
        let last_item = parameter(&["starting_after"], "string").filter(|_| self.has_id(schema, items)).map(|name| {
            let back = parameter(&["ending_before"], "string").map(|name| at(span, name));
            Next::LastItem { member: at(span, "id"), parameter: at(span, name), back }
        });
        let url = URLS.iter().find(|path| self.is_url(schema, path)).map(|url| Next::Url(at(span, *url)));
        let offset = parameter(&["offset"], "integer").zip(size);
        let offset =
            offset.map(|(offset, size)| Next::Offset { parameter: at(span, offset), limit: Some(at(span, size)) });
        let number = parameter(&["page"], "integer").filter(|name| begins(parameters, name)).filter(|_| size.is_some());
        let number = number.map(|page| Next::Number { parameter: at(span, page), first: None });
        let kept = self.kept.calls.get(&CallPlace::of(operation)).and_then(|kept| kept.facts.pages);
        let mut ways: Vec<Next> = [token, last_item, url, offset, number].into_iter().flatten().collect();
        // What programs walk by stays, though another way has come.
        let index = ways.iter().position(|way| kept == Some(way_word(way))).unwrap_or_default();
        if ways.is_empty() {
            return None;
        }
        let next = ways.swap_remove(index);
        let more = MORE.iter().find(|path| self.leads_to(schema, path, &[Kind::Boolean]).is_some());
        let items = match items {
            Items::Whole => None,
            Items::In(name) => Some(at(span, name)),
        };
        let more = more.map(|more| at(span, *more));
        Some(PagesOf::Own(Box::new(Pages { items, next, more, total: None, span: Span::clone(span) })))
    }

    /// Where the list of items is.
    fn items(&self, schema: &'a Node) -> Option<Items> {
        if Schema(schema).kinds() == [Kind::Array] {
            return Some(Items::Whole);
        }
        let is_list = |name: &&str| self.leads_to(schema, name, &[Kind::Array]).is_some();
        ITEMS.into_iter().find(is_list).map(Items::In)
    }

    /// Whether items have an `id` that is always there.
    fn has_id(&self, schema: &'a Node, items: Items) -> bool {
        let document = self.types.document;
        let list = match items {
            Items::Whole => Some(schema),
            Items::In(name) => member(schema, name, document, 0),
        };
        let item = list.and_then(|list| document.meant(list).at("items")).map(|item| document.meant(item));
        item.is_some_and(|item| {
            let is_text =
                member(item, "id", document, 0).is_some_and(|id| Schema(document.meant(id)).kinds() == [Kind::Text]);
            is_text && Schema(item).required().any(|(name, _)| name == "id")
        })
    }

    /// Whether members lead to a text that is said to be a URL, or is called so.
    fn is_url(&self, schema: &'a Node, path: &str) -> bool {
        self.leads_to(schema, path, &[Kind::Text])
            .is_some_and(|node| matches!(Schema(node).format(), "uri" | "url") || path.contains("ur"))
    }

    /// What members lead to, if it is of one of some sorts.
    fn leads_to(&self, schema: &'a Node, path: &str, kinds: &[Kind]) -> Option<&'a Node> {
        let mut node = schema;
        for name in path.split('.') {
            node = self.types.document.meant(member(node, name, self.types.document, 0)?);
        }
        let own = Schema(node).kinds();
        (!own.is_empty() && own.iter().all(|kind| kinds.contains(kind))).then_some(node)
    }
}

/// What is kept of how the next page of a call is found.
pub(super) fn pages_word(endpoint: &Endpoint) -> Option<&'static str> {
    match endpoint.pages.as_ref().ok()?.as_ref()? {
        PagesOf::Own(pages) if !matches!(pages.next, Next::Link) => Some(way_word(&pages.next)),
        _ => None,
    }
}

fn way_word(next: &Next) -> &'static str {
    match next {
        Next::LastItem { .. } => "last_item",
        Next::Token { .. } => "token",
        Next::Url(_) => "url",
        Next::Link => "link",
        Next::Offset { .. } => "offset",
        Next::Number { .. } => "number",
    }
}

/// Whether it is known with which number the pages begin that a parameter counts.
fn begins(parameters: &[Parameter], name: &str) -> bool {
    let first = |bound: &Bound| bound.kind == BoundKind::Min && bound.value.value == "1";
    parameters
        .iter()
        .filter(|parameter| parameter.item.name.value == name)
        .any(|parameter| matches!(parameter.default, Ok(Some(_))) || parameter.bounds.iter().flatten().any(first))
}

/// Whether a parameter of the query has a name, and takes a value of this type.
fn is(parameter: &Parameter, name: &str, word: &str) -> bool {
    let in_query = parameter.location.as_ref().is_ok_and(|location| location.value == "query");
    let is_such = match &parameter.ty {
        Ok(TypeExpression::Name(ty, None)) => {
            ty.value == word || word == "integer" && matches!(ty.value.as_str(), "int32" | "uint32" | "uint64")
        }
        _ => false,
    };
    in_query && is_such && parameter.item.name.value == name
}
