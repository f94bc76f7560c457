//! The programs on metering and on intents with actions run, say what they do, and fail with a message that helps.

use std::process::{Command, Output};

use examples::service::{BillingService, Ledger, Payment};
use stripe_billing::meter_events::{self, CreateV2Error, MeterEventV2Params};
use stripe_billing::meters::{self, DefaultAggregationFormula, DefaultAggregationParams};
use stripe_billing::{Client, Error, Timestamp};

const KEY: &str = "sk_test_example";
const METERING: &str = env!("CARGO_BIN_EXE_usage_metering");
const ALERTS: &str = env!("CARGO_BIN_EXE_usage_alerts");
const INTENT: &str = env!("CARGO_BIN_EXE_intent_with_actions");

/// Runs a program with no variables but this one.
fn run(program: &str, arguments: &[&str], key: Option<&str>) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).env_clear().envs(key.map(|key| ("STRIPE_API_KEY", key)));
    command.output().expect("the program starts")
}

/// What a program that succeeds says after the line that names the service.
fn story(output: &Output) -> Vec<String> {
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert!(shown.starts_with("service   http://127.0.0.1:"), "{shown}");
    shown.lines().skip(1).map(str::to_owned).collect()
}

/// The program fails with one line that begins like this.
fn check_failure(output: &Output, message: &str) {
    let shown = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), shown.lines().count()), (Some(1), 1), "{output:?}");
    assert!(shown.starts_with(message), "{shown}");
}

async fn start(ledger: Ledger) -> BillingService {
    BillingService::start(KEY, ledger).await.expect("loopback has a free port")
}

#[test]
fn usage_is_metered() {
    let expected = [
        "meter     mtr_1 is active: the sum of api_requests",
        "event     v1: 40",
        "event     v2: 25",
        "event     v2 again: counted already: 400 duplicate_meter_event: \
         An event with this identifier was counted already (req_000004)",
        "stream    150 events",
        "summaries page 1: 150 in the hour 1 h ago",
        "summaries page 1: 25 in the hour 2 h ago",
        "summaries page 2: 40 in the hour 3 h ago",
        "alert     alrt_1 is created",
        "alerts    alrt_1 \"Many requests\" is active, from a use of 200",
    ];
    assert_eq!(story(&run(METERING, &[], None)), expected);
}

