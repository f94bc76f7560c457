//! What calls share, and what each says in its place, over HTTP on this machine.

mod recorder;

use std::future::IntoFuture;
use std::thread::JoinHandle;
use std::time::Duration;

use case_shared_parameters::issues::{self, IssuesDetail, ListError, PinError};
use case_shared_parameters::{Client, Error, RetryPolicy};

fn answering(answers: &[(&str, &str)]) -> (Client, JoinHandle<Vec<String>>) {
    let (url, service) = recorder::recording(answers);
    let policy = RetryPolicy::times(1).first_wait(Duration::ZERO).longest_wait(Duration::ZERO);
    (Client::builder().api_key("sk_test_example").base_url(url).retry(policy).build().unwrap(), service)
}

fn called<T>(call: impl IntoFuture<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(call.into_future())
}

/// The lines of a request, but for the first in order.
fn lines(request: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = request.lines().collect();
    lines[1..].sort_unstable();
    lines
}

#[test]
fn shared_parameters_come_first_and_only_where_the_path_names_them() {
    let (client, service) = answering(&[("200 OK", "[]"), ("200 OK", "[]")]);
    let list = issues::list(&client, "ann", "site").x_trace("t1").detail(IssuesDetail::Long).labels(["a", "b"]);
    called(list).unwrap();
    called(issues::types(&client).detail(IssuesDetail::Short)).unwrap();
    let sent = service.join().unwrap();
    let expected = [
        "GET /repos/ann/site/issues?detail=long&labels=a,b HTTP/1.1",
        "x-api-version: 2022-11-28",
        "x-feature: issues-2024",
        "x-trace: t1",
    ];
    assert_eq!(lines(&sent[0]), expected);
    assert!(sent[1].starts_with("GET /issue-types?detail=short HTTP/1.1\n"), "{sent:?}");
}

#[test]
fn what_a_call_says_itself_wins() {
    let (client, service) = answering(&[("200 OK", ""), ("200 OK", "")]);
    called(issues::comment(&client, "ann", "site", 7, "Hi").detail(true).note("why")).unwrap();
    // What a program sets wins over what the description says.
    called(issues::comment(&client, "ann", "site", 7, "Hi").header("X-Feature", "mine")).unwrap();
    let sent = service.join().unwrap();
    let expected = [
        "POST /repos/ann/site/issues/7/comments?detail=true HTTP/1.1",
        "x-api-version: 2022-11-28-preview",
        "x-feature: comments-2025",
        r#"{"note":"why","body":"Hi"}"#,
    ];
    assert_eq!(lines(&sent[0]), expected);
    assert!(sent[1].contains("x-feature: mine\n"), "{sent:?}");
}

#[test]
fn calls_are_repeated_after_the_statuses_of_their_own() {
    let refusal = r#"{"error":{"code":"overloaded"}}"#;
    let (client, service) = answering(&[("429 Too Many Requests", refusal), ("200 OK", "[]")]);
    called(issues::list(&client, "ann", "site")).unwrap();
    assert_eq!(service.join().unwrap().len(), 2);

    // A 500 is not among those of all calls.
    let (client, service) = answering(&[("500 Internal Server Error", refusal)]);
    let error = called(issues::list(&client, "ann", "site")).unwrap_err();
    assert!(matches!(error, Error::Api(refused) if refused.kind == ListError::Overloaded));
    assert_eq!(service.join().unwrap().len(), 1);

    // A POST is repeated where it is said to be idempotent, after the status of its own.
    let (client, service) = answering(&[("500 Internal Server Error", refusal), ("200 OK", "")]);
    called(issues::pin(&client, "ann", "site", 7)).unwrap();
    assert_eq!(service.join().unwrap().len(), 2);
    let (client, service) = answering(&[("503 Service Unavailable", refusal)]);
    let error = called(issues::pin(&client, "ann", "site", 7)).unwrap_err();
    assert!(matches!(error, Error::Api(refused) if refused.kind == PinError::Overloaded));
    assert_eq!(service.join().unwrap().len(), 1);

    // Any other POST is not.
    let (client, service) = answering(&[("503 Service Unavailable", refusal)]);
    called(issues::comment(&client, "ann", "site", 7, "Hi")).unwrap_err();
    assert_eq!(service.join().unwrap().len(), 1);
}
