//! Checks that the examples of an endpoint fit what it returns.

use serde_json::Map;

use super::example_values;
use crate::{
    api::model::{Api, Example, Field, Object, Type},
    diag::{Diagnostic, Diagnostics, Span, alternatives, code},
    spec::{Entry, Node, Read, Text, Value},
};

/// Checks all examples of an endpoint.
pub(super) fn check(
    examples: &[(Text, Read<Node>)],
    returns: &Read<Option<Type>>,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Vec<Example> {
    let mut checked = Vec::new();
    for (name, response) in examples {
        super::items::name(name, "example", super::names::Form::Wire, diagnostics);
        let Ok(node) = response else { continue };
        match returns {
            Ok(Some(ty)) => Fitting { api, diagnostics, path: Vec::new() }.value(node, ty),
            Ok(None) => diagnostics.push(
                Diagnostic::new(
                    "example-mismatch",
                    "the endpoint returns nothing",
                    &node.span,
                    "yet here is a response",
                )
                .help("add `returns` to the endpoint, or remove the example"),
            ),
            Err(_) => {}
        }
        checked.push(Example { name: name.value.clone(), response: json(node) });
    }
    checked
}

/// The same value as JSON.
fn json(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null | Value::Faulty => serde_json::Value::Null,
        Value::Boolean(value) => serde_json::Value::Bool(*value),
        Value::Number(number) => serde_json::Value::Number(number.clone()),
        Value::Text(text) => serde_json::Value::String(text.clone()),
        Value::List(items) => serde_json::Value::Array(items.iter().map(json).collect()),
        Value::Mapping(entries) => {
            let members = entries.iter().map(|entry| (entry.key.value.clone(), json(&entry.value)));
            serde_json::Value::Object(members.collect::<Map<_, _>>())
        }
    }
}

/// A walk through a value and its type.
struct Fitting<'a> {
    api: &'a Api,
    diagnostics: &'a mut Diagnostics,
    /// The members and indices that lead to the value at hand.
    path: Vec<Step>,
}

enum Step {
    Member(String),
    Item(usize),
}

impl Fitting<'_> {
    fn value(&mut self, node: &Node, ty: &Type) {
        match (&node.value, ty) {
            (Value::Faulty, _) | (_, Type::Json) | (Value::Null, Type::Nullable(_)) => {}
            (_, Type::Nullable(ty)) => self.value(node, ty),
            (Value::Null, _) => self.null(node),
            (Value::Mapping(entries), Type::Object(id)) => {
                let api = self.api;
                self.object(node, entries, &api[*id]);
            }
            (Value::Mapping(entries), Type::Map(ty)) => {
                for entry in entries {
                    self.inside(Step::Member(entry.key.value.clone()), &entry.value, ty);
                }
            }
            (Value::List(items), Type::List(ty)) => {
                for (index, item) in items.iter().enumerate() {
                    self.inside(Step::Item(index), item, ty);
                }
            }
            (_, Type::Object(_) | Type::Map(_)) => self.mismatch(node, "a mapping", "write its members"),
            (_, Type::List(_)) => self.mismatch(node, "a list", "write `[…]`, or `- …` on lines of their own"),
            _ => {
                if let Err(problem) = example_values::check(node, ty, self.api, self.diagnostics) {
                    self.mismatch(node, &problem.expected, &problem.help);
                }
            }
        }
    }

    fn inside(&mut self, step: Step, node: &Node, ty: &Type) {
        self.path.push(step);
        self.value(node, ty);
        self.path.pop();
    }

    fn object(&mut self, node: &Node, entries: &[Entry], object: &Object) {
        let is_absent = |field: &&Field| entries.iter().all(|entry| entry.key.value != field.item.name);
        let absent: Vec<&Field> = object.fields.iter().filter(is_absent).collect();
        let mut misspelt = Vec::new();
        for entry in entries {
            match object.fields.iter().find(|field| field.item.name == entry.key.value) {
                Some(field) => self.field(field, &entry.value),
                None => misspelt.extend(self.unknown_member(entry, object, &absent)),
            }
        }
        for field in absent.iter().filter(|field| !field.optional && !misspelt.contains(&field.item.name)) {
            self.missing_member(node, field);
        }
    }

    fn field(&mut self, field: &Field, node: &Node) {
        self.path.push(Step::Member(field.item.name.clone()));
        match &node.value {
            Value::Text(text) if !field.tags.is_empty() && !field.tags.contains(text) => {
                let help = format!("write {}", alternatives(field.tags.iter().map(String::as_str)));
                self.mismatch(node, "the tag of the object", &help);
            }
            _ => self.value(node, &field.ty),
        }
        self.path.pop();
    }

    /// Reports a member that the object has not, and gives the one that was probably meant.
    fn unknown_member(&mut self, entry: &Entry, object: &Object, absent: &[&Field]) -> Option<String> {
        let name = &entry.key.value;
        let meant = self.diagnostics.closest(name, absent.iter().map(|field| field.item.name.as_str()));
        let message = format!("the object {} has no member {}", code(&object.item.name), code(name));
        let help = match meant {
            Some(meant) => format!("did you mean {}?", code(meant)),
            None => "add it to the fields of the object, or remove it here".to_owned(),
        };
        self.report(message, &entry.key.span, "unknown member", &help);
        meant.map(str::to_owned)
    }

    fn missing_member(&mut self, node: &Node, field: &Field) {
        let name = code(&field.item.name);
        let start = node.span.bytes.start;
        let place = Span { file: node.span.file, bytes: start..start + 1 };
        let message = format!("{} has no member {name}", self.place());
        let help = format!("add {name}, or write `optional: true` if the service leaves it out");
        self.report(message, &place, &format!("{name} is missing"), &help);
    }

    fn null(&mut self, node: &Node) {
        let help = "end the type with `?` if it may be null; a member that is `optional` is left out instead";
        self.mismatch(node, "something else than null", help);
    }

    fn mismatch(&mut self, node: &Node, expected: &str, help: &str) {
        let message = format!("{} must be {expected}", self.place());
        let label = match node.kind() {
            "nothing" => "this is null".to_owned(),
            "text" => "this is not".to_owned(),
            kind => format!("this is {kind}"),
        };
        self.report(message, &node.span, &label, help);
    }

    fn report(&mut self, message: String, span: &Span, label: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new("example-mismatch", message, span, label).help(help));
    }

    /// Where the walk is, in words.
    fn place(&self) -> String {
        let mut path = String::new();
        for step in &self.path {
            match step {
                Step::Member(name) if path.is_empty() => path.push_str(name),
                Step::Member(name) => path.extend([".", name]),
                Step::Item(index) => path.extend(["[", &index.to_string(), "]"]),
            }
        }
        if path.is_empty() { "the response".to_owned() } else { code(&path) }
    }
}
