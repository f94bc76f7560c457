//! The same JSON under other types: an alias and what it stands for, a form that the protocol says anyway, a map and an
//! object without named members, a union and an object with what tells.

use clientsmith::api::{Api, Object, TimestampFormat};
use clientsmith::diff::Wire;
use clientsmith::spec::schema::MappingKind;
use serde_json::{Map, Value, json};

use super::place::{Place, name_in_place, places};
use super::refactorings::{attempt, data_member};
use super::tables::{ITEM_KEYS, kind};
use super::tree::{at, at_mut, file, mapping_mut, split};
use super::{Attempt, NONE};

/// The refactorings of all types.
pub(super) fn attempts(tree: &Value, api: &Api) -> Vec<Attempt> {
    let mut attempts = Vec::new();
    for place in &places(tree) {
        let item = at(tree, &place.path);
        attempts.extend(alias_written_out(place, item, tree));
        attempts.extend(alias_made(place, item));
        attempts.extend(form_said(place, item, api));
        attempts.extend(map_made_rest(place, item));
        attempts.extend(object_made_union(place, item));
        attempts.extend(members_told_by_key(place, item, api));
        attempts.extend(members_with_content(place, item));
        attempts.extend(shape_made_json(place, item));
    }
    attempts
}

/// What an alias says beside what every item takes, and beside its type.
fn alias_keys() -> impl Iterator<Item = &'static str> {
    let keys = kind("alias").into_iter().flat_map(MappingKind::key_names);
    keys.filter(|key| *key != "type" && !ITEM_KEYS.contains(key))
}

/// Whether a place has a value that callers give or read.
fn is_member(place: &Place) -> bool {
    ["field", "parameter"].contains(&place.kind)
}

/// The object of a name, as it is described by the base.
fn object<'a>(name: &str, api: &'a Api) -> Option<&'a Object> {
    api.objects.iter().find(|object| object.item.name == name)
}

/// What is named by an alias says itself what the alias stands for.
fn alias_written_out(place: &Place, item: &Value, tree: &Value) -> Option<Attempt> {
    let ty = item.get("type")?.as_str().filter(|_| is_member(place))?;
    let name = ty.trim_end_matches('?');
    let mut files = tree.as_object()?.values();
    let alias = files.find_map(|file| file.get("aliases")?.get(name))?.clone();
    let ty = ty.replacen(name, alias["type"].as_str()?, 1);
    let path = place.path.clone();
    Some(attempt("alias written out", place, NONE, &place.path, move |tree| {
        let member = mapping_mut(tree, &path);
        member.insert("type".to_owned(), json!(ty));
        for key in alias_keys() {
            if let Some(value) = alias.get(key) {
                member.entry(key).or_insert_with(|| value.clone());
            }
        }
    }))
}

/// The type of a member gets a name of its own, and its bounds go there.
fn alias_made(place: &Place, item: &Value) -> Option<Attempt> {
    let ty = item.get("type")?.as_str().filter(|_| is_member(place))?.to_owned();
    let is_named = ty.contains(|sign: char| sign.is_ascii_uppercase());
    let is_in_place = ["object", "union", "enum"].iter().any(|word| ty.contains(word));
    if is_named || is_in_place || ty.ends_with('?') || ty == "id" || ty == "file" {
        return None;
    }
    let (path, name) = (place.path.clone(), format!("{}Named", name_in_place(&json!({}), place)));
    let keep = format!("{}/aliases/{name}", file(&path));
    Some(attempt("alias made", place, NONE, &keep, move |tree| {
        let mut alias = json!({"type": ty, "doc": "It has a name."});
        let member = mapping_mut(tree, &path);
        member.insert("type".to_owned(), json!(name));
        for key in alias_keys() {
            if let Some(value) = member.shift_remove(key) {
                alias[key] = value;
            }
        }
        let file = mapping_mut(tree, file(&path));
        file.entry("aliases").or_insert_with(|| json!({}))[&name] = alias;
    }))
}

/// An instant of an object says the form that its protocol gives it anyway.
fn form_said(place: &Place, item: &Value, api: &Api) -> Option<Attempt> {
    let ty = item.get("type")?.as_str().filter(|_| place.kind == "field")?;
    let is_unix = object(&place.owner, api)?.timestamps == TimestampFormat::Unix;
    let form = if is_unix { "timestamp(unix)" } else { "timestamp(rfc3339)" };
    let ty = if ty.trim_end_matches('?') == "timestamp" { ty.replace("timestamp", form) } else { return None };
    let path = place.path.clone();
    Some(attempt("form said", place, NONE, &place.path, move |tree| at_mut(tree, &path)["type"] = json!(ty)))
}

/// A map becomes an object that names no members.
fn map_made_rest(place: &Place, item: &Value) -> Option<Attempt> {
    let ty = item.get("type")?.as_str().filter(|_| is_member(place))?;
    let inner = ty.strip_prefix('{')?.strip_suffix('}')?.to_owned();
    let is_in_place = ["object", "union", "enum"].contains(&inner.trim_end_matches('?'));
    if is_in_place || alias_keys().any(|key| item.get(key).is_some()) {
        return None;
    }
    let (path, keep) = (place.path.clone(), format!("{}/rest", place.path));
    Some(attempt("map made rest", place, NONE, &keep, move |tree| {
        let member = mapping_mut(tree, &path);
        member.insert("type".to_owned(), json!("object"));
        member.insert("rest".to_owned(), json!({"type": inner, "doc": "What else there is."}));
    }))
}

