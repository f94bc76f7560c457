//! Values in a query whose parts are named in brackets, however deep.

use serde_json::Value;

use crate::runtime::formats::styled::pairs::{encoded, push_pair};
use crate::runtime::formats::styled::parts::{Taken, empty, null};
use crate::runtime::formats::styling::Style;
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Place, Selected, Slot};
use crate::runtime::json::write::write_plain;

/// A query in the making.
pub(super) struct Nested<'a> {
    url: &'a mut String,
    /// The name of the value that is next, encoded.
    key: String,
    style: Style,
}

impl<'a> Nested<'a> {
    pub(super) fn new(url: &'a mut String, name: &str, style: Style) -> Self {
        Self { url, key: encoded(name), style }
    }

    pub(super) fn push(&mut self, slot: Slot<'_>, form: WireForm) -> Result<(), Unsendable> {
        match slot {
            Slot::Optional(place) => match place.get() {
                Some(value) => self.push(value.slot(), form),
                None => Err(null()),
            },
            Slot::List(list) => {
                let items = list.items().enumerate();
                self.parts(items, |nested, index, item| nested.item(index, item, form))
            }
            Slot::Map(map) => self.parts(map.entries(), |nested, name, value| {
                nested.member(name, |nested| nested.push(value.slot(), form))
            }),
            Slot::Object(object) => Members::of(object)
                .written(form, &mut |name, slot, form| self.member(name, |nested| nested.push(slot, form))),
            Slot::Union(union) => {
                let kinds = union.kinds();
                match union.selected() {
                    Selected::Known(index, data) => {
                        self.push(data.map_or(Slot::Nothing, Place::slot), kinds.form_of(index).or(form))
                    }
                    Selected::Unknown(unknown) => self.json(unknown.data()),
                }
            }
            Slot::Json(value) => self.json(value),
            Slot::Document(_) | Slot::Nothing | Slot::Raw(_) => Err(null()),
            scalar @ Slot::Scalar(_) => {
                self.pair(&write_plain(scalar, form));
                Ok(())
            }
        }
    }

    fn json(&mut self, value: &Value) -> Result<(), Unsendable> {
        match value {
            Value::Null => return Err(null()),
            Value::Bool(_) | Value::Number(_) => self.pair(&value.to_string()),
            Value::String(text) => self.pair(text),
            Value::Array(items) => {
                return self.parts(items.iter().enumerate(), |nested, index, item| {
                    nested.item(index, &mut item.clone(), WireForm::Default)
                });
            }
            Value::Object(members) => {
                return self
                    .parts(members.iter(), |nested, name, value| nested.member(name, |nested| nested.json(value)));
            }
        }
        Ok(())
    }

    /// Writes the items of a list or the entries of a map, which has some.
    fn parts<N, T>(
        &mut self,
        parts: impl Iterator<Item = (N, T)>,
        push: impl Fn(&mut Self, N, T) -> Result<(), Unsendable>,
    ) -> Result<(), Unsendable> {
        let mut is_empty = true;
        for (name, part) in parts {
            is_empty = false;
            push(self, name, part)?;
        }
        if is_empty { Err(empty()) } else { Ok(()) }
    }

    /// Writes an item. Only numbers tell to which item a part of an item belongs.
    fn item(&mut self, index: usize, item: &mut dyn Place, form: WireForm) -> Result<(), Unsendable> {
        let brackets = match self.style {
            Style::Indexed => format!("%5B{index}%5D"),
            Style::Brackets => "%5B%5D".to_owned(),
            _ => String::new(),
        };
        let is_indexed = self.style == Style::Indexed;
        self.within(&brackets, |nested| {
            if is_indexed {
                return nested.push(item.slot(), form);
            }
            Taken::default().text(item.slot(), form).map(|text| nested.pair(&text))
        })
        .map_err(|unsendable| unsendable.within_item(index))
    }

    fn member(&mut self, name: &str, push: impl FnOnce(&mut Self) -> Result<(), Unsendable>) -> Result<(), Unsendable> {
        let brackets = format!("%5B{}%5D", encoded(name));
        self.within(&brackets, push).map_err(|unsendable| unsendable.within_member(name))
    }

    /// Writes what is inside the current value, under a longer key.
    fn within(
        &mut self,
        brackets: &str,
        push: impl FnOnce(&mut Self) -> Result<(), Unsendable>,
    ) -> Result<(), Unsendable> {
        let outer = self.key.len();
        self.key.push_str(brackets);
        let result = push(self);
        self.key.truncate(outer);
        result
    }

    fn pair(&mut self, value: &str) {
        push_pair(self.url, &self.key, &encoded(value));
    }
}
