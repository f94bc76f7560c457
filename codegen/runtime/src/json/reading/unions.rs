//! The members of an object that have no place of their own: those that a union knows, and the rest.

use serde_json::Value;

use crate::runtime::json::decode_error::Failed;
use crate::runtime::json::kinds::Told;
use crate::runtime::json::reading::cursor::{Part, token};
use crate::runtime::json::reading::others::{Other, Others, as_json};
use crate::runtime::json::reading::parts::Parts;
use crate::runtime::json::reading::shapes::{choose, read_chosen};
use crate::runtime::json::scalar::Token;
use crate::runtime::json::slot::{Members, Rest, Selected, Slot, Union};
use crate::runtime::json::unknown_variant::UnknownVariant;

/// Reads what is left of an object when each member with a place of its own was met.
pub(super) fn finish(members: &mut Members<'_>, mut others: Others<'_>, parts: &mut Parts<'_>) -> Result<(), Failed> {
    if let Some(member) = members.missing() {
        return Err(parts.fault.missing(member.place.slot().expected(), member.name));
    }
    if let Some(union) = &mut members.union {
        read_union(*union, &mut others, parts)?;
    }
    for (constant, _) in &members.constants {
        others.take(constant);
    }
    match &mut members.rest {
        Some(rest) => read_rest(rest, &others, parts),
        None => Ok(()),
    }
}

/// Reads the members of which nothing was made yet.
fn read_rest(rest: &mut Rest<'_>, others: &Others<'_>, parts: &mut Parts<'_>) -> Result<(), Failed> {
    for Other { name, part, .. } in others.0.iter().filter(|other| !other.used) {
        if let Some(place) = rest.place.insert_blank(name) {
            parts.member(name, part, place.slot(), rest.form)?;
        }
    }
    Ok(())
}

/// Reads the members that tell which of several kinds an object is, and those that hold its data.
fn read_union(union: &mut dyn Union, others: &mut Others<'_>, parts: &mut Parts<'_>) -> Result<(), Failed> {
    match union.kinds().told {
        Told::Beside(tag) => {
            let found = tagged(union, tag, others, parts)?;
            let name = found.tag.as_str().map_or_else(|| found.tag.to_string(), str::to_owned);
            let data = others.take(&name);
            read_data(union, found, data, &name, parts)
        }
        Told::Content(tag, content) => {
            let found = tagged(union, tag, others, parts)?;
            let data = others.take(content);
            read_data(union, found, data, content, parts)
        }
        Told::Inside(tag) => {
            let Found { known, tag: kind } = tagged(union, tag, others, parts)?;
            match known {
                Some(index) => read_inside(union, index, tag, others, parts),
                None => keep(union, kind, others.as_json(), parts),
            }
        }
        Told::Key => {
            let (known, name) = named(union, others, parts)?;
            let data = others.take(&name);
            read_data(union, Found { known, tag: Value::String(name.clone()) }, data, &name, parts)
        }
        Told::Shape => {
            let kinds = union.kinds();
            let choice = choose(kinds, others, (0..kinds.list.len()).collect());
            let read = read_chosen(union, choice, parts, &mut |union, index, parts| {
                read_inside(union, index, "", others, parts)
            });
            read.unwrap_or_else(|| keep(union, Value::Null, others.as_json(), parts))
        }
    }
}

/// What a tag says.
struct Found {
    /// The index of the kind, if it is known.
    known: Option<usize>,
    /// The tag as it came.
    tag: Value,
}

/// Reads the member that names the kind.
fn tagged(
    union: &dyn Union,
    tag: &'static str,
    others: &mut Others<'_>,
    parts: &mut Parts<'_>,
) -> Result<Found, Failed> {
    let Some(part) = others.take(tag) else { return Err(parts.fault.missing("the name of a kind", tag)) };
    match token(part) {
        Part::Token(kind) if kind != Token::Null => {
            Ok(Found { known: union.kinds().tagged(&kind), tag: as_json(part) })
        }
        _ => {
            parts.fault.describe("the name of a kind", "something else");
            parts.fault.within_member(tag);
            Err(Failed)
        }
    }
}

/// Finds the member that is named like a kind: one that is known, or else the only one.
fn named(union: &dyn Union, others: &Others<'_>, parts: &mut Parts<'_>) -> Result<(Option<usize>, String), Failed> {
    let known = |name: &str| union.kinds().tagged(&Token::Text(name.into()));
    let first = others.0.iter().find_map(|other| Some((known(&other.name)?, &other.name)));
    match (first, others.0.as_slice()) {
        (Some((index, name)), _) => Ok((Some(index), name.clone())),
        (None, [only]) => Ok((None, only.name.clone())),
        (None, _) => {
            parts.fault.describe("an object with the name of a kind", "none that is known");
            Err(Failed)
        }
    }
}

/// Reads the data of a kind, which is a member by itself. A known kind that came without its data is kept as it is.
fn read_data(
    union: &mut dyn Union,
    Found { known, tag }: Found,
    data: Option<&str>,
    name: &str,
    parts: &mut Parts<'_>,
) -> Result<(), Failed> {
    let data = data.filter(|part| *part != "null");
    if let Some(index) = known {
        union.select(index);
        let form = union.kinds().form_of(index);
        match (union.selected(), data) {
            (Selected::Known(_, None), _) => return Ok(()),
            (Selected::Known(_, Some(place)), Some(part)) => {
                return parts.member(name, part, place.slot(), form);
            }
            _ => {}
        }
    }
    keep(union, tag, data.map_or(Value::Null, as_json), parts)
}

/// Reads the data of a kind, whose members stand beside each other in the object. The tag is not one of them, unless the
/// data has a place for it.
fn read_inside(
    union: &mut dyn Union,
    index: usize,
    tag: &str,
    others: &mut Others<'_>,
    parts: &mut Parts<'_>,
) -> Result<(), Failed> {
    union.select(index);
    let form = union.kinds().form_of(index);
    let Selected::Known(_, Some(data)) = union.selected() else { return Ok(()) };
    match data.slot() {
        Slot::Object(object) => read_members(Members::of(object), tag, others, parts),
        Slot::Map(map) => {
            for other in others.0.iter_mut().filter(|other| other.name != tag) {
                other.used = true;
                if let Some(place) = map.insert_blank(&other.name) {
                    parts.member(&other.name, other.part, place.slot(), form)?;
                }
            }
            Ok(())
        }
        Slot::Json(value) => {
            *value = others.as_json();
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Reads the members of an object inside another one.
fn read_members(
    mut members: Members<'_>,
    tag: &str,
    others: &mut Others<'_>,
    parts: &mut Parts<'_>,
) -> Result<(), Failed> {
    let mut left = Others::default();
    for other in &mut others.0 {
        let takes_other = members.takes_others() && other.name != tag;
        if let Some(member) = members.find(&other.name) {
            (other.used, member.seen) = (true, true);
            parts.member(&other.name, other.part, member.place.slot(), member.form)?;
        } else if takes_other {
            other.used = true;
            left.add(other.name.clone(), other.part);
        }
    }
    finish(&mut members, left, parts)
}

/// Keeps what is not known, where that is possible.
fn keep(union: &mut dyn Union, tag: Value, data: Value, parts: &mut Parts<'_>) -> Result<(), Failed> {
    if union.keep(UnknownVariant::new(tag, data)) {
        return Ok(());
    }
    parts.fault.describe("a value of a known kind", "another one");
    Err(Failed)
}
