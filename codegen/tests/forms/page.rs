//! The page: what it may do, and what it holds.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clientsmith::report::Format;

use crate::{sample, shown};

/// The same page with nothing in an element.
pub(crate) fn without(page: &str, element: &str) -> String {
    page.replacen(inside(page, element), "", 1)
}

/// What is in the only element of a name.
fn inside<'a>(page: &'a str, element: &str) -> &'a str {
    let (start, end) = (format!("<{element}>"), format!("</{element}>"));
    assert_eq!((page.matches(&start).count(), page.matches(&end).count()), (1, 1), "one <{element}>");
    page.split_once(&start).unwrap().1.split_once(&end).unwrap().0
}

#[test]
fn the_page_allows_its_own_style_and_script_and_nothing_else() {
    let page = shown(Format::Html, &sample::report());
    let hashes = ["style", "script"].map(|element| {
        let hash = ring::digest::digest(&ring::digest::SHA256, inside(&page, element).as_bytes());
        format!("{element}-src 'sha256-{}'", STANDARD.encode(hash))
    });
    let policy = format!("default-src 'none'; base-uri 'none'; form-action 'none'; {}; {}", hashes[0], hashes[1]);
    assert!(page.contains(&format!("content=\"{policy}\"")), "write into `POLICY` of src/report/html.rs:\n{policy}");
}

#[test]
fn the_page_loads_nothing() {
    let page = shown(Format::Html, &sample::report());
    for needle in ["src=", "href=", "url(", "@import", "fetch(", " style=", " onclick="] {
        assert!(!page.contains(needle), "the page has `{needle}`");
    }
}
