//! What a request carries that its description does not know.

use serde_json::json;

use super::support::sample::{commit, config, ping};
use super::support::shop_calls::send_events;

#[test]
fn an_extra_member_stands_in_the_body_beside_the_others() {
    let request = commit(&config(), "ord_1").payment("pi_1").extra("beta", true).extra("tags", json!(["a", 1]));
    let request = request.into_http().unwrap();
    assert_eq!(request.body(), r#"{"payment":"pi_1","beta":true,"tags":["a",1]}"#);
    assert_eq!(request.uri().query(), None);
    let request = commit(&config(), "ord_1").extra("beta", 1).into_http().unwrap();
    assert_eq!(request.body(), r#"{"beta":1}"#);
}

#[test]
fn an_extra_member_replaces_a_described_one() {
    let request = commit(&config(), "ord_1").payment("pi_1").extra("payment", json!({"id": "pi_2"}));
    assert_eq!(request.into_http().unwrap().body(), r#"{"payment":{"id":"pi_2"}}"#);
}

#[test]
fn a_request_without_a_body_carries_it_in_the_query() {
    let request =
        ping(&config(), "example", 443).extra("a b", "c&d").extra("n", json!([1, "x"])).extra("none", json!(null));
    let request = request.into_http().unwrap();
    assert_eq!(request.uri().query(), Some("a%20b=c%26d&n=1&n=x&none=null"));
    assert!(request.body().is_empty());
    let request = commit(&config(), "ord_1").extra_query("expand", "all").into_http().unwrap();
    assert_eq!((request.uri().query(), &**request.body()), (Some("expand=all"), b"{}".as_slice()));
}

#[test]
fn it_is_of_one_request_and_of_its_clones() {
    let request =
        send_events(&config(), "tok_example", []).server_url("events", "https://e.example.test").extra("a", 1);
    let again = request.clone().into_http().unwrap();
    assert_eq!(again.into_body(), request.into_http().unwrap().into_body());
}
