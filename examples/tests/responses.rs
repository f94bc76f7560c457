//! How the generated client reads a success: what it tolerates, and what it says about the rest.

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{
    self, BillingIntent, BillingIntentAction, BillingIntentActionKind, BillingIntentStatus, ReserveError,
};
use stripe_billing::{Amount, Client, Error, Timestamp};

const RESERVED: &str = include_str!("responses/reserved.json");
const COMMITTED: &str = include_str!("responses/committed.json");
const RELEASED: &str = include_str!("responses/released.json");

/// What `reserve` gives when the server answers like this.
async fn reserve(answer: Answer) -> Result<BillingIntent, Error<ReserveError>> {
    let server = ScriptedServer::start(vec![answer]);
    let client = Client::builder().api_key("sk_test_example").base_url(server.base_url()).build();
    billing_intents::reserve(&client.expect("a client for loopback"), "bilint_123").await
}

/// What `reserve` gives when the server answers with the intent of the documentation, changed in one place.
async fn reserve_changed(from: &str, to: &str) -> Result<BillingIntent, Error<ReserveError>> {
    assert_eq!(RESERVED.matches(from).count(), 1, "`{from}` has to be there once");
    reserve(Answer::json(200, &RESERVED.replace(from, to))).await
}

fn instant(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

#[tokio::test]
async fn the_documented_answers_are_read() {
    let day = Some(instant("2025-01-01T00:00:00Z"));
    let table = [
        (RESERVED, BillingIntentStatus::Reserved, day, None),
        (COMMITTED, BillingIntentStatus::Committed, day, day),
        (RELEASED, BillingIntentStatus::Draft, None, None),
    ];
    for (body, status, reserved_at, committed_at) in table {
        let intent = reserve(Answer::json(200, body)).await.expect("a documented answer");
        assert_eq!(intent.id, "bilint_61SbQ4ZVMJ2ESqq2416S40x4RVA8P2F2ShZStd6x6RCy");
        assert_eq!(intent.cadence.expect("a cadence"), "bc_61SbQ4ZVMJ2ESqq2416S40x4RVA8P2F2ShZStd6x6RCy");
        assert_eq!((intent.object.as_str(), intent.livemode), ("v2.billing.billing_intent", true));
        assert_eq!((intent.status, Some(intent.created)), (status, day));
        assert_eq!(intent.currency, "usd");
        let amounts = intent.amount_details;
        assert_eq!(amounts.currency, "usd");
        let parts = [amounts.discount, amounts.shipping, amounts.subtotal, amounts.tax, amounts.total];
        assert_eq!(parts.map(Amount::minor_units), [0, 0, 2000, 200, 2200]);
        let transitions = intent.status_transitions;
        assert_eq!((transitions.drafted_at, transitions.reserved_at), (day, reserved_at));
        assert_eq!((transitions.committed_at, transitions.canceled_at), (committed_at, None));
    }
}

#[tokio::test]
async fn what_may_differ_is_tolerated() {
    type Check = fn(&BillingIntent) -> bool;
    let table: [(&str, &str, Check); 20] = [
        ("v2.billing.billing_intent", "v2.billing.intent", |intent| intent.object == "v2.billing.intent"),
        ("v2.billing.billing_intent", "v3.other", |intent| intent.object == "v3.other"),
        ("\"total\": 2200", "\"total\": \"2200\"", |intent| intent.amount_details.total == 2200),
        ("\"tax\": 200", "\"tax\": \"-200\"", |intent| intent.amount_details.tax == -200),
        ("\"discount\": 0", "\"discount\": \"0\"", |intent| intent.amount_details.discount == 0),
        ("\"total\": 2200", "\"total\": 9223372036854775807", |intent| intent.amount_details.total == i64::MAX),
        ("\"total\": 2200", "\"total\": \"-9223372036854775808\"", |intent| intent.amount_details.total == i64::MIN),
        ("\"canceled_at\": null,", "", |intent| intent.status_transitions.canceled_at.is_none()),
        ("\"bc_61SbQ4ZVMJ2ESqq2416S40x4RVA8P2F2ShZStd6x6RCy\"", "null", |intent| intent.cadence.is_none()),
        (",\n  \"cadence\": \"bc_61SbQ4ZVMJ2ESqq2416S40x4RVA8P2F2ShZStd6x6RCy\"", "", |intent| {
            intent.cadence.is_none()
        }),
        ("\"created\": \"2025-01-01T00:00:00.000Z\"", "\"created\": \"2025-08-27T12:00:00Z\"", |intent| {
            intent.created == instant("2025-08-27T12:00:00Z")
        }),
        ("\"created\": \"2025-01-01T00:00:00.000Z\"", "\"created\": \"2025-08-27T12:00:00.123456Z\"", |intent| {
            intent.created.subsec_nanosecond() == 123_456_000
        }),
        ("\"created\": \"2025-01-01T00:00:00.000Z\"", "\"created\": \"2025-08-27T14:00:00+02:00\"", |intent| {
            intent.created == instant("2025-08-27T12:00:00Z")
        }),
        ("\"created\": \"2025-01-01T00:00:00.000Z\"", "\"created\": 1756296000", |intent| {
            intent.created == instant("2025-08-27T12:00:00Z")
        }),
        ("\"livemode\": true", "\"livemode\": false", |intent| !intent.livemode),
        ("\"status\": \"reserved\"", "\"status\": \"expired\"", |intent| {
            matches!(&intent.status, BillingIntentStatus::Unknown(_))
                && intent.status == "expired"
                && format!("is {}", intent.status) == "is expired"
        }),
        ("\"livemode\": true", "\"livemode\": true, \"new\": {\"a\": [1, 2.5, {\"b\": null}]}", |intent| {
            intent.livemode
        }),
        ("\"total\": 2200", "\"total\": 2200, \"amount_due\": \"1\"", |intent| intent.amount_details.total == 2200),
        ("\"currency\": \"usd\",\n  \"id\"", "\"currency\": \"xyz\",\n  \"id\"", |intent| intent.currency == "xyz"),
        ("\"id\": \"bilint_61S", "\"id\": \"\\u00e9\\ud83e\\udd80_61S", |intent| {
            intent.id.as_str().starts_with("é🦀_61S")
        }),
    ];
    for (from, to, check) in table {
        let intent = reserve_changed(from, to).await.unwrap_or_else(|error| panic!("{to}: {error}"));
        assert!(check(&intent), "{to}: {intent:?}");
    }
}

#[tokio::test]
async fn all_transitions_may_be_absent() {
    let (head, rest) = RESERVED.split_once("\"status_transitions\": {").expect("transitions");
    let (_, tail) = rest.split_once('}').expect("the end of the transitions");
    let body = format!("{head}\"status_transitions\": {{}}{tail}");
    let transitions = reserve(Answer::json(200, &body)).await.expect("an intent").status_transitions;
    let instants = [transitions.canceled_at, transitions.committed_at, transitions.drafted_at, transitions.reserved_at];
    assert_eq!(instants, [None; 4]);
}

#[tokio::test]
async fn what_does_not_fit_is_named_by_its_place() {
    // What is changed, and the place that the error has to name.
    let table = [
        ("\"total\": 2200", "\"total\": 2200.5", "amount_details.total"),
        ("\"total\": 2200", "\"total\": 2200.0", "amount_details.total"),
        ("\"total\": 2200", "\"total\": 2.2e3", "amount_details.total"),
        ("\"total\": 2200", "\"total\": \"2200.5\"", "amount_details.total"),
        ("\"total\": 2200", "\"total\": \"2.2e3\"", "amount_details.total"),
        ("\"total\": 2200", "\"total\": \"+2200\"", "amount_details.total"),
        ("\"total\": 2200", "\"total\": \" 2200\"", "amount_details.total"),
        ("\"total\": 2200", "\"total\": \"02200\"", "amount_details.total"),
        ("\"total\": 2200", "\"total\": \"\"", "amount_details.total"),
        ("\"total\": 2200", "\"total\": 9223372036854775808", "amount_details.total"),
        ("\"total\": 2200", "\"total\": -9223372036854775809", "amount_details.total"),
        ("\"total\": 2200", "\"total\": \"9223372036854775808\"", "amount_details.total"),
        ("\"total\": 2200", "\"total\": null", "amount_details.total"),
        ("\"total\": 2200", "\"total\": true", "amount_details.total"),
        ("\"total\": 2200", "\"total\": {\"value\": 2200}", "amount_details.total"),
        ("\"total\": 2200", "\"sum\": 2200", "amount_details.total"),
        ("\"tax\": 200,", "\"tax\": 200, \"tax\": 200,", "amount_details.tax"),
        ("\"object\": \"v2.billing.billing_intent\",", "", "object"),
        ("\"livemode\": true", "\"livemode\": \"yes\"", "livemode"),
        ("\"livemode\": true", "\"livemode\": 1", "livemode"),
        ("\"status\": \"reserved\"", "\"status\": 3", "status"),
        ("\"status\": \"reserved\"", "\"status\": null", "status"),
        ("\"status\": \"reserved\",", "", "status"),
        ("\"created\": \"2025-01-01T00:00:00.000Z\"", "\"created\": true", "created"),
        ("\"created\": \"2025-01-01T00:00:00.000Z\"", "\"created\": \"20250101\"", "created"),
        ("\"created\": \"2025-01-01T00:00:00.000Z\"", "\"created\": \"2025-01-01\"", "created"),
        ("\"drafted_at\": \"2025-01-01T", "\"drafted_at\": \"2025-13-01T", "status_transitions.drafted_at"),
        ("\"canceled_at\": null", "\"canceled_at\": false", "status_transitions.canceled_at"),
        ("\"status_transitions\": {", "\"status_transitions\": null, \"others\": {", "status_transitions"),
        ("\"amount_details\": {", "\"amount_details\": [], \"others\": {", "amount_details"),
        ("\"cadence\": \"bc_61S", "\"cadence\": [], \"others\": \"bc_61S", "cadence"),
    ];
    for (from, to, place) in table {
        let error = reserve_changed(from, to).await.expect_err(to);
        let shown = error.to_string();
        let start = format!("the answer to billing_intents.reserve does not fit: at `{place}`: ");
        assert!(shown.starts_with(&start) && shown.ends_with(" (req_scripted)"), "{to}: {shown}");
        assert_eq!((error.status(), error.request_id()), (Some(200), Some("req_scripted")), "{to}");
        assert_eq!(error.raw().unwrap().text(), RESERVED.replace(from, to));
        let Error::Response(error) = error else { panic!("{error:?}") };
        assert_eq!((error.decode_error().path(), error.operation()), (place, "billing_intents.reserve"), "{to}");
    }
}

#[tokio::test]
async fn a_success_that_is_no_object_at_all_keeps_its_body() {
    let deep = format!("{{\"new\": {}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let cut = &RESERVED[..RESERVED.len() / 2];
    for body in ["", " ", "null", "[]", "7", "\"text\"", "<html>", "{", "{} {}", cut, deep.as_str()] {
        let error = reserve(Answer::json(200, body)).await.expect_err(body);
        assert!(matches!(&error, Error::Response(_)), "{error:?}");
        assert_eq!((error.status(), error.request_id()), (Some(200), Some("req_scripted")));
        assert_eq!(error.raw().map(|raw| raw.text()).as_deref(), Some(body));
        assert!(error.to_string().len() < 300, "{error}");
    }
    let error = reserve(Answer::with_body(200, "application/json", b"\"\xff\"")).await.expect_err("not UTF-8");
    assert!(matches!(&error, Error::Response(_)), "{error:?}");
}

#[tokio::test]
async fn every_2xx_is_a_success_and_an_empty_one_does_not_fit_an_intent() {
    for status in [200, 201, 202, 299] {
        let intent = reserve(Answer::json(status, RESERVED)).await.expect("a success");
        assert_eq!(intent.status, BillingIntentStatus::Reserved);
    }
    let error = reserve(Answer::bytes("HTTP/1.1 204 No Content\r\nrequest-id: req_204\r\n\r\n")).await;
    let error = error.expect_err("there is no intent");
    assert!(matches!(&error, Error::Response(error) if error.decode_error().path().is_empty()), "{error:?}");
    assert_eq!(
        (error.status(), error.request_id(), error.raw().map(|raw| raw.text()).as_deref()),
        (Some(204), Some("req_204"), Some(""))
    );
}

#[tokio::test]
async fn a_body_may_come_in_chunks_and_in_any_packets() {
    let (first, second) = RESERVED.split_at(100);
    let chunked = format!(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n{:x}\r\n{first}\r\n{:x};note=1\r\n{second}\r\n0\r\n\r\n",
        first.len(),
        second.len(),
    );
    let until_the_end = format!("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n{RESERVED}");
    let answers = [
        Answer::bytes(chunked.clone()),
        Answer::bytes(chunked).in_packets_of(1),
        Answer::json(200, RESERVED).in_packets_of(1),
        Answer::json(200, RESERVED).in_packets_of(7),
        Answer::bytes(until_the_end).then_hang_up(),
    ];
    for answer in answers {
        let intent = reserve(answer.clone()).await.unwrap_or_else(|error| panic!("{answer:?}: {error}"));
        assert_eq!(intent.status, BillingIntentStatus::Reserved);
    }
}

#[test]
fn an_action_may_leave_out_what_its_creator_left_out() {
    let modify = r#"{"collect_at": "next_billing_date", "effective_at": {"type": "on_reserve"}, "type":
        "pricing_plan_subscription_details", "pricing_plan_subscription_details": {"pricing_plan_subscription": "bpps_1"}}"#;
    let subscribe = r#"{"collect_at": "on_effective_at", "effective_at": {"type": "on_reserve"}, "type":
        "pricing_plan_subscription_details", "pricing_plan_subscription_details": {"pricing_plan": "bpp_1",
        "pricing_plan_subscription": "bpps_1", "pricing_plan_version": "bppv_1"}}"#;
    for (name, data) in [("modify", modify), ("subscribe", subscribe)] {
        let json = format!(
            r#"{{"id": "bilinti_1", "object": "v2.billing.intent_action", "created": "2025-01-01T00:00:00Z",
            "livemode": true, "type": "{name}", "{name}": {data}}}"#
        );
        let action = BillingIntentAction::from_json(&json).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!matches!(action.kind, BillingIntentActionKind::Unknown(_)), "{name}: {action:?}");
    }
}
