//! What walks through pages ask for and give, over HTTP on this machine, sort by sort.

use std::fmt::Debug;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

use case_paginations::stars;
use case_paginations::{Client, Items, Listing, Request};

/// An answer: header lines with their ends, or none, and the body. `HERE` in it becomes the URL of the service.
type Answer = (&'static str, &'static str);

/// A service that gives these answers, and what it was asked so far: target and body of each request.
fn answering(answers: &[Answer]) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::<Mutex<Vec<String>>>::default();
    let (answers, here, asking) = (answers.to_vec(), url.clone(), Arc::clone(&asked));
    thread::spawn(move || answers.into_iter().for_each(|answer| answered(&listener, &here, answer, &asking)));
    (format!("{url}/api"), asked)
}

fn answered(listener: &TcpListener, here: &str, (header, body): Answer, asked: &Mutex<Vec<String>>) {
    let (mut stream, _) = listener.accept().unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut head = String::new();
    while reader.read_line(&mut head).unwrap() > 2 {}
    let target = head.split(' ').nth(1).unwrap().to_owned();
    let head = head.to_ascii_lowercase();
    assert!(head.contains("authorization: bearer sk_test_example"), "{head}");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    let mut sent = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut sent).unwrap();
    asked.lock().unwrap().push(format!("{target}{}", String::from_utf8(sent).unwrap()));
    let (header, body) = (header.replace("HERE", here), body.replace("HERE", here));
    let length = body.len();
    write!(stream, "HTTP/1.1 200 OK\r\n{header}content-length: {length}\r\nconnection: close\r\n\r\n{body}").unwrap();
}

/// What a walk gives, and how it fails.
fn walked<O: Listing<Item: Debug>>(mut items: Items<Client, O>) -> (Vec<String>, Option<String>) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (mut given, mut failure) = (Vec::new(), None);
    while let Some(item) = runtime.block_on(items.next()) {
        match item {
            Ok(item) => given.push(name(&format!("{item:?}"))),
            Err(error) => failure = Some(error.to_string()),
        }
    }
    (given, failure)
}

/// The name of a star, or a name as it is.
fn name(item: &str) -> String {
    let name = item.split_once("name: ").map_or(item, |(_, name)| name);
    name.trim_matches(['"', ' ', '}']).to_owned()
}

fn client(url: &str) -> Client {
    Client::builder().api_key("sk_test_example").base_url(url).build().unwrap()
}

/// A walk: the names that it gives, what it asks for below `/api`, and how it fails.
struct Walk<'a> {
    answers: &'a [Answer],
    names: &'a str,
    asked: &'a [&'a str],
    fails: Option<&'a str>,
}

fn walks<O: Listing<Item: Debug>>(request: impl Fn(&Client) -> Request<Client, O>, walk: &Walk<'_>) {
    let (url, asked) = answering(walk.answers);
    let (names, failure) = walked(request(&client(&url)).items());
    assert_eq!(names.join(" "), walk.names, "{failure:?}");
    let expected: Vec<String> = walk.asked.iter().map(|target| format!("/api{target}")).collect();
    assert_eq!(*asked.lock().unwrap(), expected);
    match (failure, walk.fails) {
        (Some(failure), Some(expected)) => assert!(failure.contains(expected), "{failure}"),
        (failure, expected) => assert_eq!(failure.as_deref(), expected),
    }
}

