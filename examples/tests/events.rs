//! Events of the service: whatever a version of it changes of them, none is lost, and thin ones are followed over HTTP.

use std::time::SystemTime;

use examples::scripted::{Answer, ScriptedServer};
use serde_json::{Value, json};
use stripe_billing::Client;
use stripe_billing::events::{self, Event};
use stripe_billing::webhooks::{self, Verifier, WebhookError};

const SECRET: &str = "whsec_test_example";

/// The event that a signed delivery of this body is.
fn delivered(body: &Value) -> Event {
    let body = body.to_string();
    let headers = webhooks::sign(SECRET, &body, SystemTime::now()).expect("a secret");
    Event::from_webhook(&Verifier::new([SECRET]), &headers, &body).unwrap_or_else(|error| panic!("{error}: {body}"))
}

fn example(event_type: &str) -> Value {
    let event = Event::example_of(event_type).unwrap_or_else(|| panic!("no example of {event_type}"));
    serde_json::from_str(&event.to_json()).expect("JSON")
}

/// The JSON in which each object in it lacks one member, or has one that nobody knows, or holds something else there.
fn variations(json: &Value) -> Vec<Value> {
    let Value::Object(members) = json else { return Vec::new() };
    let mut all = Vec::new();
    for (name, value) in members {
        let with = |value: Option<Value>| {
            let mut members = members.clone();
            match value {
                Some(value) => members.insert(name.clone(), value),
                None => members.remove(name),
            };
            Value::Object(members)
        };
        all.extend([with(None), with(Some(json!({"of": ["a newer version"]})))]);
        all.extend(variations(value).into_iter().map(|value| with(Some(value))));
    }
    let mut more = members.clone();
    more.insert("of_a_newer_version".to_owned(), json!([null, 1.5]));
    all.push(Value::Object(more));
    all
}

#[test]
fn no_event_is_lost_whatever_its_data_is() {
    assert_eq!(Event::KNOWN.len(), 12);
    for event_type in Event::KNOWN {
        let whole = example(event_type);
        let Some(data) = whole.get("data") else { continue };
        let is_snapshot = whole["object"] == "event";
        let data = if is_snapshot { &data["object"] } else { data };
        let varied = variations(data);
        assert!(varied.len() > 5, "{event_type}");
        for changed in varied {
            let mut body = whole.clone();
            *(if is_snapshot { &mut body["data"]["object"] } else { &mut body["data"] }) = changed.clone();
            let event = delivered(&body);
            assert!(!matches!(event, Event::Unknown(_)), "{body}");
            assert_eq!((event.event_type(), event.id()), (*event_type, body["id"].as_str()));
            // What does not fit comes back as it came.
            let again: Value = serde_json::from_str(&event.to_json()).expect("JSON");
            assert_eq!(delivered(&again).to_json(), event.to_json());
        }
    }
}

#[test]
fn no_event_is_lost_without_what_its_envelope_need_not_say() {
    for event_type in Event::KNOWN {
        let whole = example(event_type);
        for name in whole.as_object().expect("an object").keys() {
            if ["id", "object", "type", "created"].contains(&name.as_str()) {
                continue;
            }
            let mut body = whole.clone();
            body.as_object_mut().expect("an object").remove(name);
            let event = delivered(&body);
            assert!(!matches!(event, Event::Unknown(_)), "{event_type} without {name}");
        }
    }
}

#[test]
fn data_that_fits_is_typed() {
    let Event::BillingAlertTriggered(event) = delivered(&example("billing.alert.triggered")) else { panic!("another") };
    let alert = event.data.object.expect("it fits");
    assert_eq!((alert.customer.as_str(), alert.value, alert.alert.id.as_str()), ("cus_123", 104, "alrt_123"));
    let mut newer = example("billing.alert.triggered");
    newer["data"]["object"]["value"] = json!("many");
    let Event::BillingAlertTriggered(event) = delivered(&newer) else { panic!("another") };
    let unfit = event.data.object.expect_err("it does not fit");
    assert_eq!(unfit.error().path(), "value");
    assert!(unfit.json().contains("cus_123"));
}

#[test]
fn a_snapshot_is_no_thin_event() {
    let mut body = example("v1.billing.meter.no_meter_found");
    body["object"] = json!("event");
    let error = Event::without_verification(body.to_string()).expect_err("it is a snapshot");
    assert!(matches!(&error, WebhookError::Unreadable(_)), "{error:?}");
    assert!(error.to_string().contains("is described as a thin event"), "{error}");
}

#[tokio::test]
async fn a_thin_event_is_followed_with_what_led_to_it() {
    let mut thin = example("v1.billing.meter.error_report_triggered");
    let whole = thin.to_string();
    thin.as_object_mut().expect("an object").remove("data");
    thin["context"] = json!("acct_1");
    let Event::V1BillingMeterErrorReportTriggered(event) = delivered(&thin) else { panic!("another") };
    assert_eq!(event.data, None);

    let meter = stripe_billing::meters::Meter::example().to_json();
    let server =
        ScriptedServer::start(vec![Answer::json(200, &whole), Answer::json(200, &meter), Answer::json(200, &whole)]);
    let client = Client::builder().api_key("sk_test_example").base_url(server.base_url()).build().expect("a client");
    let report = event.fetch(&client).await.expect("an event").data.expect("data").expect("it fits");
    assert_eq!(report.reason.error_types[0].code, "meter_event_customer_not_found");
    let meter = event.related(&client).await.expect("a meter");
    assert_eq!(meter.object, "billing.meter");
    let event = events::retrieve(&client, "evt_test_124").await.expect("an event");
    assert!(matches!(event, Event::V1BillingMeterErrorReportTriggered(event) if event.data.is_some()));

    let requests: Vec<String> =
        server.seen().requests.iter().map(|request| String::from_utf8_lossy(request).to_lowercase()).collect();
    for (request, path) in requests.iter().zip(["/v2/core/events/evt_test_124", "/v1/billing/meters/mtr_123"]) {
        assert!(request.starts_with(&format!("get {path} http/1.1\r\n")), "{request}");
        assert!(request.contains("\r\nstripe-context: acct_1\r\n"), "{request}");
        assert!(request.contains("\r\nstripe-request-trigger: event=evt_test_124\r\n"), "{request}");
    }
}

#[tokio::test]
async fn nothing_is_sent_to_where_an_event_leads_elsewhere() {
    let server = ScriptedServer::start(vec![Answer::json(200, "{}")]);
    let client = Client::builder().api_key("sk_test_example").base_url(server.base_url()).build().expect("a client");
    let mut body = example("v1.billing.meter.created");
    body["related_object"]["url"] = json!("https://elsewhere.example/v1/billing/meters/mtr_123");
    let Event::V1BillingMeterCreated(event) = delivered(&body) else { panic!("another") };
    let error = event.related(&client).await.expect_err("it leads elsewhere");
    assert!(error.to_string().contains("leads to another place"), "{error}");
    assert_eq!(server.seen().connections, 0);
}
