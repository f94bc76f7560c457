//! The parts of a value, each as a text.

use serde_json::Value;

use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Place, Selected, Slot};
use crate::runtime::json::write::write_plain;

/// A value in one text, or in one for each of its parts.
pub(super) enum Parts {
    Value(String),
    /// The items of a list, of which there is one at least.
    Items(Vec<String>),
    /// The members of an object, or the entries of a map.
    Members(Vec<(String, String)>),
}

/// Takes a value apart, and notes whether there is a secret in it.
#[derive(Default)]
pub(super) struct Taken {
    pub(super) is_secret: bool,
}

impl Taken {
    /// The parts of a value, if none has parts itself.
    pub(super) fn parts(&mut self, slot: Slot<'_>, form: WireForm) -> Result<Parts, Unsendable> {
        match slot {
            Slot::Optional(place) => match place.get() {
                Some(value) => self.parts(value.slot(), form),
                None => Err(null()),
            },
            Slot::List(list) => {
                let items = list.items().enumerate();
                let items = items.map(|(index, item)| {
                    self.text(item.slot(), form).map_err(|unsendable| unsendable.within_item(index))
                });
                items.collect::<Result<Vec<_>, _>>().and_then(items_of)
            }
            Slot::Map(map) => {
                let entries = map.entries().map(|(name, value)| {
                    let text = self.text(value.slot(), form).map_err(|unsendable| unsendable.within_member(name))?;
                    Ok((name.to_owned(), text))
                });
                entries.collect::<Result<Vec<_>, _>>().and_then(entries_of)
            }
            Slot::Object(object) => {
                let mut members = Vec::new();
                Members::of(object).written(form, &mut |name, slot, form| {
                    let text = self.text(slot, form).map_err(|unsendable| unsendable.within_member(name))?;
                    members.push((name.to_owned(), text));
                    Ok(())
                })?;
                Ok(Parts::Members(members))
            }
            Slot::Union(union) => {
                let kinds = union.kinds();
                match union.selected() {
                    Selected::Known(index, data) => {
                        self.parts(data.map_or(Slot::Nothing, Place::slot), kinds.form_of(index).or(form))
                    }
                    Selected::Unknown(unknown) => of_json(unknown.data()),
                }
            }
            Slot::Json(value) => of_json(value),
            Slot::Document(_) | Slot::Nothing | Slot::Raw(_) => Err(null()),
            Slot::Scalar(scalar) => {
                self.is_secret |= scalar.is_secret();
                Ok(Parts::Value(write_plain(Slot::Scalar(scalar), form).into_owned()))
            }
        }
    }

    /// A value that has no parts.
    pub(super) fn text(&mut self, slot: Slot<'_>, form: WireForm) -> Result<String, Unsendable> {
        self.parts(slot, form).and_then(whole)
    }
}

/// Nothing of which a service could be told.
pub(super) fn null() -> Unsendable {
    Unsendable::new("is null, which cannot be said here")
}

/// A list or map that would not be there.
pub(super) fn empty() -> Unsendable {
    Unsendable::new("is empty, which cannot be said here: leave it out")
}

fn whole(parts: Parts) -> Result<String, Unsendable> {
    match parts {
        Parts::Value(text) => Ok(text),
        Parts::Items(_) | Parts::Members(_) => Err(Unsendable::new("has parts itself, which cannot be said here")),
    }
}

fn items_of(items: Vec<String>) -> Result<Parts, Unsendable> {
    if items.is_empty() { Err(empty()) } else { Ok(Parts::Items(items)) }
}

fn entries_of(entries: Vec<(String, String)>) -> Result<Parts, Unsendable> {
    if entries.is_empty() { Err(empty()) } else { Ok(Parts::Members(entries)) }
}

fn of_json(value: &Value) -> Result<Parts, Unsendable> {
    match value {
        Value::Null => Err(null()),
        Value::Bool(_) | Value::Number(_) => Ok(Parts::Value(value.to_string())),
        Value::String(text) => Ok(Parts::Value(text.clone())),
        Value::Array(items) => {
            let items = items.iter().map(|item| of_json(item).and_then(whole));
            items.collect::<Result<Vec<_>, _>>().and_then(items_of)
        }
        Value::Object(members) => {
            let entries = members.iter().map(|(name, value)| Ok((name.clone(), of_json(value).and_then(whole)?)));
            entries.collect::<Result<Vec<_>, _>>().and_then(entries_of)
        }
    }
}
