//! What calls tell `tracing`: a span for each, an event for each retry, and no more.

use tracing::subscriber::{NoSubscriber, with_default};

use super::support::any_client::{AnyClient, for_each_client};
use super::support::collector::{Collector, Entry, Fields};
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::{Commit, Recount, commit};
use super::support::script::Turn;
use super::support::server::Server;
use crate::runtime::{Request, RetryPolicy};

const KEY: &str = "sk_test_example";

for_each_client!(
    a_call_is_a_span_of_these_fields,
    each_retry_is_an_event_with_its_reason,
    a_call_without_an_answer_is_a_span_too,
    a_request_that_is_not_sent_is_no_span,
    no_value_of_a_request_is_told,
    a_call_belongs_to_the_span_around_it,
    without_a_subscriber_a_call_is_a_call,
);

fn client<C: AnyClient>(url: String) -> C {
    C::build(C::set_up().api_key(KEY).base_url(url).environment(FakeEnvironment::new(1))).unwrap()
}

/// What the crate itself tells while something runs; the libraries below it have their say elsewhere.
fn told(run: impl FnOnce()) -> (Vec<Entry>, Vec<Entry>) {
    let collector = Collector::new();
    with_default(collector.clone(), run);
    let is_own = |entry: &Entry| entry.target.starts_with(env!("CARGO_CRATE_NAME"));
    assert!(collector.spans().iter().all(is_own), "the numbers of spans hold only where there are no others");
    (collector.spans(), collector.events().into_iter().filter(is_own).collect())
}

fn fields(fields: &[(&'static str, &str)]) -> Fields {
    fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

fn a_call_is_a_span_of_these_fields<C: AnyClient>() {
    let clock = FakeEnvironment::new(1);
    let turn = Turn::error(404, &[]).after(std::time::Duration::from_millis(1250));
    let server = Server::playing([turn], &clock);
    let client = C::build(C::set_up().api_key(KEY).base_url(server.url()).environment(clock)).unwrap();
    let (spans, events) = told(|| drop(C::send(commit(&client, "ord_1"))));
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].name, "api_call");
    let expected = fields(&[
        ("operation", "orders.commit"),
        ("http.request.method", "POST"),
        ("url.template", "/v2/orders/{id}/commit"),
        ("http.response.status_code", "404"),
        ("attempts", "1"),
        ("request_id", "req_1"),
        ("elapsed_ms", "1250"),
    ]);
    assert_eq!(spans[0].fields, expected);
    assert!(events.is_empty(), "{events:?}");
}

fn each_retry_is_an_event_with_its_reason<C: AnyClient>() {
    let turns = [Turn::error(503, &[("retry-after", "3")]), Turn::after_request().close(), Turn::ok()];
    let clock = FakeEnvironment::new(1);
    let server = Server::playing(turns, &clock);
    let client = C::build(C::set_up().api_key(KEY).base_url(server.url()).environment(clock)).unwrap();
    let (spans, events) = told(|| drop(C::send(commit(&client, "ord_1")).unwrap()));
    assert_eq!(spans.len(), 1);
    assert_eq!((&*spans[0].fields["attempts"], &*spans[0].fields["http.response.status_code"]), ("3", "200"));
    let expected = [("status 503", "3000"), ("the connection broke", "999")];
    assert_eq!(events.len(), expected.len());
    for (event, (reason, wait)) in events.iter().zip(expected) {
        let message = ("message", "the call is repeated");
        assert_eq!(event.fields, fields(&[message, ("reason", reason), ("wait_ms", wait)]));
        assert_eq!(event.parent, Some(0));
    }
}

fn a_call_without_an_answer_is_a_span_too<C: AnyClient>() {
    let client = client::<C>(Server::url_of_nobody());
    let request = Request::new(&client, Recount::new("ord_1")).retry(RetryPolicy::times(1));
    let (spans, events) = told(|| drop(C::send(request)));
    let expected = fields(&[
        ("operation", "orders.recount"),
        ("http.request.method", "POST"),
        ("url.template", "/v1/orders/{id}/recount"),
        ("error", "cannot connect"),
        ("attempts", "1"),
        ("elapsed_ms", "0"),
    ]);
    assert_eq!(spans[0].fields, expected);
    assert!(events.is_empty(), "{events:?}");
}

fn a_request_that_is_not_sent_is_no_span<C: AnyClient>() {
    let (spans, events) = told(|| {
        C::send(commit(&client::<C>(Server::url_of_nobody()), "..")).unwrap_err();
    });
    assert!(spans.is_empty() && events.is_empty(), "{spans:?} {events:?}");
}

fn no_value_of_a_request_is_told<C: AnyClient>() {
    let server = Server::playing([Turn::error(503, &[]), Turn::ok()], &FakeEnvironment::new(1));
    let client = client::<C>(server.url());
    let request = Request::new(&client, Commit::new("ord_private").payment("pay_private"));
    let request = request.idempotency_key("key_private").header("x-private", "header_private");
    let (spans, events) = told(|| drop(C::send(request).unwrap()));
    let text = format!("{spans:?} {events:?}");
    assert!(text.contains("status 503") && !text.contains("private") && !text.contains(KEY), "{text}");
    // Nor of the answer.
    assert!(!text.contains("oops") && !text.contains("no luck") && !text.contains("ord_1"), "{text}");
}

fn a_call_belongs_to_the_span_around_it<C: AnyClient>() {
    let server = Server::repeating(Turn::ok());
    let client = client::<C>(server.url());
    let (spans, _) = told(|| {
        tracing::info_span!("order").in_scope(|| drop(C::send(commit(&client, "ord_1")).unwrap()));
        drop(C::send(commit(&client, "ord_1")).unwrap());
    });
    let lineage: Vec<_> = spans.iter().map(|span| (span.name, span.parent)).collect();
    assert_eq!(lineage, [("order", None), ("api_call", Some(0)), ("api_call", None)]);
}

fn without_a_subscriber_a_call_is_a_call<C: AnyClient>() {
    let server = Server::playing([Turn::error(503, &[]), Turn::ok()], &FakeEnvironment::new(1));
    let client = client::<C>(server.url());
    let response = with_default(NoSubscriber::default(), || C::send(commit(&client, "ord_1")).unwrap());
    assert_eq!(response.raw.attempts(), 2);
}

/// Each event belongs to its own call, however the calls take turns on their thread.
#[cfg(feature = "async")]
#[test]
fn spans_of_tasks_do_not_mix() {
    use super::support::any_client::block_on;

    // Each call is repeated as often as its number says.
    let servers = [0, 1, 2].map(|retries| {
        let mut turns = vec![Turn::error(500 + u16::try_from(retries).unwrap(), &[]); retries];
        turns.push(Turn::ok());
        Server::playing(turns, &FakeEnvironment::new(1))
    });
    let clients = servers.each_ref().map(|server| client::<crate::runtime::Client>(server.url()));
    let (spans, events) = told(|| {
        block_on(async {
            let calls = clients.map(|client| tokio::spawn(commit(&client, "ord_1").into_future()));
            for call in calls {
                call.await.unwrap().unwrap();
            }
        });
    });
    assert_eq!(spans.iter().map(|span| &*span.fields["attempts"]).collect::<Vec<_>>(), ["1", "2", "3"]);
    let mut reasons: Vec<_> = events.iter().map(|event| (event.parent, &*event.fields["reason"])).collect();
    reasons.sort_unstable();
    assert_eq!(reasons, [(Some(1), "status 501"), (Some(2), "status 502"), (Some(2), "status 502")]);
}
