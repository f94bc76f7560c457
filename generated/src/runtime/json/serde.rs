//! How generated types are serialized and deserialized, under the feature `serde`.
//!
//! They work with every format that describes itself, as JSON, YAML and TOML do. What is read becomes JSON first, so that one
//! reader decides what JSON means.

use std::cell::RefCell;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de, ser, ser::SerializeMap};
use serde_json::{Number, Value};

use crate::runtime::json::{
    document::from_json,
    scalar::{Token, WireForm},
    slot::{MadeOf, Members, Place, Selected, Slot},
};

/// Writes a value, borrowed as reading would borrow it, but left as it is.
pub(crate) fn serialize<S: Serializer>(
    place: &mut dyn Place,
    form: WireForm,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    Written::new(place.slot(), form).serialize(serializer)
}

/// A slot as serde wants it. Slots are for reading too and therefore want `&mut`, which serde does not give.
struct Written<'a> {
    slot: RefCell<Slot<'a>>,
    form: WireForm,
}

impl<'a> Written<'a> {
    fn new(slot: Slot<'a>, form: WireForm) -> Self {
        Self { slot: RefCell::new(slot), form }
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = self.form;
        match &mut *self.slot.borrow_mut() {
            Slot::Scalar(scalar) => written_token(&scalar.token(form), serializer),
            Slot::Optional(place) => match place.get() {
                Some(value) => serializer.serialize_some(&Written::new(value.slot(), form)),
                None => serializer.serialize_none(),
            },
            Slot::List(list) => serializer.collect_seq(list.items().map(|item| Written::new(item.slot(), form))),
            Slot::Map(map) => {
                serializer.collect_map(map.entries().map(|(key, value)| (key, Written::new(value.slot(), form))))
            }
            Slot::Object(object) => {
                let mut members = serializer.serialize_map(None)?;
                Members::of(*object)
                    .written(form, &mut |name, slot, form| members.serialize_entry(name, &Written::new(slot, form)))?;
                members.end()
            }
            Slot::Union(union) => match union.selected() {
                Selected::Known(_, Some(data)) => Written::new(data.slot(), form).serialize(serializer),
                Selected::Known(_, None) => serializer.serialize_none(),
                Selected::Unknown(unknown) => unknown.data().serialize(serializer),
            },
            Slot::Json(value) => value.serialize(serializer),
            Slot::Document(document) => match document.made_of() {
                MadeOf::Value(slot) => Written::new(slot, form).serialize(serializer),
                MadeOf::Json(json) => serde_json::from_str::<Value>(json).unwrap_or_default().serialize(serializer),
            },
            Slot::Nothing | Slot::Raw(_) => serializer.serialize_unit(),
        }
    }
}

fn written_token<S: Serializer>(token: &Token<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    match token {
        Token::Null => serializer.serialize_none(),
        Token::Boolean(truth) => serializer.serialize_bool(*truth),
        Token::Text(text) => serializer.serialize_str(text),
        Token::Number(digits) => digits.parse::<Number>().map_err(ser::Error::custom)?.serialize(serializer),
    }
}

/// Reads a value; the error tells its place in the words of `DecodeError`.
pub(crate) fn deserialize<'de, T: Place, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    from_json(&value.to_string()).map_err(de::Error::custom)
}
