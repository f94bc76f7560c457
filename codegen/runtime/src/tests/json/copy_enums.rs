//! Enums of integers and booleans as their users see them, and as JSON.

use std::collections::BTreeSet;

use super::super::support::sample::{Priority, Sealed};
use crate::runtime::UnknownScalar;
use crate::runtime::json::scalar::{Scalar, Token, WireForm};

fn read<T: Scalar + From<B>, B: Default>(token: Token<'_>) -> Option<T> {
    let mut value = T::from(B::default());
    value.accept(token, WireForm::Default).then_some(value)
}

#[test]
fn each_known_number_has_its_own_value() {
    for (value, number) in Priority::KNOWN {
        assert_eq!(Priority::from(*number), *value);
        assert_eq!((value.as_i64(), i64::from(*value), value.to_string()), (*number, *number, number.to_string()));
        assert_eq!(*value, *number);
    }
    assert_eq!(
        (Sealed::from(true), Sealed::Yes.as_bool(), Sealed::Yes.to_string().as_str()),
        (Sealed::Yes, true, "true")
    );
}

#[test]
fn an_unknown_number_is_kept_and_sent_back() {
    let priority = Priority::from(-7);
    let Priority::Unknown(unknown) = priority else { panic!("{priority:?} is known") };
    assert_eq!((unknown.get(), unknown.to_string().as_str()), (-7, "-7"));
    assert_eq!((format!("{priority:?}").as_str(), priority.as_i64()), ("Unknown(-7)", -7));
    assert_eq!(priority.token(WireForm::Default), Token::Number("-7".into()));
    assert_eq!(Sealed::from(false), Sealed::Unknown(UnknownScalar::new(false)));
    assert_eq!(Sealed::from(false).token(WireForm::Default), Token::Boolean(false));
}

#[test]
fn numbers_are_read_however_they_are_written() {
    for digits in ["2", "2.0", "0.2e1"] {
        assert_eq!(read::<Priority, i64>(Token::Number(digits.into())), Some(Priority::High), "{digits}");
        assert_eq!(read::<Priority, i64>(Token::Text(digits.into())), Some(Priority::High), "{digits}");
    }
    assert_eq!(read::<Sealed, bool>(Token::Text("true".into())), Some(Sealed::Yes));
    for token in [Token::Number("2.5".into()), Token::Text("high".into()), Token::Boolean(true), Token::Null] {
        assert_eq!(read::<Priority, i64>(token.clone()), None, "{token:?}");
    }
    let mut priority = Priority::Low;
    assert!(!priority.accept(Token::Null, WireForm::Default));
    assert_eq!(priority, Priority::Low, "what cannot be read changes nothing");
    assert_eq!((Priority::High.expected(), Sealed::Yes.expected()), ("an integer", "a boolean"));
}

#[test]
fn numbers_are_ordered_by_what_they_are() {
    let all = BTreeSet::from([Priority::from(9), Priority::High, Priority::from(0), Priority::Low]);
    assert_eq!(all.into_iter().map(|priority| priority.as_i64()).collect::<Vec<_>>(), [0, 1, 2, 9]);
    assert!(Sealed::from(false) < Sealed::Yes);
}
