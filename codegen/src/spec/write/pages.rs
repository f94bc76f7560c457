//! How lists are cut into pages.

use super::{keys::Keys, out::Out};
use crate::spec::{Next, Pages, PagesOf, schema};

/// The value of `pages` of an endpoint.
pub(super) fn pages_of(of: &PagesOf) -> Out {
    match of {
        PagesOf::Named(name) => Out::text(name),
        PagesOf::Own(pages) => self::pages(pages),
    }
}

/// How a list is cut into pages.
pub(super) fn pages(Pages { items, next, more, total, .. }: &Pages) -> Out {
    let keys = Keys::of(&schema::PAGES).text("items", items.as_ref()).put("next", Some(self::next(next)));
    keys.text("more", more.as_ref()).text("total", total.as_ref()).out()
}

fn next(next: &Next) -> Out {
    let keys = Keys::of(&schema::NEXT);
    let keys = match next {
        Next::Link => return Out::Text("link".to_owned()),
        Next::LastItem { member, parameter, back } => {
            keys.text("last_item", Some(member)).text("parameter", Some(parameter)).text("back", back.as_ref())
        }
        Next::Token { member, parameter } => keys.text("token", Some(member)).text("parameter", Some(parameter)),
        Next::Url(member) => keys.text("url", Some(member)),
        Next::Offset { parameter, limit } => keys.text("offset", Some(parameter)).text("limit", limit.as_ref()),
        Next::Number { parameter, first } => {
            keys.text("number", Some(parameter)).put("first", first.as_ref().map(|first| Out::number(first.value)))
        }
    };
    keys.out()
}
