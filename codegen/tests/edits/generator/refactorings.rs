//! The same JSON, described in another way: what is one of several things as plain members, maps as objects, pages as
//! objects, types in another place or under another name. Callers notice; old programs do not, or little.

use clientsmith::api::Api;
use clientsmith::diff::Wire;
use serde_json::{Map, Value, json};

use super::items::{move_out, parts, replace_word};
use super::place::{Place, name_in_place, places};
use super::tree::{at, at_mut, file, mapping_mut, shown_path, split};
use super::{Attempt, Meaning, NONE, Operation};

/// The refactorings of all items.
pub(super) fn attempts(tree: &Value, api: &Api) -> Vec<Attempt> {
    let places = places(tree);
    let mut attempts = Vec::new();
    for place in &places {
        let item = at(tree, &place.path);
        attempts.extend(union_made_plain(place, item, api));
        attempts.extend(map_made_object(place, item, api));
        attempts.extend(constant_made_enum(place, item));
        attempts.extend(page_made_object(place, item));
        attempts.extend([false, true].into_iter().filter_map(|says_was| named_otherwise(place, item, says_was)));
        attempts.extend(written_where_used(place, item, &places, tree));
        attempts.extend(call_moved(place, &places));
        attempts.extend(in_other_letters(place, item));
    }
    attempts
}

pub(super) fn attempt(
    subject: &'static str,
    place: &Place,
    wires: [Wire; 2],
    keep: &str,
    change: impl Fn(&mut Value) + Send + 'static,
) -> Attempt {
    Attempt {
        name: format!("{}: {subject}", shown_path(&place.path)),
        operation: Operation::Refactor,
        subject,
        meaning: Meaning::Something,
        wires,
        change: Box::new(change),
        keep: keep.to_owned(),
        put: None,
    }
}

/// Whether an object is met in answers only.
fn is_answer(name: &str, api: &Api) -> bool {
    api.objects.iter().any(|object| object.item.name == name && !object.uses.request)
}

/// The name of the object that is written at a place.
fn object_name(place: &Place, item: &Value) -> String {
    if place.kind == "object" { place.name.clone() } else { name_in_place(item, place) }
}

/// What tells apart becomes a member with an enum, and what each thing holds an optional member. An old program that knows
/// the union takes data that stays away for something unknown; one that knows plain members may send none.
fn union_made_plain(place: &Place, item: &Value, api: &Api) -> Option<Attempt> {
    let (tag, variants) = (item.get("union")?.as_str()?.to_owned(), item.get("variants")?.as_object()?.clone());
    let undone = if is_answer(&object_name(place, item), api) { Wire::Ok } else { Wire::Breaks };
    let path = place.path.clone();
    let change = move |tree: &mut Value| {
        let object = mapping_mut(tree, &path);
        object.shift_remove("union");
        object.shift_remove("variants");
        let fields = object.entry("fields").or_insert_with(|| json!({}));
        let values: Map<String, Value> =
            variants.iter().map(|(name, variant)| (name.clone(), json!({"doc": variant["doc"]}))).collect();
        fields[&tag] = json!({"type": "enum", "doc": "What it is.", "values": values});
        for (name, variant) in &variants {
            if let Some(member) = data_member(variant) {
                fields[name] = member;
            }
        }
        // What is written in a member is an object by its type; a definition is one anyway.
        if !path.contains("/objects/") || path.matches('/').count() > 3 {
            object.entry("type").or_insert_with(|| json!("object"));
        }
    };
    Some(attempt("union made plain", place, [Wire::Degraded, undone], &place.path, change))
}

/// The data of a variant as an optional member, if it has any.
pub(super) fn data_member(variant: &Value) -> Option<Value> {
    let has = |key: &str| variant.get(key).is_some();
    let mut member = variant.clone();
    if !has("type") && (has("fields") || has("union")) {
        member["type"] = json!("object");
    } else if !has("type") {
        return None;
    }
    member.as_object_mut()?.shift_remove("was");
    member["optional"] = json!(true);
    Some(member)
}

/// A map of answers becomes an object with one member of many.
fn map_made_object(place: &Place, item: &Value, api: &Api) -> Option<Attempt> {
    let ty = item.get("type")?.as_str()?;
    let inner = ty.strip_prefix('{')?.strip_suffix('}')?.to_owned();
    let is_in_place = ["object", "union", "enum"].contains(&inner.trim_end_matches('?'));
    if is_in_place || place.kind != "field" || !is_answer(&place.owner, api) {
        return None;
    }
    let (path, keep) = (place.path.clone(), format!("{}/fields", place.path));
    Some(attempt("map made object", place, NONE, &keep, move |tree| {
        let member = mapping_mut(tree, &path);
        member.insert("type".to_owned(), json!("object"));
        member.insert("fields".to_owned(), json!({"one": {"type": inner, "optional": true, "doc": "One of them."}}));
    }))
}

/// A text that is always the same becomes an enum of that text.
fn constant_made_enum(place: &Place, item: &Value) -> Option<Attempt> {
    let constant = item.get("const").filter(|_| place.kind == "field")?.as_str()?;
    let also = item.get("const_also").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let values: Map<String, Value> =
        std::iter::once(constant).chain(also).map(|text| (text.to_owned(), json!("It is met."))).collect();
    let path = place.path.clone();
    Some(attempt("constant made enum", place, NONE, &format!("{path}/values"), move |tree| {
        let member = mapping_mut(tree, &path);
        member.shift_remove("const");
        member.shift_remove("const_also");
        member.insert("type".to_owned(), json!("enum"));
        member.insert("values".to_owned(), json!(values));
    }))
}

