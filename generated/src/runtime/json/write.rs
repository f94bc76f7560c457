//! The one writer that makes JSON from slots.

use std::borrow::Cow;
use std::cell::RefCell;

use serde_core::{Serialize, Serializer};

use crate::runtime::json::slot::{Members, Place, Slot, Text};
use crate::runtime::json::timestamp_format::TimestampFormat;

/// Compact JSON with the members in the order of their lists.
pub(super) fn write_json(slot: Slot<'_>, timestamps: TimestampFormat) -> String {
    to_text(&Written { slot: RefCell::new(slot), timestamps })
}

/// A value as plain text; what has no text form of its own is written as JSON is.
pub(crate) fn write_plain(slot: Slot<'_>, timestamps: TimestampFormat) -> Cow<'_, str> {
    match slot {
        Slot::Text(text) => match seconds(text, timestamps) {
            Some(seconds) => seconds.to_string().into(),
            None => text.text(),
        },
        other => write_json(other, timestamps).into(),
    }
}

pub(crate) fn to_text(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a String takes any text, and every key is text")
}

/// What is written in place of the text of an instant.
fn seconds(text: &dyn Text, timestamps: TimestampFormat) -> Option<i64> {
    match timestamps {
        TimestampFormat::Rfc3339 => None,
        TimestampFormat::Unix => text.unix_seconds(),
    }
}

/// A slot as serde wants it. Slots are for reading too and therefore want `&mut`, which serde does not give.
pub(super) struct Written<'a> {
    slot: RefCell<Slot<'a>>,
    timestamps: TimestampFormat,
}

impl<'a> Written<'a> {
    pub(super) fn new(place: &'a mut dyn Place, timestamps: TimestampFormat) -> Self {
        Self { slot: RefCell::new(place.slot()), timestamps }
    }
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let timestamps = self.timestamps;
        let written = |place| Written::new(place, timestamps);
        match &mut *self.slot.borrow_mut() {
            Slot::Boolean(value) => serializer.serialize_bool(**value),
            Slot::Integer(value) => serializer.serialize_i64(**value),
            Slot::Number(value) => serializer.serialize_f64(**value),
            Slot::Text(value) => match seconds(*value, timestamps) {
                Some(seconds) => serializer.serialize_i64(seconds),
                None => serializer.serialize_str(&value.text()),
            },
            Slot::TextOrObject(place) => written(place.get()).serialize(serializer),
            Slot::Optional(place) => match place.get() {
                Some(value) => serializer.serialize_some(&written(value)),
                None => serializer.serialize_none(),
            },
            Slot::List(list) => serializer.collect_seq(list.items().map(written)),
            Slot::Map(map) => serializer.collect_map(map.entries().map(|(key, value)| (key, written(value)))),
            Slot::Object(object) => WrittenMembers::new(Members::of(*object), timestamps).serialize(serializer),
            Slot::Json(value) => value.serialize(serializer),
            Slot::Nothing => serializer.serialize_unit(),
        }
    }
}

/// Members as serde wants them.
pub(crate) struct WrittenMembers<'a> {
    members: RefCell<Members<'a>>,
    timestamps: TimestampFormat,
}

impl<'a> WrittenMembers<'a> {
    pub(crate) fn new(members: Members<'a>, timestamps: TimestampFormat) -> Self {
        Self { members: RefCell::new(members), timestamps }
    }
}

impl Serialize for WrittenMembers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = self.members.borrow_mut();
        serializer.collect_map(members.written().map(|(name, place)| (name, Written::new(place, self.timestamps))))
    }
}
