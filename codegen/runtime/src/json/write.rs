//! The one writer that makes JSON from slots.

use std::borrow::Cow;
use std::convert::Infallible;

use serde_core::Serialize;
use serde_json::Value;

use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{MadeOf, Members, Place, Selected, Slot};

/// Compact JSON with the members in the order of their lists.
pub(crate) fn write_json(slot: Slot<'_>, form: WireForm) -> String {
    let mut writer = Writer { json: Vec::with_capacity(128) };
    writer.slot(slot, form);
    writer.into_string()
}

/// A JSON object of members.
pub(crate) fn write_members(members: &mut Members<'_>, form: WireForm) -> String {
    let mut writer = Writer { json: Vec::with_capacity(128) };
    writer.members(members, form);
    writer.into_string()
}

/// A value as plain text; what has no text form of its own is written as JSON is.
pub(crate) fn write_plain(slot: Slot<'_>, form: WireForm) -> Cow<'_, str> {
    match slot {
        Slot::Scalar(scalar) => match scalar.token(form) {
            Token::Text(text) | Token::Number(text) => text,
            Token::Boolean(truth) => (if truth { "true" } else { "false" }).into(),
            Token::Null => "null".into(),
        },
        Slot::Json(Value::String(text)) => text.as_str().into(),
        other => write_json(other, form).into(),
    }
}

/// JSON in the making.
struct Writer {
    json: Vec<u8>,
}

impl Writer {
    fn slot(&mut self, slot: Slot<'_>, form: WireForm) {
        match slot {
            Slot::Scalar(scalar) => self.token(scalar.token(form)),
            Slot::Optional(place) => match place.get() {
                Some(value) => self.slot(value.slot(), form),
                None => self.token(Token::Null),
            },
            Slot::List(list) => {
                self.json.push(b'[');
                for (index, item) in list.items().enumerate() {
                    self.separator(index);
                    self.slot(item.slot(), form);
                }
                self.json.push(b']');
            }
            Slot::Map(map) => {
                self.json.push(b'{');
                for (index, (key, value)) in map.entries().enumerate() {
                    self.member(index, key, value.slot(), form);
                }
                self.json.push(b'}');
            }
            Slot::Object(object) => self.members(&mut Members::of(object), form),
            Slot::Union(union) => {
                let kinds = union.kinds();
                match union.selected() {
                    Selected::Known(index, data) => {
                        self.slot(data.map_or(Slot::Nothing, Place::slot), kinds.form_of(index).or(form));
                    }
                    Selected::Unknown(unknown) => self.value(unknown.data()),
                }
            }
            Slot::Json(value) => self.value(value),
            Slot::Document(document) => match document.made_of() {
                MadeOf::Value(slot) => self.slot(slot, form),
                MadeOf::Json(json) => self.json.extend_from_slice(json.as_bytes()),
            },
            Slot::Nothing | Slot::Raw(_) => self.token(Token::Null),
        }
    }

    fn members(&mut self, members: &mut Members<'_>, form: WireForm) {
        self.json.push(b'{');
        let mut index = 0;
        let Ok(()) = members.written::<Infallible>(form, &mut |name, slot, form| {
            self.member(index, name, slot, form);
            index += 1;
            Ok(())
        });
        self.json.push(b'}');
    }

    fn member(&mut self, index: usize, name: &str, slot: Slot<'_>, form: WireForm) {
        self.separator(index);
        self.value(name);
        self.json.push(b':');
        self.slot(slot, form);
    }

    fn separator(&mut self, index: usize) {
        if index > 0 {
            self.json.push(b',');
        }
    }

    fn token(&mut self, token: Token<'_>) {
        match token {
            Token::Null => self.json.extend(b"null"),
            Token::Boolean(truth) => self.json.extend(if truth { b"true".as_slice() } else { b"false" }),
            Token::Number(digits) => self.json.extend(digits.as_bytes()),
            Token::Text(text) => self.value(&*text),
        }
    }

    fn value(&mut self, value: &(impl Serialize + ?Sized)) {
        value.serialize(&mut serde_json::Serializer::new(&mut self.json)).expect("memory takes any text");
    }

    fn into_string(self) -> String {
        String::from_utf8(self.json).expect("texts and JSON are UTF-8")
    }
}
