//! Boxes into which the compiler does not look: used as what is in them, and safe to move and share.

use std::panic::{RefUnwindSafe, UnwindSafe};
use std::rc::Rc;

use crate::runtime::Boxed;
use crate::runtime::json::document::{from_json, to_json};
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Place;

fn may_be_moved_and_shared<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}

#[test]
fn what_is_in_a_box_is_used_as_if_there_were_none() {
    let mut days: Boxed<Vec<String>> = vec!["Monday".to_owned()].into();
    days.push("Tuesday".to_owned());
    for day in &mut days {
        day.make_ascii_uppercase();
    }
    assert_eq!((days.len(), days.first().map(String::as_str)), (2, Some("MONDAY")));
    assert_eq!((&days).into_iter().count(), 2);
    assert!(matches!(days.as_slice(), [_, last] if last == "TUESDAY"));
    assert_eq!(format!("{days:?}"), r#"["MONDAY", "TUESDAY"]"#);
    let other = days.clone();
    days.clear();
    assert_ne!(days, other);
    assert_eq!(other.clone().into_iter().count(), 2);
    assert_eq!(other.into_inner(), ["MONDAY", "TUESDAY"]);
}

#[test]
fn the_compiler_does_not_look_into_a_box() {
    // Nothing can make such a box, since an `Rc` may not be moved; that the type is one that may be is all there is to see.
    may_be_moved_and_shared::<Boxed<Rc<String>>>();
}

#[test]
fn a_box_is_read_and_written_as_what_is_in_it() {
    let text = r#"["a","b"]"#;
    let mut read: Boxed<Vec<String>> = from_json(text).unwrap();
    assert_eq!(*read, ["a", "b"]);
    assert_eq!(to_json(&mut read, WireForm::Default), text);
    assert_eq!(Boxed::<Vec<String>>::blank(), Boxed::new(Vec::new()));
}
