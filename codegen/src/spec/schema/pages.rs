//! How lists are cut into pages.

use super::{
    kind::{
        MappingKind, Rule,
        Shape::{Either, Kind, Text, Whole, Word},
        Words, keys, kinds,
    },
    ways::NEXT_PAGE,
};

kinds! {
    PAGES = MappingKind::new("pages", &[keys! {
        "items": optional Text, "The members that lead to the list of items, such as `data` or `found.stars`. Left out where the answer is the list.";
        "next": required Either(&[Word(Words::These(&["link"])), Kind(&NEXT)]), "How the next page is found: by the header `Link`, or as a mapping says.";
        "more": optional Text, "The members that lead to a boolean, without which, or where it is not `true`, a page is the last one.";
        "total": optional Text, "The members that lead to a count of the items on all pages.";
    }]).with_rules(&[Rule::Apart(&["more", "total"])]);
    NEXT = MappingKind::new("way to the next page", &[keys! {
        "last_item": optional Text, "The next page is found by what this member of the last item holds.";
        "token": optional Text, "The next page is found by what these members of the page hold.";
        "url": optional Text, "The next page is at the URL that these members hold.";
        "offset": optional Text, "This parameter takes the number of items before the next page, from 0.";
        "number": optional Text, "This parameter takes the number of the next page.";
        "parameter": optional Text, "The parameter that takes what leads to the next page.";
        "back": optional Text, "The parameter that goes back from the first item.";
        "limit": optional Text, "The parameter that says how many items a page holds.";
        "first": optional Whole, "The number of the first page; else it is the parameter's `default`, or 1.";
    }]).with_rules(&[Rule::Ways(NEXT_PAGE)]);
}
