//! Where several things can be given, each is given in the forms in which callers hold it.

mod service;

use std::collections::{BTreeMap, HashMap};

use case_conversions::{Client, Date};
use case_conversions::mails::{
    self, Colour, InsuredWellParams, PartImageParams, RecipientsParams, ReplyParams, Send, ShelfParams, TextParams,
    TokensParams,
};

/// What a request was sent with.
fn sent(request: impl FnOnce(&Client) -> case_conversions::Request<Client, Send>) -> String {
    let (url, service) = service::answering("");
    let client = Client::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { request(&client).await }).unwrap();
    service.join().unwrap()
}

#[test]
fn a_text_or_a_list_of_texts_is_given_as_callers_hold_them() {
    let (one, several) = ("Ada".to_owned(), vec!["Ada".to_owned(), "Bo".to_owned()]);
    let each: [(RecipientsParams, &str); 13] = [
        ("Ada".into(), r#""Ada""#),
        (one.clone().into(), r#""Ada""#),
        ((&one).into(), r#""Ada""#),
        (["Ada", "Bo"].into(), r#"["Ada","Bo"]"#),
        ((&["Ada", "Bo"]).into(), r#"["Ada","Bo"]"#),
        (vec!["Ada", "Bo"].into(), r#"["Ada","Bo"]"#),
        (["Ada", "Bo"][..].into(), r#"["Ada","Bo"]"#),
        ([&one].into(), r#"["Ada"]"#),
        ([one].into(), r#"["Ada"]"#),
        (several[..].into(), r#"["Ada","Bo"]"#),
        ((&several).into(), r#"["Ada","Bo"]"#),
        (several.iter().collect::<Vec<_>>().into(), r#"["Ada","Bo"]"#),
        (several.into(), r#"["Ada","Bo"]"#),
    ];
    for (to, written) in each {
        let body = sent(|client| mails::send(client, to, "Hi"));
        assert_eq!(body, format!(r#"{{"to":{written},"content":"Hi"}}"#));
    }
}

#[test]
fn arguments_and_setters_take_the_same() {
    let body = sent(|client| {
        mails::send(client, ["Ada"], [TextParams::new("Hi")])
            .cc("Bo")
            .weight(1.5)
            .tokens(["a", "b"])
            .insured(true)
            .shelf(2)
            .groups([RecipientsParams::from("Cy"), ["Di"].into()])
    });
    assert_eq!(
        body,
        r#"{"to":["Ada"],"content":[{"type":"text","says":"Hi"}],"cc":"Bo","weight":1.5,"tokens":["a","b"],"insured":true,"shelf":2,"groups":["Cy",["Di"]]}"#
    );
    let body = sent(|client| {
        mails::send(client, "Ada", TextParams::new("Hi"))
            .cc(vec!["Bo"])
            .weight(Some("red"))
            .tokens([1, 2])
            .insured(InsuredWellParams::new(500))
            .shelf([("row", "a")])
            .reply(ReplyParams::from(Colour::Green))
            .groups([["Cy"]])
    });
    assert_eq!(
        body,
        r#"{"to":"Ada","content":{"says":"Hi"},"cc":["Bo"],"weight":"red","tokens":[1,2],"insured":{"value":500},"shelf":{"row":"a"},"reply":"green","groups":[["Cy"]]}"#
    );
}

#[test]
fn lists_beside_lists_are_told_by_their_items() {
    let texts = vec!["a".to_owned()];
    let each: [(TokensParams, &str); 8] = [
        ("a".into(), r#""a""#),
        (["a"].into(), r#"["a"]"#),
        (vec!["a"].into(), r#"["a"]"#),
        ((&texts).into(), r#"["a"]"#),
        (texts.into(), r#"["a"]"#),
        ([1, 2].into(), "[1,2]"),
        ((&[1, 2]).into(), "[1,2]"),
        ([vec![1], vec![2, 3]].into(), "[[1],[2,3]]"),
    ];
    for (tokens, written) in each {
        let body = sent(|client| mails::send(client, "Ada", "Hi").tokens(tokens));
        assert_eq!(body, format!(r#"{{"to":"Ada","content":"Hi","tokens":{written}}}"#));
    }
}

#[test]
fn maps_are_given_as_callers_hold_them() {
    let each: [ShelfParams; 4] = [
        [("row", "a")].into(),
        vec![("row".to_owned(), "a".to_owned())].into(),
        BTreeMap::from([("row", "a")]).into(),
        HashMap::from([("row".to_owned(), "a")]).into(),
    ];
    for shelf in each {
        let body = sent(|client| mails::send(client, "Ada", "Hi").shelf(shelf));
        assert_eq!(body, r#"{"to":"Ada","content":"Hi","shelf":{"row":"a"}}"#);
    }
    let days = ["2025-01-31".parse::<Date>().unwrap()];
    let body = sent(|client| mails::send(client, "Ada", [PartImageParams::new("https://example.com/")]).shelf(days));
    assert_eq!(
        body,
        r#"{"to":"Ada","content":[{"type":"image","url":"https://example.com/"}],"shelf":["2025-01-31"]}"#
    );
}
