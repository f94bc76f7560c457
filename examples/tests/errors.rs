//! What the caller gets when the service refuses, fails, or answers with something else than the API.

use std::collections::HashSet;
use std::fmt::Display;

use examples::scripted::{Answer, ScriptedServer};
use stripe_billing::billing_intents::{
    self, CommitError, ReleaseReservationError, RemoveActionKindParams, RemoveActionParams, ReserveError,
};
use stripe_billing::meter_events::{self, MeterEventAdjustmentV2CancelParams};
use stripe_billing::meters::{self, DefaultAggregationParams};
use stripe_billing::{Client, Error, Operation, Request, RetryPolicy, Timestamp, alerts};

/// The codes of each endpoint, written down from the documentation of the API.
const CODES: &str = include_str!("codes.txt");

/// Lets a server refuse a call of each endpoint, with every code that there is.
macro_rules! check_refusals {
    ($($error:path: $request:expr;)*) => {{
        let mut checked = Vec::new();
        $(checked.extend(check_refusals(<$error>::KNOWN, $request).await);)*
        checked
    }};
}

#[tokio::test]
async fn every_code_of_every_endpoint_arrives_as_its_own_kind() {
    let window: [Timestamp; 2] = ["2025-01-01T00:00:00Z", "2025-01-02T00:00:00Z"].map(|text| text.parse().unwrap());
    let payload = [("stripe_customer_id", "cus_123"), ("value", "25")];
    let cancel = MeterEventAdjustmentV2CancelParams::new("request-1");
    let rule = RemoveActionKindParams::InvoiceDiscountRule("idr_123".into());
    let checked = check_refusals! {
        alerts::ListError: alerts::list;
        alerts::CreateError: |client| alerts::create(client, "usage_threshold", "Title");
        alerts::RetrieveError: |client| alerts::retrieve(client, "alrt_123");
        alerts::ActivateError: |client| alerts::activate(client, "alrt_123");
        alerts::DeactivateError: |client| alerts::deactivate(client, "alrt_123");
        alerts::ArchiveError: |client| alerts::archive(client, "alrt_123");
        meters::ListError: meters::list;
        meters::CreateError: |client| meters::create(client, "Name", "name", DefaultAggregationParams::new("sum"));
        meters::RetrieveError: |client| meters::retrieve(client, "mtr_123");
        meters::UpdateError: |client| meters::update(client, "mtr_123");
        meters::DeactivateError: |client| meters::deactivate(client, "mtr_123");
        meters::ReactivateError: |client| meters::reactivate(client, "mtr_123");
        meters::ListEventSummariesError:
            |client| meters::list_event_summaries(client, "mtr_123", "cus_123", window[0], window[1]);
        meter_events::CreateError: |client| meter_events::create(client, "name", payload);
        meter_events::CreateAdjustmentError: |client| meter_events::create_adjustment(client, "name", "cancel");
        meter_events::CreateV2Error: |client| meter_events::create_v2(client, "name", payload);
        meter_events::CreateAdjustmentV2Error:
            |client| meter_events::create_adjustment_v2(client, "name", "cancel", cancel.clone());
        meter_events::CreateSessionError: meter_events::create_session;
        meter_events::StreamEventsError: |client| meter_events::stream_events(client, "token_example", []);
        billing_intents::ListError: billing_intents::list;
        billing_intents::CreateError:
            |client| billing_intents::create(client, "usd", [RemoveActionParams::new(rule.clone())]);
        billing_intents::RetrieveError: |client| billing_intents::retrieve(client, "bilint_123");
        billing_intents::CancelError: |client| billing_intents::cancel(client, "bilint_123");
        billing_intents::ReserveError: |client| billing_intents::reserve(client, "bilint_123");
        billing_intents::CommitError: |client| billing_intents::commit(client, "bilint_123");
        billing_intents::ReleaseReservationError: |client| billing_intents::release_reservation(client, "bilint_123");
        billing_intents::ListActionsError: |client| billing_intents::list_actions(client, "bilint_123");
        billing_intents::RetrieveActionError:
            |client| billing_intents::retrieve_action(client, "bilint_123", "bilinti_123");
    };
    let checked: HashSet<_> = checked.into_iter().collect();
    let missed: Vec<_> = codes().filter(|code| !checked.contains(code)).collect();
    assert!(missed.is_empty(), "codes of no endpoint: {missed:?}");
}

/// A documented code: the method and the path of its endpoint, its HTTP status, and the code itself.
type Code = (&'static str, &'static str, u16, &'static str);

fn codes() -> impl Iterator<Item = Code> {
    let lines = CODES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let words: Vec<_> = line.split(' ').collect();
        let [method, path, status, code] = words[..] else { panic!("four words are expected: {line}") };
        (method, path, status.parse().expect("an HTTP status"), code)
    })
}

