//! The one reader that fills slots from JSON.
//!
//! It is lenient where an API may grow (unknown members are skipped, a missing member without a value is like `null`)
//! and strict where a mistake would go unseen (a member that comes twice, a number that does not fit).

use std::mem;

use serde_json::Value;

use crate::runtime::json::decode_error::{DecodeError, Failed, Fault};
use crate::runtime::json::reading::cursor::{Cursor, Part};
use crate::runtime::json::reading::misfits::read_items;
use crate::runtime::json::reading::others::Others;
use crate::runtime::json::reading::parts::{Depth, Parts};
use crate::runtime::json::reading::scalars::{fill, found};
use crate::runtime::json::reading::shapes::read_shape;
use crate::runtime::json::reading::unions::finish;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Document, ListPlace, MapPlace, Members, Object, Place, Slot};

/// As many as `serde_json` lets stand in each other.
const MOST_DEPTH: Depth = 127;

/// Fills a place from a whole JSON document.
pub(crate) fn read_json(text: &str, place: &mut dyn Place, form: WireForm) -> Result<(), DecodeError> {
    read_slot(text, &mut place.slot(), form)
}

/// Fills a slot from a whole JSON document.
pub(crate) fn read_slot(text: &str, slot: &mut Slot<'_>, form: WireForm) -> Result<(), DecodeError> {
    let mut fault = Fault::default();
    let mut reader = Reader { json: Cursor::new(text), fault: &mut fault, depth: MOST_DEPTH };
    match reader.slot(slot, form) {
        Ok(()) if reader.json.peek().is_none() => Ok(()),
        _ => Err(fault.into_error(format_args!("malformed JSON: {}", what_is_malformed(text)))),
    }
}

/// What `serde_json` says of a document that is none.
fn what_is_malformed(text: &str) -> String {
    let error = serde_json::from_str::<Value>(text).err();
    error.map_or_else(|| "it is nested too deep".to_owned(), |error| error.to_string())
}

/// Fills a slot from a part of a document, whose syntax has been checked. After an error the details are in the fault.
fn read_part(part: &str, slot: &mut Slot<'_>, form: WireForm, fault: &mut Fault, depth: Depth) -> Result<(), Failed> {
    Reader { json: Cursor::new(part), fault, depth }.slot(slot, form).inspect_err(|_| {
        fault.describe_unless_described(format_args!("malformed JSON: {}", what_is_malformed(part)));
    })
}

/// Gives a document its JSON.
fn read_document(part: &str, document: &mut dyn Document, form: WireForm, depth: Depth) -> Result<(), DecodeError> {
    document.take(part, &mut |mut slot| {
        let mut fault = Fault::default();
        read_part(part, &mut slot, form, &mut fault, depth).map_err(|Failed| fault.into_error(""))
    })
}

/// Reads one value after the other. Slots are borrowed because moving one, just after it was made, is what takes long in a
/// short read.
struct Reader<'j, 'f> {
    json: Cursor<'j>,
    fault: &'f mut Fault,
    depth: Depth,
}

