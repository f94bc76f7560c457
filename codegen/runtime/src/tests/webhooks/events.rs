//! What becomes of the body of a delivery.

use std::time::SystemTime;

use serde_json::{Value, json};

use super::examples::{CLOSED, PAID, PUSH, SENT};
use super::sample::{Event, HubEvent, NewOrder, PLAIN, STRIPE};
use crate::runtime::{Verifier, WebhookError};

fn changed(json: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::from_str(json).unwrap();
    change(&mut value);
    value.to_string()
}

fn read(json: &str) -> Event {
    Event::without_verification(json).unwrap()
}

fn fault(json: &str) -> String {
    Event::without_verification(json).unwrap_err().to_string()
}

#[test]
fn a_signed_delivery_is_read() {
    let verifier = Verifier::of(&STRIPE, ["whsec_test"]);
    let headers = STRIPE.sign("whsec_test", PAID.as_bytes(), SystemTime::now()).unwrap();
    let Ok(Event::OrderPaid(event)) = Event::from_webhook(&verifier, &headers, PAID) else { panic!("not paid") };
    assert_eq!((event.id.as_str(), event.livemode, event.pending_webhooks), ("evt_1", Some(false), Some(1)));
    assert_eq!(event.created.to_string(), "2025-08-27T12:00:00Z");
    assert_eq!(event.data.object.unwrap().pieces, 2);
    assert_eq!(event.data.previous_attributes, Some(json!({"pieces": 1})));
    assert_eq!(Event::from_webhook(&verifier, &headers, SENT), Err(WebhookError::WrongSignature));
}

#[test]
fn a_thin_event_says_what_it_is_about() {
    let Event::OrderSent(event) = read(SENT) else { panic!("not sent") };
    assert_eq!((event.context.as_deref(), &event.data), (Some("acct_1"), &None));
    let reason = event.reason.unwrap();
    assert_eq!(reason.request.unwrap().idempotency_key.as_deref(), Some("key_1"));
    let fetched = changed(SENT, |it| it["data"] = json!({"id": "ord_1", "pieces": 3}));
    let Event::OrderSent(event) = read(&fetched) else { panic!("not sent") };
    assert_eq!(event.data.unwrap().unwrap().pieces, 3);
}