/// A page of a list is described as the object that it is.
fn page_made_object(place: &Place, item: &Value) -> Option<Attempt> {
    let inner = item.get("returns")?.as_str()?.strip_prefix("list(")?.strip_suffix(')')?;
    let is_cursor = item["http"].as_str()?.contains("/v1/");
    let member = |ty: &str| json!({"type": ty, "doc": "A member of the page."});
    let url = || json!({"type": "string?", "optional": true, "doc": "A member of the page."});
    let fields = if is_cursor {
        json!({"data": member(&format!("[{inner}]")), "has_more": member("boolean"), "url": url()})
    } else {
        json!({"data": member(&format!("[{inner}]")), "next_page_url": url(), "previous_page_url": url()})
    };
    let path = place.path.clone();
    Some(attempt("page made object", place, NONE, &format!("{path}/returns"), move |tree| {
        at_mut(tree, &path)["returns"] = json!("PageOfIt");
        let objects = format!("{}/objects", file(&path));
        mapping_mut(tree, &objects).insert("PageOfIt".to_owned(), json!({"doc": "A page.", "fields": fields}));
    }))
}

/// What is written in place gets a definition of its own, under another name.
fn named_otherwise(place: &Place, item: &Value, says_was: bool) -> Option<Attempt> {
    let (keys, section) = parts(place, item)?;
    let (path, old) = (place.path.clone(), name_in_place(item, place));
    let new = format!("{old}Apart");
    let keep = format!("{}/{section}/{new}", file(&path));
    let subject = if says_was { "named otherwise with `was`" } else { "named otherwise" };
    Some(attempt(subject, place, NONE, &keep, move |tree| {
        move_out(tree, &path, keys, section, &new);
        if says_was {
            let definition = format!("{}/{section}/{new}", file(&path));
            at_mut(tree, &definition)["was"] = json!(old);
        }
    }))
}

/// A definition is written where it is first used, though others speak of it as well: beside a type, or inside a list or
/// what may be null.
fn written_where_used(place: &Place, item: &Value, places: &[Place], tree: &Value) -> Option<Attempt> {
    let word = match place.kind {
        "object" => "object",
        "union" => "union",
        "enum" => "enum",
        _ => return None,
    };
    if ["since", "deprecated", "rust", "was"].iter().any(|key| item.get(*key).is_some()) {
        return None;
    }
    let users = places.iter().filter(|user| ["field", "parameter", "variant"].contains(&user.kind));
    let mut users = users.filter(|user| !user.path.starts_with(&place.path));
    let user = users.find(|user| {
        let ty = at(tree, &user.path)["type"].as_str().unwrap_or_default();
        // An identifier of that name is another thing.
        !ty.contains('(') && replace_word(ty, &place.name, word) != ty
    })?;
    let (path, user, name, definition) = (place.path.clone(), user.path.clone(), place.name.clone(), item.clone());
    Some(attempt("written where it is used", place, NONE, &user.clone(), move |tree| {
        let (section, item) = split(&path);
        mapping_mut(tree, section).shift_remove(item);
        let member = mapping_mut(tree, &user);
        let ty = member.get("type").and_then(Value::as_str).unwrap_or_default();
        let ty = replace_word(ty, &name, word);
        member.insert("type".to_owned(), json!(ty));
        member.insert("name".to_owned(), json!(name));
        for (key, value) in definition.as_object().into_iter().flatten().filter(|(key, _)| *key != "doc") {
            member.insert(key.clone(), value.clone());
        }
    }))
}

/// A call is made by another resource.
fn call_moved(place: &Place, places: &[Place]) -> Option<Attempt> {
    if place.kind != "endpoint" {
        return None;
    }
    let resources: Vec<&Place> = places.iter().filter(|place| place.kind == "resource").collect();
    let here = resources.iter().position(|resource| resource.path == file(&place.path))?;
    let to = resources[(here + 1) % resources.len()].path.clone();
    let (path, moved) = (place.path.clone(), format!("{}_moved", place.name));
    let keep = format!("{to}/endpoints/{moved}");
    Some(attempt("call moved", place, NONE, &keep, move |tree| {
        let (section, name) = split(&path);
        let endpoint = mapping_mut(tree, section).shift_remove(name).unwrap_or_default();
        mapping_mut(tree, &format!("{to}/endpoints")).insert(moved.clone(), endpoint);
    }))
}

/// The name of a header in other letters, which HTTP takes for the same.
fn in_other_letters(place: &Place, item: &Value) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    if place.kind == "header" {
        let (path, new) = (place.path.clone(), place.name.to_lowercase());
        let keep = format!("{}/{new}", split(&path).0);
        attempts.push(attempt("in other letters", place, NONE, &keep, move |tree| {
            let (section, name) = split(&path);
            let headers = mapping_mut(tree, section);
            let header = headers.shift_remove(name).unwrap_or_default();
            headers.insert(new.clone(), header);
        }));
    }
    if place.kind == "protocol" {
        for key in ["request_id", "idempotency_key", "should_retry"] {
            let Some(header) = item[key].as_str().map(str::to_lowercase) else { continue };
            let (path, keep) = (place.path.clone(), format!("{}/{key}", place.path));
            let changed = attempt("in other letters", place, NONE, &keep, move |tree| {
                at_mut(tree, &path)[key] = json!(header);
            });
            let name = format!("{} ({key})", changed.name);
            attempts.push(Attempt { name, meaning: Meaning::Nothing, ..changed });
        }
    }
    attempts
}
