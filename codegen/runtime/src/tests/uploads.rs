//! Files that are read while they are sent: from their paths for each attempt, from readers once.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::support::any_client::{AnyClient, for_each_client};
use super::support::fake_environment::FakeEnvironment;
use super::support::sample::{PingError, V2};
use super::support::script::{Turn, framed};
use super::support::server::Server;
use crate::runtime::{self, ApiClient, BYTES_BODY, Body, Error, File, MULTIPART_BODY, Request};

for_each_client!(
    a_file_is_sent_from_its_path_for_each_attempt,
    a_file_that_is_gone_by_another_attempt_is_an_error,
    a_file_that_is_shorter_by_another_attempt_is_an_error,
    a_reader_is_sent_once,
    a_file_is_all_of_a_body,
);

/// Sends a file among other members.
#[derive(Clone, Debug, PartialEq)]
pub struct Upload {
    pub title: String,
    pub file: File,
}

runtime::operation! {
    Upload => (), PingError;
    PUT "/files", "files.upload", V2, { has_body: true, body: Some(&MULTIPART_BODY) };
    body required title "title";
    body required file "file";
}

/// Sends a file as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Replace {
    pub body: File,
}

runtime::operation! {
    Replace => (), PingError;
    PUT "/file", "files.replace", V2, { has_body: true, body: Some(&BYTES_BODY), is_whole: true };
    body required body "body";
}

fn upload<C: ApiClient>(client: &C, file: File) -> Request<C, Upload> {
    Request::new(client, Upload { title: "A tree".to_owned(), file })
}

fn client<C: AnyClient>(server: &Server) -> C {
    let builder = C::set_up().api_key("sk_test_example").base_url(server.url()).environment(FakeEnvironment::new(1));
    C::build(builder).unwrap()
}

/// A file of a test, which is removed with it.
struct Kept(PathBuf);

impl Kept {
    fn new<C: AnyClient>(name: &str, content: &str) -> Self {
        let path = std::env::temp_dir().join(format!("clientsmith {} {name} {}.txt", C::TESTS, std::process::id()));
        fs::write(&path, content).unwrap();
        Self(path)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // A test may have removed it.
        let _ = fs::remove_file(&self.0);
    }
}

fn a_file_is_sent_from_its_path_for_each_attempt<C: AnyClient>() {
    let file = Kept::new::<C>("sent", "what is in it");
    let server = Server::playing([Turn::error(503, &[]), Turn::answer(200, &[], "")], &FakeEnvironment::new(0));
    let sent = C::send(upload(&client::<C>(&server), File::open(&file.0))).unwrap();
    assert_eq!(sent.raw.attempts(), 2);
    let received = server.finish();
    assert_eq!(received[0].body, received[1].body);
    let text = String::from_utf8(received[1].body.clone()).unwrap();
    assert!(text.contains("\r\n\r\nA tree\r\n--") && text.contains("\r\n\r\nwhat is in it\r\n--"), "{text}");
    let length = received[1].header("content-length").unwrap();
    assert_eq!(length.parse(), Ok(text.len()), "all lengths are known");
}

/// Fails the first attempt after something was done to the file, and tells how the call ends, and how many attempts came whole.
fn after_change<C: AnyClient>(file: &Kept, change: impl Fn(&PathBuf) + Send + Sync + 'static) -> (String, usize) {
    let (path, whole) = (file.0.clone(), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&whole);
    let server = Server::deciding([], move |_| {
        counted.fetch_add(1, Ordering::Relaxed);
        change(&path);
        Turn::at_once().send(framed(503, &[], b"{}"))
    });
    let error = C::send(upload(&client::<C>(&server), File::open(&file.0))).unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    (error.to_string(), whole.load(Ordering::Relaxed))
}

fn a_file_that_is_gone_by_another_attempt_is_an_error<C: AnyClient>() {
    let file = Kept::new::<C>("gone", "what is in it");
    let (error, whole) = after_change::<C>(&file, |path| fs::remove_file(path).unwrap());
    let expected = format!("cannot be read from {}: ", file.0.display());
    assert!(error.contains(&expected) && whole == 1, "{error} after {whole}");
}

fn a_file_that_is_shorter_by_another_attempt_is_an_error<C: AnyClient>() {
    let file = Kept::new::<C>("shorter", "what is in it");
    let (error, whole) = after_change::<C>(&file, |path| fs::write(path, "what is").unwrap());
    let expected = format!("cannot be read from {}: it is shorter than it was, by 6 bytes", file.0.display());
    assert!(error.contains(&expected) && whole == 1, "{error} after {whole}");
}

fn a_reader_is_sent_once<C: AnyClient>() {
    for (length, told) in [(None, None), (Some(4), Some("4"))] {
        let server = Server::repeating(Turn::error(503, &[]));
        let file = File::reader(&b"once"[..]);
        let file = length.map_or(file.clone(), |length| file.length(length));
        let request = Request::new(&client::<C>(&server), Replace { body: file });
        let error = C::send(request.clone()).unwrap_err();
        assert_eq!((error.status(), error.attempts()), (Some(503), 1));
        let refused = C::send(request).unwrap_err();
        assert!(refused.to_string().contains("`body` was read before"), "{refused}");
        let received = server.finish();
        assert_eq!((received.len(), received[0].header("content-length")), (1, told));
        assert_eq!(received[0].body, b"once");
    }
}

fn a_file_is_all_of_a_body<C: AnyClient>() {
    let file = Kept::new::<C>("all", "what is in it");
    let mut opened = fs::File::open(&file.0).unwrap();
    std::io::copy(&mut std::io::Read::take(&mut opened, 5), &mut std::io::sink()).unwrap();
    for (content, expected) in [(File::open(&file.0), &b"what is in it"[..]), (opened.into(), b"is in it")] {
        let server = Server::repeating(Turn::answer(200, &[], ""));
        C::send(Request::new(&client::<C>(&server), Replace { body: content })).unwrap();
        let received = server.finish();
        assert_eq!(received[0].body, expected);
        assert_eq!(received[0].header("content-length").unwrap().parse(), Ok(expected.len()));
        assert_eq!(received[0].header("content-type"), Some("application/octet-stream"));
    }
}

/// Before anything is sent, a path is looked up; after that, a file may grow without harm to the request.
#[test]
fn a_path_is_looked_up_before_anything_is_sent() {
    let folder = std::env::temp_dir();
    let text = File::open(&folder).carried().map(Body::from).unwrap_err().to_string();
    assert_eq!(text, format!("cannot be read from {}: it is a folder", folder.display()));
    assert!(File::open("/no/such/file").carried().map(Body::from).unwrap_err().to_string().contains("/no/such/file: "));
    let path = folder.join(format!("clientsmith growing {}.txt", std::process::id()));
    fs::write(&path, "one").unwrap();
    let body = Body::from(File::open(&path).carried().unwrap());
    fs::File::options().append(true).open(&path).unwrap().write_all(b" two").unwrap();
    assert_eq!((body.length(), body.as_bytes()), (Some(3), None));
    assert_eq!(body.try_clone().unwrap().gathered().unwrap(), "one");
    fs::remove_file(&path).unwrap();
    assert!(body.try_clone().unwrap().gathered().is_err());
}

#[test]
fn a_body_may_be_opened_for_each_attempt() {
    let body = Body::from_open(|| Ok(&b"again"[..])).with_length(5);
    for _ in 0..2 {
        assert_eq!(body.try_clone().unwrap().gathered().unwrap(), "again");
    }
    assert_eq!(body.length(), Some(5));
}
