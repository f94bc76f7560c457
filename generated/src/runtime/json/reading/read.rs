//! The one reader that fills slots from JSON.
//!
//! It is lenient where an API may grow (unknown members are skipped, a missing member without a value is like `null`)
//! and strict where a mistake would go unseen (a member that comes twice, a number that does not fit).

use std::fmt;

use serde_core::Deserialize;
use serde_core::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::runtime::json::decode_error::{DecodeError, Failed, Fault};
use crate::runtime::json::reading::misfits::read_items;
use crate::runtime::json::reading::others::Others;
use crate::runtime::json::reading::parts::Parts;
use crate::runtime::json::reading::scalars::{Part, fill, token};
use crate::runtime::json::reading::shapes::read_shape;
use crate::runtime::json::reading::unions::finish;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Document, ListPlace, MapPlace, Member, Members, Object, Place, Rest, Slot};

/// Fills a place from a whole JSON document.
pub(crate) fn read_json(text: &str, place: &mut dyn Place, form: WireForm) -> Result<(), DecodeError> {
    read_slot(text, &mut place.slot(), form)
}

/// Fills a slot from a whole JSON document.
pub(crate) fn read_slot(text: &str, slot: &mut Slot<'_>, form: WireForm) -> Result<(), DecodeError> {
    let mut fault = Fault::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    Reader { slot, form, fault: &mut fault }
        .deserialize(&mut deserializer)
        .and_then(|()| deserializer.end())
        .map_err(|error| fault.into_error(format_args!("malformed JSON: {error}")))
}

/// Fills a slot from a part of a document, whose syntax has been checked. After an error the details are in the fault.
fn read_part(part: &RawValue, slot: &mut Slot<'_>, form: WireForm, fault: &mut Fault) -> Result<(), Failed> {
    let mut deserializer = serde_json::Deserializer::from_str(part.get());
    Reader { slot, form, fault }.deserialize(&mut deserializer).map_err(|error| {
        // Such as nesting that is too deep.
        fault.describe_unless_described(format_args!("malformed JSON: {error}"));
        Failed
    })
}

/// Gives a document its JSON.
fn read_document(part: &RawValue, document: &mut dyn Document, form: WireForm) -> Result<(), DecodeError> {
    document.take(part.get(), &mut |mut slot| {
        let mut fault = Fault::default();
        read_part(part, &mut slot, form, &mut fault).map_err(|Failed| fault.into_error(""))
    })
}

/// A failure whose details are in the fault, in the terms of the parser.
fn failure<E: de::Error>(Failed: Failed) -> E {
    E::custom("unexpected value")
}

/// Reads one value. The slot is borrowed because moving one, just after it was made, is what takes long in a short read.
struct Reader<'s, 'a> {
    slot: &'s mut Slot<'a>,
    form: WireForm,
    fault: &'s mut Fault,
}

impl Reader<'_, '_> {
    fn mismatch<E: de::Error>(self, found: impl fmt::Display) -> Result<(), E> {
        self.fault.describe(self.slot.expected(), found);
        Err(failure(Failed))
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { slot, form, fault } = self;
        match slot {
            Slot::Scalar(scalar) if !scalar.is_text() => {
                let part = <&RawValue>::deserialize(deserializer)?;
                fill(*scalar, || token(part), form, fault).map_err(failure)
            }
            Slot::Union(union) => {
                let part = <&RawValue>::deserialize(deserializer)?;
                read_shape(part, *union, &mut Parts { read: read_part, form, fault }).map_err(failure)
            }
            Slot::Json(value) => Value::deserialize(deserializer).map(|read| **value = read),
            Slot::Document(document) => {
                let part = <&RawValue>::deserialize(deserializer)?;
                read_document(part, *document, form).map_err(|error| failure(fault.adopt(error)))
            }
            Slot::Nothing | Slot::Raw(_) => IgnoredAny::deserialize(deserializer).map(|_| ()),
            Slot::Optional(_) => deserializer.deserialize_option(Self { slot, form, fault }),
            Slot::Scalar(_) | Slot::List(_) | Slot::Map(_) | Slot::Object(_) => {
                deserializer.deserialize_any(Self { slot, form, fault })
            }
        }
    }
}

