//! What is sent of each style, byte for byte, over HTTP on this machine. The literals were written by hand after RFC 6570.

mod recorder;

use std::collections::BTreeMap;
use std::future::IntoFuture;
use std::thread::JoinHandle;

use case_parameter_styles::pictures::{self, FilterParams, Find, PlaceParams, RangeParams, Sort};
use case_parameter_styles::{Client, Config, Operation, Request};

/// A value with all that could be taken for something else: separators, a space, `%`, `+`, `/`, and more than ASCII.
const ODD: &str = "a,b c|d&e=f%+/é";
/// The same, encoded.
const ODD_ENCODED: &str = "a%2Cb%20c%7Cd%26e%3Df%25%2B%2F%C3%A9";

fn answering(answer: &str) -> (Client, JoinHandle<Vec<String>>) {
    let (url, service) = recorder::recording(&[("200 OK", answer)]);
    (Client::builder().api_key("sk_test_example").base_url(url).build().unwrap(), service)
}

fn called<T>(call: impl IntoFuture<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(call.into_future())
}

/// The query of a request for pictures.
#[track_caller]
fn query(set: impl FnOnce(Request<Client, Find>) -> Request<Client, Find>) -> String {
    let (client, service) = answering("[]");
    called(set(pictures::find(&client))).unwrap();
    let request = service.join().unwrap().remove(0);
    let line = request.lines().next().unwrap();
    let query = line.strip_prefix("GET /pictures?view=full").and_then(|rest| rest.strip_suffix(" HTTP/1.1"));
    query.unwrap_or_else(|| panic!("{line}")).to_owned()
}

/// Why a request is not sent.
#[track_caller]
fn refused<O: Operation>(request: Request<Config, O>) -> String {
    request.into_http().unwrap_err().to_string()
}

fn config() -> Config {
    Config::new("sk_test_example").unwrap()
}

#[test]
fn lists_in_a_query_are_written_in_their_styles() {
    let odd = [ODD, "", "x"];
    assert_eq!(query(|find| find), "");
    assert_eq!(query(|find| find.usual(odd)), format!("&usual={ODD_ENCODED}&usual=&usual=x"));
    assert_eq!(query(|find| find.repeat([Sort::MinusCreated, Sort::Title])), "&repeat=-created&repeat=title");
    assert_eq!(query(|find| find.comma(odd)), format!("&comma={ODD_ENCODED},,x"));
    assert_eq!(query(|find| find.spaces(["a,b", "c|d"])), "&spaces=a%2Cb%20c%7Cd");
    assert_eq!(query(|find| find.pipes(["a,b", "c d"])), "&pipes=a%2Cb%7Cc%20d");
    assert_eq!(
        query(|find| find.brackets(odd)),
        format!("&brackets%5B%5D={ODD_ENCODED}&brackets%5B%5D=&brackets%5B%5D=x")
    );
    let places = [PlaceParams::new("A"), PlaceParams::new("B&C").wall(2)];
    assert_eq!(
        query(|find| find.indexed(places)),
        "&indexed%5B0%5D%5Broom%5D=A&indexed%5B1%5D%5Broom%5D=B%26C&indexed%5B1%5D%5Bwall%5D=2"
    );
    let at: case_parameter_styles::Timestamp = "2025-01-01T00:00:00Z".parse().unwrap();
    assert_eq!(query(|find| find.at([at, at])), "&at=1735689600,1735689600");
    assert_eq!(query(|find| find.plain("a b").limit(5)), "&plain=a%20b&limit=5");
}

#[test]
fn objects_in_a_query_are_written_in_their_styles() {
    let filter = || FilterParams::new().colour("red & blue").sizes([1, 2]).year(RangeParams::new().gte(1600));
    assert_eq!(
        query(|find| find.filter(filter())),
        "&filter%5Bcolour%5D=red%20%26%20blue&filter%5Bsizes%5D=1&filter%5Bsizes%5D=2&filter%5Byear%5D%5Bgte%5D=1600"
    );
    assert_eq!(query(|find| find.filter(FilterParams::new())), "");
    let labels = BTreeMap::from([("a b", "1"), ("c]", "2")]);
    assert_eq!(query(|find| find.labels(labels)), "&labels%5Ba%20b%5D=1&labels%5Bc%5D%5D=2");
    assert_eq!(query(|find| find.place(PlaceParams::new("x,y").wall(2))), "&place=room,x%2Cy,wall,2");
    assert_eq!(query(|find| find.bounds(RangeParams::new().gte(1).lte(2))), "&gte=1&lte=2");
    assert_eq!(
        query(|find| find.json(filter())),
        "&json=%7B%22colour%22%3A%22red%20%26%20blue%22%2C%22sizes%22%3A%5B1%2C2%5D%2C%22year%22%3A%7B%22gte%22%3A1600%7D%7D"
    );
}

