//! The one writer that makes JSON from slots.

use std::cell::RefCell;

use serde_core::{Serialize, Serializer};

use super::members::Members;
use super::slot::{Place, Slot};

/// Compact JSON with the members in the order of their lists.
pub(super) fn write_json(slot: Slot<'_>) -> String {
    to_text(&Written(RefCell::new(slot)))
}

/// A JSON object made of these members.
pub(super) fn write_members(members: Members<'_>) -> String {
    to_text(&WrittenMembers(RefCell::new(members)))
}

/// Writes a place in any format.
#[cfg(feature = "serde")]
pub(super) fn write<S: Serializer>(place: &mut dyn Place, serializer: S) -> Result<S::Ok, S::Error> {
    Written::new(place).serialize(serializer)
}

fn to_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a String takes any text, and every key is text")
}

/// A slot as serde wants it. Slots are for reading too and therefore want `&mut`, which serde does not give.
struct Written<'a>(RefCell<Slot<'a>>);

impl<'a> Written<'a> {
    fn new(place: &'a mut dyn Place) -> Self {
        Self(RefCell::new(place.slot()))
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &mut *self.0.borrow_mut() {
            Slot::Boolean(value) => serializer.serialize_bool(**value),
            Slot::Integer(value) => serializer.serialize_i64(**value),
            Slot::Number(value) => serializer.serialize_f64(**value),
            Slot::Text(value) => serializer.serialize_str(&value.text()),
            Slot::Optional(place) => match place.get() {
                Some(value) => serializer.serialize_some(&Written::new(value)),
                None => serializer.serialize_none(),
            },
            Slot::List(list) => serializer.collect_seq(list.items().map(Written::new)),
            Slot::Map(map) => serializer.collect_map(map.entries().map(|(key, value)| (key, Written::new(value)))),
            Slot::Object(object) => WrittenMembers(RefCell::new(Members::of(*object))).serialize(serializer),
            Slot::Json(value) => value.serialize(serializer),
            Slot::Nothing => serializer.serialize_unit(),
        }
    }
}

/// Members as serde wants them.
struct WrittenMembers<'a>(RefCell<Members<'a>>);

impl Serialize for WrittenMembers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = self.0.borrow_mut();
        serializer.collect_map(members.written().map(|(name, place)| (name, Written::new(place))))
    }
}
