//! What the documentation of the API limits is checked before anything is sent, with either client.

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::alerts::{self, Alert, AlertFilterParams, AlertUsageThresholdParams};
use stripe_billing::billing_intents::{
    self, NewV1SubscriptionItemParams, NewV1SubscriptionParams, SubscribeActionParams,
};
use stripe_billing::meter_events::{self, MeterEventV2Params, StreamEvents};
use stripe_billing::{ApiClient, BlockingClient, Client, ClientBuilder, Config, Error, Operation, Request, meters};

fn set_up<C: ApiClient>(builder: ClientBuilder<C>, server: &ScriptedServer) -> ClientBuilder<C> {
    let builder = builder.api_key("sk_test_example").base_url(server.base_url());
    builder.server_url("meter_events", server.base_url())
}

/// A request for a client that is not there yet.
type Unbound<O> = Request<Config, O>;

fn config() -> Config {
    Config::new("sk_test_example").expect("the key can be sent")
}

/// Looks at the refusal of a request by both clients, and that nothing was sent to the server.
async fn check<O: Operation>(request: Unbound<O>, parameter: &str, reason: &str) {
    let server = ScriptedServer::start(vec![Answer::json(200, "{}")]);
    let client = set_up(Client::builder(), &server).build().expect("a client for loopback");
    check_refusal(Request::new(&client, request.operation().clone()).await, parameter, reason);
    let client = set_up(BlockingClient::builder(), &server).build().expect("a client for loopback");
    check_refusal(Request::new(&client, request.operation().clone()).send(), parameter, reason);
    assert_eq!(server.seen().connections, 0, "{parameter}");
}

fn check_refusal<T, E>(result: Result<T, Error<E>>, parameter: &str, reason: &str) {
    let Err(Error::Request(refusal)) = result else { panic!("`{parameter}` was sent") };
    assert_eq!(refusal.parameter(), Some(parameter));
    assert_eq!(refusal.to_string(), format!("{} was not sent: `{parameter}` {reason}", refusal.operation()));
}

fn events<C: ApiClient>(client: &C, count: usize) -> Request<C, StreamEvents> {
    let events = (0..count).map(|_| MeterEventV2Params::new("requests", [("value", "1")]));
    meter_events::stream_events(client, "token_example", events)
}

fn alert(gte: i64, filters: usize) -> Unbound<alerts::Create> {
    let filters = (0..filters).map(|_| AlertFilterParams::new("customer"));
    let threshold = AlertUsageThresholdParams::new(gte, "mtr_123", "one_time").filters(filters);
    alerts::create(&config(), "usage_threshold", "Title").usage_threshold(threshold)
}

fn subscription(items: usize) -> Unbound<billing_intents::Create> {
    let items = (0..items).map(|_| NewV1SubscriptionItemParams::new("price_123"));
    billing_intents::create(&config(), "usd", [SubscribeActionParams::new(NewV1SubscriptionParams::new(items))])
}

#[tokio::test]
async fn what_is_beyond_a_limit_is_refused() {
    check(meters::list(&config()).limit(101), "limit", "must not be more than 100").await;
    check(meters::list(&config()).limit(0), "limit", "must not be less than 1").await;
    let title = "é".repeat(257);
    check(alerts::create(&config(), "usage_threshold", title), "title", "must not have more than 256 characters").await;
    check(
        meters::update(&config(), "mtr_123").display_name("x".repeat(251)),
        "display_name",
        "must not have more than 250 characters",
    )
    .await;
    check(alert(0, 0), "usage_threshold.gte", "must not be less than 1").await;
    check(alert(1, 2), "usage_threshold.filters[1]", "is one too many: the list must not have more than 1 item").await;
    check(events(&config(), 101), "events[100]", "is one too many: the list must not have more than 100 items").await;
    check(
        subscription(21),
        "actions[0].subscribe.v1_subscription_details.items[20]",
        "is one too many: the list must not have more than 20 items",
    )
    .await;
}

#[tokio::test]
async fn what_just_keeps_to_a_limit_is_sent() {
    let no_items = r#"{"data": [], "has_more": false, "url": "/"}"#;
    let alert = Alert::example().to_json();
    let script = [no_items, alert.as_str(), "{}"].map(|body| Answer::json(200, body));
    let server = ScriptedServer::start(script.to_vec());
    let client = set_up(Client::builder(), &server).build().expect("a client for loopback");
    meters::list(&client).limit(100).await.expect("a page");
    let title = "é".repeat(256);
    alerts::create(&client, "usage_threshold", title).await.expect("an alert");
    events(&client, 100).await.expect("nothing");
    assert_eq!(server.seen().requests.len(), 3);
}