impl<'de> Visitor<'de> for Reader<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.expected())
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        self.mismatch(format_args!("the boolean {value}"))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        self.mismatch(format_args!("the number {value}"))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        self.mismatch(format_args!("the number {value}"))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<(), E> {
        self.mismatch(format_args!("the number {value:?}"))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        match self.slot {
            Slot::Scalar(scalar) => {
                let part = || Part::Token(Token::Text(value.into()));
                fill(*scalar, part, self.form, self.fault).map_err(failure)
            }
            _ => self.mismatch("a string"),
        }
    }

    fn visit_unit<E: de::Error>(self) -> Result<(), E> {
        match self.slot {
            Slot::Optional(_) => Ok(()),
            _ => self.mismatch("null"),
        }
    }

    fn visit_none<E: de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { slot, form, fault } = self;
        match slot {
            Slot::Optional(place) => Reader { slot: &mut place.fill().slot(), form, fault }.deserialize(deserializer),
            _ => deserializer.deserialize_any(Self { slot, form, fault }),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        match self.slot {
            Slot::List(list) => read_list(*list, self.form, self.fault, access),
            _ => self.mismatch("an array"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        match self.slot {
            Slot::Object(object) => read_object(*object, self.form, self.fault, access),
            Slot::Map(map) => read_map(*map, self.form, self.fault, access),
            _ => self.mismatch("an object"),
        }
    }
}

/// Reads the next item of an array into a new place at the end of a list.
struct Item<'a, 'f> {
    list: &'a mut dyn ListPlace,
    form: WireForm,
    fault: &'f mut Fault,
}

impl<'de> DeserializeSeed<'de> for Item<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { list, form, fault } = self;
        Reader { slot: &mut list.push_blank().slot(), form, fault }.deserialize(deserializer)
    }
}

fn read_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListPlace,
    form: WireForm,
    fault: &mut Fault,
    mut access: A,
) -> Result<(), A::Error> {
    for index in 0.. {
        match access.next_element_seed(Item { list, form, fault }) {
            Ok(Some(())) => {}
            Ok(None) => break,
            Err(error) => {
                fault.within_item(index);
                return Err(error);
            }
        }
    }
    Ok(())
}

fn read_map<'de, A: MapAccess<'de>>(
    map: &mut dyn MapPlace,
    form: WireForm,
    fault: &mut Fault,
    mut access: A,
) -> Result<(), A::Error> {
    while let Some(key) = access.next_key::<String>()? {
        let result = match map.insert_blank(&key) {
            Some(place) => access.next_value_seed(Reader { slot: &mut place.slot(), form, fault }),
            None => Err(failure(fault.repeated())),
        };
        result.inspect_err(|_| fault.within_member(&key))?;
    }
    Ok(())
}

fn read_object<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    form: WireForm,
    fault: &mut Fault,
    mut access: A,
) -> Result<(), A::Error> {
    let mut members = Members::of(object);
    let mut others = Others::default();
    while let Some(found) = access.next_key_seed(Key { members: &mut members })? {
        let member = match found {
            Found::Member(member) => member,
            Found::Rest(name, rest) => {
                let result = match rest.place.insert_blank(&name) {
                    Some(place) => {
                        access.next_value_seed(Reader { slot: &mut place.slot(), form: rest.form.or(form), fault })
                    }
                    None => Err(failure(fault.repeated())),
                };
                result.inspect_err(|_| fault.within_member(&name))?;
                continue;
            }
            Found::Other(name) => {
                let part = access.next_value()?;
                others.add(name, part);
                continue;
            }
            Found::Nothing => {
                access.next_value::<IgnoredAny>()?;
                continue;
            }
        };
        let result = if member.seen {
            Err(failure(fault.repeated()))
        } else {
            member.seen = true;
            read_member(member, form, fault, &mut access)
        };
        result.inspect_err(|_| fault.within_member(member.name))?;
    }
    others.are_distinct(fault).map_err(failure)?;
    finish(&mut members, others, &mut Parts { read: read_part, form, fault }).map_err(failure)
}

fn read_member<'de, A: MapAccess<'de>>(
    member: &mut Member<'_>,
    form: WireForm,
    fault: &mut Fault,
    access: &mut A,
) -> Result<(), A::Error> {
    let (form, name) = (member.form.or(form), member.name);
    match (&mut member.misfits, &mut member.place.slot()) {
        (Some(misfits), Slot::List(list)) => {
            let part = access.next_value()?;
            read_items(name, part, *list, *misfits, &mut Parts { read: read_part, form, fault }).map_err(failure)
        }
        (_, slot) => access.next_value_seed(Reader { slot, form, fault }),
    }
}

/// What the name of a member stands for.
enum Found<'m, 'a> {
    Member(&'m mut Member<'a>),
    /// One of the rest.
    Rest(String, &'m mut Rest<'a>),
    /// A member that has no place of its own, in an object that takes such ones.
    Other(String),
    Nothing,
}

/// Reads the name of a member and finds what it stands for.
struct Key<'m, 'a> {
    members: &'m mut Members<'a>,
}

impl<'de, 'm, 'a> DeserializeSeed<'de> for Key<'m, 'a> {
    type Value = Found<'m, 'a>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'m, 'a> Visitor<'_> for Key<'m, 'a> {
    type Value = Found<'m, 'a>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<Self::Value, E> {
        let members = self.members;
        let takes_others = members.takes_others();
        if let Some(index) = members.position(name) {
            return Ok(Found::Member(&mut members.list[index]));
        }
        // A union may know the member, and what always says the same is not kept.
        let is_apart = members.union.is_some() || members.constants.iter().any(|(constant, _)| *constant == name);
        Ok(match &mut members.rest {
            Some(rest) if !is_apart => Found::Rest(name.to_owned(), rest),
            _ if takes_others => Found::Other(name.to_owned()),
            _ => Found::Nothing,
        })
    }
}
