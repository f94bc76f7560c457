//! The one reader that fills slots from JSON.
//!
//! It is lenient where an API may grow (unknown members are skipped, a missing member without a value is like `null`)
//! and strict where a mistake would go unseen (a member that comes twice, a number that does not fit).

use std::fmt;

use serde_core::Deserialize;
use serde_core::de::value::MapAccessDeserializer;
use serde_core::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use crate::runtime::json::decode_error::{DecodeError, Fault};
use crate::runtime::json::slot::{ListPlace, MapPlace, Member, Members, Object, Place, Slot, Union};

/// Fills a place from a whole JSON document.
pub(crate) fn read_json(text: &str, place: &mut dyn Place) -> Result<(), DecodeError> {
    let mut fault = Fault::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    read(place, &mut fault, &mut deserializer)
        .and_then(|()| deserializer.end())
        .map_err(|error| fault.into_error(format_args!("malformed JSON: {error}")))
}

/// Fills a place from a self-describing format; after an error the details are in `fault`.
pub(super) fn read<'de, D: Deserializer<'de>>(
    place: &mut dyn Place,
    fault: &mut Fault,
    deserializer: D,
) -> Result<(), D::Error> {
    Reader { slot: &mut place.slot(), fault }.deserialize(deserializer)
}

/// Reads one value. The slot is borrowed because moving one, just after it was made, is what takes long in a short read.
struct Reader<'s, 'a> {
    slot: &'s mut Slot<'a>,
    fault: &'s mut Fault,
}

impl Reader<'_, '_> {
    fn mismatch<E: de::Error>(self, found: impl fmt::Display) -> Result<(), E> {
        self.fault.describe(self.slot.expected(), found);
        Err(E::custom("unexpected value"))
    }

