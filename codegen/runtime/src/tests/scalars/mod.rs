//! Scalars: what each is read from and how it is written, by tables; then what each can do besides.

mod amounts;
mod calendar;
#[cfg(all(feature = "chrono", feature = "jiff"))]
mod conversions;
mod numbers;
mod properties;
mod texts;

use serde_json::Value;

use crate::runtime::{Scalar, Token, WireForm};

/// How one scalar is read where it has a form.
struct Table {
    scalar: fn() -> Box<dyn Scalar>,
    form: WireForm,
    /// What is read, and how that is written by default: both as JSON.
    read: &'static [(&'static str, &'static str)],
    /// What is refused, and why.
    refused: &'static [(&'static str, &'static str)],
}

#[test]
fn scalars_are_read_as_their_tables_say() {
    for table in tables() {
        for (json, expected) in table.read {
            let mut scalar = (table.scalar)();
            let context = format!("{json} as {} in the form {:?}", scalar.expected(), table.form);
            assert!(scalar.accept(token(json), table.form), "{context} is refused");
            assert_eq!(written(&*scalar, WireForm::Default), *expected, "{context}");
        }
    }
}

#[test]
fn scalars_refuse_the_rest_and_stay_as_they_were() {
    for table in tables() {
        for (json, why) in table.refused.iter().chain(&[("null", "nothing is no value")]) {
            let mut scalar = (table.scalar)();
            let before = written(&*scalar, WireForm::Default);
            let context = format!("{json} as {} in the form {:?}: {why}", scalar.expected(), table.form);
            assert!(!scalar.accept(token(json), table.form), "{context}");
            assert_eq!(written(&*scalar, WireForm::Default), before, "{context}");
        }
    }
}

fn tables() -> impl Iterator<Item = &'static Table> {
    [numbers::TABLES, amounts::TABLES, calendar::TABLES, texts::TABLES].into_iter().flatten()
}

/// A JSON scalar as the token that a reader makes of it.
fn token(json: &'static str) -> Token<'static> {
    match serde_json::from_str(json) {
        Ok(Value::Null) => Token::Null,
        Ok(Value::Bool(value)) => Token::Boolean(value),
        Ok(Value::String(text)) => Token::Text(text.into()),
        // Whatever begins like a number is one, also if it is beyond what `Value` can hold.
        _ => Token::Number(json.into()),
    }
}

/// A value as JSON.
fn written(scalar: &dyn Scalar, form: WireForm) -> String {
    match scalar.token(form) {
        Token::Null => "null".to_owned(),
        Token::Boolean(value) => value.to_string(),
        Token::Number(digits) => digits.into_owned(),
        Token::Text(text) => Value::from(text).to_string(),
    }
}
