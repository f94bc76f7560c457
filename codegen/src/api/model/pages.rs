//! Pages of lists: how one leads to the next, and what is in it.

use super::types::Type;
use crate::api::scalars::Scalar;
use crate::api::words::words;

/// How lists are cut into pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pagination {
    /// The next page begins after the id of the last item: `starting_after`, and `ending_before` for the way back.
    Cursor,
    /// The page holds the URLs of the next and of the previous one: paths with all that those requests need.
    PageUrl,
}

words!(Pagination: Cursor "cursor", PageUrl "page_url");

/// A member of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct PageMember {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub ty: Type,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it says, if it always says the same.
    pub tag: Option<&'static str>,
}

impl Pagination {
    /// The members of a page of such items.
    #[must_use]
    pub fn members(self, item: &Type) -> Vec<PageMember> {
        let required = |name, ty| PageMember { name, ty, optional: false, tag: None };
        let scalar = |name, scalar| required(name, Type::Scalar(scalar));
        let items = required("data", Type::List(Box::new(item.clone())));
        let text = || Type::Scalar(Scalar::String);
        let url = |name| PageMember { optional: true, ..required(name, Type::Nullable(Box::new(text()))) };
        match self {
            Self::Cursor => vec![
                PageMember { optional: true, tag: Some("list"), ..scalar("object", Scalar::String) },
                items,
                scalar("has_more", Scalar::Boolean),
                url("url"),
            ],
            Self::PageUrl => vec![items, url("next_page_url"), url("previous_page_url")],
        }
    }
}
