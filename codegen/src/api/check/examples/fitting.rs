//! A walk through the value of an example and its type.

use super::{
    json::json,
    member_list::{Member, Members},
    values,
};
use crate::{
    api::{
        bounded::keeps,
        model::{Api, Bound, ObjectId, Pagination, Sides, Told, Type, Union},
        scalars::TimestampFormat,
        unions::{Selected, select},
    },
    diag::{Diagnostic, Diagnostics, Span, alternatives, code, instead},
    spec::{Entry, Measure, Node, Value},
};

/// The walk.
pub(super) struct Fitting<'a> {
    api: &'a Api,
    /// How instants are written.
    timestamps: TimestampFormat,
    diagnostics: &'a mut Diagnostics,
    /// The members and indices that lead to the value at hand.
    path: Vec<Step>,
}

enum Step {
    Member(String),
    Item(usize),
}

impl<'a> Fitting<'a> {
    pub(super) fn new(api: &'a Api, timestamps: TimestampFormat, diagnostics: &'a mut Diagnostics) -> Self {
        Self { api, timestamps, diagnostics, path: Vec::new() }
    }

    /// Checks a page of a list.
    pub(super) fn page(&mut self, node: &Node, pagination: Pagination, item: &Type) {
        match &node.value {
            Value::Faulty => {}
            Value::Mapping(entries) => self.members(node, entries, &Members::of_page(pagination, item)),
            _ => self.mismatch(node, "a page of a list", "write the members of a page, with the items in `data`"),
        }
    }

