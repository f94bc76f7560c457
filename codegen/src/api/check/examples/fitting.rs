//! A walk through the value of an example and its type.

use super::{
    json::json,
    kept::keeps,
    member_list::{Member, Members},
    values,
};
use crate::{
    api::{
        model::{Api, Bound, Object, Pagination, Sides, Type},
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics, Span, alternatives, code, instead},
    spec::{Entry, Node, Value},
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
            (Value::Mapping(entries), Type::Object(id) | Type::Expandable(_, id)) => {
                let api = self.api;
                self.object(node, entries, &api[*id]);
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

    fn object(&mut self, node: &Node, entries: &[Entry], object: &Object) {
        let mut members = Members::of_object(object);
        if let Some(union) = &object.union {
            let tag = entries.iter().find(|entry| entry.key.value == union.tag).map(|entry| &entry.value.value);
            let met = || union.variants.iter().filter(|variant| variant.sides.meets(Sides::RESPONSE));
            let variant = met().find(|variant| matches!(tag, Some(Value::Text(tag)) if *tag == variant.item.name));
            members.add_variant(variant, met().filter(|variant| variant.data.is_some()));
        }
        self.members(node, entries, &members);
    }

    fn members(&mut self, node: &Node, entries: &[Entry], members: &Members) {
        let is_absent = |member: &&Member| entries.iter().all(|entry| entry.key.value != member.name);
        let absent: Vec<&Member> = members.list.iter().filter(is_absent).collect();
        let mut misspelt = Vec::new();
        for entry in entries {
            match members.list.iter().find(|member| member.name == entry.key.value) {
                Some(member) => self.member(member, &entry.value),
                None if members.is_rest(&entry.key.value) => self.rest(entry, members.rest),
                None => misspelt.extend(self.unknown_member(entry, members, &absent)),
            }
        }
        for member in absent.iter().filter(|member| !member.optional && !misspelt.contains(&member.name)) {
            self.missing_member(node, member);
        }
    }

    /// Checks a member that is not named.
    fn rest(&mut self, entry: &Entry, ty: Option<&Type>) {
        if let Some(ty) = ty {
            self.inside(Step::Member(entry.key.value.clone()), &entry.value, ty);
        }
    }

    fn member(&mut self, member: &Member, node: &Node) {
        self.path.push(Step::Member(member.name.to_owned()));
        match &node.value {
            Value::Text(text) if !member.says.is_empty() && !member.says.contains(&text.as_str()) => {
                let help = format!("write {}", alternatives(member.says.iter().copied()));
                self.mismatch(node, member.tag_of, &help);
            }
            _ => self.value(node, &member.ty),
        }
        self.bounds(member.bounds, node);
        self.path.pop();
    }

    /// Checks that a value keeps to its bounds.
    fn bounds(&mut self, bounds: &[Bound], node: &Node) {
        let value = json(node);
        for bound in bounds.iter().filter(|bound| !keeps(&value, bound)) {
            let message = format!("{} must {}", self.place(), bound.must());
            let fault = Diagnostic::new("invalid-bound", message, &node.span, "beyond its bound");
            let fault = fault.label(&bound.span, "this bound");
            self.diagnostics.push(fault.help("change the example, or the bound, if it is not the service's own"));
        }
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