/// Lets a server answer a call with each code that there is. Those of its endpoint arrive as kinds of their own, and all
/// others as texts. Gives the codes of the endpoint.
async fn check_refusals<O>(
    known: &[(O::Error, &str, u16)],
    request: impl Fn(&Client) -> Request<Client, O>,
) -> Vec<Code>
where
    O: Operation<Error: PartialEq + Display>,
{
    let own: Vec<Code> = codes().filter(|code| code.0 == O::ENDPOINT.method && code.1 == O::ENDPOINT.path).collect();
    assert_eq!(known.len(), own.len(), "{}: {known:?}", O::ENDPOINT.name);
    // The same code may stand at several endpoints.
    let mut every: Vec<(u16, &str)> = codes().map(|(_, _, status, code)| (status, code)).collect();
    every.push((400, "parameter_missing"));
    every.sort_unstable();
    every.dedup();
    let answers = every.iter().map(|&(status, code)| Answer::json(status, &refusal(code))).collect();
    let server = ScriptedServer::start(answers);
    let client = client(&server);
    for (status, code) in every {
        let is_own = own.iter().any(|own| own.3 == code);
        let kind = known.iter().find(|known| known.1 == code);
        assert_eq!(kind.map(|kind| kind.2), is_own.then_some(status), "{}: {code}", O::ENDPOINT.name);
        let Err(error) = request(&client).await else { panic!("{code} is a success") };
        assert_eq!(error.to_string(), format!("{status} {code}: no: {code} (req_scripted)"));
        let Error::Api(error) = error else { panic!("{error:?}") };
        assert_eq!((error.status(), error.code(), error.kind.to_string().as_str()), (status, Some(code), code));
        assert_eq!((error.message(), error.request_id()), (Some(&*format!("no: {code}")), Some("req_scripted")));
        assert_eq!(error.raw().text(), refusal(code));
        match kind {
            Some((kind, _, _)) => assert_eq!((&error.kind, format!("{kind:?}")), (kind, upper_camel_case(code))),
            None if known.is_empty() => assert_eq!(format!("{:?}", error.kind), format!("{code:?}")),
            None => assert!(format!("{:?}", error.kind).starts_with("Unknown("), "{}: {error:?}", O::ENDPOINT.name),
        }
    }
    own
}

