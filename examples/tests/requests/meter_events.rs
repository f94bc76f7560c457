//! Requests that report usage, of both versions of the API.

use stripe_billing::meter_events::{
    MeterEvent, MeterEventAdjustment, MeterEventAdjustmentCancelParams, MeterEventAdjustmentV2,
    MeterEventAdjustmentV2CancelParams, MeterEventSession, MeterEventV2, MeterEventV2Params, create, create_adjustment,
    create_adjustment_v2, create_session, create_v2, stream_events,
};

use crate::{Servers, check, expected, instant, send, sent};

const PAYLOAD: [(&str, &str); 2] = [("value", "25"), ("stripe_customer_id", "cus_123")];

#[tokio::test]
async fn version_1_sends_a_form() {
    let event = MeterEvent::example().to_json();
    check("meter_events/create", &event, |client| create(client, "api_requests", PAYLOAD)).await;
    check("meter_events/create_with_everything", &event, |client| {
        create(client, "e e", [("value", "1+2&3é"), ("stripe_customer_id", "cus_123"), ("a key é", "")])
            .identifier("request/1?")
            .timestamp(instant("2025-01-01T00:00:00.75Z"))
            .expand(["a", "b"])
    })
    .await;
}

#[tokio::test]
async fn an_adjustment_of_version_1_leaves_out_what_is_not_set() {
    let adjustment = MeterEventAdjustment::example().to_json();
    let create = |client: &_| create_adjustment(client, "api_requests", "cancel");
    let cancel = MeterEventAdjustmentCancelParams::new();
    check("meter_events/create_adjustment", &adjustment, create).await;
    check("meter_events/create_adjustment", &adjustment, |client| create(client).cancel(cancel.clone())).await;
    check("meter_events/create_adjustment_with_everything", &adjustment, |client| {
        create(client).cancel(cancel.clone().identifier("request-1")).expand(["a"])
    })
    .await;
}

#[tokio::test]
async fn version_2_sends_json() {
    let event = MeterEventV2::example().to_json();
    check("meter_events/create_v2", &event, |client| create_v2(client, "api_requests", PAYLOAD)).await;
    check("meter_events/create_v2_with_everything", &event, |client| {
        create_v2(client, "a \"name\" \\ é🦀\n", [("value", "1+2&3é"), ("stripe_customer_id", "cus_123")])
            .timestamp(instant("2025-01-01T01:00:00.500+01:00"))
            .identifier("request-1")
    })
    .await;
    check("meter_events/create_adjustment_v2", &MeterEventAdjustmentV2::example().to_json(), |client| {
        let cancel = MeterEventAdjustmentV2CancelParams::new("request-1");
        create_adjustment_v2(client, "api_requests", "cancel", cancel)
    })
    .await;
}

#[tokio::test]
async fn a_session_is_opened_with_an_empty_object() {
    check("meter_events/create_session", &MeterEventSession::example().to_json(), create_session).await;
}

#[tokio::test]
async fn the_stream_has_a_server_of_its_own_that_never_gets_the_api_key() {
    let servers = Servers::start("", "{}");
    let event = MeterEventV2Params::new("api_requests", PAYLOAD);
    let event = event.identifier("request-1").timestamp(instant("2025-01-01T00:00:00Z"));
    let bare = MeterEventV2Params::new("e e", [("", ""); 0]);
    send(stream_events(&servers.client, "token_example", [event, bare])).await;
    assert_eq!(sent(&servers.meter_events), [expected("meter_events/stream_events", &servers.meter_events)]);
    assert_eq!(servers.api.seen().connections, 0);
}
