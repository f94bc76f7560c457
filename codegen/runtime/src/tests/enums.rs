//! Enums of integers and booleans over a connection: in a path, a query, a form, JSON and an answer.

use std::collections::BTreeMap;

use super::support::any_client::{AnyClient, for_each_client};
use super::support::sample::{PingError, Priority, Sealed, V2};
use super::support::script::Turn;
use super::support::server::Server;
use super::support::shop_calls::V1;
use crate::runtime::Operation;

for_each_client!(values_are_sent_as_they_are_described, values_are_read_as_they_come);

/// Makes an operation that sends enums everywhere, in the form of a dialect.
macro_rules! sort {
    ($name:ident, $dialect:path) => {
        #[derive(Clone, Debug, PartialEq)]
        struct $name {
            priority: Priority,
            others: Option<Vec<Priority>>,
            sealed: Option<Sealed>,
            first: Priority,
            ranks: Option<Vec<Option<Priority>>>,
            by_name: Option<BTreeMap<String, Sealed>>,
        }

        crate::runtime::operation! {
            $name => Vec<Priority>, PingError;
            POST "/sorted/{priority}", "sorted.sort", $dialect, { has_body: true };
            path required priority "priority";
            query optional others "others";
            query optional sealed "sealed";
            body required first "first";
            body optional ranks "ranks";
            body optional by_name "by_name";
        }

        impl $name {
            fn new() -> Self {
                Self {
                    priority: Priority::from(-7),
                    others: Some(vec![Priority::High, Priority::from(9)]),
                    sealed: Some(Sealed::from(false)),
                    first: Priority::Low,
                    ranks: Some(vec![Some(Priority::High), None]),
                    by_name: Some(BTreeMap::from([("a".to_owned(), Sealed::Yes)])),
                }
            }
        }
    };
}
sort!(SortForm, V1);
sort!(SortJson, V2);

/// What is asked of a server that answers with this body, and what comes of it.
fn exchange<C: AnyClient, O: Operation>(operation: O, body: &str) -> (String, String, Option<O::Output>) {
    let server = Server::repeating(Turn::answer(200, &[], body));
    let client = C::build(C::set_up().api_key("sk_test_example").base_url(server.url())).unwrap();
    let output = C::send(crate::runtime::Request::new(&client, operation)).ok().map(|response| response.output);
    let received = server.finish().remove(0);
    let line = received.head.lines().next().unwrap_or_default().to_owned();
    (line, String::from_utf8(received.body).unwrap(), output)
}

fn values_are_sent_as_they_are_described<C: AnyClient>() {
    let (line, body, _) = exchange::<C, _>(SortJson::new(), "[]");
    assert_eq!(line, "POST /sorted/-7?others=2&others=9&sealed=false HTTP/1.1");
    assert_eq!(body, r#"{"first":1,"ranks":[2,null],"by_name":{"a":true}}"#);
    let (line, body, _) = exchange::<C, _>(SortForm::new(), "[]");
    assert_eq!(line, "POST /sorted/-7?others%5B0%5D=2&others%5B1%5D=9&sealed=false HTTP/1.1");
    assert_eq!(body, "first=1&ranks[0]=2&ranks[1]=&by_name[a]=true");
}

fn values_are_read_as_they_come<C: AnyClient>() {
    let (_, _, output) = exchange::<C, _>(SortJson::new(), r#"[2, "1", 7.0, -0]"#);
    assert_eq!(output, Some(vec![Priority::High, Priority::Low, Priority::from(7), Priority::from(0)]));
    for wrong in ["[2.5]", r#"["high"]"#, "[null]", "[true]"] {
        assert_eq!(exchange::<C, _>(SortJson::new(), wrong).2, None, "{wrong}");
    }
}