impl<'j> Reader<'j, '_> {
    /// Reads the value that comes next.
    fn slot(&mut self, slot: &mut Slot<'_>, form: WireForm) -> Result<(), Failed> {
        let first = self.json.peek();
        match slot {
            Slot::Scalar(scalar) => fill(*scalar, &self.json.token()?, form, self.fault),
            Slot::Optional(_) if first == Some(b'n') => self.json.value().map(drop),
            Slot::Optional(place) => self.slot(&mut place.fill().slot(), form),
            Slot::Object(object) if first == Some(b'{') => self.object(*object, form),
            Slot::List(list) if first == Some(b'[') => self.list(*list, form),
            Slot::Map(map) if first == Some(b'{') => self.map(*map, form),
            Slot::List(_) | Slot::Map(_) | Slot::Object(_) => self.mismatch(slot.expected()),
            Slot::Union(union) => {
                let part = self.json.value()?;
                read_shape(part, *union, &mut self.parts(form))
            }
            Slot::Json(value) => {
                **value = serde_json::from_str(self.json.value()?).map_err(|_| Failed)?;
                Ok(())
            }
            Slot::Document(document) => {
                let part = self.json.value()?;
                read_document(part, *document, form, self.depth).map_err(|error| self.fault.adopt(error))
            }
            Slot::Nothing | Slot::Raw(_) => self.json.value().map(drop),
        }
    }

    /// Says that another value comes next than what is expected.
    fn mismatch(&mut self, expected: &str) -> Result<(), Failed> {
        match self.json.token()? {
            Part::Token(Token::Text(_)) => self.fault.describe(expected, "a string"),
            other => self.fault.describe(expected, found(&other)),
        }
        Err(Failed)
    }

    /// For what is read once it is known what it is.
    fn parts(&mut self, form: WireForm) -> Parts<'_> {
        Parts { read: read_part, form, fault: self.fault, depth: self.depth }
    }

    /// Reads what is in an array or object.
    fn within(&mut self, read: impl FnOnce(&mut Self) -> Result<(), Failed>) -> Result<(), Failed> {
        self.depth = self.depth.checked_sub(1).ok_or(Failed)?;
        read(self)?;
        self.depth += 1;
        Ok(())
    }

    fn list(&mut self, list: &mut dyn ListPlace, form: WireForm) -> Result<(), Failed> {
        self.within(|this| {
            let mut index = 0;
            let mut has_more = this.json.enters(b'[', b']')?;
            while has_more {
                let read = this.slot(&mut list.push_blank().slot(), form);
                read.inspect_err(|_| this.fault.within_item(index))?;
                has_more = this.json.goes_on(b']')?;
                index += 1;
            }
            Ok(())
        })
    }

    fn map(&mut self, map: &mut dyn MapPlace, form: WireForm) -> Result<(), Failed> {
        self.within(|this| {
            let mut has_more = this.json.enters(b'{', b'}')?;
            while has_more {
                let name = this.json.name()?;
                this.json.colon()?;
                this.entry(map, &name, form)?;
                has_more = this.json.goes_on(b'}')?;
            }
            Ok(())
        })
    }

    /// Reads a value that goes under this name.
    fn entry(&mut self, map: &mut dyn MapPlace, name: &str, form: WireForm) -> Result<(), Failed> {
        let read = match map.insert_blank(name) {
            Some(place) => self.slot(&mut place.slot(), form),
            None => Err(self.fault.repeated()),
        };
        read.inspect_err(|_| self.fault.within_member(name))
    }

    fn object(&mut self, object: &mut dyn Object, form: WireForm) -> Result<(), Failed> {
        self.within(|this| {
            let mut members = Members::of(object);
            let mut others = Others::default();
            let mut has_more = this.json.enters(b'{', b'}')?;
            while has_more {
                let name = this.json.name()?;
                match members.position(&name) {
                    Some(index) => this.member(&mut members, index, form)?,
                    None => this.other(&name, &mut members, &mut others, form)?,
                }
                has_more = this.json.goes_on(b'}')?;
            }
            others.are_distinct(this.fault)?;
            finish(&mut members, others, &mut this.parts(form))
        })
    }

    /// Reads a member that has a place of its own.
    fn member(&mut self, members: &mut Members<'_>, index: usize, form: WireForm) -> Result<(), Failed> {
        let member = &mut members.list[index];
        let (form, name) = (member.form.or(form), member.name);
        self.json.colon().inspect_err(|_| self.fault.within_member(name))?;
        let is_repeated = mem::replace(&mut member.seen, true);
        let read = match (&mut member.misfits, &mut member.place.slot()) {
            _ if is_repeated => Err(self.fault.repeated()),
            (Some(misfits), Slot::List(list)) => {
                let part = self.json.value()?;
                read_items(name, part, *list, *misfits, &mut self.parts(form))
            }
            (_, slot) => self.slot(slot, form),
        };
        read.inspect_err(|_| self.fault.within_member(name))
    }

    /// Reads a member that has no place of its own: it is one of the rest, or a union may know it, or it is passed over.
    fn other(
        &mut self,
        name: &str,
        members: &mut Members<'_>,
        others: &mut Others<'j>,
        form: WireForm,
    ) -> Result<(), Failed> {
        self.json.colon()?;
        let takes_others = members.takes_others();
        // A union may know the member, and what always says the same is not kept.
        let is_apart = members.union.is_some() || members.constants.iter().any(|(constant, _)| *constant == name);
        match &mut members.rest {
            Some(rest) if !is_apart => self.entry(rest.place, name, rest.form.or(form)),
            _ => {
                let part = self.json.value()?;
                if takes_others {
                    others.add(name.to_owned(), part);
                }
                Ok(())
            }
        }
    }
}
