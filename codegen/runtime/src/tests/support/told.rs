//! Types in the form of generated code that are one of several kinds, told in each way.

use std::collections::BTreeMap;

use crate::runtime::{self, UnknownVariant};

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Text {
    pub text: String,
    pub lang: String,
}

runtime::object! {
    Text, r#"{"text":"Hi","lang":"en"}"#;
    required text "text";
    required lang "lang";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Block {
    Text(Box<Text>),
    Rule,
    Map(BTreeMap<String, i64>),
    Unknown(UnknownVariant),
}

runtime::union! {
    Block told Inside("type");
    Text(data) = "text";
    Rule = "rule";
    Map(data) = "map";
}
runtime::document! {
    Block, r#"{"type":"rule"}"#
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Event {
    Said(Box<Text>),
    Ended,
    Unknown(UnknownVariant),
}

runtime::union! {
    Event told Content("kind", "data");
    Said(data) = (Integer(1));
    Ended = (Integer(-2));
}
runtime::document! {
    Event, r#"{"kind":-2}"#
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Filter {
    Is(String),
    Not(Box<Filter>),
    All(Vec<Filter>),
    Any,
    Unknown(UnknownVariant),
}

runtime::union! {
    Filter told Key;
    Is(data) = "is";
    Not(data) = "not";
    All(data) = "all";
    Any = "any";
}
runtime::document! {
    Filter, r#"{"any":null}"#
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Dot {
    pub object: String,
    pub x: i64,
}

runtime::object! {
    Dot, r#"{"object":"dot","x":1}"#;
    required object "object";
    required x "x";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    pub radius: i64,
}

runtime::object! {
    Circle, r#"{"radius":1}"#;
    required radius "radius";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Square {
    pub side: i64,
}

runtime::object! {
    Square, r#"{"side":1}"#;
    required side "side";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    Dot(Box<Dot>),
    Circle(Box<Circle>),
    Square(Box<Square>),
    Points(Vec<i64>),
    Name(String),
    Size(f64),
    Unknown(UnknownVariant),
}

runtime::union! {
    Shape told Shape;
    Dot(data) = "dot" => Object saying "object" = "dot" | "point" having "x";
    Circle(data) = "circle" => Object having "radius";
    Square(data) = "square" => Object;
    Points(data) = "points" => List;
    Name(data) = "name" => Text;
    Size(data) = "size" => Number;
}
runtime::document! {
    Shape, "5"
}

/// An object whose other members are those of one of several kinds.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Line {
    pub id: i64,
    pub kind: Block,
}

runtime::object! {
    Line, r#"{"id":1,"type":"rule"}"#;
    required id "id";
    union kind "type";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Price {
    pub amount: i64,
    pub currency: String,
}

runtime::object! {
    Price, r#"{"amount":1,"currency":"eur"}"#;
    required amount "amount";
    required currency "currency";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Free {
    pub free: bool,
}

runtime::object! {
    Free, r#"{"free":true}"#;
    required free "free";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum PricedKind {
    Price(Box<Price>),
    Free(Box<Free>),
    Unknown(UnknownVariant),
}

runtime::union! {
    PricedKind told Shape;
    Price(data) = "price" => Object having "amount", "currency";
    Free(data) = "free" => Object having "free";
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Priced {
    pub id: i64,
    pub kind: PricedKind,
}

runtime::object! {
    Priced, r#"{"id":1,"free":true}"#;
    required id "id";
    union kind "*";
}

#[derive(Clone, Debug, PartialEq)]
pub struct TextParams {
    pub text: String,
}

runtime::params! {
    TextParams;
    required text "text" [MaxLength(3)];
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BlockParams {
    Text(Box<TextParams>),
}

runtime::union! {
    sent BlockParams told Inside("type");
    Text(data) = "text", from TextParams;
}
