//! What a schema says.

use std::collections::HashSet;

use super::look::Look;
use crate::yaml::{Entry, Node, Value};

/// A sort of JSON, as the keyword `type` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::openapi) enum Kind {
    Object,
    Array,
    Text,
    Integer,
    Number,
    Boolean,
}

/// A schema.
#[derive(Clone, Copy, Debug)]
pub(in crate::openapi) struct Schema<'a>(pub(in crate::openapi) &'a Node);

/// Keywords that only say something to readers, or narrow values.
const IDLE: [&str; 32] = [
    "description",
    "title",
    "example",
    "examples",
    "deprecated",
    "nullable",
    "readOnly",
    "writeOnly",
    "default",
    "xml",
    "externalDocs",
    "$comment",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "summary",
    "not",
    "if",
    "then",
    "else",
    "dependentRequired",
    "$schema",
];

impl<'a> Schema<'a> {
    /// Whether it says nothing of what a value is: `true`, `{}`, or words for readers alone.
    pub(in crate::openapi) fn is_any(self) -> bool {
        let entries = self.0.entries();
        !matches!(self.0.value, Value::Boolean(false))
            && entries.iter().all(|entry| {
                IDLE.contains(&entry.key.value.as_str())
                    || entry.key.value.starts_with("x-")
                    || matches!((entry.key.value.as_str(), entry.value.text()), ("type", Some("any")))
            })
    }

    /// Whether it says that members are there, and nothing else.
    pub(in crate::openapi) fn only_requires(self) -> bool {
        let is_such = |entry: &Entry| {
            matches!(entry.key.value.as_str(), "required" | "type") || IDLE.contains(&entry.key.value.as_str())
        };
        self.0.at("required").is_some()
            && self.0.entries().iter().all(is_such)
            && self.0.text_at("type").is_none_or(|ty| ty == "object")
    }

    /// The sorts that it names, without `null`; those that its other keywords imply where it names none.
    pub(in crate::openapi) fn kinds(self) -> Vec<Kind> {
        let mut kinds: Vec<Kind> = self.type_words().filter_map(kind).collect();
        kinds.dedup();
        if !kinds.is_empty() {
            return kinds;
        }
        let has = |keys: &[&str]| keys.iter().any(|key| self.0.at(key).is_some());
        if has(&["properties", "additionalProperties", "patternProperties"]) {
            vec![Kind::Object]
        } else if has(&["items", "prefixItems"]) {
            vec![Kind::Array]
        } else {
            let mut kinds: Vec<Kind> = self.values().iter().filter_map(|value| kind_of(value)).collect();
            kinds.sort_unstable();
            kinds.dedup();
            if kinds.is_empty() && has(&["format", "minLength", "maxLength", "pattern"]) {
                kinds.push(Kind::Text);
            }
            kinds
        }
    }

