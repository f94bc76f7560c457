//! Bodies and queries of the form `application/x-www-form-urlencoded`, with nested data in brackets: `a[b][0]=c`.
//!
//! What is left out is not written. What is `null`, or holds nothing, has an empty text, so that a service is told of it.
//! A query parameter that may be left out, and is a list without items, asks for nothing: it is left out.

use http::HeaderValue;
use std::convert::Infallible;

use serde_json::Value;

use crate::runtime::formats::encoding::{Encoding, Writing};
use crate::runtime::formats::format::{BodyFormat, Content, Format, Written};
use crate::runtime::formats::percent::push_encoded;
use crate::runtime::formats::styling::{Style, Styling};
use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Place, Selected, Slot};
use crate::runtime::json::write::write_plain;

/// For bodies, in which the brackets stay as they are, and queries, in which they are encoded.
pub(crate) static FORM: Format = Format { body: &FORM_BODY, push_query };

/// A body of members, empty if none is set.
pub(crate) static FORM_BODY: BodyFormat =
    BodyFormat { content_type: HeaderValue::from_static("application/x-www-form-urlencoded"), write };

fn write(content: Content<'_>, writing: &Writing<'_>) -> Result<Written, Unsendable> {
    let form = writing.form;
    let mut pairs = Pairs { brackets: ["[", "]"], ..Pairs::default() };
    let mut push = |name: &str, slot: Slot<'_>, form: WireForm| {
        if let Some(Encoding::Style(style, styling)) = writing.of(name) {
            let pushed = pairs.push_styled(name, slot, style, styling, form);
            return pushed.map_err(|unsendable| unsendable.within_member(name));
        }
        pairs.within(name, |pairs| pairs.push_slot(slot, form));
        Ok(())
    };
    match content {
        Content::Members(mut members) => members.written(form, &mut push)?,
        Content::Value(Slot::Map(map)) => {
            map.entries().try_for_each(|(name, value)| push(name, value.slot(), form))?;
        }
        Content::Value(Slot::Json(Value::Object(members))) => {
            members.iter_mut().try_for_each(|(name, value)| push(name, Slot::Json(value), form))?;
        }
        Content::Value(_) => return Err(Unsendable::new("is no object, and a form has members")),
    }
    Ok(pairs.text.into())
}

#[allow(clippy::unnecessary_wraps, reason = "other formats have queries that they cannot say")]
fn push_query(url: &mut String, mut members: Members<'_>, form: WireForm) -> Result<(), Unsendable> {
    let mut pairs = Pairs { brackets: ["%5B", "%5D"], ..Pairs::default() };
    let Ok(()) = members.written::<Infallible>(form, &mut |name, mut slot, form| {
        if !is_optional_and_empty(&mut slot) {
            pairs.within(name, |pairs| pairs.push_slot(slot, form));
        }
        Ok(())
    });
    if !pairs.text.is_empty() {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&pairs.text);
    }
    Ok(())
}

fn is_optional_and_empty(slot: &mut Slot<'_>) -> bool {
    let Slot::Optional(place) = slot else { return false };
    match place.get().map(Place::slot) {
        Some(Slot::List(list)) => list.items().next().is_none(),
        _ => false,
    }
}

/// A form in the making.
#[derive(Default)]
struct Pairs {
    text: String,
    /// The key of the value that is next, encoded.
    key: String,
    brackets: [&'static str; 2],
}

impl Pairs {
    /// Writes the members of an object. One that has none set is as good as left out.
    fn push_members(&mut self, members: &mut Members<'_>, form: WireForm) {
        let Ok(()) = members.written::<Infallible>(form, &mut |name, slot, form| {
            self.within(name, |pairs| pairs.push_slot(slot, form));
            Ok(())
        });
    }

    /// Writes a member as a query has it, which is a form too.
    fn push_styled(
        &mut self,
        name: &str,
        slot: Slot<'_>,
        style: Style,
        styling: &Styling,
        form: WireForm,
    ) -> Result<(), Unsendable> {
        let mut query = String::new();
        (styling.member)(&mut query, name, slot, style, form)?;
        if let Some(pairs) = query.strip_prefix('?') {
            self.text.push_str(if self.text.is_empty() { "" } else { "&" });
            self.text.push_str(pairs);
        }
        Ok(())
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

    fn push_slot(&mut self, slot: Slot<'_>, form: WireForm) {
        match slot {
            Slot::Optional(place) => match place.get() {
                Some(value) => self.push_slot(value.slot(), form),
                None => self.push_pair(""),
            },
            Slot::List(list) => {
                let items = list.items().enumerate();
                self.push_parts(items, |pairs, item: &mut dyn Place| pairs.push_slot(item.slot(), form));
            }
            Slot::Map(map) => {
                self.push_parts(map.entries(), |pairs, value: &mut dyn Place| pairs.push_slot(value.slot(), form));
            }
            Slot::Object(object) => self.push_members(&mut Members::of(object), form),
            Slot::Union(union) => {
                let kinds = union.kinds();
                match union.selected() {
                    Selected::Known(index, data) => {
                        self.push_slot(data.map_or(Slot::Nothing, Place::slot), kinds.form_of(index).or(form));
                    }
                    Selected::Unknown(unknown) => self.push_json(unknown.data()),
                }
            }
            Slot::Json(value) => self.push_json(value),
            Slot::Document(_) | Slot::Nothing | Slot::Raw(_) => self.push_pair(""),
            scalar @ Slot::Scalar(_) => self.push_pair(&write_plain(scalar, form)),
        }
    }

    fn push_json(&mut self, value: &Value) {
        match value {
            Value::Null => self.push_pair(""),
            Value::String(text) => self.push_pair(text),
            Value::Bool(_) | Value::Number(_) => self.push_pair(&value.to_string()),
            Value::Array(items) => self.push_parts(items.iter().enumerate(), Self::push_json),
            Value::Object(members) => self.push_parts(members.iter(), Self::push_json),
        }
    }

    /// Writes the items of a list or the entries of a map. An item that holds nothing is there all the same, and so is a list
    /// that has none.
    fn push_parts<N: ToString, T>(&mut self, parts: impl Iterator<Item = (N, T)>, push: impl Fn(&mut Self, T)) {
        let start = self.text.len();
        for (name, part) in parts {
            self.within(&name.to_string(), |pairs| {
                let start = pairs.text.len();
                push(pairs, part);
                pairs.push_if_nothing_since(start);
            });
        }
        self.push_if_nothing_since(start);
    }

    fn push_if_nothing_since(&mut self, start: usize) {
        if self.text.len() == start {
            self.push_pair("");
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
