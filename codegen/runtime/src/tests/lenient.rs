//! Pages of which not all items fit, over connections.

use super::pages::{Walker, client, targets};
use super::support::any_client::for_each_client;
use super::support::fake_environment::FakeEnvironment;
use super::support::script::Turn;
use super::support::server::Server;
use super::support::shop_calls::{ListAlertPages, ListAlerts};
use crate::runtime::{CursorPage, Error, Operation, Paged, Request};

/// A page in the way of cursors, of such items.
fn list(items: &[&str], has_more: bool) -> Turn {
    Turn::answer(200, &[], format!(r#"{{"has_more":{has_more},"data":[{}]}}"#, items.join(",")))
}

const GOOD: [&str; 4] = [
    r#"{"id":"a","created":1}"#,
    r#"{"id":"b","created":2}"#,
    r#"{"id":"c","created":3}"#,
    r#"{"id":"d","created":4}"#,
];
/// Two items that are no alerts, and one that has no `id` to go on after.
const BAD: [&str; 3] = [r#"{"id":"x","created":"soon"}"#, r#"{"id":"y"}"#, "7"];

/// All items by their identifiers; of those that do not fit, the places.
fn walk<C: Walker, O>(request: Request<C, O>) -> Vec<String>
where
    O: Operation<Output: Paged<Item = super::support::shop::Alert>>,
    O::Error: std::fmt::Debug,
{
    let items = C::all_items(request.items()).into_iter();
    items.map(|item| item.map_or_else(|error| place(&error), |item| item.id.to_string())).collect()
}

fn place<E: std::fmt::Debug>(error: &Error<E>) -> String {
    match error {
        Error::Response(invalid) => invalid.decode_error().path().to_owned(),
        other => format!("{other:?}"),
    }
}

/// The last item of the first page leads to the second, though it does not fit.
fn good_items_arrive_forwards<C: Walker>() {
    let turns = [list(&[BAD[1], GOOD[0], BAD[0]], true), list(&[GOOD[1]], false)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let request = Request::new(&client::<C>(&server.url()), ListAlerts::default()).lenient();
    assert_eq!(walk(request), ["data[0].created", "a", "data[2].created", "b"]);
    assert_eq!(targets(&server.finish()), ["/v1/alerts", "/v1/alerts?starting_after=x"]);
}

fn good_items_arrive_backwards<C: Walker>() {
    let turns = [list(&[BAD[1], GOOD[2], BAD[0], GOOD[3]], true), list(&[GOOD[0], GOOD[1], BAD[2]], false)];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let listed = ListAlerts { ending_before: Some("e".into()), ..ListAlerts::default() };
    let request = Request::new(&client::<C>(&server.url()), listed).lenient();
    assert_eq!(walk(request), ["d", "data[2].created", "c", "data[0].created", "data[2]", "b", "a"]);
    assert_eq!(targets(&server.finish()), ["/v1/alerts?ending_before=e", "/v1/alerts?ending_before=y"]);
}

fn pages_lead_on_by_their_urls<C: Walker>() {
    let page = |item: &str, next| Turn::answer(200, &[], format!(r#"{{"data":[{item}],"next_page_url":{next}}}"#));
    let turns = [page(BAD[2], r#""/v2/alerts?page=2""#), page(GOOD[0], "null")];
    let server = Server::playing(turns, &FakeEnvironment::new(0));
    let request = Request::new(&client::<C>(&server.url()), ListAlertPages::default()).lenient();
    assert_eq!(walk(request), ["data[0]", "a"]);
}

/// An item that does not fit and has no `id` leads nowhere: the list must not look whole.
fn a_walk_that_cannot_go_on_says_so<C: Walker>() {
    let server = Server::playing([list(&[GOOD[0], BAD[2]], true)], &FakeEnvironment::new(0));
    let request = Request::new(&client::<C>(&server.url()), ListAlerts::default()).lenient();
    assert_eq!(walk(request), ["a", "data[1]", "data"]);
}

fn a_page_tells_what_does_not_fit<C: Walker>() {
    let server = Server::playing([list(&[GOOD[0], BAD[0], GOOD[1], BAD[2]], false)], &FakeEnvironment::new(0));
    let request = Request::new(&client::<C>(&server.url()), ListAlerts::default()).lenient();
    let response = C::send(request).unwrap();
    let page = response.output;
    assert_eq!(page.data.iter().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    let misfits: Vec<_> = page.misfits().iter().map(|misfit| (misfit.index(), misfit.json())).collect();
    assert_eq!(misfits, [(1, BAD[0]), (3, BAD[2])]);
    assert!(page.misfits()[0].error().to_string().starts_with("at `data[1].created`: expected an instant"));
    assert!(!format!("{page:?}").contains(r#""id":"x""#), "what came does not end up in logs");
}

/// What is not an item must fit, and by default so must all items.
fn a_page_must_be_a_page<C: Walker>() {
    let page = |body: &str| Turn::answer(200, &[], body);
    let asked = |turn, is_lenient| {
        let server = Server::playing([turn], &FakeEnvironment::new(0));
        let request = Request::new(&client::<C>(&server.url()), ListAlerts::default());
        let request = if is_lenient { request.lenient() } else { request };
        place(&C::send(request).unwrap_err())
    };
    assert_eq!(asked(page(r#"{"has_more":"perhaps","data":[]}"#), true), "has_more");
    assert_eq!(asked(page(r#"{"has_more":false}"#), true), "data");
    assert_eq!(asked(page(r#"{"has_more":false,"data":{"a":1}}"#), true), "data");
    assert_eq!(asked(page(r#"{"has_more":false,"data":[],"data":[]}"#), true), "data");
    assert_eq!(asked(list(&[GOOD[0], BAD[0]], false), false), "data[1].created");
    // What is kept is no part of what pages are compared by, where nothing was.
    let server = Server::playing([list(&[GOOD[0]], false)], &FakeEnvironment::new(0));
    let request = Request::new(&client::<C>(&server.url()), ListAlerts::default()).lenient();
    let read = C::send(request).unwrap().output;
    assert_eq!(read, CursorPage::from_json(&format!(r#"{{"has_more":false,"data":[{}]}}"#, GOOD[0])).unwrap());
}

for_each_client!(
    good_items_arrive_forwards,
    good_items_arrive_backwards,
    pages_lead_on_by_their_urls,
    a_walk_that_cannot_go_on_says_so,
    a_page_tells_what_does_not_fit,
    a_page_must_be_a_page,
);
