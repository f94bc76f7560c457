//! From an HTTP response to an output or an error.

use bytes::Bytes;
use http::Response;

use super::support::sample::{Commit, CommitError, Order, Ping, PingError};
use crate::runtime::{Error, Operation, RawResponse};

fn response(status: u16, body: impl Into<Bytes>) -> Response<Bytes> {
    Response::builder().status(status).header("request-id", "req_1").body(body.into()).unwrap()
}

fn commit(status: u16, body: &'static str) -> Result<Order, Error<CommitError>> {
    Commit::from_http(response(status, body))
}

#[test]
fn any_2xx_is_success() {
    for status in [200, 201, 202, 299] {
        assert_eq!(commit(status, include_str!("support/order.json")).unwrap(), Order::example());
    }
}

#[test]
fn no_output_asks_for_no_body() {
    for (status, body) in [(204, ""), (200, ""), (200, "{}"), (200, " null "), (202, "[{\"any\":1}]")] {
        Ping::from_http(response(status, body)).unwrap();
    }
}

#[test]
fn what_is_neither_nothing_nor_json_is_no_success() {
    for body in ["<html>", "OK", "{} {}", "\u{feff}"] {
        let error = Ping::from_http(response(200, body)).unwrap_err();
        assert!(
            matches!(&error, Error::Response(invalid) if invalid.raw().body() == body.as_bytes()),
            "{body}: {error}"
        );
    }
}

struct Refusal {
    status: u16,
    body: &'static str,
    kind: &'static str,
    code: Option<&'static str>,
    message: Option<&'static str>,
    text: &'static str,
}

const REFUSALS: &[Refusal] = &[
    Refusal {
        status: 400,
        body: r#"{"error":{"code":"invalid_status_for_commit","message":"not reserved"}}"#,
        kind: "InvalidStatusForCommit",
        code: Some("invalid_status_for_commit"),
        message: Some("not reserved"),
        text: "400 invalid_status_for_commit: not reserved (req_1)",
    },
    Refusal {
        status: 409,
        body: r#"{"error":{"message":"two\nlines","code":"new_code","type":"t"}}"#,
        kind: "Unknown(\"new_code\")",
        code: Some("new_code"),
        message: Some("two\nlines"),
        text: "409 new_code: two lines (req_1)",
    },
    Refusal {
        status: 401,
        body: r#"{"error":{"message":"who?","code":null}}"#,
        kind: "Unknown(\"\")",
        code: None,
        message: Some("who?"),
        text: "401 without an error code: who? (req_1)",
    },
    Refusal {
        status: 500,
        body: "<html>oops</html>",
        kind: "Unknown(\"\")",
        code: None,
        message: None,
        text: "500 with HTML in place of JSON (req_1)",
    },
    Refusal {
        status: 502,
        body: "",
        kind: "Unknown(\"\")",
        code: None,
        message: None,
        text: "502 without a body (req_1)",
    },
    Refusal {
        status: 302,
        body: r#"{"error":"plain"}"#,
        kind: "Unknown(\"\")",
        code: None,
        message: None,
        text: "302 without an error code (req_1)",
    },
];

#[test]
fn all_but_2xx_is_an_error_of_the_api() {
    for case in REFUSALS {
        let error = commit(case.status, case.body).unwrap_err();
        assert_eq!(error.to_string(), case.text);
        assert_eq!(error.status(), Some(case.status));
        assert_eq!(error.code(), case.code);
        assert_eq!(error.message(), case.message);
        assert_eq!(error.request_id(), Some("req_1"));
        assert_eq!(error.raw().map(RawResponse::text).as_deref(), Some(case.body));
        let Error::Api(error) = error else { panic!("{error:?} is no error of the API") };
        assert_eq!(format!("{:?}", error.kind), case.kind);
        assert_eq!(error.kind, case.code.unwrap_or_default());
        assert_eq!(error.raw().headers()["request-id"], "req_1");
    }
}

#[test]
fn an_operation_without_codes_keeps_them_all() {
    let body = r#"{"error":{"code":"order_not_found"}}"#;
    let Error::Api(error) = Ping::from_http(response(404, body)).unwrap_err() else { panic!("no error of the API") };
    assert!(matches!(error.kind, PingError::Unknown(ref code) if code == "order_not_found"));
}

#[test]
fn a_body_that_is_not_text_is_shown_as_far_as_it_is() {
    let error = Commit::from_http(response(503, b"\xff{".as_slice())).unwrap_err();
    assert_eq!(error.raw().map(RawResponse::text).as_deref(), Some("\u{fffd}{"));
    assert_eq!(error.code(), None);
}

#[test]
fn a_success_that_does_not_fit_names_the_place() {
    let body = include_str!("support/order.json").replace("\"ord_1\"", "1");
    let error = Commit::from_http(response(200, body.clone())).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the answer to orders.commit does not fit: at `id`: expected a string, found the number 1 (req_1)"
    );
    assert_eq!((error.status(), error.code(), error.message()), (Some(200), None, None));
    let Error::Response(error) = error else { panic!("{error:?} is no answer that does not fit") };
    assert_eq!(error.operation(), "orders.commit");
    assert_eq!(error.decode_error().path(), "id");
    assert_eq!((error.status(), error.raw().text().as_ref()), (200, body.as_str()));
    assert_eq!(error.raw().headers()["request-id"], "req_1");
}

#[test]
fn a_success_without_text_does_not_fit() {
    let cases: [(&[u8], &str); 3] = [
        (b"", "malformed JSON: EOF while parsing a value at line 1 column 0"),
        (b"{\"id\":\"\xff\"}", "expected JSON, found other than UTF-8: invalid utf-8 sequence of 1 bytes from index 7"),
        (b"{}", "at `id`: expected a string, found no such member"),
    ];
    for (body, problem) in cases {
        let error = Commit::from_http(response(200, body)).unwrap_err();
        assert_eq!(error.to_string(), format!("the answer to orders.commit does not fit: {problem} (req_1)"));
    }
}

#[test]
fn a_request_id_is_optional() {
    let error = Commit::from_http(Response::builder().status(500).body(Bytes::new()).unwrap()).unwrap_err();
    assert_eq!(error.request_id(), None);
    assert_eq!(error.to_string(), "500 without a body");
}
