//! What is sent of what always says the same, over HTTP on this machine.

mod service;

use std::fmt::Debug;
use std::future::IntoFuture;

use case_constants::sheets::{self, SheetParams, Side};
use case_constants::{Client, Config, Operation, Request};

#[test]
fn what_is_always_there_is_written_without_being_given() {
    let answer = r#"{"object":"paper","version":2.0,"scale":5e-1,"is_paper":true,"side":"front","text":"","is_final":true}"#;
    let (sent, sheet) = exchange(|client| sheets::print(client, SheetParams::new("Hello")), answer);
    let expected = concat!(
        r#"{"sheet":{"object":"sheet","version":2,"scale":0.5,"is_paper":true,"side":"front","#,
        r#""count":18446744073709551615,"text":"Hello"}}"#,
    );
    assert_eq!(sent, expected);
    assert_eq!((sheet.object.as_str(), sheet.version, sheet.side), ("paper", 2, Side::Front));
}

#[test]
fn what_may_be_left_out_is_set_without_a_value() {
    let (sent, ()) = exchange(|client| sheets::fax(client, SheetParams::new("Hello").is_final()), "");
    let expected = concat!(
        "sheet[object]=sheet&sheet[version]=2&sheet[scale]=0.5&sheet[is_paper]=true&sheet[side]=front",
        "&sheet[count]=18446744073709551615&sheet[text]=Hello&sheet[is_final]=true",
    );
    assert_eq!(sent, expected);
}

#[test]
#[allow(deprecated, reason = "what is on its way out is sent too")]
fn what_may_be_null_is_unset() {
    let kept = SheetParams::new("").kept();
    assert_ne!(kept, SheetParams::new("").unset_kept());
    let (sent, ()) = exchange(|client| sheets::fax(client, kept.unset_kept()), "");
    assert!(sent.ends_with("&sheet[text]=&sheet[kept]="), "{sent}");
}

#[test]
fn what_a_call_always_says_is_no_argument() {
    let (sent, ()) = exchange(|client| sheets::fax_at_night(client, SheetParams::new("Hello")).urgent(), "");
    assert!(sent.starts_with("at=night+%26+day&sheet[object]=sheet&") && sent.ends_with("&urgent=true"), "{sent}");
}

#[test]
fn constants_stand_in_all_parts_of_a_request() {
    let config = Config::new("sk_test_example").unwrap();
    let request = sheets::shelve(&config).marks(["a", "b"]).into_http().unwrap();
    assert_eq!(request.uri().path_and_query().unwrap(), "/sheets?view=back&marks=a%7Cb");
    assert_eq!((&request.headers()["x-sheets"], &request.headers()["cookie"]), (&"3".parse().unwrap(), &"shelf=top".parse().unwrap()));
    assert!(request.body().is_empty());
}

/// What a service is sent by a request, and what its answer is read as.
fn exchange<O: Operation>(request: impl FnOnce(&Client) -> Request<Client, O>, answer: &str) -> (String, O::Output)
where
    O::Error: Debug,
{
    let (url, service) = service::answering(answer);
    let client = Client::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let answered = runtime.block_on(request(&client).into_future()).unwrap();
    (service.join().unwrap(), answered)
}
