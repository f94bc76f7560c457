//! From page to page of a list, over connections.

use std::fmt::Debug;

use super::support::any_client::{AnyClient, Sent, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::script::Turn;
use super::support::server::{Received, Server};
use super::support::shop_calls::{ListAlertPages, ListAlerts, ListFirstAlerts, ListMails};
use crate::runtime::{
    Error, Items, Listing, Operation, Paged, Pages, PagesWithResponses, RawResponse, Request, Response,
};

const KEY: &str = "sk_test_example";

/// Either client, as one that walks through lists.
pub(super) trait Walker: AnyClient {
    fn next_page<O: Listing>(pages: &mut Pages<Self, O>) -> Option<Result<O::Output, Error<O::Error>>>;

    fn next_response<O: Listing>(pages: &mut PagesWithResponses<Self, O>) -> Option<Sent<O>>;

    fn next_item<O: Listing>(items: &mut Items<Self, O>) -> Option<ItemOf<O>>;

    fn all_items<O: Listing>(items: Items<Self, O>) -> Vec<ItemOf<O>>;
}

pub(super) type ItemOf<O> = Result<<O as Listing>::Item, Error<<O as Operation>::Error>>;

#[cfg(feature = "async")]
impl Walker for crate::runtime::Client {
    fn next_page<O: Listing>(pages: &mut Pages<Self, O>) -> Option<Result<O::Output, Error<O::Error>>> {
        super::support::any_client::block_on(pages.next())
    }

    fn next_response<O: Listing>(pages: &mut PagesWithResponses<Self, O>) -> Option<Sent<O>> {
        super::support::any_client::block_on(pages.next())
    }

    fn next_item<O: Listing>(items: &mut Items<Self, O>) -> Option<ItemOf<O>> {
        super::support::any_client::block_on(items.next())
    }

    /// Takes turns between the stream and its own method, which are the same.
    fn all_items<O: Listing>(mut items: Items<Self, O>) -> Vec<ItemOf<O>> {
        use futures_core::Stream;

        super::support::any_client::block_on(async {
            let mut all = Vec::new();
            while let Some(item) = if all.len() % 2 == 0 {
                std::future::poll_fn(|context| std::pin::Pin::new(&mut items).poll_next(context)).await
            } else {
                items.next().await
            } {
                all.push(item);
            }
            assert!(items.next().await.is_none(), "the end is the end");
            all
        })
    }
}

#[cfg(feature = "blocking")]
impl Walker for crate::runtime::BlockingClient {
    fn next_page<O: Listing>(pages: &mut Pages<Self, O>) -> Option<Result<O::Output, Error<O::Error>>> {
        pages.next()
    }

    fn next_response<O: Listing>(pages: &mut PagesWithResponses<Self, O>) -> Option<Sent<O>> {
        pages.next()
    }

    fn next_item<O: Listing>(items: &mut Items<Self, O>) -> Option<ItemOf<O>> {
        items.next()
    }

    fn all_items<O: Listing>(mut items: Items<Self, O>) -> Vec<ItemOf<O>> {
        let all = items.by_ref().collect();
        assert!(items.next().is_none(), "the end is the end");
        all
    }
}

fn item(id: &str) -> String {
    format!(r#"{{"id":"{id}","created":1}}"#)
}

/// A page in the way of cursors.
fn list(ids: &[&str], has_more: bool) -> Turn {
    let items: Vec<_> = ids.iter().copied().map(item).collect();
    let body = format!(r#"{{"object":"list","url":"/v1/alerts","has_more":{has_more},"data":[{}]}}"#, items.join(","));
    Turn::answer(200, &[], body)
}

/// A page that names the URL of the next one, with anything for the URL.
fn page(ids: &[&str], next: &str) -> Turn {
    let items: Vec<_> = ids.iter().copied().map(item).collect();
    Turn::answer(
        200,
        &[],
        format!(r#"{{"data":[{}],"next_page_url":{next},"previous_page_url":null}}"#, items.join(",")),
    )
}

/// The first lines of requests, without method and version.
pub(super) fn targets(received: &[Received]) -> Vec<&str> {
    received.iter().map(|request| request.head.split(' ').nth(1).unwrap()).collect()
}

pub(super) fn client<C: AnyClient>(base_url: &str) -> C {
    C::build(C::set_up().api_key(KEY).base_url(base_url)).unwrap()
}

/// All items by their identifiers, and the error that ended the walk, if one did.
fn walk<C: Walker, O>(request: Request<C, O>) -> (Vec<String>, Option<String>)
where
    O: Operation<Output: Paged<Item = super::support::shop::Alert>>,
    O::Error: Debug,
{
    let mut ids = Vec::new();
    let mut failure = None;
    for item in C::all_items(request.items()) {
        assert!(failure.is_none(), "an error is the end");
        match item {
            Ok(item) => ids.push(item.id.to_string()),
            Err(error) => failure = Some(error.to_string()),
        }
    }
    (ids, failure)
}

fn pages_come_with_their_responses<C: Walker>() {
    let turns = [list(&["a", "b"], true), list(&["c"], false)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let request = Request::new(&client::<C>(&server.url()), ListAlerts::default());
    let mut pages = request.with_response().pages();
    let mut seen = Vec::new();
    while let Some(page) = C::next_response(&mut pages) {
        let Response { output, raw, .. } = page.unwrap();
        seen.push((output.data.len(), raw.request_id().map(str::to_owned), raw.text().contains("has_more")));
    }
    assert_eq!(seen, [(2, Some("req_1".to_owned()), true), (1, Some("req_1".to_owned()), true)]);
    assert_eq!(targets(&server.finish()), ["/v1/alerts", "/v1/alerts?starting_after=b"]);
}

fn items_tell_their_response<C: Walker>() {
    let server = Server::playing([list(&["a", "b"], true), list(&["c"], false)], &FakeEnvironment::new(0));
    let mut items = Request::new(&client::<C>(&server.url()), ListAlerts::default()).items();
    assert!(items.response().is_none());
    for (id, its_page) in [("a", ["a", "b"].as_slice()), ("b", &["a", "b"]), ("c", &["c"])] {
        assert_eq!(C::next_item(&mut items).unwrap().unwrap().id.as_str(), id);
        let raw = items.response().unwrap();
        assert_eq!(raw.request_id(), Some("req_1"));
        assert!(["a", "b", "c"].iter().all(|id| raw.text().contains(&item(id)) == its_page.contains(id)), "{id}");
    }
    assert!(C::next_item(&mut items).is_none());
    assert_eq!(items.response().map(RawResponse::status), Some(200));
    server.finish();
}

fn cursors_lead_forwards<C: Walker>() {
    let turns = [list(&["a", "b"], true), list(&["c"], true), list(&["d", "e"], false)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let listed = ListAlerts { limit: Some(2), expand: Some(vec!["data.parent".into()]), ..ListAlerts::default() };
    let request = Request::new(&client::<C>(&Server::url_of_nobody()), listed)
        .base_url(server.url())
        .header("sample-account", "acct_1")
        .idempotency_key("for one call");
    assert_eq!(walk(request), (["a", "b", "c", "d", "e"].map(str::to_owned).to_vec(), None));
    let received = server.finish();
    let filters = "/v1/alerts?limit=2&expand%5B0%5D=data.parent";
    let expected = [filters.to_owned(), format!("{filters}&starting_after=b"), format!("{filters}&starting_after=c")];
    assert_eq!(targets(&received), expected);
    for request in &received {
        assert_eq!(request.header("sample-account"), Some("acct_1"));
        assert_eq!(request.header("authorization"), Some("Bearer sk_test_example"));
        assert_eq!(request.header("idempotency-key"), None);
    }
}

fn cursors_lead_backwards<C: Walker>() {
    let turns = [list(&["d", "e"], true), list(&["b", "c"], true), list(&["a"], false)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let listed = ListAlerts { ending_before: Some("f".into()), ..ListAlerts::default() };
    let (ids, failure) = walk(Request::new(&client::<C>(&server.url()), listed));
    assert_eq!((ids.concat().as_str(), failure), ("edcba", None));
    let expected = ["f", "d", "b"].map(|id| format!("/v1/alerts?ending_before={id}"));
    assert_eq!(targets(&server.finish()), expected);
}

fn urls_lead_on_as_they_are<C: Walker>() {
    let next = r#""/v2/alerts?page=b3Bh%2F//&limit=1&x=[y]""#;
    let without = Turn::answer(200, &[], format!(r#"{{"data":[{}]}}"#, item("b")));
    let server = Server::playing([page(&["a"], next), without], &FakeEnvironment::new(0));
    let listed = ListAlertPages { limit: Some(1), ..ListAlertPages::default() };
    let base_url = format!("{}/gateway", server.url());
    let request = Request::new(&client::<C>(&base_url), listed).header("sample-account", "acct_1");
    assert_eq!(walk(request), (vec!["a".into(), "b".into()], None));
    let received = server.finish();
    assert_eq!(targets(&received), ["/gateway/v2/alerts?limit=1", "/gateway/v2/alerts?page=b3Bh%2F//&limit=1&x=[y]"]);
    assert_eq!(received[1].header("sample-account"), Some("acct_1"));
    assert_eq!(received[1].header("authorization"), Some("Bearer sk_test_example"));
}

fn pages_come_as_they_are<C: Walker>() {
    let turns = [list(&["b", "c"], true), list(&[], true)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let listed = ListAlerts { ending_before: Some("d".into()), ..ListAlerts::default() };
    let mut pages = Request::new(&client::<C>(&server.url()), listed).pages();
    let first = C::next_page(&mut pages).unwrap().unwrap();
    assert_eq!((first.data.len(), first.data[0].id.as_str(), first.url.as_deref()), (2, "b", Some("/v1/alerts")));
    assert_eq!(server.received().len(), 1, "no page is fetched before it is asked for");
    // A page without items names no way to the ones that it says there are: the list must not look whole.
    assert_eq!(C::next_page(&mut pages).unwrap().unwrap().data, []);
    assert!(C::next_page(&mut pages).unwrap().is_err());
    assert!(C::next_page(&mut pages).is_none());
}

fn urls_that_lead_elsewhere_are_not_followed<C: Walker>() {
    let urls = [
        "https://evil.example.test/v2/alerts",
        "//evil.example.test/v2/alerts",
        "/\\evil.example.test",
        "\\\\evil.example.test",
        "/v2/alerts\\..",
        "v2/alerts",
        "@evil.example.test/",
        ".evil.example.test/",
        ":80@evil.example.test",
        "?page=2",
        "/v2/alerts#fragment",
        "/v2/al erts",
        "/v2/\r\nalerts",
        "/v2/\u{e9}",
        "\t/v2",
    ];
    for url in urls {
        let next = serde_json::Value::from(url).to_string();
        let server = Server::playing([page(&["a"], &next)], &FakeEnvironment::new(0));
        let (ids, failure) = walk(Request::new(&client::<C>(&server.url()), ListAlertPages::default()));
        assert_eq!(ids, ["a"], "what came is not lost");
        // A key may stand in the query.
        let place = url.split('?').next().unwrap();
        let expected = format!(
            "the answer to alerts.list does not fit: at `next_page_url`: \
             expected a path of this server, such as \"/v1/things?page=2\", found {place:?} (req_1)"
        );
        assert_eq!(failure, Some(expected));
        assert_eq!(server.finish().len(), 1);
    }
}

fn circles_are_left<C: Walker>() {
    let there = r#""/v2/alerts?page=1""#;
    let turns = [page(&["a"], there), page(&["b"], r#""/v2/alerts?page=2""#), page(&["c"], there)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let (ids, failure) = walk(Request::new(&client::<C>(&server.url()), ListAlertPages::default()));
    assert_eq!(ids.concat(), "abc");
    assert!(failure.unwrap().contains("at `next_page_url`: expected a page beyond earlier ones"));

    let turns = [list(&["a", "b"], true), list(&["a", "b"], true)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let (ids, failure) = walk(Request::new(&client::<C>(&server.url()), ListAlerts::default()));
    assert_eq!(ids.concat(), "abab");
    assert!(failure.unwrap().contains("at `data`: expected items beyond those of earlier pages"));
}

fn a_failure_is_the_end<C: Walker>() {
    let turns = [list(&["a"], true), Turn::error(400, &[])];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let (ids, failure) = walk(Request::new(&client::<C>(&server.url()), ListAlerts::default()));
    assert_eq!((ids.concat().as_str(), failure.as_deref()), ("a", Some("400 oops: no luck (req_1)")));
    assert_eq!(server.finish().len(), 2);

    let nowhere = client::<C>(&Server::url_of_nobody());
    let (ids, failure) = walk(Request::new(&nowhere, ListAlerts { limit: Some(0), ..ListAlerts::default() }));
    assert_eq!((ids.len(), failure.as_deref()), (0, Some("alerts.list was not sent: `limit` must not be less than 1")));
}

fn a_list_without_a_way_on_says_so<C: Walker>() {
    let server = Server::playing([list(&["a"], true)], &FakeEnvironment::new(0));
    let (ids, failure) = walk(Request::new(&client::<C>(&server.url()), ListFirstAlerts {}));
    let reason = "is no parameter of this list, so that its next page cannot be asked for";
    assert_eq!(
        (ids.concat().as_str(), failure),
        ("a", Some(format!("alerts.list was not sent: `starting_after` {reason}")))
    );

    let mails = r#"{"url":"/v1/mails","has_more":true,"data":[{"to":"x"}]}"#;
    let server = Server::playing([Turn::answer(200, &[], mails)], &FakeEnvironment::new(0));
    let items = C::all_items(Request::new(&client::<C>(&server.url()), ListMails::default()).items());
    assert_eq!(items.len(), 2);
    assert!(items[1].as_ref().unwrap_err().to_string().contains("at `data`: expected items with an `id`"));
}

/// Nothing uses the URL of a list.
fn a_list_need_not_say_its_url<C: Walker>() {
    let alerts = format!(r#"{{"has_more":false,"data":[{}]}}"#, item("a"));
    let server = Server::playing([Turn::answer(200, &[], alerts)], &FakeEnvironment::new(0));
    let (ids, failure) = walk(Request::new(&client::<C>(&server.url()), ListAlerts::default()));
    assert_eq!((ids.concat().as_str(), failure), ("a", None));
}

/// Leaves a list after its second item, which is on the first of many pages.
fn a_walk_may_end_early<C: Walker>() {
    let server = Server::playing([list(&["a", "b", "c"], true)], &FakeEnvironment::new(0));
    let mut pages = Request::new(&client::<C>(&server.url()), ListAlerts::default()).pages();
    assert_eq!(C::next_page(&mut pages).unwrap().unwrap().data.len(), 3);
    assert!(format!("{pages:?}").starts_with("Pages { request: Request { client: "));
    drop(pages);
    assert_eq!(server.finish().len(), 1);
}

for_each_client!(
    pages_come_with_their_responses,
    items_tell_their_response,
    cursors_lead_forwards,
    cursors_lead_backwards,
    urls_lead_on_as_they_are,
    pages_come_as_they_are,
    urls_that_lead_elsewhere_are_not_followed,
    circles_are_left,
    a_failure_is_the_end,
    a_list_without_a_way_on_says_so,
    a_list_need_not_say_its_url,
    a_walk_may_end_early,
);