#[test]
fn what_the_service_tells_is_verified_and_followed() {
    let expected = [
        "alert     cus_123 has used 104: Many API requests",
        "answered  200 OK",
        "faults    API requests: There is 1 invalid event. meter_event_customer_not_found",
        "answered  200 OK",
        "again     evt_2 was handled before",
        "answered  200 OK",
        "refused   the signature of the webhook is wrong: check that the secret is that of this endpoint and mode, and that \
         the body is what came, byte for byte, not parsed and written again",
        "answered  400 Bad Request",
        "refused   the webhook was signed 301 seconds ago: it was sent before, or the clock is ahead",
        "answered  400 Bad Request",
    ];
    assert_eq!(story(&run(ALERTS, &[], None)), expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn metering_runs_against_any_service() {
    let service = start(Ledger::default()).await;
    let url = service.base_url();
    let arguments = ["--base-url", &url, "--stream-url", &url, "--customer", "cus_mine", "--event-name", "e e&é[0]"];
    let shown = story(&run(METERING, &arguments, Some(KEY)));
    assert_eq!(shown[0], "meter     mtr_1 is active: the sum of e e&é[0]");
    assert_eq!(shown[5], "summaries page 1: 150 in the hour 1 h ago");

    let output = run(METERING, &arguments, Some("another_key"));
    check_failure(&output, "usage_metering: meter failed: 401 unauthorized: ");
    check_failure(&run(METERING, &arguments, None), "usage_metering: STRIPE_API_KEY is not set: ");
}

#[tokio::test]
async fn only_the_token_of_a_session_opens_the_stream() {
    let service = start(Ledger::default()).await;
    let url = service.base_url();
    let builder = Client::builder().api_key(KEY).base_url(&url).server_url("meter_events", url);
    let client = builder.build().expect("a client for loopback");
    let count = DefaultAggregationParams::new(DefaultAggregationFormula::Count);
    let meter = meters::create(&client, "Requests", "requests", count).await.expect("a meter");
    let payload = [("stripe_customer_id", "cus_1"), ("value", "5")];
    // The same event twice, and one for which there is no meter.
    let event = MeterEventV2Params::new("requests", payload).identifier("once");
    let events = [event.clone(), event, MeterEventV2Params::new("others", payload)];

    for token in [KEY, "token_of_nothing"] {
        let error = meter_events::stream_events(&client, token, events.clone()).await.expect_err("no token");
        assert_eq!(error.status(), Some(401), "{error}");
    }
    let session = meter_events::create_session(&client).await.expect("a session");
    let token = session.authentication_token.expose();
    meter_events::stream_events(&client, token, events).await.expect("a stream drops what it cannot count");
    let error = meters::retrieve(&client, &meter.id).api_key(token).await.expect_err("a token is no key");
    assert_eq!(error.status(), Some(401), "{error}");

    let now = Timestamp::now().as_second() / 60 * 60;
    let minute = |offset: i64| Timestamp::from_second(now + offset * 60).expect("an instant of these days");
    let list = meters::list_event_summaries(&client, &meter.id, "cus_1", minute(-5), minute(5));
    let values: Vec<f64> = list.await.expect("a list").data.iter().map(|summary| summary.aggregated_value).collect();
    assert_eq!(values, [1.0]);
}

#[tokio::test]
async fn events_that_cannot_be_counted_are_refused() {
    let service = start(Ledger::default()).await;
    let client = Client::builder().api_key(KEY).base_url(service.base_url()).build().expect("a client for loopback");
    let last = DefaultAggregationParams::new(DefaultAggregationFormula::Last);
    meters::create(&client, "Requests", "requests", last).await.expect("a meter");
    let table = [
        ("others", [("stripe_customer_id", "cus_1"), ("value", "5")], CreateV2Error::NoMeter),
        ("requests", [("customer", "cus_1"), ("value", "5")], CreateV2Error::PayloadNoCustomerDefined),
        ("requests", [("stripe_customer_id", "cus_1"), ("amount", "5")], CreateV2Error::PayloadNoValueDefined),
        ("requests", [("stripe_customer_id", "cus_1"), ("value", "-5")], CreateV2Error::PayloadInvalidValue),
    ];
    for (event_name, payload, expected) in table {
        match meter_events::create_v2(&client, event_name, payload).await {
            Err(Error::Api(error)) => assert_eq!(error.kind, expected),
            other => panic!("{expected:?}: {other:?}"),
        }
    }
}

/// What the program says of its actions before they are committed, and of those that make something after it.
const ACTIONS: [&str; 3] =
    ["bilinti_1_1 subscribes to bpp_example", "bilinti_1_2 ends bpps_example", "bilinti_1_3 takes 12.5 % off"];

#[test]
fn an_intent_with_actions_is_committed() {
    let mut expected = vec![
        "create    refused: 400 require_cadence_or_data: What is applied needs a cadence (req_000001)".to_owned(),
        "create    again, for bc_example".to_owned(),
        "create    bilint_1 is draft, for bc_example".to_owned(),
    ];
    expected.extend(ACTIONS.map(|action| format!("actions   {action}")));
    expected.extend([
        "reserve   bilint_1 is reserved, for bc_example".to_owned(),
        "commit    bilint_1 is committed, for bc_example".to_owned(),
        format!("action    {}, as bpps_of_bilinti_1_1", ACTIONS[0]),
        format!("action    {}", ACTIONS[1]),
        format!("action    {}, as idr_of_bilinti_1_3", ACTIONS[2]),
    ]);
    assert_eq!(story(&run(INTENT, &[], None)), expected);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn an_intent_runs_against_any_service() {
    let service = start(Ledger::default().with_cadence("bc_mine").with_payment(Payment::new("pi_mine"))).await;
    let url = service.base_url();
    let mine = ["--base-url", &url, "--cadence", "bc_mine", "--payment-intent", "pi_mine", "--percent-off", "0.10"];
    let shown = story(&run(INTENT, &mine, Some(KEY)));
    assert_eq!(shown[5], "actions   bilinti_1_3 takes 0.10 % off");

    let output = run(INTENT, &["--base-url", &url], Some(KEY));
    check_failure(&output, "intent_with_actions: create failed: 404 billing_cadence_not_found: ");
}

#[test]
fn they_explain_themselves() {
    let table = [
        (METERING, ["--base-url <URL>", "--stream-url <URL>", "--customer <ID>", "STRIPE_API_KEY"]),
        (INTENT, ["--base-url <URL>", "--cadence <ID>", "--percent-off <NUMBER>", "STRIPE_API_KEY"]),
    ];
    for (program, parts) in table {
        let output = run(program, &["--help"], None);
        let shown = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{output:?}");
        for part in parts {
            assert!(shown.contains(part), "{part}: {shown}");
        }
    }
}
