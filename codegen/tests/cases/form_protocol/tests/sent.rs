//! Forms say that there is nothing, where there is nothing in what they hold.

mod recorder;

use std::collections::BTreeMap;

use case_form_protocol::{BlockingClient, tickets};

/// The body of a request that marks a ticket.
fn marked(tags: &[&str], notes: [Option<&str>; 3], labels: [(&str, Option<&str>); 2]) -> String {
    let (url, service) = recorder::recording(&[("200 OK", "{}")]);
    let client = BlockingClient::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    tickets::mark(&client, tags.iter().copied(), notes, BTreeMap::from(labels)).send().unwrap();
    let request = service.join().unwrap().remove(0);
    request.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn nothing_that_is_said_is_left_out() {
    assert_eq!(
        marked(&[], [Some("a"), None, Some("b")], [("kept", Some("1")), ("gone", None)]),
        "tags=&notes[0]=a&notes[1]=&notes[2]=b&labels[gone]=&labels[kept]=1"
    );
    assert_eq!(
        marked(&["x", ""], [None; 3], [("b", None), ("a", None)]),
        "tags[0]=x&tags[1]=&notes[0]=&notes[1]=&notes[2]=&labels[a]=&labels[b]="
    );
}