    fn number<E: de::Error>(self, number: &Number) -> Result<(), E> {
        match (number.as_i64(), number.as_f64()) {
            (Some(value), _) => self.visit_i64(value),
            (None, Some(value)) => self.visit_f64(value),
            (None, None) => self.mismatch(format_args!("the number {number}")),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.slot {
            Slot::Optional(_) => deserializer.deserialize_option(self),
            Slot::Json(value) => Value::deserialize(deserializer).map(|read| **value = read),
            Slot::Nothing => IgnoredAny::deserialize(deserializer).map(|_| ()),
            _ => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Reader<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slot.expected())
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<(), E> {
        match self.slot {
            Slot::Boolean(place) => {
                **place = value;
                Ok(())
            }
            _ => self.mismatch(format_args!("the boolean {value}")),
        }
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<(), E> {
        let accepted = match self.slot {
            Slot::Integer(place) => {
                **place = value;
                true
            }
            Slot::Number(place) => {
                **place = nearest(value.into());
                true
            }
            Slot::Text(place) => place.accept_integer(value),
            _ => false,
        };
        if accepted { Ok(()) } else { self.mismatch(format_args!("the number {value}")) }
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<(), E> {
        if let Ok(value) = i64::try_from(value) {
            return self.visit_i64(value);
        }
        match self.slot {
            Slot::Number(place) => {
                **place = nearest(value.into());
                Ok(())
            }
            _ => self.mismatch(format_args!("the number {value}")),
        }
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<(), E> {
        match self.slot {
            Slot::Number(place) => {
                **place = value;
                Ok(())
            }
            _ => self.mismatch(format_args!("the number {value:?}")),
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<(), E> {
        let is_accepted = match self.slot {
            Slot::Text(place) => place.accept_text(value),
            Slot::TextOrObject(place) => {
                return Reader { slot: &mut place.text().slot(), fault: self.fault }.visit_str(value);
            }
            _ => return self.mismatch("a string"),
        };
        if is_accepted { Ok(()) } else { self.mismatch(quoted(value)) }
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
        match self.slot {
            Slot::Optional(place) => read(place.fill(), self.fault, deserializer),
            _ => deserializer.deserialize_any(self),
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        match self.slot {
            Slot::List(list) => read_list(*list, self.fault, access),
            _ => self.mismatch("an array"),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<(), A::Error> {
        match self.slot {
            Slot::Object(object) => read_object(*object, self.fault, access),
            Slot::Map(map) => read_map(*map, self.fault, access),
            Slot::TextOrObject(place) => {
                Reader { slot: &mut place.object().slot(), fault: self.fault }.visit_map(access)
            }
            // With serde_json's feature `arbitrary_precision`, which any crate of a build can enable for all of them,
            // a number comes as a map.
            _ => match Number::deserialize(MapAccessDeserializer::new(access)) {
                Ok(number) => self.number(&number),
                Err(_) => self.mismatch("an object"),
            },
        }
    }
}

/// Reads the next item of an array into a new place at the end of a list.
struct Item<'a, 'f> {
    list: &'a mut dyn ListPlace,
    fault: &'f mut Fault,
}

impl<'de> DeserializeSeed<'de> for Item<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        read(self.list.push_blank(), self.fault, deserializer)
    }
}

fn read_list<'de, A: SeqAccess<'de>>(
    list: &mut dyn ListPlace,
    fault: &mut Fault,
    mut access: A,
) -> Result<(), A::Error> {
    for index in 0.. {
        match access.next_element_seed(Item { list, fault }) {
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

fn read_map<'de, A: MapAccess<'de>>(map: &mut dyn MapPlace, fault: &mut Fault, mut access: A) -> Result<(), A::Error> {
    while let Some(key) = access.next_key::<String>()? {
        let result = match map.insert_blank(&key) {
            Some(place) => access.next_value_seed(Reader { slot: &mut place.slot(), fault }),
            None => Err(repeated(fault)),
        };
        result.inspect_err(|_| fault.within_member(&key))?;
    }
    Ok(())
}

fn read_object<'de, A: MapAccess<'de>>(
    object: &mut dyn Object,
    fault: &mut Fault,
    mut access: A,
) -> Result<(), A::Error> {
    let mut members = Members::of(object);
    let mut of_union = Map::new();
    while let Some(found) = access.next_key_seed(Key { members: &mut members })? {
        let member = match found {
            Found::Member(member) => member,
            Found::OfUnion(name) => {
                let value = access.next_value()?;
                if of_union.contains_key(&name) {
                    let error = repeated(fault);
                    fault.within_member(&name);
                    return Err(error);
                }
                of_union.insert(name, value);
                continue;
            }
            Found::Nothing => {
                access.next_value::<IgnoredAny>()?;
                continue;
            }
        };
        let result = if member.seen {
            Err(repeated(fault))
        } else {
            member.seen = true;
            access.next_value_seed(Reader { slot: &mut member.place.slot(), fault })
        };
        result.inspect_err(|_| fault.within_member(member.name))?;
    }
    if let Some(member) = members.missing() {
        return Err(missing(fault, member.place.slot().expected(), member.name));
    }
    match members.its_union() {
        Some(union) => read_union(union, of_union, fault),
        None => Ok(()),
    }
}

/// Reads the members that no other member of the object is. They may have come in any order, so they were kept until
/// now.
fn read_union<E: de::Error>(
    union: &mut dyn Union,
    mut members: Map<String, Value>,
    fault: &mut Fault,
) -> Result<(), E> {
    let tag = union.tag();
    let mut kind = String::new();
    let Some(value) = members.remove(tag) else { return Err(missing(fault, "a string", tag)) };
    read_value(&mut kind, value, fault, tag)?;
    let data = members.remove(&kind).unwrap_or_default();
    let is_known = union.select(&kind);
    match union.parts().1 {
        _ if !is_known => union.keep(kind, data),
        None => {}
        Some(_) if data.is_null() => union.keep(kind, data),
        Some(place) => read_value(place, data, fault, &kind)?,
    }
    Ok(())
}

/// Reads what was kept of a member.
fn read_value<E: de::Error>(place: &mut dyn Place, value: Value, fault: &mut Fault, name: &str) -> Result<(), E> {
    read(place, fault, value).map_err(|error| {
        fault.within_member(name);
        E::custom(error)
    })
}

/// The failure of a document that lacks a member.
fn missing<E: de::Error>(fault: &mut Fault, expected: &str, name: &'static str) -> E {
    fault.describe(expected, "no such member");
    fault.within_member(name);
    E::missing_field(name)
}

/// The failure of a document that gives one member two values.
fn repeated<E: de::Error>(fault: &mut Fault) -> E {
    fault.describe("one value", "the member a second time");
    E::custom("repeated member")
}

/// What the name of a member stands for.
enum Found<'m, 'a> {
    Member(&'m mut Member<'a>),
    /// Perhaps a member that the union of the object knows.
    OfUnion(String),
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
        let has_union = self.members.its_union().is_some();
        Ok(match self.members.find(name) {
            Some(member) => Found::Member(member),
            None if has_union => Found::OfUnion(name.to_owned()),
            None => Found::Nothing,
        })
    }
}

/// The start of a text, in quotes, for an error message of bounded length.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a place for any number holds the nearest one that it can")]
fn nearest(integer: i128) -> f64 {
    integer as f64
}