#[test]
fn beyond_the_last_item() {
    let (first, last) = (
        ("", r#"{"data":[{"id":7,"name":"a"},{"id":5,"name":"b"}],"has_more":true}"#),
        ("", r#"{"data":[{"id":2,"name":"c"}]}"#),
    );
    walks(stars::by_last::<Client>, &Walk {
        answers: &[first, last],
        names: "a b c",
        asked: &["/stars", "/stars?starting_after=5"],
        fails: None,
    });
    walks(|client: &Client| stars::by_last(client).ending_before(9), &Walk {
        answers: &[first, last],
        names: "b a c",
        asked: &["/stars?ending_before=9", "/stars?ending_before=7"],
        fails: None,
    });
    walks(stars::by_last::<Client>, &Walk {
        answers: &[first, first],
        names: "a b a b",
        asked: &["/stars", "/stars?starting_after=5"],
        fails: Some("at `data`: expected items beyond those of earlier pages"),
    });
    walks(stars::by_last::<Client>, &Walk {
        answers: &[("", r#"{"data":[],"has_more":true}"#)],
        names: "",
        asked: &["/stars"],
        fails: Some("at `data`: expected items with an `id`"),
    });
}

#[test]
fn by_tokens() {
    let first = ("", r#"{"stars":[{"id":1,"name":"a"}],"next_page_token":"t 1"}"#);
    let empty = ("", r#"{"next_page_token":"t2"}"#);
    for last in [r#"{"stars":[{"id":2,"name":"b"}]}"#, r#"{"stars":[{"id":2,"name":"b"}],"next_page_token":""}"#] {
        walks(stars::by_token::<Client>, &Walk {
            answers: &[first, empty, ("", last)],
            names: "a b",
            asked: &["/stars/tokens", "/stars/tokens?page_token=t%201", "/stars/tokens?page_token=t2"],
            fails: None,
        });
    }
    let last = ("", r#"{"stars":[],"next_page_token":null}"#);
    walks(|client: &Client| stars::by_token(client).page_token("kept"), &Walk {
        answers: &[first, last],
        names: "a",
        asked: &["/stars/tokens?page_token=kept", "/stars/tokens?page_token=t%201"],
        fails: None,
    });
    walks(stars::by_token::<Client>, &Walk {
        answers: &[first, first],
        names: "a a",
        asked: &["/stars/tokens", "/stars/tokens?page_token=t%201"],
        fails: Some("at `next_page_token`: expected what leads beyond earlier pages"),
    });
    walks(|client: &Client| stars::search(client, "red"), &Walk {
        answers: &[first, last],
        names: "a",
        asked: &[r#"/stars/search{"words":"red"}"#, r#"/stars/search{"words":"red","page_token":"t 1"}"#],
        fails: None,
    });
}

#[test]
fn by_urls() {
    let last = ("", r#"{"items":["b"],"paging":{}}"#);
    // From the host or from the base URL, with the host or without it.
    for first in [
        r#"{"items":["a"],"paging":{"next":"HERE/api/stars/feed?page=2"}}"#,
        r#"{"items":["a"],"paging":{"next":"/api/stars/feed?page=2"}}"#,
        r#"{"items":["a"],"paging":{"next":"/stars/feed?page=2"}}"#,
    ] {
        walks(stars::by_url::<Client>, &Walk {
            answers: &[("", first), last],
            names: "a b",
            asked: &["/stars/feed", "/stars/feed?page=2"],
            fails: None,
        });
    }
    for elsewhere in [
        r#"{"items":["a"],"paging":{"next":"http://evil.example.test/api/stars/feed?key=1"}}"#,
        r#"{"items":["a"],"paging":{"next":"//evil.example.test/api/stars/feed"}}"#,
        r#"{"items":["a"],"paging":{"next":"http://127.0.0.1:1/api/stars/feed"}}"#,
        r#"{"items":["a"],"paging":{"next":"https://127.0.0.1/api/stars/feed"}}"#,
        r#"{"items":["a"],"paging":{"next":"nowhere"}}"#,
    ] {
        walks(stars::by_url::<Client>, &Walk {
            answers: &[("", elsewhere)],
            names: "a",
            asked: &["/stars/feed"],
            fails: Some("at `paging.next`: expected a path of this server"),
        });
    }
    let again = ("", r#"{"items":["a"],"paging":{"next":"/stars/feed?page=2"}}"#);
    walks(stars::by_url::<Client>, &Walk {
        answers: &[again, again],
        names: "a a",
        asked: &["/stars/feed", "/stars/feed?page=2"],
        fails: Some("at `paging.next`: expected a page beyond earlier ones"),
    });
}

#[test]
fn by_links() {
    let (a, b) = (r#"[{"id":1,"name":"a"}]"#, r#"[{"id":2,"name":"b"}]"#);
    for links in [
        "Link: <HERE/api/x?page=1>; rel=\"first\", <HERE/api/constellations/lyra/stars?page=2>; title=\"a, b\"; rel=\"next\"\r\n",
        "Link: </api/constellations/lyra/stars?page=2>; REL=\"prefetch Next\"\r\n",
        "Link: <HERE/api/x>;rel=prev\r\nlink: <HERE/api/constellations/lyra/stars?page=2>;rel=next\r\n",
    ] {
        walks(|client: &Client| stars::by_link(client, "lyra").per_page(1), &Walk {
            answers: &[(links, a), ("Link: <HERE/api/x>; rel=\"prev\"; title=\"next\"\r\n", b)],
            names: "a b",
            asked: &["/constellations/lyra/stars?per_page=1", "/constellations/lyra/stars?page=2"],
            fails: None,
        });
    }
    walks(|client: &Client| stars::by_link(client, "lyra"), &Walk {
        answers: &[("Link: <https://evil.example.test/x>; rel=next\r\n", a)],
        names: "a",
        asked: &["/constellations/lyra/stars"],
        fails: Some("at `Link`: expected a path of this server"),
    });
}

#[test]
fn by_offsets() {
    let first = ("", r#"{"found":{"stars":[{"id":1,"name":"a"},{"id":2,"name":"b"}],"total":5}}"#);
    let last = ("", r#"{"found":{"stars":[{"id":3,"name":"c"}],"total":5}}"#);
    walks(|client: &Client| stars::by_offset(client).limit(2).offset(2), &Walk {
        answers: &[first, last],
        names: "a b c",
        asked: &["/stars/places?offset=2&limit=2", "/stars/places?offset=4&limit=2"],
        fails: None,
    });
    // Fewer than there were to be, and then none.
    for none in [r#"{"found":{"stars":null,"total":5}}"#, "{}"] {
        walks(stars::by_offset::<Client>, &Walk {
            answers: &[first, ("", none)],
            names: "a b",
            asked: &["/stars/places", "/stars/places?offset=2"],
            fails: None,
        });
    }
}

#[test]
fn by_numbers() {
    let (full, empty) = (("", r#"[{"id":1,"name":"a"}]"#), ("", "[]"));
    walks(stars::by_number::<Client>, &Walk {
        answers: &[full, full, empty],
        names: "a a",
        asked: &["/stars/numbers", "/stars/numbers?page=1", "/stars/numbers?page=2"],
        fails: None,
    });
    walks(|client: &Client| stars::by_number(client).page(7), &Walk {
        answers: &[full, empty],
        names: "a",
        asked: &["/stars/numbers?page=7", "/stars/numbers?page=8"],
        fails: None,
    });
}

#[test]
fn pages_come_with_their_responses() {
    let (url, _) = answering(&[
        ("X-Page: 1\r\n", r#"{"stars":[{"id":1,"name":"a"}],"next_page_token":"t1"}"#),
        ("X-Page: 2\r\n", r#"{"stars":[]}"#),
    ]);
    let client = client(&url);
    let mut pages = stars::by_token(&client).with_response().pages();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    for number in ["1", "2"] {
        let page = runtime.block_on(pages.next()).unwrap().unwrap();
        assert_eq!(page.raw.headers()["x-page"], number);
        assert_eq!(page.output.next_page_token.is_some(), number == "1");
    }
    assert!(runtime.block_on(pages.next()).is_none());
}

#[test]
fn a_page_that_comes_again_is_no_next_one() {
    let page = ("", r#"[{"id":1,"name":"a"},{"id":2,"name":"b"}]"#);
    walks(stars::by_number::<Client>, &Walk {
        answers: &[page, page],
        names: "a b a b",
        asked: &["/stars/numbers", "/stars/numbers?page=1"],
        fails: Some("expected other items than those of the page before, found the same"),
    });
    // What the answer says besides may differ.
    walks(stars::by_offset::<Client>, &Walk {
        answers: &[
            ("", r#"{"found":{"stars":[{"id":1,"name":"a"}],"total":9},"took_ms":1}"#),
            ("", r#"{"found":{"stars":[{"id":1,"name":"a"}],"total":9},"took_ms":2}"#),
        ],
        names: "a a",
        asked: &["/stars/places", "/stars/places?offset=1"],
        fails: Some("at `found.stars`: expected other items than those of the page before"),
    });
}