#[test]
fn what_a_style_cannot_say_is_not_sent() {
    let find = || pictures::find(&config());
    let none: [&str; 0] = [];
    let cases = [
        (refused(find().comma(none)), "`comma` is empty"),
        (refused(find().usual(none)), "`usual` is an empty list"),
        (refused(find().brackets(none)), "`brackets` is empty"),
        (refused(find().spaces(["a b"])), "`spaces` holds a ` `"),
        (refused(find().pipes(["a|b"])), "`pipes` holds a `|`"),
        (refused(find().labels(BTreeMap::<&str, &str>::new())), "`labels` is empty"),
        (refused(pictures::by_ids(&config(), none)), "`ids` is empty"),
        (refused(pictures::by_ids(&config(), [".."])), "`ids` must not be `.` or `..`"),
        (refused(pictures::by_ids(&config(), [""])), "`ids` must not be empty"),
        (refused(pictures::file(&config(), "a", ["b.c"])), "`format` holds a `.`"),
        (refused(pictures::cancel(&config(), "")), "`picture` must not be empty"),
    ];
    for (refusal, expected) in cases {
        assert!(refusal.contains(expected), "{refusal}");
    }
}

#[test]
fn a_form_protocol_asks_as_its_bodies_are_written() {
    let (client, service) = answering("[]");
    let created = RangeParams::new().gte(1);
    called(pictures::find_old(&client).tags(["a b", "c"]).created(created).fields(["x y", "z"])).unwrap();
    let expected = "GET /old/pictures?tags%5B0%5D=a+b&tags%5B1%5D=c&created%5Bgte%5D=1&fields=x%20y,z HTTP/1.1\n";
    assert_eq!(service.join().unwrap(), [expected]);
}

/// The line of a request.
fn line<O: Operation>(request: impl FnOnce(&Client) -> Request<Client, O>, answer: &str) -> String {
    let (client, service) = answering(answer);
    assert!(called(request(&client)).is_ok());
    service.join().unwrap().remove(0)
}

#[test]
fn values_in_a_path_are_expanded_in_their_styles() {
    let cases = [
        (line(|to| pictures::by_ids(to, ["a,b", "c d", "é"]), "[]"), "GET /pictures/a%2Cb,c%20d,%C3%A9 HTTP/1.1\n"),
        (line(|to| pictures::at_place(to, PlaceParams::new("a=b").wall(2)), "[]"),
            "GET /places/room=a%3Db,wall=2/pictures/ HTTP/1.1\n"),
        (line(|to| pictures::file(to, "a/b", ["tar", "gz"]), "\"\""), "GET /files/a%2Fb.tar.gz HTTP/1.1\n"),
        (line(|to| pictures::near(to, [("x", 1), ("y", 2)], ["a", "b"], ["a", ""]), "[]"),
            "GET /map/;x=1;y=2/;list=a,b/;each=a;each HTTP/1.1\n"),
        (line(|to| pictures::original(to, "oil/1600 to 1700", ["a/b", "c"]), "\"\""),
            "GET /originals/oil/1600%20to%201700/a%2Fb/c HTTP/1.1\n"),
        (line(|to| pictures::cancel(to, "a:b"), ""), "POST /pictures/a%3Ab:cancel HTTP/1.1\n{}"),
        (line(|to| pictures::export(to, 1600, 1700, "a.b"), "[]"), "GET /reports/1600-1700/a.b.json HTTP/1.1\n"),
    ];
    for (sent, expected) in cases {
        assert_eq!(sent, expected);
    }
}