#[test]
fn what_a_newer_version_changed_loses_no_event() {
    let more = changed(PAID, |it| {
        it["data"]["object"]["colour"] = json!("red");
        it["region"] = json!("eu");
    });
    assert_eq!(read(&more), read(PAID));
    let less = changed(PAID, |it| _ = it["data"]["object"].as_object_mut().unwrap().remove("pieces"));
    let Event::OrderPaid(event) = read(&less) else { panic!("not paid") };
    let unfit = event.data.object.clone().unwrap_err();
    assert_eq!(unfit.json(), r#"{"id":"ord_1"}"#);
    assert_eq!(unfit.error().path(), "pieces");
    assert_eq!(
        unfit.to_string(),
        "the data of the event does not fit: at `pieces`: expected an integer, found no such member"
    );
    assert!(!format!("{unfit:?}").contains("ord_1"));
    assert_eq!(read(&Event::OrderPaid(event).to_json()), read(&less));
    for part in ["api_version", "livemode", "pending_webhooks", "request", "data"] {
        let json = changed(PAID, |it| _ = it.as_object_mut().unwrap().remove(part));
        assert!(matches!(read(&json), Event::OrderPaid(_)), "{part}");
    }
}

#[test]
fn an_unknown_event_is_kept_whole() {
    let json = r#"{"id": "evt_9", "object": "event", "type": "order.lost", "data": {"object": [1.50]}}"#;
    let Event::Unknown(event) = read(json) else { panic!("known") };
    assert_eq!((event.event_type(), event.id(), event.json()), ("order.lost", Some("evt_9"), json));
    assert_eq!(Event::Unknown(event).to_json(), json);
}

#[test]
fn a_snapshot_is_told_from_a_thin_event() {
    let thin = changed(PAID, |it| it["object"] = json!("v2.core.event"));
    assert_eq!(
        fault(&thin),
        "the body of the webhook is no event: `order.paid` is described as a snapshot (`object` is `event`), found a thin \
         event (`object` is `v2.core.event`): let this endpoint be sent the described one"
    );
    let snapshot = changed(SENT, |it| it["object"] = json!("event"));
    assert!(fault(&snapshot).contains("described as a thin event"), "{}", fault(&snapshot));
}

#[test]
fn what_is_no_event_is_an_error() {
    for (body, expected) in [
        ("", "expected a JSON object: EOF while parsing a value at line 1 column 0"),
        ("[]", "expected a JSON object: invalid type: sequence, expected a map at line 1 column 0"),
        ("{}", "it does not say at `type` what happened"),
        (r#"{"type": "order.paid"}"#, "at `id`: expected a string, found no such member"),
    ] {
        assert_eq!(fault(body), format!("the body of the webhook is no event: {expected}"));
    }
    let no_text = Event::without_verification(b"\xff").unwrap_err();
    assert_eq!(no_text.to_string(), "the body of the webhook is no event: it is not UTF-8");
}

#[test]
fn queues_deliver_in_envelopes_of_their_own() {
    let event: Value = serde_json::from_str(SENT).unwrap();
    let bridge = json!({"version": "0", "detail-type": "v1.order.sent", "source": "aws.partner", "detail": event});
    let grid = json!({"specversion": "1.0", "type": "v1.order.sent", "id": "e-1", "data": event});
    for queued in [bridge, grid] {
        assert_eq!(read(&queued.to_string()), read(SENT));
    }
    // What looks like such an envelope, and has no event inside, is the event.
    let own = json!({"specversion": "1.0", "type": "order.lost", "id": "e-1", "data": {"id": "ord_1"}});
    assert_eq!(read(&own.to_string()).event_type(), "order.lost");
}

#[test]
fn headers_may_say_what_an_event_is() {
    let body = r#"{"id": "ord_1", "pieces": 2}"#;
    let mut headers = PLAIN.sign("secret", body.as_bytes(), SystemTime::now()).unwrap();
    headers.insert("x-hub-event", "push".parse().unwrap());
    headers.insert("x-hub-delivery", "d-1".parse().unwrap());
    let event = HubEvent::from_webhook(&Verifier::of(&PLAIN, ["secret"]), &headers, body).unwrap();
    assert_eq!((event.event_type(), event.id()), ("push", Some("d-1")));
    let HubEvent::Push(push) = event else { panic!("no push") };
    assert_eq!(push.data.unwrap().pieces, 2);
    let other = HubEvent::without_verification(&[("X-Hub-Event", "star")], body).unwrap();
    assert!(matches!(other, HubEvent::Unknown(event) if event.event_type() == "star" && event.id().is_none()));
    assert!(HubEvent::without_verification(&[("a", "b")], body).is_err());
}

#[test]
fn several_places_may_say_what_an_event_is() {
    let read = |kind: &str, body: &str| HubEvent::without_verification(&[("X-Hub-Event", kind)], body).unwrap();
    let body = |action: &str| changed(PUSH, |it| it["action"] = json!(action));
    let star = read("star", &body("created"));
    assert!(matches!(&star, HubEvent::StarCreated(event) if event.r#type == "star.created"), "{star:?}");
    // What more is said of an event that is known without it changes nothing.
    let push = read("push", &body("forced"));
    assert!(matches!(&push, HubEvent::Push(event) if event.r#type == "push.forced"), "{push:?}");
    let unknown = read("star", &body("deleted"));
    assert!(matches!(&unknown, HubEvent::Unknown(event) if event.event_type() == "star.deleted"), "{unknown:?}");
}

#[test]
fn what_nothing_tells_apart_has_readers() {
    assert_eq!(NewOrder::read(NewOrder::EXAMPLE).unwrap().pieces, 2);
    let unfit = NewOrder::read(r#"{"id": "ord_1"}"#).unwrap_err();
    assert_eq!((unfit.json(), unfit.error().path()), (r#"{"id": "ord_1"}"#, "pieces"));
    assert_eq!(NewOrder::read(b"\xff").unwrap_err().json(), "\u{fffd}");
}

#[test]
fn each_event_has_an_example() {
    assert_eq!(Event::KNOWN, ["order.paid", "v1.order.sent", "v1.shop.closed"]);
    assert_eq!(Event::example(), read(PAID));
    for (name, json) in Event::KNOWN.iter().zip([PAID, SENT, CLOSED]) {
        let example = Event::example_of(name).unwrap();
        assert_eq!((example.event_type(), &example), (*name, &read(json)));
        assert_eq!(read(&example.to_json()), example);
    }
    assert_eq!(Event::example_of("order.lost"), None);
    assert_eq!(HubEvent::example().event_type(), "push");
}
