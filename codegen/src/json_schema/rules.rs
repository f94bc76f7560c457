//! What holds between the keys of a mapping, as schemas that must hold beside that of each key.

use serde_json::{Map, Value, json};

use super::types::{self, reference};
use crate::spec::schema::{BESIDE, MAKE_OBJECT, MappingKind, OBJECT, Rule, Way};

/// What can be described beside a type.
const IN_PLACE: [&str; 3] = ["object", "union", "enum"];

/// The schemas of all rules of a kind; `define` makes sure that there is one of a name.
pub(super) fn all(kind: &MappingKind, mut define: impl FnMut(&str, &dyn Fn() -> Value) -> Value) -> Vec<Value> {
    if kind.rules.iter().any(|rule| matches!(rule, Rule::InPlace)) {
        for word in IN_PLACE {
            define(&types::name_of(word), &|| types::schema_of(word));
        }
    }
    kind.rules.iter().flat_map(|rule| of_rule(rule, kind)).collect()
}

fn of_rule(rule: &Rule, kind: &MappingKind) -> Vec<Value> {
    match rule {
        Rule::Ways(ways) => of_ways(ways),
        Rule::Any(keys) => vec![any(keys)],
        Rule::Together(keys) => vec![together(keys)],
        Rule::Apart(keys) => vec![json!({"not": {"required": keys}})],
        Rule::InPlace => vec![in_place()],
        Rule::Typeless { takes, implied_by } => vec![typeless(takes, implied_by, kind)],
    }
}

/// One of the ways is taken, with what it needs, and nothing that belongs to others.
fn of_ways(ways: &[Way]) -> Vec<Value> {
    let taken: Vec<Value> = ways.iter().map(|way| required(way.key)).collect();
    let needs = ways.iter().filter(|way| !way.needs.is_empty());
    let needs: Map<String, Value> = needs.map(|way| (way.key.to_owned(), json!(way.needs))).collect();
    let mut beside: Vec<&str> = ways.iter().flat_map(|way| way.needs.iter().chain(way.takes)).copied().collect();
    beside.sort_unstable();
    beside.dedup();
    let of_key = |key: &str| {
        let ways: Vec<&str> = ways.iter().filter(|way| way.has(key)).map(|way| way.key).collect();
        (key.to_owned(), any(&ways))
    };
    let beside: Map<String, Value> = beside.into_iter().map(of_key).collect();
    let mut rules = vec![json!({"oneOf": taken})];
    if !needs.is_empty() {
        rules.push(json!({"dependentRequired": needs}));
    }
    if !beside.is_empty() {
        rules.push(json!({"dependentSchemas": beside}));
    }
    rules
}

/// A key is there.
fn required(key: &str) -> Value {
    json!({"required": [key]})
}

/// One of some keys is there.
fn any(keys: &[&str]) -> Value {
    json!({"anyOf": keys.iter().map(|key| required(key)).collect::<Vec<_>>()})
}

/// All of some keys are there, or none.
fn together(keys: &[&str]) -> Value {
    let others = |key: &&&str| keys.iter().filter(|other| *other != *key).collect::<Vec<_>>();
    let needs: Map<String, Value> = keys.iter().map(|key| ((*key).to_owned(), json!(others(&key)))).collect();
    json!({"dependentRequired": needs})
}

/// None of some keys is there.
fn none<'a>(keys: impl Iterator<Item = &'a str>) -> Value {
    let properties: Map<String, Value> = keys.map(|key| (key.to_owned(), json!(false))).collect();
    json!({"properties": properties})
}

/// What is described in place fits the type. Where no type is written, some keys make an object.
fn in_place() -> Value {
    let is =
        |word: &str| json!({"properties": {"type": {"$ref": reference(&types::name_of(word))}}, "required": ["type"]});
    let makes_object = json!({"allOf": [{"not": required("type")}, any(&MAKE_OBJECT)]});
    let is_object = json!({"anyOf": [is("object"), makes_object]});
    let nothing = none(BESIDE.iter().map(|(key, _)| *key).chain(["name"]));
    let of_enum = json!({"if": is("enum"), "then": placed("enum"), "else": nothing});
    let of_union = json!({"if": is("union"), "then": placed("union"), "else": of_enum});
    json!({"if": is_object, "then": placed("object"), "else": of_union})
}

/// What is described in place as an object, a union or an enum.
fn placed(word: &str) -> Value {
    let mut rules = vec![none(BESIDE.iter().filter(|(_, words)| !words.contains(&word)).map(|(key, _)| *key))];
    match word {
        "object" => rules.extend(OBJECT.rules.iter().flat_map(|rule| of_rule(rule, &OBJECT))),
        "union" => rules.push(json!({"required": ["union", "variants"]})),
        _ => rules.push(required("values")),
    }
    json!({"allOf": rules})
}

/// Without a type, written or implied, only some keys say something.
fn typeless(takes: &[&str], implied_by: &[&str], kind: &MappingKind) -> Value {
    let has_type = any(&["type"].into_iter().chain(MAKE_OBJECT).collect::<Vec<_>>());
    let is_implied = json!({"properties": {"as": {"enum": implied_by}}, "required": ["as"]});
    json!({
        "if": {"anyOf": [has_type, is_implied]},
        "else": none(kind.key_names().filter(|key| !takes.contains(key))),
    })
}
