//! Pages of answers that say themselves how they are cut, over connections.

use super::pages::{Walker, client, targets};
use super::support::any_client::for_each_client;
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::{PingError, V2};
use super::support::script::Turn;
use super::support::server::Server;
use crate::runtime::{self, LastPage, Listing, NextPage, Paging, Request};

/// Makes an operation whose answer is a list of names, of which a parameter can ask for a part.
macro_rules! list_names {
    ($name:ident, $method:ident, $part:ident, $most:literal, $has_body:literal, $next:expr) => {
        #[derive(Clone, Debug, Default, PartialEq)]
        struct $name {
            place: Option<i64>,
        }

        runtime::operation! {
            $name => Vec<String>, PingError;
            $method "/names", "names.list", V2, { has_body: $has_body };
            $part optional place "place" [Max($most)];
        }

        impl Listing for $name {
            type Item = String;

            const PAGING: Paging = Paging { items: &[], next: $next, last: LastPage::Unsaid };

            fn items(page: Self::Output) -> Option<Vec<String>> {
                Some(page)
            }
        }
    };
}
list_names!(Linked, GET, query, "9", false, NextPage::Link(runtime::next_link));
list_names!(Placed, POST, body, "9", true, NextPage::Offset("place"));
list_names!(Numbered, GET, query, "9", false, NextPage::Number { parameter: "place", first: 1 });
list_names!(Endless, GET, query, "1000000", false, NextPage::Number { parameter: "place", first: 1 });

/// A page of names, with what the header `Link` says.
fn names(names: &[&str], link: &str) -> Turn {
    Turn::answer(200, &[("link", link)], serde_json::to_string(names).unwrap())
}

/// The names that a walk gives, how it fails, and what it asks for.
fn walk<C: Walker, O: Listing<Item = String>>(operation: O, turns: &[Turn]) -> (String, Option<String>, Vec<String>) {
    let server = Server::playing(turns.to_vec(), &FakeEnvironment::new(0));
    let (mut all, mut failure) = (String::new(), None);
    for item in C::all_items(Request::new(&client::<C>(&server.url()), operation).items()) {
        match item {
            Ok(name) => all.push_str(&name),
            Err(error) => failure = Some(error.to_string()),
        }
    }
    let received = server.finish();
    (all, failure, targets(&received).into_iter().map(str::to_owned).collect())
}

fn links_lead_on<C: Walker>() {
    let turns = [names(&["a"], "</names?at=x>; rel=\"next\""), names(&["b"], "</names>; rel=\"first\"")];
    let (all, failure, asked) = walk::<C, _>(Linked::default(), &turns);
    assert_eq!((all.as_str(), failure), ("ab", None));
    assert_eq!(asked, ["/names", "/names?at=x"]);

    let (all, failure, _) = walk::<C, _>(Linked::default(), &[names(&["a"], "<https://evil.example.test/>; rel=next")]);
    assert_eq!(all, "a");
    assert!(failure.unwrap().contains("at `Link`: expected a path of this server"));
}

fn places_are_counted_from_where_the_caller_is<C: Walker>() {
    let turns = [names(&["a", "b"], ""), names(&[], "")];
    let (all, failure, asked) = walk::<C, _>(Placed { place: Some(2) }, &turns);
    assert_eq!((all.as_str(), failure), ("ab", None));
    assert_eq!(asked, ["/names", "/names"]);
}

fn a_bound_of_the_parameter_ends_a_walk<C: Walker>() {
    let turns = [names(&["a"], ""), names(&["b"], "")];
    let (all, failure, asked) = walk::<C, _>(Numbered { place: Some(8) }, &turns);
    assert_eq!(all, "ab");
    assert!(failure.unwrap().contains("`place` must not be more than 9"));
    assert_eq!(asked, ["/names?place=8", "/names?place=9"]);
}

/// Answers whatever it is asked with the same page.
#[cfg(feature = "blocking")]
struct SamePage;

#[cfg(feature = "blocking")]
impl runtime::BlockingTransport for SamePage {
    fn send(
        &self,
        _: http::Request<runtime::Body>,
        _: runtime::Limits,
    ) -> Result<http::Response<runtime::Body>, runtime::TransportError> {
        Ok(http::Response::new("[\"a\"]".into()))
    }
}

#[cfg(feature = "blocking")]
#[test]
fn there_is_an_end_to_counting() {
    use super::support::any_client::AnyClient;

    let builder = runtime::BlockingClient::set_up().api_key("sk_test_example").transport(SamePage);
    let mut pages = Request::new(&builder.build().unwrap(), Endless::default()).pages();
    let error = pages.find_map(Result::err).unwrap();
    assert!(error.to_string().contains("expected an end of the list, found none on 100000 pages"), "{error}");
    assert!(pages.next().is_none());
}

for_each_client!(links_lead_on, places_are_counted_from_where_the_caller_is, a_bound_of_the_parameter_ends_a_walk,);

#[test]
fn the_next_link_is_found_among_others() {
    let cases = [
        ("<a>; rel=next", Some("a")),
        ("<a>; rel=\"next\"", Some("a")),
        ("<a>;REL = \"last NEXT\"", Some("a")),
        ("<b>; rel=prev, <a>; rel=next", Some("a")),
        ("<b,c>; rel=prev,<a,d>; rel=next", Some("a,d")),
        ("<b>; title=\"x, <y>; rel=next\"; rel=prev", None),
        ("<b>; title=\"\\\", <y>\"; rel=prev, <a>; rel=next", Some("a")),
        ("<b>; rel=prev; rel=next", None),
        ("<b>; rel=nextish", None),
        ("<b>", None),
        ("a; rel=next", None),
        ("<a; rel=next", None),
        ("", None),
    ];
    for (header, url) in cases {
        let headers = [(http::header::LINK, header.parse().unwrap())].into_iter().collect();
        assert_eq!(runtime::next_link(&headers).as_deref(), url, "{header}");
    }
}
