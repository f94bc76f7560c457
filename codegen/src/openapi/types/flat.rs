//! The members of an object, those of all that it is made of included.

use std::collections::HashSet;

use super::{
    context::{Context, context_of},
    state::Types,
};
use crate::openapi::document::{Look, NodeId, Schema};
use crate::spec::{Node, Text};

/// So deep may objects be made of each other.
const DEEPEST: usize = 64;

/// A member.
#[derive(Clone)]
pub(super) struct Member<'a> {
    pub(super) name: &'a Text,
    pub(super) schema: &'a Node,
    /// Where it is declared.
    pub(super) context: Context,
}

/// What a schema is made of.
#[derive(Clone, Default)]
pub(super) struct Flat<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// The names of members that are always there, and where that is said.
    pub(super) required: Vec<(&'a str, &'a Node)>,
    /// What its other members hold.
    pub(super) rest: Option<(&'a Node, Context)>,
    /// What it is one of, besides.
    pub(super) unions: Vec<(&'a Node, Context)>,
    /// What is no object.
    pub(super) others: Vec<(&'a Node, Context)>,
}

impl<'a> Flat<'a> {
    pub(super) fn member(&self, name: &str) -> Option<&Member<'a>> {
        self.members.iter().find(|member| member.name.value == name)
    }

    pub(super) fn requires(&self, name: &str) -> bool {
        self.required.iter().any(|(required, _)| *required == name)
    }

    /// The same with what else holds.
    pub(super) fn with(mut self, other: Self) -> Self {
        for member in other.members {
            self.add(member);
        }
        self.required.extend(other.required);
        self.rest = other.rest.or(self.rest);
        self.unions.extend(other.unions);
        self.others.extend(other.others);
        self
    }

    /// Adds a member; what comes later says more, unless it says nothing of what the member is.
    fn add(&mut self, member: Member<'a>) {
        match self.members.iter_mut().find(|known| known.name.value == member.name.value) {
            Some(known) if !Schema(member.schema).is_any() => *known = member,
            Some(_) => {}
            None => self.members.push(member),
        }
    }
}

impl<'a> Types<'a> {
    /// What a schema is made of; `context` is where it stands.
    pub(super) fn flat(&mut self, node: &'a Node, context: &Context) -> Flat<'a> {
        let mut flat = Flat::default();
        self.flatten(node, context, &mut flat, &mut HashSet::new(), 0);
        flat
    }

    fn flatten(
        &mut self,
        node: &'a Node,
        context: &Context,
        flat: &mut Flat<'a>,
        met: &mut HashSet<NodeId>,
        depth: usize,
    ) {
        if depth > DEEPEST || !met.insert(NodeId::of(node)) {
            return;
        }
        if let Some(reference) = node.text_at("$ref") {
            match self.document.step(reference, node.span.file) {
                Ok(target) => {
                    let home = context_of(&target);
                    self.flatten(target.node, &home, flat, met, depth + 1);
                }
                Err(nowhere) => self.say_nowhere(node, nowhere),
            }
        }
        let schema = Schema(node);
        for part in schema.all_of() {
            self.flatten(part, context, flat, met, depth + 1);
        }
        for entry in schema.properties().iter().filter(|entry| !entry.key.value.is_empty()) {
            flat.add(Member { name: &entry.key, schema: &entry.value, context: context.clone() });
        }
        flat.required.extend(schema.required());
        if let Some(additional) = schema.additional() {
            flat.rest = Some((additional, context.clone()));
        }
        if !schema.telling_branches().is_empty() {
            flat.unions.push((node, context.clone()));
        } else if is_no_object(schema) {
            flat.others.push((node, context.clone()));
        }
    }
}

/// Whether a schema says that a value is something else than an object.
fn is_no_object(schema: Schema<'_>) -> bool {
    schema.all_of().is_empty()
        && schema.0.at("$ref").is_none()
        && schema.kinds().first().is_some_and(|kind| *kind != crate::openapi::document::Kind::Object)
}
