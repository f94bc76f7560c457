//! Bodies and queries of the form `application/x-www-form-urlencoded`, with nested data in brackets: `a[b][0]=c`.
//!
//! What has no value is left out, at any depth. What is to be unset has an empty text.

use bytes::Bytes;
use serde_json::Value;

use crate::runtime::formats::format::Format;
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::json::slot::{Members, Place, Slot};
use crate::runtime::json::timestamp_format::TimestampFormat;
use crate::runtime::json::write::write_plain;

/// For bodies, in which the brackets stay as they are, and queries, in which they are encoded.
pub(crate) static FORM: Format = Format { content_type: "application/x-www-form-urlencoded", body, push_query };

fn body(members: Members<'_>, timestamps: TimestampFormat) -> Bytes {
    written(members, ["[", "]"], timestamps).into()
}

fn push_query(url: &mut String, members: Members<'_>, timestamps: TimestampFormat) {
    let query = written(members, ["%5B", "%5D"], timestamps);
    if !query.is_empty() {
        url.push('?');
        url.push_str(&query);
    }
}

fn written(members: Members<'_>, brackets: [&'static str; 2], timestamps: TimestampFormat) -> String {
    let mut form = Form { text: String::new(), key: String::new(), brackets, timestamps };
    form.push_members(members);
    form.text
}

/// A form in the making.
struct Form {
    text: String,
    /// The key of the value that is next, encoded.
    key: String,
    brackets: [&'static str; 2],
    timestamps: TimestampFormat,
}

impl Form {
    fn push_members(&mut self, mut members: Members<'_>) {
        for (name, place) in members.written() {
            self.within(name, |form| form.push_place(place));
        }
    }

    /// Writes what is inside the current value, under a longer key.
    fn within(&mut self, name: &str, push: impl FnOnce(&mut Self)) {
        let outer = self.key.len();
        if outer == 0 {
            push_form_encoded(&mut self.key, name);
        } else {
            let [open, close] = self.brackets;
            self.key.push_str(open);
            push_form_encoded(&mut self.key, name);
            self.key.push_str(close);
        }
        push(self);
        self.key.truncate(outer);
    }

    fn push_place(&mut self, place: &mut dyn Place) {
        match place.slot() {
            Slot::Optional(place) => {
                if let Some(given) = place.get() {
                    self.push_given(given);
                }
            }
            slot => self.push_slot(slot),
        }
    }

    /// Writes a value that may be left out and was given: to be given none is to be unset.
    fn push_given(&mut self, given: &mut dyn Place) {
        match given.slot() {
            Slot::Optional(place) => match place.get() {
                Some(value) => self.push_place(value),
                None => self.push_pair(""),
            },
            slot => self.push_slot(slot),
        }
    }

    fn push_slot(&mut self, slot: Slot<'_>) {
        match slot {
            Slot::List(list) => {
                for (index, item) in list.items().enumerate() {
                    self.within(&index.to_string(), |form| form.push_place(item));
                }
            }
            Slot::Map(map) => {
                for (key, value) in map.entries() {
                    self.within(key, |form| form.push_place(value));
                }
            }
            Slot::Object(object) => self.push_members(Members::of(object)),
            Slot::TextOrObject(either) => self.push_place(either.get()),
            Slot::Json(value) => self.push_json(value),
            Slot::Nothing => {}
            Slot::Number(number) if !number.is_finite() => {}
            scalar => {
                let text = write_plain(scalar, self.timestamps);
                self.push_pair(&text);
            }
        }
    }

    fn push_json(&mut self, value: &Value) {
        match value {
            Value::Null => {}
            Value::String(text) => self.push_pair(text),
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.within(&index.to_string(), |form| form.push_json(item));
                }
            }
            Value::Object(members) => {
                for (name, value) in members {
                    self.within(name, |form| form.push_json(value));
                }
            }
            Value::Bool(_) | Value::Number(_) => self.push_pair(&value.to_string()),
        }
    }

    fn push_pair(&mut self, value: &str) {
        if !self.text.is_empty() {
            self.text.push('&');
        }
        self.text.push_str(&self.key);
        self.text.push('=');
        push_form_encoded(&mut self.text, value);
    }
}

/// In forms, a space is a plus sign.
fn push_form_encoded(target: &mut String, text: &str) {
    for (index, word) in text.split(' ').enumerate() {
        if index > 0 {
            target.push('+');
        }
        push_encoded(target, word);
    }
}