/// An object with a text that is always the same is one of one thing, which that text tells.
fn object_made_union(place: &Place, item: &Value) -> Option<Attempt> {
    let is_object = place.kind == "object" || is_member(place) && item["type"] == "object";
    let mut fields = item.get("fields")?.as_object().filter(|_| is_object && item.get("union").is_none())?.clone();
    let beside = ["const_also", "only", "optional"];
    let tells = |field: &Value| field["const"].is_string() && beside.iter().all(|key| field.get(*key).is_none());
    let (tag, said) = fields.iter().find(|(_, field)| tells(field)).map(|(tag, field)| (tag, &field["const"]))?;
    let (tag, said) = (tag.clone(), said.as_str()?.to_owned());
    fields.shift_remove(&tag);
    let (path, keep) = (place.path.clone(), format!("{}/union", place.path));
    Some(attempt("object made union", place, NONE, &keep, move |tree| {
        let object = mapping_mut(tree, &path);
        let mut variant = json!({"doc": "The only one.", "fields": fields});
        object.shift_remove("fields");
        if let Some(rest) = object.shift_remove("rest") {
            variant["rest"] = rest;
        }
        object.insert("union".to_owned(), json!({"inside": tag}));
        object.insert("variants".to_owned(), json!({&said: variant}));
    }))
}

/// A definition of a union becomes one of an object with these fields.
fn plain(subject: &'static str, place: &Place, wires: [Wire; 2], fields: Map<String, Value>) -> Attempt {
    let path = place.path.clone();
    let keep = format!("{}/objects/{}", file(&path), place.name);
    attempt(subject, place, wires, &keep, move |tree| {
        let (section, name) = split(&path);
        let union = mapping_mut(tree, section).shift_remove(name).unwrap_or_default();
        let object = json!({"doc": union["doc"], "fields": fields});
        at_mut(tree, file(&path))["objects"][name] = object;
    })
}

/// What the name of a member tells are members of which one is there. An old program that knows such members may send more
/// than one, and one that knows the union understands only one.
fn members_told_by_key(place: &Place, item: &Value, api: &Api) -> Option<Attempt> {
    let is_meant = place.kind == "union" && item["union"] == json!({"by": "key"});
    let variants = item.get("variants")?.as_object().filter(|_| is_meant)?;
    let fields = variants.iter().map(|(name, variant)| Some((name.clone(), data_member(variant)?)));
    let is_read = object(&place.name, api)?.uses.response;
    let wires = [if is_read { Wire::Breaks } else { Wire::Ok }, Wire::Breaks];
    Some(plain("key made members", place, wires, fields.collect::<Option<_>>()?))
}

/// What a member beside the data tells is an enum, and the data a member that may stay away. An old program that knows the
/// union takes data that stays away for something unknown; one that knows plain members may send none.
fn members_with_content(place: &Place, item: &Value) -> Option<Attempt> {
    let told = item.get("union").filter(|_| place.kind == "union")?;
    let (tag, content, base) = (told["tag"].as_str()?, told["content"].as_str()?, &told["base"]);
    let variants = item.get("variants")?.as_object()?;
    let mut data = variants.values().filter_map(data_member);
    let (Some(mut data), None) = (data.next(), data.next()) else { return None };
    for key in ["rust", "doc"] {
        data.as_object_mut()?.shift_remove(key);
    }
    data["doc"] = json!("What belongs to it.");
    let value = |(name, variant): (&String, &Value)| {
        let mut value = json!({"doc": variant["doc"]});
        if let Some(name) = variant.get("rust") {
            value["rust"] = name.clone();
        }
        (name.clone(), value)
    };
    let values: Map<String, Value> = variants.iter().map(value).collect();
    let tells = json!({"type": "enum", "base": base, "doc": "What it is.", "values": values});
    let fields = Map::from_iter([(tag.to_owned(), tells), (content.to_owned(), data)]);
    Some(plain("content made member", place, [Wire::Breaks, Wire::Breaks], fields))
}

/// What its shape tells is any JSON, of answers: an old program takes what it does not know for something unknown.
fn shape_made_json(place: &Place, item: &Value) -> Option<Attempt> {
    let ty = item.get("type")?.as_str().filter(|ty| ty.contains("union"))?.replace("union", "json");
    let is_meant = place.kind == "field" && item["only"] == "response" && item["union"] == json!({"by": "shape"});
    let path = place.path.clone();
    is_meant.then(|| {
        attempt("shape made JSON", place, [Wire::Degraded, Wire::Ok], &place.path, move |tree| {
            let member = mapping_mut(tree, &path);
            member.shift_remove("union");
            member.shift_remove("variants");
            member.shift_remove("name");
            member.insert("type".to_owned(), json!(ty));
        })
    })
}
