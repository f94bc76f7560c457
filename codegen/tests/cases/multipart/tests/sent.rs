//! What requests carry in parts, over HTTP on this machine.

mod service;

use std::fs;
use std::future::IntoFuture;
use std::io::Write;
use std::process::{Command, Stdio};

use case_multipart::pictures::{self, LabelParams, Sort};
use case_multipart::{Client, Config, Environment, File, Operation, Request};
use service::Received;

/// Random numbers that tests foresee.
struct Fixed;

impl Environment for Fixed {
    fn random(&self) -> u128 {
        0x0123_4567_89ab_cdef_0123_4567_89ab_cdef
    }
}

const TYPE: &str = "multipart/form-data; boundary=0123456789abcdef0123456789abcdef";

#[test]
fn members_are_parts_byte_for_byte() {
    let received = exchange(|client| {
        pictures::add(client, "Tree", File::bytes("tree \"1\"\r\n.png", b"\x89PNG\r\n\0".as_slice()).media_type("image/png"))
            .copies(2)
            .sort(Sort::Photo)
            .public(true)
            .main_label(LabelParams::new("grün"))
            .labels([LabelParams::new("a"), LabelParams::new("b").colour("red")])
            .tags(["x", "y\nz"])
            .notes([("n", "1")])
            .unset_odd()
            .details([File::from("first"), File::from(b"second")])
    });
    assert_eq!(received.header("content-type"), Some(TYPE));
    let expected = include_bytes!("parts.bin");
    assert_eq!(String::from_utf8_lossy(&received.body), String::from_utf8_lossy(expected));
    assert_eq!(received.body, expected);
}

#[test]
fn nothing_is_the_end_alone() {
    let received = exchange(pictures::empty);
    assert_eq!(received.header("content-type"), Some(TYPE));
    assert_eq!(received.body, b"--0123456789abcdef0123456789abcdef--\r\n");
}

#[test]
fn an_object_is_spread_into_parts() {
    let received = exchange(|client| pictures::send(client, LabelParams::new("a")));
    let expected = concat!(
        "--0123456789abcdef0123456789abcdef\r\n",
        "Content-Disposition: form-data; name=\"text\"\r\n\r\na\r\n",
        "--0123456789abcdef0123456789abcdef--\r\n",
    );
    assert_eq!(String::from_utf8_lossy(&received.body), expected);
}

#[test]
fn a_file_is_read_from_its_path_when_it_is_sent_and_from_a_reader_once() {
    let path = std::env::temp_dir().join(format!("clientsmith multipart {}.txt", std::process::id()));
    let file = File::open(&path);
    fs::write(&path, "from a path").unwrap();
    let config = Config::new("sk_test_example").unwrap();
    let request = pictures::add(&config, "", file);
    for _ in 0..2 {
        let body = request.clone().into_http().unwrap().into_body();
        let body = String::from_utf8_lossy(&body);
        let name = path.file_name().unwrap().to_string_lossy();
        assert!(body.contains(&format!("filename=\"{name}\"\r\n")) && body.contains("\r\n\r\nfrom a path\r\n"), "{body}");
    }
    fs::remove_file(&path).unwrap();
    let refused = request.into_http().unwrap_err();
    assert_eq!(refused.parameter(), Some("picture"), "{refused}");
    let request = pictures::add(&config, "", File::reader("from a reader".as_bytes()).name("a.txt"));
    let body = request.clone().into_http().unwrap().into_body();
    assert!(String::from_utf8_lossy(&body).contains("\r\n\r\nfrom a reader\r\n"));
    let refused = request.into_http().unwrap_err();
    assert!(refused.to_string().contains("`picture` was read before"), "{refused}");
}

