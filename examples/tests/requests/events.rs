//! The request that gets an event.

use stripe_billing::events::retrieve;

use crate::check;

const EVENT: &str = r#"{
    "id": "evt_test_123",
    "object": "v2.core.event",
    "type": "v1.billing.meter.created",
    "created": "2025-08-27T12:00:00.000Z",
    "livemode": false,
    "related_object": {"id": "mtr_123", "type": "billing.meter", "url": "/v1/billing/meters/mtr_123"}
}"#;

#[tokio::test]
async fn retrieve_sends_no_body() {
    check("events/retrieve", EVENT, |client| retrieve(client, "evt_test_123")).await;
}
