//! Deliveries of the sample events.

pub(crate) const PAID: &str = r#"{
    "id": "evt_1", "object": "event", "type": "order.paid", "created": 1756296000, "api_version": "2025-08-27.preview",
    "livemode": false, "pending_webhooks": 1, "request": {"id": "req_1", "idempotency_key": null},
    "data": {"object": {"id": "ord_1", "pieces": 2}, "previous_attributes": {"pieces": 1}}
}"#;

pub(crate) const SENT: &str = r#"{
    "id": "evt_2", "object": "v2.core.event", "type": "v1.order.sent", "created": "2025-08-27T12:00:00.000Z", "livemode": true,
    "context": "acct_1", "related_object": {"id": "ord_1", "type": "order", "url": "/v1/orders/ord_1"},
    "reason": {"type": "request", "request": {"id": "req_1", "idempotency_key": "key_1"}}
}"#;

pub(crate) const CLOSED: &str =
    r#"{"id": "evt_3", "object": "v2.core.event", "type": "v1.shop.closed", "created": "2025-08-27T12:00:00.000Z"}"#;

pub(crate) const PUSH: &str = r#"{"id": "ord_1", "pieces": 2}"#;
