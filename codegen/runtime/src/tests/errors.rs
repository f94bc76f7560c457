//! Errors as a caller handles them.

use std::error::Error as _;
use std::fmt;
use std::io;

use bytes::Bytes;
use http::Response;

use super::support::sample::{Commit, CommitError, Order, Ping, commit, config};
use crate::runtime::{Error, Operation, TransportError, TransportErrorKind};

#[test]
fn errors_can_be_boxed_and_sent() {
    fn assert_error<E: std::error::Error + Send + Sync + 'static>() {}
    assert_error::<Error<CommitError>>();
    assert_error::<crate::runtime::ApiError<CommitError>>();
    assert_error::<crate::runtime::InvalidResponse>();
    assert_error::<crate::runtime::InvalidRequest>();
    assert_error::<TransportError>();
    assert_error::<crate::runtime::ConfigError>();
    assert_error::<crate::runtime::DecodeError>();
}

#[test]
fn errors_can_be_kept_twice() {
    let error = TransportError::new(TransportErrorKind::Interrupted, Broken(io::Error::other("no route")));
    let error: Error<CommitError> = Error::Transport(error);
    let copy = error.clone();
    assert_eq!(copy.to_string(), error.to_string());
    assert!(copy.source().unwrap().is::<Broken>());
    let body = Bytes::from_static(br#"{"error":{"code":"invalid_status_for_commit"}}"#);
    let refused = Commit::from_http(Response::builder().status(400).body(body).unwrap()).unwrap_err();
    let copy = refused.clone();
    assert_eq!(
        (copy.code(), copy.raw().map(crate::runtime::RawResponse::body)),
        (refused.code(), refused.raw().map(crate::runtime::RawResponse::body))
    );
}

#[test]
fn an_error_is_small() {
    assert!(size_of::<Error<CommitError>>() <= 64, "{}", size_of::<Error<CommitError>>());
}

#[derive(Debug)]
struct Broken(io::Error);

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the stream ended")
    }
}

impl std::error::Error for Broken {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn the_chain_of_causes_is_shown_and_kept() {
    let cause = io::Error::other("no route to the host");
    let error = TransportError::new(TransportErrorKind::Interrupted, Broken(cause));
    let error: Error<CommitError> = Error::Transport(error);
    assert_eq!(error.to_string(), "the connection broke: the stream ended: no route to the host");
    assert!(error.source().unwrap().is::<Broken>());
    assert_eq!((error.status(), error.code(), error.message()), (None, None, None));
    assert_eq!((error.request_id(), error.raw().is_none()), (None, true));
}

#[test]
fn a_request_that_was_not_sent_has_no_answer() {
    let error: Error<CommitError> = commit(&config(), "").into_http().unwrap_err().into();
    assert!(matches!(error, Error::Request(ref request) if request.parameter() == Some("id")));
    assert_eq!((error.status(), error.request_id(), error.raw().is_none()), (None, None, true));
    assert!(error.source().is_none());
}

#[test]
fn an_answer_that_does_not_fit_has_its_cause() {
    let error = Commit::from_http(Response::new(Bytes::from_static(b"{}"))).unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "at `id`: expected a string, found no such member");
}

#[test]
fn bodies_are_not_shown_unasked() {
    for status in [200, 500] {
        let response =
            Response::builder().status(status).body(Bytes::from_static(b"{\"token\":\"sk_test_example\"}")).unwrap();
        let error = Commit::from_http(response).unwrap_err();
        assert!(!format!("{error:#?} {error}").contains("sk_test_example"), "{error:#?}");
        assert!(error.raw().unwrap().text().contains("sk_test_example"));
    }
}

/// One type for the errors of several operations, by `?` alone.
#[test]
fn errors_of_all_operations_become_one() {
    fn both(code: &'static str) -> Result<(), Error> {
        let refused = |body: &str| Response::builder().status(400).body(Bytes::from(body.to_owned())).unwrap();
        if code.is_empty() {
            Ping::from_http(refused("{}"))?;
        }
        Commit::from_http(refused(&format!(r#"{{"error":{{"code":"{code}","param":"amount"}}}}"#)))?;
        Ok(())
    }
    for code in ["", "order_not_found", "new_code"] {
        let Error::Api(error) = both(code).unwrap_err() else { panic!("no answer") };
        assert_eq!((error.kind.as_str(), error.code().unwrap_or_default(), error.status()), (code, code, 400));
        assert_eq!(error.kind, code);
        let param = error.json().and_then(|json| json.pointer("/error/param"));
        assert_eq!(param.is_some(), !code.is_empty());
    }
}

/// Texts and numbers, within lists too; the methods for them are emitted.
#[test]
fn what_the_service_lists_is_found_in_a_refusal() {
    let fields = |body: &'static str| {
        let error = Commit::from_http(Response::builder().status(400).body(body.into()).unwrap()).unwrap_err();
        let refusal = error.refusal().unwrap();
        [0, 1, 2].map(|index| refusal.field(index).map(str::to_owned))
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        fields(r#"{"error": {"param": "amount", "causes": [{"status": 7}]}}"#),
        [said("amount"), said("7"), None]
    );
    assert_eq!(fields(r#"{"error": {"param": ["amount"], "causes": []}}"#), [None, None, None]);
    assert_eq!(fields("<html>"), [None, None, None]);
}

/// The way a caller tells errors apart, as the documentation shows it.
#[test]
fn errors_are_told_apart_by_one_match() {
    fn next_step(
        result: Result<Order, Error<CommitError>>,
    ) -> Result<&'static str, Box<dyn std::error::Error + Send + Sync>> {
        match result {
            Ok(_) => Ok("done"),
            Err(Error::Api(error)) => match error.kind {
                CommitError::InvalidStatusForCommit => Ok("reserve first"),
                CommitError::Unknown(ref code) if code == "new_code" => Ok("handle the new code"),
                _ => Err(Error::Api(error).into()),
            },
            Err(error) => Err(error.into()),
        }
    }
    let refused = |code: &str| {
        let body = format!(r#"{{"error":{{"code":"{code}"}}}}"#);
        Commit::from_http(Response::builder().status(400).body(body.into()).unwrap())
    };
    assert_eq!(next_step(refused("invalid_status_for_commit")).unwrap(), "reserve first");
    assert_eq!(next_step(refused("new_code")).unwrap(), "handle the new code");
    assert_eq!(next_step(refused("order_not_found")).unwrap_err().to_string(), "400 order_not_found");
}