#[test]
fn each_request_has_a_boundary_of_its_own_and_no_secret_is_shown() {
    let config = Config::new("sk_test_example").unwrap();
    let request = pictures::add(&config, "", "a secret");
    let types = [0, 1].map(|_| request.clone().into_http().unwrap().headers()["content-type"].clone());
    assert_ne!(types[0], types[1]);
    assert!(!format!("{request:?}").contains("a secret"), "{request:?}");
}

#[test]
fn each_part_says_what_it_is() {
    let config = Config::new("sk_test_example").unwrap();
    let request = pictures::hang(&config, "png", LabelParams::new("A tree"), "Bonn").plan("plan").into_http().unwrap();
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = content_type.split_once("boundary=").unwrap().1;
    let expected = [
        ("picture\"; filename=\"blob", "\r\nContent-Type: image/png", "png"),
        ("label", "\r\nContent-Type: application/vnd.label+json", r#"{"text":"A tree"}"#),
        ("place", "\r\nContent-Type: application/json", r#""Bonn""#),
        ("plan\"; filename=\"blob", "\r\nContent-Type: application/octet-stream", "plan"),
    ];
    let part = |(name, head, content): &(&str, &str, &str)| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{head}\r\n\r\n{content}\r\n")
    };
    let body = expected.iter().map(part).collect::<String>() + &format!("--{boundary}--\r\n");
    assert_eq!(request.body(), &body);
    if let Some(read) = read_by_python(content_type, request.body()) {
        let expected = concat!(
            "picture blob image/png b'png'\n",
            "label None application/vnd.label+json b'{\"text\":\"A tree\"}'\n",
            "place None application/json b'\"Bonn\"'\n",
            "plan blob application/octet-stream b'plan'\n",
        );
        assert_eq!(read, expected);
    }
}

#[test]
fn bounds_hold_and_media_types_are_such() {
    let config = Config::new("sk_test_example").unwrap();
    let refused = pictures::add(&config, "", "").details(["a", "b", "c"].map(File::from)).into_http().unwrap_err();
    assert_eq!(refused.parameter(), Some("details[2]"), "{refused}");
    let refused = pictures::add(&config, "", File::from("").media_type("a\nb")).into_http().unwrap_err();
    assert_eq!(refused.parameter(), Some("picture"), "{refused}");
}

#[test]
fn another_reader_finds_the_same_parts() {
    let received = exchange(|client| {
        pictures::add(client, "Tree", File::bytes("tree.png", b"\x89\r\n--\0".as_slice()).media_type("image/png")).copies(2)
    });
    let expected = concat!(
        "title None text/plain b'Tree'\n",
        "picture tree.png image/png b'\\x89\\r\\n--\\x00'\n",
        "copies None text/plain b'2'\n",
    );
    match read_by_python(TYPE, &received.body) {
        Some(read) => assert_eq!(read, expected),
        None => eprintln!("skipped: there is no python3 to read parts with"),
    }
}

/// The parts of a body as Python reads them, one a line; nothing where there is no Python.
fn read_by_python(content_type: &str, body: &[u8]) -> Option<String> {
    let program = "
import email, email.policy, sys
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.HTTP)
for part in message.iter_parts():
    print(part.get_param('name', header='content-disposition'), part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
";
    let python = Command::new("python3").args(["-c", program]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut python = python.ok()?;
    let mut input = python.stdin.take().unwrap();
    input.write_all(format!("Content-Type: {content_type}\r\nMIME-Version: 1.0\r\n\r\n").as_bytes()).unwrap();
    input.write_all(body).unwrap();
    drop(input);
    let output = python.wait_with_output().unwrap();
    Some(String::from_utf8_lossy(&output.stdout).replace('\r', ""))
}

/// What a service is sent by a request.
fn exchange<O: Operation>(request: impl FnOnce(&Client) -> Request<Client, O>) -> Received {
    let (url, service) = service::receiving("");
    let client = Client::builder().api_key("sk_test_example").base_url(url).environment(Fixed).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(request(&client).into_future()).map_err(|error| error.to_string()).unwrap();
    service.join().unwrap()
}
