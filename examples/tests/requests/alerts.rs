//! Requests that concern alerts: of version 1 of the API, whose bodies are forms.

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::BlockingClient;
use stripe_billing::alerts::{
    Alert, AlertFilterParams, AlertUsageThresholdParams, activate, archive, create, deactivate, list, retrieve,
};

use crate::{NO_ITEMS, check, expected, sent};

fn alert() -> String {
    Alert::example().to_json()
}

#[tokio::test]
async fn lists() {
    check("alerts/list", NO_ITEMS, list).await;
    check("alerts/list", NO_ITEMS, |client| list(client).expand([""; 0])).await;
    check("alerts/list_with_everything", NO_ITEMS, |client| {
        list(client)
            .expand(["data.usage_threshold.meter", "data.usage_threshold.filters.customer"])
            .starting_after("alrt_123")
            .limit(100)
            .meter("mtr_123")
            .alert_type("usage_threshold")
    })
    .await;
    check("alerts/list_backwards", NO_ITEMS, |client| list(client).limit(1).ending_before("alrt_é &=+[")).await;
}

#[tokio::test]
async fn create_sends_what_is_nested_in_brackets() {
    check("alerts/create", &alert(), |client| create(client, "usage_threshold", "Usage")).await;
    check("alerts/create_with_everything", &alert(), |client| {
        let threshold = AlertUsageThresholdParams::new(i64::MAX, "mtr_123", "one_time");
        create(client, "usage_threshold", "50% & more: é+🦀\n=[]")
            .expand(["usage_threshold.meter", "usage_threshold.filters.customer"])
            .usage_threshold(threshold.filters([AlertFilterParams::new("customer").customer("cus_1")]))
    })
    .await;
}

#[tokio::test]
async fn retrieve_sends_no_body() {
    check("alerts/retrieve", &alert(), |client| retrieve(client, "alrt_123")).await;
    check("alerts/retrieve_expanded", &alert(), |client| {
        retrieve(client, "alrt/1? é").expand(["usage_threshold.meter"])
    })
    .await;
}

#[tokio::test]
async fn a_change_of_status_has_an_empty_body_that_has_a_type() {
    check("alerts/activate", &alert(), |client| activate(client, "alrt_123")).await;
    check("alerts/deactivate", &alert(), |client| deactivate(client, "alrt_123")).await;
    check("alerts/archive", &alert(), |client| archive(client, "alrt_123")).await;
}

#[test]
fn the_blocking_client_sends_the_same() {
    let server = ScriptedServer::start(vec![Answer::json(200, &alert())]);
    let client = BlockingClient::builder().api_key("sk_test_example").base_url(server.base_url()).build();
    let client = client.expect("a client for loopback");
    let calls = [activate(&client, "alrt_123"), activate(&client, "alrt_123").expand(["usage_threshold.meter"])];
    for (call, name) in calls.into_iter().zip(["alerts/activate", "alerts/activate_expanded"]) {
        call.idempotency_key("order-42").send().expect("an alert");
        let sent = sent(&server).pop().expect("a request");
        assert_eq!(in_any_order(&sent), in_any_order(&expected(name, &server)), "{name}");
    }
}

/// The request line and the body, and the headers in an order that does not depend on the client.
fn in_any_order(request: &str) -> Vec<String> {
    let (head, body) = request.split_once("\r\n\r\n").expect("an empty line ends the head");
    let mut lines: Vec<String> = head.lines().map(str::to_owned).collect();
    lines[1..].sort_unstable();
    lines.push(body.to_owned());
    lines
}

#[tokio::test]
async fn a_change_of_status_says_what_to_expand() {
    let expand = ["usage_threshold.meter"];
    check("alerts/activate_expanded", &alert(), |client| activate(client, "alrt_123").expand(expand)).await;
    check("alerts/deactivate_expanded", &alert(), |client| deactivate(client, "alrt_123").expand(expand)).await;
    check("alerts/archive_expanded", &alert(), |client| archive(client, "alrt_123").expand(expand)).await;
}
