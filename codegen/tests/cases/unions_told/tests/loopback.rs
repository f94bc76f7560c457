//! What is sent and answered over HTTP on this machine comes back the same, also what the crate does not know.

mod service;

use std::future::IntoFuture;
use std::thread::JoinHandle;

use case_unions_told::messages::{
    self, Block, BlockParams, BlockTextParams, Filter, FilterParams, ImageParams, MessageKind, MessageKindParams, MessageParams,
    MessageReplyTo, PersonParams, PostAudienceParams, Value,
};
use case_unions_told::{Client, Error};

/// A client of a service that answers one request, and what will have been its body.
fn answering(answer: &str) -> (Client, JoinHandle<String>) {
    let (url, service) = service::answering(answer);
    (Client::builder().api_key("sk_test_example").base_url(url).build().unwrap(), service)
}

/// Waits for a call.
fn called<T>(call: impl IntoFuture<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(call.into_future())
}

#[test]
fn what_is_told_inside_by_content_and_by_shape_comes_back_the_same() {
    let answer = r#"{"blocks":[{"type":"text","text":"Hi"},{"type":"divider"},{"type":"video","url":"x"}],"properties":{"a":"5","b":5.0,"c":["x"],"d":{"object":"team"},"e":true},"reply_to":{"in":"channel","ts":1},"kind":7,"data":[1]}"#;
    let (client, service) = answering(answer);
    let blocks =
        [BlockTextParams::new("Hi").into(), ImageParams::new("https://example.com/a").into(), BlockParams::Divider];
    let message = MessageParams::new(blocks, PersonParams::new("Ada"));
    let audience = [PostAudienceParams::from(true), "Bo".to_owned().into()];
    let message = called(messages::post(&client, message).audience(audience)).unwrap();
    assert_eq!(
        service.join().unwrap(),
        r#"{"message":{"blocks":[{"type":"text","text":"Hi"},{"type":"image","url":"https://example.com/a"},{"type":"divider"}],"kind":1,"data":{"object":"person","name":"Ada"}},"audience":[true,"Bo"]}"#
    );
    assert!(matches!(&message.blocks[1], Block::Divider));
    let Block::Unknown(unknown) = &message.blocks[2] else { panic!("it is not known") };
    assert_eq!(unknown.kind(), "video");
    assert!(matches!(&message.properties["a"], Value::Text(text) if text == "5"));
    assert!(matches!(&message.properties["b"], Value::Number(_)));
    for name in ["d", "e"] {
        assert!(matches!(&message.properties[name], Value::Unknown(_)), "{name}");
    }
    let Some(MessageReplyTo::Unknown(unknown)) = &message.reply_to else { panic!("it is not known") };
    assert_eq!(unknown.kind(), "channel");
    let MessageKind::Unknown(unknown) = &message.kind else { panic!("it is not known") };
    assert_eq!((unknown.kind(), unknown.data().to_string().as_str()), ("7", "[1]"));
    assert_eq!(message.to_json(), answer);
}

#[test]
fn what_is_told_by_key_comes_back_the_same() {
    let answer = r#"{"not":{"all":[{"text":"Hi"},{"near":{"x":1}}]}}"#;
    let (client, service) = answering(answer);
    let all = FilterParams::All(vec![FilterParams::Text("Hi".to_owned()), FilterParams::Unread(true)]);
    let filter = called(messages::search(&client, FilterParams::Not(Box::new(all)))).unwrap();
    assert_eq!(service.join().unwrap(), r#"{"filter":{"not":{"all":[{"text":"Hi"},{"unread":true}]}}}"#);
    let Filter::Not(not) = &filter else { panic!("{filter:?}") };
    let Filter::All(all) = &**not else { panic!("{not:?}") };
    assert!(matches!(&all[1], Filter::Unknown(unknown) if unknown.kind() == "near"));
    assert_eq!(filter.to_json(), answer);
}

#[test]
fn what_is_told_and_does_not_fit_is_an_error_with_its_path() {
    let answers = [
        (r#"{"blocks":[{"type":"text","text":1}],"properties":{},"kind":-1}"#, "blocks[0].text"),
        (r#"{"blocks":[],"properties":{"a":{"object":"person"}},"kind":-1}"#, "properties.a.name"),
        (r#"{"blocks":[],"properties":{"a":{"to":"2025-01-01"}},"kind":-1}"#, "properties.a.from"),
        (r#"{"blocks":[],"properties":{},"kind":1,"data":{"object":"bot"}}"#, "data.name"),
        (r#"{"blocks":[],"properties":{},"data":{}}"#, "kind"),
    ];
    for (answer, path) in answers {
        let (client, service) = answering(answer);
        let refused =
            called(messages::post(&client, MessageParams::new([BlockParams::Divider], MessageKindParams::Gone)));
        service.join().unwrap();
        let Err(Error::Response(invalid)) = refused else { panic!("{refused:?}") };
        assert!(invalid.to_string().contains(&format!("`{path}`")), "{invalid}");
    }
}

/// Data among other members is held to its bounds before anything is sent.
#[test]
fn what_stands_inside_keeps_its_bounds() {
    let client = Client::new("sk_test_example").unwrap();
    let message = MessageParams::new([BlockTextParams::new("x".repeat(3001))], MessageKindParams::Gone);
    let refused = called(messages::post(&client, message)).unwrap_err();
    assert!(refused.to_string().contains("message.blocks[0].text"), "{refused}");
}