    fn type_words(self) -> impl Iterator<Item = &'a str> {
        let node = self.0.at("type");
        let one = node.and_then(Look::text);
        let many = node.map_or(&[][..], Look::items);
        one.into_iter().chain(many.iter().filter_map(Look::text))
    }

    /// Whether it says itself that its value may be null, in whichever of the ways.
    pub(in crate::openapi) fn is_nullable(self) -> bool {
        self.0.has_true("nullable")
            || self.type_words().any(|word| word == "null")
            || self.enumeration().iter().any(is_null)
            || self.0.entry("const").is_some_and(|entry| matches!(entry.value.value, Value::Null))
            || self.branches().any(|branch| Schema(branch).is_null())
    }

    /// Whether its value is always null.
    pub(in crate::openapi) fn is_null(self) -> bool {
        let is_type = self.0.text_at("type") == Some("null") || {
            let words: Vec<_> = self.type_words().collect();
            !words.is_empty() && words.iter().all(|word| *word == "null")
        };
        let values = self.enumeration();
        is_type || matches!(self.0.value, Value::Null) || !values.is_empty() && values.iter().all(is_null)
    }

    /// The items of `enum`.
    pub(in crate::openapi) fn enumeration(self) -> &'a [Node] {
        self.0.items_at("enum")
    }

    /// The values that there are, without `null`: those of `enum`, or `const` alone. Each comes once.
    pub(in crate::openapi) fn values(self) -> Vec<&'a Node> {
        let mut known = HashSet::new();
        let all = self.0.at("const").into_iter().chain(self.enumeration()).filter(|value| !is_null(value));
        all.filter(|value| known.insert(literal(value))).collect()
    }

    /// The schemas of `oneOf` and `anyOf`.
    pub(in crate::openapi) fn branches(self) -> impl Iterator<Item = &'a Node> {
        self.0.items_at("oneOf").iter().chain(self.0.items_at("anyOf"))
    }

    /// Those that say more than which members are there.
    pub(in crate::openapi) fn telling_branches(self) -> Vec<&'a Node> {
        self.branches().filter(|branch| !Schema(branch).only_requires()).collect()
    }

    /// The schemas of `allOf`.
    pub(in crate::openapi) fn all_of(self) -> &'a [Node] {
        self.0.items_at("allOf")
    }

    /// Its members.
    pub(in crate::openapi) fn properties(self) -> &'a [Entry] {
        self.0.entries_at("properties")
    }

    /// The names of members that are always there.
    pub(in crate::openapi) fn required(self) -> impl Iterator<Item = (&'a str, &'a Node)> {
        self.0.items_at("required").iter().filter_map(|node| Some((node.text()?, node)))
    }

    /// What members hold that are not named: nothing if it does not say that there are any.
    pub(in crate::openapi) fn additional(self) -> Option<&'a Node> {
        let node = self.0.at("additionalProperties").or_else(|| match self.0.entries_at("patternProperties") {
            [only] => Some(&only.value),
            _ => None,
        })?;
        (!matches!(node.value, Value::Boolean(false))).then_some(node)
    }

    pub(in crate::openapi) fn format(self) -> &'a str {
        self.0.text_at("format").or_else(|| self.0.text_at("contentEncoding")).unwrap_or_default()
    }
}

/// The sort that a word for `type` means.
fn kind(word: &str) -> Option<Kind> {
    match word.trim_matches(|sign: char| !sign.is_ascii_alphanumeric()).to_ascii_lowercase().as_str() {
        "object" | "map" | "dict" => Some(Kind::Object),
        "array" | "list" => Some(Kind::Array),
        "string" | "str" | "text" | "file" | "uuid" | "date" | "datetime" => Some(Kind::Text),
        "integer" | "int" | "int32" | "int64" | "long" => Some(Kind::Integer),
        "number" | "float" | "double" | "decimal" => Some(Kind::Number),
        "boolean" | "bool" => Some(Kind::Boolean),
        _ => None,
    }
}

/// The sort of a value.
pub(in crate::openapi) fn kind_of(value: &Node) -> Option<Kind> {
    match &value.value {
        Value::Boolean(_) => Some(Kind::Boolean),
        Value::Number(number) if number.is_whole() => Some(Kind::Integer),
        Value::Number(_) => Some(Kind::Number),
        Value::Text(_) => Some(Kind::Text),
        Value::List(_) => Some(Kind::Array),
        Value::Mapping(_) => Some(Kind::Object),
        Value::Null | Value::Faulty => None,
    }
}

/// A text, number or truth as a description writes it.
pub(in crate::openapi) fn literal(value: &Node) -> Option<(Kind, &str)> {
    Some(match &value.value {
        Value::Boolean(truth) => (Kind::Boolean, if *truth { "true" } else { "false" }),
        Value::Number(number) => (kind_of(value)?, number.as_str()),
        Value::Text(text) => (Kind::Text, text),
        _ => return None,
    })
}

fn is_null(node: &Node) -> bool {
    matches!(node.value, Value::Null)
}
