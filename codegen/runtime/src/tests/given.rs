//! What setters make of what they are given.

use std::collections::BTreeMap;

use crate::runtime::{Given, GivenItems, GivenList, GivenMap, Timestamp};

fn text<How>(given: impl Given<String, How>) -> Option<String> {
    given.given()
}

fn instant<How>(given: impl Given<Timestamp, How>) -> Option<Timestamp> {
    given.given()
}

fn texts<How>(given: impl GivenList<String, How>) -> Option<Vec<String>> {
    given.given()
}

fn truths<How>(given: impl GivenItems<bool, How>) -> Option<Vec<bool>> {
    given.given()
}

fn counts<How>(given: impl GivenMap<i64, How>) -> Option<BTreeMap<String, i64>> {
    given.given()
}

#[test]
fn a_value_arrives_and_none_is_nothing() {
    assert_eq!(text("a"), text(Some("a".to_owned())));
    assert_eq!(text(Some("a")).as_deref(), Some("a"));
    assert_eq!(text(None::<&str>), None);
    let epoch = std::time::SystemTime::UNIX_EPOCH;
    assert_eq!(instant(epoch), Some(Timestamp::from(epoch)));
    assert_eq!(instant(Some(epoch)), instant(epoch));
}

#[test]
fn lists_and_maps_arrive_even_if_they_are_empty() {
    assert_eq!(texts(["a", "b"]), texts(Some(vec!["a".to_owned(), "b".to_owned()])));
    assert_eq!(texts(Vec::<String>::new()), Some(Vec::new()));
    assert_eq!(texts(None::<[String; 1]>), None);
    assert_eq!(truths([]), Some(Vec::new()));
    assert_eq!(truths(Some([true])), Some(vec![true]));
    assert_eq!(counts([("a", 5u32)]), Some(BTreeMap::from([("a".to_owned(), 5)])));
    assert_eq!(counts(Some([("a", 5)])), counts([("a", 5)]));
    assert_eq!(counts(None::<BTreeMap<String, i64>>), None);
}
