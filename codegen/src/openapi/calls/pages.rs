//! Pages of lists: as an extension describes them, or recognised by what a request and its answer have. A guess that could loop
//! or lose items is not made.

use super::{
    declared_pages::{Declared, declared},
    maker::Calls,
    media::{self, Content},
};
use crate::diag::{Span, code};
use crate::openapi::document::{Kind, Look, Operation, Schema};
use crate::openapi::kept::CallPlace;
use crate::openapi::texts::at;
use crate::openapi::types::member;
use crate::spec::project::PagesHint;
use crate::spec::{Bound, BoundKind, Endpoint, Next, Node, Pages, PagesOf, Parameter, Text, TypeExpression};

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

impl Items {
    /// The member that is named for them, if one is.
    fn named(self, span: &Span) -> Option<Text> {
        match self {
            Self::Whole => None,
            Self::In(name) => Some(at(span, name)),
        }
    }
}

impl<'a> Calls<'_, 'a> {
    /// How the answer of a call is cut into pages, if it is known to be.
    pub(super) fn pages(&mut self, operation: &Operation<'a>, parameters: &[Parameter]) -> Option<PagesOf> {
        if let Some(hint) = self.hints.pages(operation) {
            return match hint {
                PagesHint::None(_) => None,
                PagesHint::As(pages) => Some(pages.clone()),
            };
        }
        let document = self.types.document;
        let success = operation.node.entries_at("responses").iter().find(|entry| entry.key.value == "200")?;
        let response = document.meant(&success.value);
        let (entry, Content::Json) = media::sorted(response).first().copied()? else { return None };
        let schema = document.meant(entry.value.at("schema")?);
        // What programs walk by stays, though another way has come.
        let kept = self.kept.calls.get(&CallPlace::of(operation)).and_then(|kept| kept.facts.pages);
        let is_kept = |pages: &Pages| kept.is_none_or(|kept| kept == way_word(&pages.next));
        let declared = declared(operation.node).and_then(|declared| self.followed(declared, schema, parameters));
        let pages = match declared {
            Some(pages) if is_kept(&pages) => pages,
            declared => self.recognised(operation, schema, parameters, kept).or(declared)?,
        };
        Some(PagesOf::Own(Box::new(pages)))
    }

    /// Pages that an extension describes, if all that it names is there.
    fn followed(&mut self, declared: Declared, schema: &'a Node, parameters: &[Parameter]) -> Option<Pages> {
        let recognised = || self.items(schema).and_then(|items| items.named(&declared.span));
        let items = declared.items.as_ref().map_or_else(recognised, |path| Some(at(&declared.span, path.as_str())));
        if let Some(missing) = self.missing(items.as_ref(), &declared.next, schema, parameters) {
            self.types.remarks.unfollowed_pages(&missing, &declared.span);
            return None;
        }
        let is_there = |path: &String| self.leads_to(schema, path, &[Kind::Boolean]).is_some();
        let more = declared.more.filter(is_there).map(|path| at(&declared.span, path));
        Some(Pages { items, next: declared.next, more, total: None, span: declared.span })
    }

    /// What is not there of what pages are found by.
    fn missing(&self, items: Option<&Text>, next: &Next, schema: &'a Node, parameters: &[Parameter]) -> Option<String> {
        let leads_to = |path: &str, kinds: &[Kind]| self.leads_to(schema, path, kinds).is_some();
        let is_list = items.map_or_else(|| self.items(schema).is_some(), |path| leads_to(&path.value, &[Kind::Array]));
        if !is_list {
            return Some("its answer holds no list of items there".to_owned());
        }
        let (member, names) = match next {
            Next::LastItem { parameter, .. } | Next::Number { parameter, .. } => (None, [Some(parameter), None]),
            Next::Token { member, parameter } => (Some(member), [Some(parameter), None]),
            Next::Url(member) => (Some(member), [None, None]),
            Next::Offset { parameter, limit } => (None, [Some(parameter), limit.as_ref()]),
            Next::Link => (None, [None, None]),
        };
        if let Some(member) = member.filter(|member| !leads_to(&member.value, &[Kind::Text, Kind::Integer])) {
            return Some(format!("{} leads to no text in its answer", code(&member.value)));
        }
        let is_unknown = |name: &&Text| parameters.iter().all(|parameter| parameter.item.name.value != name.value);
        if let Some(name) = names.into_iter().flatten().find(is_unknown) {
            return Some(format!("the call has no parameter {}", code(&name.value)));
        }
        let is_unsure = matches!(next, Next::Number { parameter, .. } if !begins(parameters, &parameter.value));
        is_unsure.then(|| "nobody knows with which number they begin".to_owned())
    }

    /// Pages that are known by what the request and its answer have.
    fn recognised(
        &self,
        operation: &Operation<'a>,
        schema: &'a Node,
        parameters: &[Parameter],
        kept: Option<&str>,
    ) -> Option<Pages> {
        if operation.method != "get" {
            return None;
        }
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
        let mut ways: Vec<Next> = [token, last_item, url, offset, number].into_iter().flatten().collect();
        let index = ways.iter().position(|way| kept == Some(way_word(way))).unwrap_or_default();
        if ways.is_empty() {
            return None;
        }
        let next = ways.swap_remove(index);
        let more = MORE.iter().find(|path| self.leads_to(schema, path, &[Kind::Boolean]).is_some());
        let more = more.map(|more| at(span, *more));
        Some(Pages { items: items.named(span), next, more, total: None, span: Span::clone(span) })
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
