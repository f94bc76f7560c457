//! What must be known of all schemas before one is looked at: which of them a tag tells from others, and with which values.

use std::collections::{HashMap, HashSet};

use crate::openapi::document::{Document, Look, NodeId, Schema, Target};
use crate::spec::{Node, Value};

/// So deep may schemas be made of each other.
const DEEPEST: usize = 12;

/// A member that tells, and what it says.
pub(super) type Tag = (String, Vec<Node>);

/// An object that is one kind of another one.
#[derive(Clone)]
pub(super) struct Child<'a> {
    pub(super) target: Target<'a>,
    pub(super) values: Vec<Node>,
}

/// What is known of all schemas.
#[derive(Default)]
pub(super) struct Survey<'a> {
    tags: HashMap<NodeId, Tag>,
    children: HashMap<NodeId, Vec<Child<'a>>>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(document: &Document<'a>) -> Self {
        let mut survey = Self::default();
        let (mut open, mut met) = (Vec::new(), HashSet::new());
        open.extend(document.trees().iter().map(|tree| (tree, "")));
        while let Some((node, key)) = open.pop() {
            match &node.value {
                Value::List(items) if met.insert(items.as_ptr().addr()) => {
                    open.extend(items.iter().map(|item| (item, "")));
                }
                Value::Mapping(entries) if met.insert(entries.as_ptr().addr()) => {
                    survey.look(node, key, document);
                    let inside =
                        entries.iter().filter(|entry| !matches!(entry.key.value.as_str(), "example" | "examples"));
                    // The first ones are looked at first.
                    open.extend(inside.rev().map(|entry| (&entry.value, entry.key.value.as_str())));
                }
                _ => {}
            }
        }
        survey
    }

    /// The member that tells a schema from others, if there is one.
    pub(super) fn tag(&self, node: &Node) -> Option<&Tag> {
        self.tags.get(&NodeId::of(node))
    }

    /// What a schema can be that others are made of.
    pub(super) fn children(&self, node: &Node) -> Option<Vec<Child<'a>>> {
        self.children.get(&NodeId::of(node)).cloned()
    }

    fn look(&mut self, node: &'a Node, key: &str, document: &Document<'a>) {
        let schema = Schema(node);
        if let Some(property) = property_name(node) {
            for branch in schema.branches() {
                let Ok(target) = document.follow(branch) else { continue };
                let values = values(node, property, branch, &target, document);
                self.note(target.node, property, values);
            }
        }
        if schema.all_of().is_empty() {
            return;
        }
        let mut ancestors = Vec::new();
        ancestors_of(node, document, &mut ancestors, 0);
        for ancestor in ancestors {
            let Some(property) = property_name(ancestor) else { continue };
            if Schema(ancestor).branches().next().is_some() || std::ptr::eq(ancestor, node) {
                continue;
            }
            let target = Target { node, tokens: ["components", "schemas", key].map(str::to_owned).to_vec() };
            let values = values(ancestor, property, node, &target, document);
            self.note(node, property, values.clone());
            let children = self.children.entry(NodeId::of(ancestor)).or_default();
            if children.iter().all(|child| !std::ptr::eq(child.target.node, node)) {
                children.push(Child { target, values });
            }
        }
    }

    fn note(&mut self, node: &Node, property: &str, values: Vec<Node>) {
        let (name, known) = self.tags.entry(NodeId::of(node)).or_insert_with(|| (property.to_owned(), Vec::new()));
        if name == property {
            let is_new = |value: &Node| known.iter().all(|known| known.text() != value.text());
            let new: Vec<Node> = values.into_iter().filter(is_new).collect();
            known.extend(new);
        }
    }
}

/// The member that tells, where a schema names one.
pub(super) fn property_name(node: &Node) -> Option<&str> {
    node.at("discriminator")?.text_at("propertyName")
}

/// What the tag of a union says of one of its branches.
pub(super) fn values<'a>(
    union: &Node,
    property: &str,
    branch: &Node,
    target: &Target<'a>,
    document: &Document<'a>,
) -> Vec<Node> {
    let mapping = union.at("discriminator").map_or(&[][..], |discriminator| discriminator.entries_at("mapping"));
    let leads_there = |reference: &str| {
        let named = || document.find(&format!("#/components/schemas/{reference}"), union.span.file);
        let found = document.find(reference, union.span.file).or_else(|_| named());
        found.is_ok_and(|found| std::ptr::eq(document.meant(found.node), target.node))
    };
    let mapped = mapping.iter().filter(|entry| entry.value.text().is_some_and(leads_there));
    let mapped: Vec<Node> = mapped
        .map(|entry| Node { value: Value::Text(entry.key.value.clone()), span: entry.key.span.clone() })
        .collect();
    if !mapped.is_empty() {
        return mapped;
    }
    let own = member(target.node, property, document, 0)
        .map(|node| Schema(document.meant(node)).values())
        .unwrap_or_default();
    if !own.is_empty() {
        return own.into_iter().cloned().collect();
    }
    let name = branch.text_at("$ref").and_then(|reference| reference.rsplit('/').next()).unwrap_or(target.name());
    vec![Node { value: Value::Text(name.to_owned()), span: branch.span.clone() }]
}

/// The schema of a member, wherever it is declared.
pub(in crate::openapi) fn member<'a>(
    node: &'a Node,
    name: &str,
    document: &Document<'a>,
    depth: usize,
) -> Option<&'a Node> {
    let node = document.meant(node);
    let schema = Schema(node);
    let own = schema.properties().iter().find(|entry| entry.key.value == name).map(|entry| &entry.value);
    own.or_else(|| {
        let mut parts = schema.all_of().iter().rev().filter(|_| depth < DEEPEST);
        parts.find_map(|part| member(part, name, document, depth + 1))
    })
}

/// The schema to which members lead, with dots between them; a number is the place of an item in a list.
pub(in crate::openapi) fn follow_members<'a>(node: &'a Node, path: &str, document: &Document<'a>) -> Option<&'a Node> {
    path.split('.').try_fold(document.meant(node), |node, name| {
        let next = if name == "0" { node.at("items") } else { member(node, name, document, 0) };
        next.map(|next| document.meant(next))
    })
}

/// The members of a schema that are always there and always say the same.
pub(super) fn constants<'a>(node: &'a Node, document: &Document<'a>) -> Vec<(&'a str, &'a Node)> {
    let mut names = Vec::new();
    required(node, document, &mut names, 0);
    let single = |name: &'a str| match Schema(document.meant(member(node, name, document, 0)?)).values().as_slice() {
        [value] => Some((name, *value)),
        _ => None,
    };
    names.into_iter().filter_map(single).collect()
}

fn required<'a>(node: &'a Node, document: &Document<'a>, names: &mut Vec<&'a str>, depth: usize) {
    let schema = Schema(document.meant(node));
    for (name, _) in schema.required() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for part in schema.all_of().iter().filter(|_| depth < DEEPEST) {
        required(part, document, names, depth + 1);
    }
}

/// The schemas of which one is made.
fn ancestors_of<'a>(node: &'a Node, document: &Document<'a>, found: &mut Vec<&'a Node>, depth: usize) {
    for part in Schema(node).all_of().iter().filter(|part| part.at("$ref").is_some() && depth < DEEPEST) {
        let Ok(target) = document.follow(part) else { continue };
        if found.iter().all(|known| !std::ptr::eq(*known, target.node)) {
            found.push(target.node);
            ancestors_of(target.node, document, found, depth + 1);
        }
    }
}
