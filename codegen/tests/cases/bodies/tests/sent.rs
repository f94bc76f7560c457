//! What requests carry, over HTTP on this machine.

mod service;

use std::future::IntoFuture;

use case_bodies::people::{self, ChangeParams, DrawBodyParams, PersonParams};
use case_bodies::{Client, Config, Date, File, Operation, Request};
use service::Received;

const PERSON: &str = r#"{"id":"p1","name":"Ada","born":null}"#;

fn ada() -> PersonParams {
    PersonParams::new("Ada", "1815-12-10".parse::<Date>().ok())
}

#[test]
fn a_body_is_a_value_of_any_type_as_json() {
    let sent = |received: Received| {
        assert_eq!(received.header("content-type"), Some("application/json"), "{}", received.head);
        String::from_utf8(received.body).unwrap()
    };
    let (received, person) = exchange(|client| people::create(client, ada()), PERSON);
    assert_eq!(sent(received), r#"{"name":"Ada","born":"1815-12-10"}"#);
    assert_eq!(person.id, "p1");
    assert_eq!(sent(exchange(|client| people::tag(client, "p1", ["a", "b"]), "").0), r#"["a","b"]"#);
    assert_eq!(sent(exchange(|client| people::counts(client, [("a", 1)]), "").0), r#"{"a":1}"#);
    assert_eq!(sent(exchange(|client| people::reset(client, Some("x")), "").0), r#""x""#);
    assert_eq!(sent(exchange(|client| people::reset(client, None), "").0), "null");
    assert_eq!(sent(exchange(|client| people::reach(client, "ada@example.com".to_owned()), "").0), r#""ada@example.com""#);
    assert_eq!(sent(exchange(|client| people::reach(client, ada()), "").0), r#"{"name":"Ada","born":"1815-12-10"}"#);
    assert_eq!(sent(exchange(|client| people::draw(client, DrawBodyParams::new(1)), "").0), r#"{"from":1}"#);
    assert_eq!(sent(exchange(|client| people::file(client, "Ada"), "").0), r#"{"name":"Ada"}"#);
}

#[test]
fn a_merge_patch_says_null_of_what_it_clears() {
    let patch = ChangeParams::new().name("Ada").unset_nick();
    let (received, ()) = exchange(|client| people::change(client, "p1").patch(patch), "");
    assert_eq!(received.header("content-type"), Some("application/merge-patch+json"));
    assert_eq!(received.body, br#"{"name":"Ada","nick":null}"#);
}

#[test]
fn what_is_left_out_has_no_body_and_says_nothing_of_one() {
    let requests = [
        exchange(|client| people::change(client, "p1"), "").0,
        exchange(people::score, "").0,
        exchange(people::store, "").0,
        exchange(people::remove, "").0,
        exchange(people::search, "").0,
    ];
    for received in requests {
        assert_eq!((received.header("content-type"), received.body.len()), (None, 0), "{}", received.head);
    }
}

#[test]
fn any_method_carries_a_body() {
    let (received, ()) = exchange(|client| people::remove(client).names(["a"]), "");
    assert!(received.head.starts_with("DELETE /people "), "{}", received.head);
    assert_eq!(received.body, br#"{"names":["a"]}"#);
    let query = serde_json::json!({"born": {"before": 1900}});
    let (received, ()) = exchange(|client| people::search(client).text("a b").body(query), "");
    assert!(received.head.starts_with("GET /people?text=a%20b "), "{}", received.head);
    assert_eq!(received.header("content-type"), Some("application/json"));
    assert_eq!(received.body, br#"{"born":{"before":1900}}"#);
}

#[test]
fn texts_bytes_and_lines_are_sent_as_they_are() {
    let (received, ()) = exchange(|client| people::note(client, "Grüße\n"), "");
    assert_eq!(received.header("content-type"), Some("text/plain; charset=utf-8"));
    assert_eq!(received.body, "Grüße\n".as_bytes());
    let (received, ()) = exchange(|client| people::score(client).body(7), "");
    assert_eq!(received.body, b"7");
    let (received, ()) = exchange(|client| people::table(client, "name\nAda\n"), "");
    assert_eq!((received.header("content-type"), &*received.body), (Some("text/csv"), b"name\nAda\n".as_slice()));
    let (received, ()) = exchange(|client| people::picture(client, b"\x89PNG\0"), "");
    assert_eq!((received.header("content-type"), &*received.body), (Some("image/png"), b"\x89PNG\0".as_slice()));
    let zip = File::from(vec![0, 255]).media_type("application/zip");
    let (received, ()) = exchange(|client| people::store(client).body(zip), "");
    assert_eq!((received.header("content-type"), &*received.body), (Some("application/zip"), [0, 255].as_slice()));
    let (received, ()) = exchange(|client| people::import(client, [ada(), PersonParams::new("B\nC", None)]), "");
    assert_eq!(received.header("content-type"), Some("application/x-ndjson"));
    let lines = "{\"name\":\"Ada\",\"born\":\"1815-12-10\"}\n{\"name\":\"B\\nC\",\"born\":null}\n";
    assert_eq!(received.body, lines.as_bytes());
}

#[test]
fn forms_are_made_of_members() {
    let (received, ()) = exchange(|client| people::register(client, ada().nick("a&b")), PERSON);
    assert_eq!(received.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(received.body, b"name=Ada&nick=a%26b&born=1815-12-10");
    let (received, ()) = exchange(|client| people::sign(client, "Ada").roles(["x"]), "");
    assert_eq!(received.body, b"name=Ada&roles[0]=x");
}

#[test]
fn members_of_a_form_are_written_as_it_says() {
    let config = Config::new("sk_test_example").unwrap();
    let days = ["2025-01-31", "2025-02-01"].map(|day| day.parse::<Date>().unwrap());
    let at = people::EnrolAtParams::new("Bonn", [1, 2]);
    let request = people::enrol(&config, "Ada L", days).tags(["a&b", "c"]).at(at).notes([("x", "y")]);
    let request = request.into_http().unwrap();
    let expected = "name=Ada+L&days=2025-01-31,2025-02-01&tags%5B%5D=a%26b&tags%5B%5D=c\
                    &at%5Btown%5D=Bonn&at%5Brooms%5D=1&at%5Brooms%5D=2&notes=%7B%22x%22%3A%22y%22%7D";
    assert_eq!(request.body(), expected);
    assert_eq!(request.headers()["content-type"], "application/x-www-form-urlencoded");
    if let Some(read) = read_by_python(expected) {
        let pairs = ["name=Ada L", "days=2025-01-31,2025-02-01", "tags[]=a&b", "tags[]=c", "at[town]=Bonn"];
        let others = ["at[rooms]=1", "at[rooms]=2", r#"notes={"x":"y"}"#];
        assert_eq!(read.lines().collect::<Vec<_>>(), [&pairs[..], &others].concat());
    }
    let request = people::r#move(&config, people::MoveParams::new("Bonn", ["a b", "c"])).into_http().unwrap();
    assert_eq!(request.body(), "to=Bonn&boxes=a%20b&boxes=c");
}

/// The pairs of a form as Python reads them, one a line; nothing where there is no Python.
fn read_by_python(form: &str) -> Option<String> {
    let program = "import sys, urllib.parse; [print(f'{n}={v}') for n, v in urllib.parse.parse_qsl(sys.argv[1], True)]";
    let output = std::process::Command::new("python3").args(["-c", program, form]).output().ok()?;
    output.status.success().then(|| String::from_utf8(output.stdout).unwrap())
}

#[test]
fn bounds_and_what_is_not_there_are_told_before_anything_is_sent() {
    let config = Config::new("sk_test_example").unwrap();
    let refused = people::tag(&config, "p1", ["a", "b", "c", "d"]).into_http().unwrap_err();
    assert_eq!(refused.parameter(), Some("body[3]"), "{refused}");
    let refused = people::create(&config, PersonParams::new("A".repeat(21), None)).into_http().unwrap_err();
    assert_eq!(refused.parameter(), Some("body.name"), "{refused}");
    let refused = people::picture(&config, File::open("/no/such/picture.png")).into_http().unwrap_err();
    assert!(refused.to_string().contains("`body` cannot be read from /no/such/picture.png"), "{refused}");
}

/// What a service is sent by a request, and what its answer is read as.
fn exchange<O: Operation>(request: impl FnOnce(&Client) -> Request<Client, O>, answer: &str) -> (Received, O::Output) {
    let (url, service) = service::receiving(answer);
    let client = Client::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answered = runtime.block_on(request(&client).into_future()).map_err(|error| error.to_string()).unwrap();
    (service.join().unwrap(), answered)
}
