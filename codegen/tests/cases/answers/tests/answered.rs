//! What calls make of answers, as they come over HTTP on this machine.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use case_answers::jobs::{self, CountAnswer, Create, CreateAnswer, CreateError, CreateRefusal, FindAnswer};
use case_answers::{Client, Error, Operation, Request};

/// Answers one request with this text, and gives what the call makes of it. A second request is never answered.
fn answered<O: Operation>(
    request: impl FnOnce(&Client) -> Request<Client, O>,
    answer: &'static str,
) -> Result<O::Output, Error<O::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let service = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        drop(listener);
        read_request(&mut stream);
        stream.write_all(answer.as_bytes()).unwrap();
    });
    let client = Client::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answered = runtime.block_on(async { request(&client).await });
    service.join().unwrap();
    answered
}

/// Reads a request to its end: what is left unread would break the connection before the answer is read.
fn read_request(stream: &mut TcpStream) {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap().to_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    stream.read_exact(&mut body).unwrap();
}

macro_rules! answer {
    ($status:literal, $headers:literal, $body:literal) => {
        concat!("HTTP/1.1 ", $status, "\r\nconnection: close\r\n", $headers, "\r\n", $body)
    };
}

#[test]
fn each_status_gives_its_variant() {
    let made = answered(jobs::create, answer!("201 Created", "location: /things/t1\r\n", r#"{"id":"t1"}"#));
    let Ok(CreateAnswer::Created { body, location, .. }) = made else { panic!("{made:?}") };
    assert_eq!((body.id.as_str(), location.as_str()), ("t1", "/things/t1"));
    let later = answered(jobs::create, answer!("202 Accepted", "", r#"{"id":"j1"}"#));
    assert!(matches!(&later, Ok(CreateAnswer::Accepted(job)) if job.id == "j1"), "{later:?}");
    let none = answered(jobs::create, answer!("204 No Content", "", ""));
    assert_eq!(none.unwrap(), CreateAnswer::NoContent);
}

#[test]
fn a_status_that_is_an_answer_is_no_error_and_not_repeated() {
    let none =
        answered(jobs::find, answer!("404 Not Found", "content-type: application/json\r\n", r#"{"type":"gone"}"#));
    assert_eq!(none.unwrap(), FindAnswer::NotFound);
    let unchanged = answered(jobs::find, answer!("304 Not Modified", "etag: \"a\"\r\n", ""));
    assert_eq!(unchanged.unwrap(), FindAnswer::NotModified);
    let elsewhere = answered(jobs::find, answer!("303 See Other", "location: /b\r\nx-until: 60\r\n", ""));
    let Ok(FindAnswer::Elsewhere { location, x_until, .. }) = elsewhere else { panic!("{elsewhere:?}") };
    assert_eq!((location.as_str(), x_until), ("/b", Some(60)));
    let other = answered(jobs::find, answer!("202 Accepted", "", r#"{"id":"j1"}"#));
    assert!(matches!(&other, Ok(FindAnswer::Other(job)) if job.id == "j1"), "{other:?}");
}

#[test]
fn headers_stand_beside_the_body() {
    let counted = answered(jobs::count, answer!("200 OK", "x-total-count: 7\r\n", r#"[{"id":"t1"}]"#));
    let CountAnswer { body, x_total_count, x_next, .. } = counted.unwrap();
    assert_eq!((body.len(), x_total_count, x_next), (1, 7, None));
}

#[test]
fn what_does_not_fit_is_named() {
    let said = |answer| answered(jobs::count, answer).unwrap_err().to_string();
    let missing = said(answer!("200 OK", "", "[]"));
    assert!(missing.ends_with("the header `x-total-count` is missing"), "{missing}");
    let wrong = said(answer!("200 OK", "x-total-count: many\r\n", "[]"));
    assert!(wrong.contains("in the header `x-total-count`, found another value"), "{wrong}");
    let body = said(answer!("200 OK", "x-total-count: 7\r\n", r#"[{"id":7}]"#));
    assert!(body.contains("at `[0].id`"), "{body}");
    let created = |answer| answered(jobs::create, answer).unwrap_err().to_string();
    let undescribed = created(answer!("200 OK", "", r#"{"id":"t1"}"#));
    assert!(undescribed.ends_with("the status 200 is not described"), "{undescribed}");
    let html = answered(jobs::find, answer!("404 Not Found", "content-type: text/html\r\n", "<html>"));
    assert!(html.unwrap_err().to_string().ends_with("expected JSON, found HTML"));
}

#[test]
fn one_thing_or_nothing_is_an_option() {
    let none = answered(jobs::remove, answer!("204 No Content", "", ""));
    assert_eq!(none.unwrap(), None);
    let thing = answered(jobs::remove, answer!("200 OK", "", r#"{"id":"t1"}"#));
    assert_eq!(thing.unwrap().map(|thing| thing.id), Some("t1".to_owned()));
}

#[test]
fn an_error_gives_its_body_as_the_status_says() {
    let refused = |answer| match answered(jobs::create, answer) {
        Err(Error::Api(refused)) => refused,
        other => panic!("{other:?}"),
    };
    let invalid = refused(answer!("422 Unprocessable Content", "", r#"{"errors":["name"]}"#)).body();
    assert!(
        matches!(&invalid, Ok(Some(CreateRefusal::UnprocessableContent(invalid))) if invalid.errors == ["name"]),
        "{invalid:?}"
    );
    let busy =
        refused(answer!("400 Bad Request", "", r#"{"type":"https://example.com/problems/busy","title":"Busy"}"#));
    assert_eq!(busy.kind, CreateError::Busy);
    let Ok(Some(CreateRefusal::ClientError(problem))) = busy.body() else { panic!("{:?}", busy.body()) };
    assert_eq!(problem.title.as_deref(), Some("Busy"));
    let misfit = refused(answer!("422 Unprocessable Content", "", r#"{"errors":[7]}"#));
    assert!(misfit.body().unwrap_err().to_string().contains("at `errors[0]`"));
    assert!(misfit.json().is_some());
    let page = refused(answer!("404 Not Found", "content-type: text/html\r\n", "<html>"));
    assert_eq!(page.body().unwrap_err().to_string(), "expected JSON, found HTML");
    let shared = answered(jobs::count, answer!("418 Teapot", "", r#"{"type":"tea"}"#));
    let Err(Error::Api(shared)) = shared else { panic!("{shared:?}") };
    assert_eq!(shared.body().unwrap().map(|problem| problem.r#type), Some("tea".to_owned()));
}

#[test]
fn an_answer_can_be_read_without_a_client() {
    let response = |status: u16, body: &'static str| {
        let mut response = http::Response::new(body.into());
        *response.status_mut() = http::StatusCode::from_u16(status).unwrap();
        response
    };
    assert_eq!(Create::from_http(response(204, "")).unwrap(), CreateAnswer::NoContent);
    let Err(Error::Api(refused)) = Create::from_http(response(422, r#"{"errors":[]}"#)) else { panic!("no refusal") };
    assert!(refused.body().unwrap().is_some());
}