/// An error as both versions of the API write it: version 1 has a type for each, version 2 for some.
fn refusal(code: &str) -> String {
    format!(r#"{{"error": {{"type": "invalid_request_error", "code": "{code}", "message": "no: {code}"}}}}"#)
}

fn upper_camel_case(code: &str) -> String {
    let capitalized = code.split('_').map(|word| word[..1].to_uppercase() + &word[1..]);
    capitalized.collect()
}

fn client(server: &ScriptedServer) -> Client {
    let builder = Client::builder().api_key("sk_test_example").retry(RetryPolicy::never());
    let builder = builder.base_url(server.base_url()).server_url("meter_events", server.base_url());
    builder.build().expect("a client for loopback")
}

/// What `commit` gives when the server answers like this.
async fn commit_error(answer: Answer) -> Error<CommitError> {
    let server = ScriptedServer::start(vec![answer]);
    billing_intents::commit(&client(&server), "bilint_123").await.expect_err("the answer is no intent")
}

#[tokio::test]
async fn a_code_that_is_new_or_of_another_endpoint_is_kept() {
    for code in ["billing_intent_lost", "invalid_status_for_reserve", "Invalid_Status_For_Commit", "neuer Grund €"] {
        let error = commit_error(Answer::json(409, &format!(r#"{{"error": {{"code": "{code}"}}}}"#))).await;
        let Error::Api(error) = error else { panic!("{error:?}") };
        let CommitError::Unknown(unknown) = &error.kind else { panic!("{error:?}") };
        assert_eq!((unknown.as_str(), error.code(), error.status()), (code, Some(code), 409));
        assert_eq!(error.kind, code, "an unknown kind compares with text");
        assert_eq!(error.to_string(), format!("409 {code} (req_scripted)"));
    }
}

#[tokio::test]
async fn whatever_the_server_answers_status_body_and_request_id_are_kept() {
    let page = "<html><body><h1>502 Bad Gateway</h1></body></html>";
    let message_only = r#"{"error": {"message": "The key is not valid"}}"#;
    // Status, content type, body, message, text of the error.
    let table = [
        (500, "text/html", page, None, "500 with HTML in place of JSON (req_scripted)"),
        (503, "text/plain", "", None, "503 without a body (req_scripted)"),
        (401, "application/json", message_only, Some("The key is not valid"), ""),
        (400, "application/json", "{}", None, "400 without an error code (req_scripted)"),
        (400, "application/json", r#"{"error": "no such thing"}"#, None, "400 without an error code (req_scripted)"),
        (400, "application/json", r#"{"error": {"code": null, "message": null}}"#, None, ""),
        (
            400,
            "application/json",
            r#"{"error": {"code": "invalid_status"#,
            None,
            "400 with other than JSON (req_scripted)",
        ),
        (429, "application/json", "[]", None, "429 without an error code (req_scripted)"),
        (302, "text/html", "moved", None, "302 with HTML in place of JSON (req_scripted)"),
    ];
    for (status, content_type, body, message, text) in table {
        let error = commit_error(Answer::with_body(status, content_type, body)).await;
        let shown = error.to_string();
        assert!(text.is_empty() || shown == text, "{shown}");
        assert!(shown.starts_with(&format!("{status} with")) && !shown.contains('<'), "{shown}");
        assert_eq!((error.status(), error.code(), error.message()), (Some(status), None, message), "{body}");
        assert_eq!(
            (error.raw().map(|raw| raw.text()).as_deref(), error.request_id()),
            (Some(body), Some("req_scripted")),
            "{body}"
        );
        let Error::Api(error) = error else { panic!("{error:?}") };
        assert!(matches!(&error.kind, CommitError::Unknown(unknown) if unknown == ""), "{error:?}");
    }
}

/// What is in the body besides code and message, and errors of several calls in one type.
#[tokio::test]
async fn a_refusal_tells_all_that_its_body_says() {
    async fn both(client: &Client) -> Result<(), Error> {
        meters::list(client).await?;
        billing_intents::commit(client, "bilint_123").await?;
        Ok(())
    }
    let body = r#"{"error": {
        "type": "idempotency_error", "message": "Another request had this key", "param": "amount",
        "doc_url": "https://docs.example.test/idempotency", "decline_code": null, "sorry": true
    }}"#;
    let list = r#"{"object": "list", "data": [], "has_more": false, "url": "/v1/billing/meters"}"#;
    let server = ScriptedServer::start(vec![Answer::json(200, list), Answer::json(400, body)]);
    let error = both(&client(&server)).await.unwrap_err();
    assert_eq!(error.to_string(), "400 without an error code: Another request had this key (req_scripted)");
    let refusal = error.refusal().expect("it is a refusal");
    assert_eq!((refusal.kind.as_str(), refusal.error_type()), ("", Some("idempotency_error")));
    assert_eq!((refusal.param(), refusal.decline_code(), refusal.user_message()), (Some("amount"), None, None));
    assert_eq!(refusal.doc_url(), Some("https://docs.example.test/idempotency"));
    assert_eq!(refusal.json().map(|json| &json["error"]["sorry"]), Some(&true.into()));
}

/// An error without a code of the call is told from others by its type, and from what has one.
#[tokio::test]
async fn an_idempotency_error_is_told_from_others() {
    let told = async |body: &str| {
        let server = ScriptedServer::start(vec![Answer::json(400, body)]);
        match billing_intents::commit(&client(&server), "bilint_123").await.unwrap_err() {
            Error::Api(refused) if refused.error_type() == Some("idempotency_error") => "another request had this key",
            Error::Api(refused) if refused.kind == CommitError::InvalidStatusForCommit => "it is not reserved",
            _ => "something else",
        }
    };
    assert_eq!(told(r#"{"error": {"type": "idempotency_error"}}"#).await, "another request had this key");
    let code = r#"{"error": {"type": "invalid_request_error", "code": "invalid_status_for_commit"}}"#;
    assert_eq!(told(code).await, "it is not reserved");
    assert_eq!(told(r#"{"error": {"type": "invalid_request_error"}}"#).await, "something else");
}

#[tokio::test]
async fn an_answer_without_request_id_and_with_other_than_utf_8_is_still_an_answer() {
    let head = "HTTP/1.1 500 Internal Server Error\r\ncontent-length: 4\r\n\r\n";
    let error = commit_error(Answer::bytes([head.as_bytes(), b"a\xff\xfeb"].concat())).await;
    assert_eq!(error.to_string(), "500 with other than JSON");
    assert_eq!((error.request_id(), error.raw().map(|raw| raw.text()).as_deref()), (None, Some("a\u{fffd}\u{fffd}b")));
}

#[tokio::test]
async fn every_status_but_2xx_is_an_error_of_the_api() {
    for status in [300, 304, 307, 400, 402, 403, 404, 409, 424, 429, 500, 502, 504, 599] {
        let body = if status == 304 { "" } else { r#"{"error": {"code": "payment_not_required"}}"# };
        let error = commit_error(Answer::json(status, body)).await;
        let Error::Api(error) = error else { panic!("{error:?}") };
        assert_eq!((error.status(), error.raw().text().as_ref()), (status, body));
        // The code decides, whatever the status.
        assert_eq!(error.kind == CommitError::PaymentNotRequired, status != 304);
    }
}

#[test]
fn errors_are_small_and_can_cross_threads() {
    fn check<E: std::error::Error + Send + Sync + 'static>() {}
    check::<Error<ReserveError>>();
    check::<Error<CommitError>>();
    check::<Error<ReleaseReservationError>>();
    assert!(size_of::<Error<CommitError>>() <= 64, "{} bytes", size_of::<Error<CommitError>>());
}