#[test]
fn all_methods_are_sent_by_both_clients() {
    let expected = [
        "OPTIONS / HTTP/1.1\n",
        "HEAD /pictures/p_1 HTTP/1.1\n",
        "TRACE /pictures HTTP/1.1\n",
        "DELETE /pictures HTTP/1.1\n{\"ids\":[\"p_1\"]}",
        "GET /lookup HTTP/1.1\n{\"titles\":[\"Blue\"]}",
    ];
    let answers = [("200 OK", "{}"), ("200 OK", "left out"), ("204 No Content", ""), ("200 OK", ""), ("200 OK", "[]")];
    let (url, service) = recorder::recording(&answers);
    let client = Client::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    called(pictures::root(&client)).unwrap();
    called(pictures::exists(&client, "p_1")).unwrap();
    called(pictures::trace(&client)).unwrap();
    called(pictures::remove(&client, ["p_1"])).unwrap();
    called(pictures::look_up(&client, ["Blue"])).unwrap();
    assert_eq!(service.join().unwrap(), expected);
}

#[test]
fn headers_and_cookies_are_written_and_secrets_are_not_shown() {
    let (client, service) = answering("[]");
    let guarded = |pass: &str| {
        let version = "2022-11-28".parse::<case_parameter_styles::Date>().unwrap();
        pictures::guarded(&client, version, pass, "v1")
    };
    let request = guarded("open sesame")
        .x_tags(["a", "b c"])
        .x_place(PlaceParams::new("hall").wall(2))
        .x_filter(FilterParams::new().colour("bleu ciel é"))
        .if_match("\"tag\"")
        .rooms([1, 2])
        .header("Cookie", "mine=1");
    let shown = format!("{request:?}");
    assert!(!shown.contains("sesame") && !shown.contains("v1"), "{shown}");
    called(request).unwrap();
    let mut lines: Vec<String> = service.join().unwrap().remove(0).lines().map(str::to_owned).collect();
    lines[1..].sort();
    let expected = [
        "GET /safe HTTP/1.1",
        "cookie: mine=1; visitor=v1; rooms=1,2",
        "if-match: \"tag\"",
        r#"x-filter: {"colour":"bleu ciel \u00e9"}"#,
        "x-github-api-version: 2022-11-28",
        "x-pass-word: open sesame",
        "x-place: room=hall,wall=2",
        "x-tags: a,b c",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn what_a_header_or_a_cookie_cannot_hold_is_not_sent() {
    let version = || "2022-11-28".parse::<case_parameter_styles::Date>().unwrap();
    let guarded = || pictures::guarded(&config(), version(), "pass", "v1");
    let cases = [
        (refused(guarded().if_match("a\r\nHost: b")), "`If-Match` holds a line break"),
        (refused(guarded().if_match("é")), "`If-Match` holds a line break or other than visible ASCII"),
        (refused(guarded().if_match(" a")), "`If-Match` begins or ends with a space"),
        (refused(guarded().x_tags(["a,b"])), "`X-Tags` has a part"),
        (refused(pictures::guarded(&config(), version(), "a\nb", "v1")), "`X-Pass-Word` holds a line break"),
        (refused(pictures::guarded(&config(), version(), "pass", "a;b")), "`visitor` holds"),
    ];
    for (refusal, expected) in cases {
        assert!(refusal.contains(expected) && !refusal.contains("a;b"), "{refusal}");
    }
    let sent = guarded().into_http().unwrap();
    let shown = format!("{:?}", sent.headers());
    assert!(!shown.contains("pass\"") && !shown.contains("v1"), "{shown}");
    assert!(sent.headers()["x-pass-word"].is_sensitive() && sent.headers()["cookie"].is_sensitive());
}

/// The blocking client has another transport.
#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_sends_the_same() {
    let answers = [("200 OK", "{}"), ("200 OK", "left out"), ("204 No Content", ""), ("200 OK", ""), ("200 OK", "[]")];
    let (url, service) = recorder::recording(&answers);
    let client = case_parameter_styles::BlockingClient::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    pictures::root(&client).send().unwrap();
    pictures::exists(&client, "p_1").send().unwrap();
    pictures::trace(&client).send().unwrap();
    pictures::remove(&client, ["p_1"]).send().unwrap();
    pictures::look_up(&client, ["Blue"]).send().unwrap();
    let lines: Vec<String> = service.join().unwrap();
    assert!(lines[1].starts_with("HEAD /pictures/p_1") && lines[3].ends_with("{\"ids\":[\"p_1\"]}"), "{lines:?}");
    assert!(lines[4].ends_with("{\"titles\":[\"Blue\"]}"), "{lines:?}");
}
