//! Reads how a list is cut into pages.

use super::{
    reader::{self, Mapping},
    schema::{self, NEXT_PAGE},
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span, alternatives},
    yaml::{Entry, Faulty, Node, Read, Spanned, Text, Value},
};

/// What an endpoint says of its pages.
#[derive(Clone, Debug)]
pub enum PagesOf {
    /// The name of one of the `paginations`.
    Named(Text),
    /// All of it.
    Own(Box<Pages>),
}

/// How a list is cut into pages.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The members that lead to the items; nothing if the answer is the list.
    pub items: Option<Text>,
    /// How the next page is found.
    pub next: Next,
    /// The members that lead to whether there are more.
    pub more: Option<Text>,
    /// Those that lead to how many there are.
    pub total: Option<Text>,
    /// Where all of this is written.
    pub span: Span,
}

/// How the next page is found.
#[derive(Clone, Debug)]
pub enum Next {
    /// By what a member of the last item holds.
    LastItem {
        /// The member of the item.
        member: Text,
        /// The parameter that takes it.
        parameter: Text,
        /// The one that does so on the way back.
        back: Option<Text>,
    },
    /// By what a member holds.
    Token {
        /// The member.
        member: Text,
        /// The parameter that takes it.
        parameter: Text,
    },
    /// By the URL in this member.
    Url(Text),
    /// By the header `Link`.
    Link,
    /// By the number of items before it.
    Offset {
        /// The parameter that takes it.
        parameter: Text,
        /// The one that says how many items a page holds.
        limit: Option<Text>,
    },
    /// By its number.
    Number {
        /// The parameter that takes it.
        parameter: Text,
        /// The number of the first page.
        first: Option<Spanned<i64>>,
    },
}

/// Reads `pages` of an endpoint.
pub(super) fn pages_of(node: &Node, diagnostics: &mut Diagnostics) -> Read<PagesOf> {
    if matches!(node.value, Value::Mapping(_)) {
        return pages(node, "`pages`".to_owned(), &node.span, diagnostics).map(|pages| PagesOf::Own(Box::new(pages)));
    }
    reader::text(node, "`pages`", diagnostics).map(PagesOf::Named)
}

/// Reads one of the `paginations`.
pub(super) fn pagination(entry: &Entry, owner: String, diagnostics: &mut Diagnostics) -> (Text, Read<Pages>) {
    let Entry { key, value } = entry;
    (key.clone(), pages(value, owner, &key.span, diagnostics))
}

fn pages(node: &Node, owner: String, place: &Span, diagnostics: &mut Diagnostics) -> Read<Pages> {
    let mapping = Mapping::open(node, owner, place, &schema::PAGES, diagnostics)?;
    let next = mapping.require("next", diagnostics).and_then(|node| next(node, diagnostics));
    let mut text = |key| mapping.text(key, diagnostics);
    let (items, more, total) = (text("items"), text("more"), text("total"));
    if let (Some(first), Some(second)) = (mapping.key("more"), mapping.key("total")) {
        let message = format!("{} has both `more` and `total`", mapping.owner());
        let fault = Diagnostic::new("misplaced-key", message, second, "another way to tell the last page");
        diagnostics.push(fault.label(first, "one way").help("keep one of the two"));
    }
    Ok(Pages { items: items?, next: next?, more: more?, total: total?, span: place.clone() })
}

fn next(node: &Node, diagnostics: &mut Diagnostics) -> Read<Next> {
    if matches!(&node.value, Value::Text(word) if word == "link") {
        return Ok(Next::Link);
    }
    if matches!(node.value, Value::Text(_)) {
        let message = "a word for `next` is `link`";
        diagnostics.push(Diagnostic::new("wrong-kind", message, &node.span, "another word").help(help()));
        return Err(Faulty);
    }
    let mapping = Mapping::open(node, "`next`".to_owned(), &node.span, &schema::NEXT, diagnostics)?;
    let way = way(&mapping, diagnostics)?;
    let named = mapping.required_text(way, diagnostics);
    Ok(match way {
        "last_item" => {
            let parameter = mapping.required_text("parameter", diagnostics);
            let back = mapping.text("back", diagnostics);
            Next::LastItem { member: named?, parameter: parameter?, back: back? }
        }
        "token" => {
            let parameter = mapping.required_text("parameter", diagnostics);
            Next::Token { member: named?, parameter: parameter? }
        }
        "url" => Next::Url(named?),
        "offset" => {
            let limit = mapping.text("limit", diagnostics);
            Next::Offset { parameter: named?, limit: limit? }
        }
        _ => {
            let first = mapping.integer("first", diagnostics);
            Next::Number { parameter: named?, first: first? }
        }
    })
}

/// The one way to the next page that is written. What belongs to another one says nothing, and is reported.
fn way(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<&'static str> {
    let written: Vec<_> = NEXT_PAGE.iter().filter_map(|way| Some((way, mapping.key(way.key)?))).collect();
    match written.as_slice() {
        [] => {
            let message = "`next` does not say how the next page is found";
            let fault = Diagnostic::new("missing-key", message, mapping.place(), "no way is named");
            diagnostics.push(fault.help(help()));
            return Err(Faulty);
        }
        [(first, place), (second, again), ..] => {
            let message = format!("`next` has both `{}` and `{}`", first.key, second.key);
            let fault = Diagnostic::new("misplaced-key", message, again, "another way to the next page");
            diagnostics.push(fault.label(place, "one way").help("keep one of the two"));
            return Err(Faulty);
        }
        [_] => {}
    }
    let (way, _) = written[0];
    for entry in mapping.entries() {
        let key = entry.key.value.as_str();
        if key != way.key && !way.has(key) && schema::NEXT.has_key(key) {
            let message = format!("`next` has `{key}`, which says nothing of `{}`", way.key);
            let fault = Diagnostic::new("misplaced-key", message, &entry.key.span, "it says nothing here");
            diagnostics.push(fault.help("remove it"));
        }
    }
    Ok(way.key)
}

fn help() -> String {
    let ways = NEXT_PAGE.iter().map(|way| way.key);
    format!("write `link`, or a mapping with one of {}", alternatives(ways))
}
