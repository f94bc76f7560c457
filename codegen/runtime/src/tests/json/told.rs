//! Unions told in other ways than by a member that names another one.

use std::collections::BTreeMap;

use super::super::support::told::{Block, BlockParams, Event, Filter, Line, Priced, Shape, TextParams};
use crate::runtime::json::check_bounds::check_bounds;
use crate::runtime::json::slot::Members;

#[test]
fn each_way_is_read_and_written_alike_and_keeps_what_it_does_not_know() {
    let blocks = [
        r#"{"type":"text","text":"Hi","lang":"en"}"#,
        r#"{"type":"rule"}"#,
        r#"{"type":"map","a":1,"b":2}"#,
        r#"{"lang":null,"type":"video","url":[1]}"#,
        r#"{"type":7}"#,
    ];
    for text in blocks {
        assert_eq!(Block::from_json(text).unwrap().to_json(), text);
    }
    let events = [r#"{"kind":1,"data":{"text":"x","lang":"en"}}"#, r#"{"kind":-2}"#, r#"{"kind":3,"data":[null]}"#];
    for text in events {
        assert_eq!(Event::from_json(text).unwrap().to_json(), text);
    }
    let filters =
        [r#"{"not":{"is":"x"}}"#, r#"{"all":[{"is":"x"},{"any":null}]}"#, r#"{"any":null}"#, r#"{"near":{"x":1}}"#];
    for text in filters {
        assert_eq!(Filter::from_json(text).unwrap().to_json(), text);
    }
    let shapes =
        ["\"5\"", "5.5", "[1]", "true", r#"{"object":"dot","x":1}"#, r#"{"radius":1}"#, r#"{"side":2}"#, r#"{"a":1}"#];
    for text in shapes {
        assert_eq!(Shape::from_json(text).unwrap().to_json(), text);
    }
    let line = r#"{"id":1,"type":"text","text":"Hi","lang":"en"}"#;
    assert_eq!(Line::from_json(line).unwrap().to_json(), line);
    let priced = [r#"{"id":1,"amount":5,"currency":"eur"}"#, r#"{"id":1,"free":true}"#, r#"{"id":1,"bid":[2]}"#];
    for text in priced {
        assert_eq!(Priced::from_json(text).unwrap().to_json(), text);
    }
}

#[test]
fn kinds_are_told_and_never_guessed() {
    let block = |text: &str| Block::from_json(text).unwrap();
    assert_eq!(block(r#"{"b":2,"type":"map"}"#), Block::Map(BTreeMap::from([("b".to_owned(), 2)])));
    assert_eq!(block(r#"{"type":"rule","new":1}"#), Block::Rule);
    let Block::Unknown(unknown) = block(r#"{"type":7,"x":1}"#) else { panic!("it is not known") };
    assert_eq!((unknown.kind(), unknown.data().to_string()), ("7", r#"{"type":7,"x":1}"#.to_owned()));
    // Numbers are read from texts too.
    assert!(matches!(Event::from_json(r#"{"kind":"-2"}"#).unwrap(), Event::Ended));
    assert!(matches!(Filter::from_json(r#"{"new":1,"is":"x"}"#).unwrap(), Filter::Is(_)));

    let shape = |text: &str| Shape::from_json(text).unwrap();
    assert_eq!(shape("\"5\""), Shape::Name("5".to_owned()));
    assert!(matches!(shape("5"), Shape::Size(_)));
    assert!(matches!(shape(r#"{"object":"point","x":1}"#), Shape::Dot(_)));
    assert!(matches!(shape(r#"{"radius":1,"new":true}"#), Shape::Circle(_)));
    for text in
        ["true", "null", r#"{"object":"line","x":1}"#, "{}", r#"{"object":5}"#, r#"{"object":"team","side":"x"}"#]
    {
        assert!(matches!(Shape::from_json(text).unwrap(), Shape::Unknown(_)), "{text}");
    }
}

#[test]
fn what_is_told_must_fit() {
    let refused = [
        (
            Block::from_json(r#"{"type":"text","lang":1}"#).unwrap_err(),
            "at `lang`: expected a string, found the number 1",
        ),
        (Block::from_json(r#"{"type":"text"}"#).unwrap_err(), "at `text`: expected a string, found no such member"),
        (Block::from_json(r#"{"type":"map","a":"x"}"#).unwrap_err(), "at `a`: expected an integer, found \"x\""),
        (
            Block::from_json(r#"{"text":"x"}"#).unwrap_err(),
            "at `type`: expected the name of a kind, found no such member",
        ),
        (
            Event::from_json(r#"{"kind":1,"data":{"text":"x"}}"#).unwrap_err(),
            "at `data.lang`: expected a string, found no such member",
        ),
        (Filter::from_json(r#"{"not":{"is":1}}"#).unwrap_err(), "at `not.is`: expected a string, found the number 1"),
        (Filter::from_json("{}").unwrap_err(), "expected an object with the name of a kind, found none that is known"),
        (Shape::from_json(r#"{"object":"dot","x":"y"}"#).unwrap_err(), "at `x`: expected an integer, found \"y\""),
        (Shape::from_json(r#"{"radius":[]}"#).unwrap_err(), "at `radius`: expected an integer, found an array"),
        (Shape::from_json(r#"["x"]"#).unwrap_err(), "at `[0]`: expected an integer, found \"x\""),
    ];
    for (error, message) in refused {
        assert_eq!(error.to_string(), message);
    }
}

/// Members that stand among others are held to their bounds all the same.
#[test]
fn data_among_other_members_keeps_its_bounds() {
    let mut block = BlockParams::Text(Box::new(TextParams { text: "too long".to_owned() }));
    let refused = check_bounds(&mut Members::of(&mut block)).err().unwrap();
    assert_eq!(
        (refused.path.into_string(), refused.reason.as_str()),
        ("text".to_owned(), "must not have more than 3 characters")
    );
}
