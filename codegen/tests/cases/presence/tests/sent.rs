//! What is sent of each kind of presence, over HTTP on this machine.

mod service;

use std::fmt::Debug;
use std::future::IntoFuture;

use case_presence::loans::{self, Loan, TermsParams};
use case_presence::{Client, Operation, Request, Timestamp};

#[test]
fn what_must_be_given_is_null_where_it_is_none() {
    let change = |client: &Client| loans::change(client, "ln_1", at(), None, None, None);
    let expected = r#"{"due_at":"2025-03-01T12:00:00.000Z","reader":null,"fine":null,"terms":null}"#;
    assert_eq!(sent(change), expected);
    let file = |client: &Client| loans::file(client, "ln_1", at(), None, None, None);
    assert_eq!(sent(file), "due_at=2025-03-01T12%3A00%3A00.000Z&reader=&fine=&terms=");
}

#[test]
fn what_may_be_left_out_has_three_states() {
    let terms = || TermsParams::new(7, None, None);
    let change = |client: &Client| {
        let given = loans::change(client, "ln_1", at(), Some("Ann"), Some(150.into()), Some(terms()));
        given.note("Torn.").unset_remark().guest_terms(terms().place("Hall").renewals(2))
    };
    let expected = concat!(
        r#"{"due_at":"2025-03-01T12:00:00.000Z","reader":"Ann","fine":"150","#,
        r#""terms":{"days":7,"fee":null,"guests":null},"note":"Torn.","remark":null,"#,
        r#""guest_terms":{"days":7,"fee":null,"place":"Hall","renewals":2,"guests":null}}"#,
    );
    assert_eq!(sent(change), expected);
    let inside = terms().unset_renewals().inner(TermsParams::new(1, Some(2.into()), Some(Vec::new())));
    let file = |client: &Client| {
        loans::file(client, "ln_1", at(), Some("Ann"), None, Some(inside.clone())).unset_guest_terms().remark("Late.")
    };
    let expected = concat!(
        "due_at=2025-03-01T12%3A00%3A00.000Z&reader=Ann&fine=&terms[days]=7&terms[fee]=&terms[renewals]=&terms[guests]=",
        "&terms[inner][days]=1&terms[inner][fee]=2&terms[inner][guests]=&remark=Late.&guest_terms=",
    );
    assert_eq!(sent(file), expected);
}

#[test]
fn bounds_hold_for_what_is_there() {
    let client = Client::new("sk_test_example").unwrap();
    let long = "n".repeat(81);
    let reader = loans::change(&client, "ln_1", at(), Some(&long), None, None).into_http().unwrap_err();
    assert!(reader.to_string().contains("reader"), "{reader}");
    let terms = TermsParams::new(1, None, None).renewals(6);
    let terms = loans::change(&client, "ln_1", at(), None, None, Some(terms)).into_http().unwrap_err();
    assert!(terms.to_string().contains("terms.renewals"), "{terms}");
}

#[test]
fn an_answer_is_written_again_without_what_may_be_left_out() {
    let text = r#"{"id":"ln_1","due_at":"2025-03-01T12:00:00.000Z","note":null,"returned_at":null,"fine":null}"#;
    let loan = Loan::from_json(text).unwrap();
    assert_eq!((&loan.note, loan.returned_at, loan.fine), (&None, None, None));
    assert_eq!(loan.to_json(), r#"{"id":"ln_1","due_at":"2025-03-01T12:00:00.000Z","returned_at":null}"#);
}

fn at() -> Timestamp {
    "2025-03-01T12:00:00Z".parse().unwrap()
}

fn sent<O: Operation<Output = ()>>(request: impl FnOnce(&Client) -> Request<Client, O>) -> String
where
    O::Error: Debug,
{
    exchange(request, "").0
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