    /// Checks a value.
    pub(super) fn value(&mut self, node: &Node, ty: &Type) {
        match (&node.value, ty) {
            (Value::Faulty, _) | (_, Type::Json) | (Value::Null, Type::Nullable(_)) => {}
            (_, Type::Nullable(ty)) => self.value(node, ty),
            (Value::Null, _) => self.null(node),
            (_, Type::Alias(id, ty)) => {
                self.value(node, ty);
                let api = self.api;
                self.bounds(&api[*id].bounds.list, node);
            }
            (_, Type::Object(id)) if self.api[*id].is_any_shape() => self.shape(node, *id),
            (Value::Mapping(entries), Type::Object(id) | Type::Expandable(_, id)) => {
                self.object(node, entries, *id);
            }
            (Value::Mapping(entries), Type::Map(ty)) => {
                for entry in entries.iter() {
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
                if let Err(problem) = values::check(node, ty, self.timestamps, self.api, self.diagnostics) {
                    self.mismatch(node, &problem.expected, &problem.help);
                }
                if let Type::Text(id) = ty {
                    let api = self.api;
                    self.bounds(&api[*id].bounds.list, node);
                }
            }
        }
    }

    fn inside(&mut self, step: Step, node: &Node, ty: &Type) {
        self.path.push(step);
        self.value(node, ty);
        self.path.pop();
    }

    /// Checks what only its shape tells.
    fn shape(&mut self, node: &Node, id: ObjectId) {
        let api = self.api;
        let Some(union) = &api[id].union else { return };
        match select(id, union, &json(node), api) {
            Selected::Known(index, _) => union.variants[index].data.iter().for_each(|ty| self.value(node, ty)),
            Selected::Unknown(_) => self.no_variant(node, union),
        }
    }

    fn object(&mut self, node: &Node, entries: &[Entry], id: ObjectId) {
        let members = Members::of_object(id, &json(node), self.api);
        match members.unfit {
            Some(union) => self.no_variant(node, union),
            None => self.members(node, entries, &members),
        }
    }

    /// Reports what is no variant of a union that no tag tells.
    fn no_variant(&mut self, node: &Node, union: &Union) {
        let names = alternatives(union.on(Sides::RESPONSE).map(|variant| variant.item.name.as_str()));
        let help = match union.told {
            Told::Key => format!("name its member {names}"),
            _ => format!("write what {names} looks like"),
        };
        self.mismatch(node, "one of the variants of the union", &help);
    }

    fn members(&mut self, node: &Node, entries: &[Entry], members: &Members) {
        let is_absent = |member: &&Member| entries.iter().all(|entry| entry.key.value != member.name);
        let absent: Vec<&Member> = members.list.iter().filter(is_absent).collect();
        let mut misspelt = Vec::new();
        for entry in entries {
            let other = members.rest.filter(|_| !members.is_of_other_variant(&entry.key.value));
            match (members.list.iter().find(|member| member.name == entry.key.value), other) {
                (Some(member), _) => self.member(member, &entry.value),
                (None, Some(ty)) => self.inside(Step::Member(entry.key.value.clone()), &entry.value, ty),
                (None, None) => misspelt.extend(self.unknown_member(entry, members, &absent)),
            }
        }
        for member in absent.iter().filter(|member| !member.optional && !misspelt.contains(&member.name)) {
            self.missing_member(node, member);
        }
    }

    fn member(&mut self, member: &Member, node: &Node) {
        self.path.push(Step::Member(member.name.to_owned()));
        let said = json(node);
        let is_alike = |says: &serde_json::Value| std::mem::discriminant(says) == std::mem::discriminant(&said);
        if member.says.first().is_some_and(is_alike) && !member.says.contains(&said) {
            let says: Vec<String> = member.says.iter().map(shown).collect();
            let help = format!("write {}", alternatives(says.iter().map(String::as_str)));
            self.mismatch(node, member.tag_of, &help);
        } else {
            self.value(node, &member.ty);
        }
        self.bounds(member.bounds, node);
        self.path.pop();
    }

    fn bounds(&mut self, bounds: &[Bound], node: &Node) {
        for bound in bounds {
            self.bound(bound, node);
        }
    }

    /// Checks that a value keeps to a bound, or each one in it.
    fn bound(&mut self, bound: &Bound, node: &Node) {
        match &node.value {
            Value::List(items) if bound.kind.measure() != Measure::Items => {
                for (index, item) in items.iter().enumerate() {
                    self.bound_inside(Step::Item(index), bound, item);
                }
            }
            Value::Mapping(entries) => {
                for entry in entries.iter() {
                    self.bound_inside(Step::Member(entry.key.value.clone()), bound, &entry.value);
                }
            }
            _ if keeps(&json(node), bound) => {}
            _ => {
                let message = format!("{} must {}", self.place(), bound.must());
                let fault = Diagnostic::new("invalid-bound", message, &node.span, "beyond its bound");
                let fault = fault.label(&bound.span, "this bound");
                self.diagnostics.push(fault.help("change the example, or the bound, if it is not the service's own"));
            }
        }
    }

    fn bound_inside(&mut self, step: Step, bound: &Bound, node: &Node) {
        self.path.push(step);
        self.bound(bound, node);
        self.path.pop();
    }

    /// Reports a member that is not described, and gives the one that was probably meant.
    fn unknown_member<'m>(&mut self, entry: &Entry, members: &Members<'m>, absent: &[&Member<'m>]) -> Option<&'m str> {
        let name = &entry.key.value;
        if members.is_of_other_variant(name) {
            let message = format!("{} is the data of another variant", code(name));
            self.report(message, &entry.key.span, "not of this variant", "remove it, or change the tag");
            return None;
        }
        let meant = self.diagnostics.closest(name, absent.iter().map(|member| member.name));
        let message = format!("{} has no member {}", members.owner, code(name));
        self.report(message, &entry.key.span, "unknown member", &instead(meant, members.help));
        absent.iter().map(|member| member.name).find(|name| meant == Some(name))
    }

    fn missing_member(&mut self, node: &Node, member: &Member) {
        let name = code(member.name);
        let start = node.span.bytes.start;
        let place = Span { file: node.span.file, bytes: start..start + 1 };
        let message = format!("{} has no member {name}", self.place());
        let otherwise = if member.is_field { ", or write `optional: true` if the service leaves it out" } else { "" };
        let help = format!("add {name}{otherwise}");
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

/// A text without quotes, or JSON.
fn shown(json: &serde_json::Value) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}
