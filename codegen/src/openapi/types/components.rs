//! Schemas where they stand: components, which have one type wherever they are named, and what is written in place.

use super::{
    alike::Likeness,
    context::{Context, context_of},
    ends::says_enough,
    lowered::{Defined, Definition, Lowered},
    shape::Shape,
    state::Types,
};
use crate::openapi::document::{Look, NodeId, Nowhere, Schema, Target, schema_name};
use crate::openapi::names::{camel, words};
use crate::openapi::texts::{self, at, item};
use crate::spec::Node;

impl<'a> Types<'a> {
    /// What a schema is where it stands.
    pub(in crate::openapi) fn ty(&mut self, node: &'a Node, context: &Context) -> Lowered {
        let Some(reference) = node.text_at("$ref") else { return self.inline(node, context) };
        let mut at_end = self.document.step(reference, node.span.file);
        for _ in 0..32 {
            let Ok(Target { node, .. }) = &at_end else { break };
            let Some(reference) = node.text_at("$ref") else { break };
            at_end = self.document.step(reference, node.span.file);
        }
        match at_end {
            Ok(target) if target.node.text_at("$ref").is_none() => {
                let mut lowered = self.component(&target);
                lowered.nullable |= Schema(node).is_nullable();
                lowered
            }
            Ok(_) => self.nowhere(node, Nowhere::Circle),
            Err(nowhere) => self.nowhere(node, nowhere),
        }
    }

    fn nowhere(&mut self, node: &Node, nowhere: Nowhere) -> Lowered {
        self.say_nowhere(node, nowhere);
        Lowered::json(&node.span)
    }

    pub(in crate::openapi) fn say_nowhere(&mut self, node: &Node, nowhere: Nowhere) {
        let shown = crate::diag::code(node.text_at("$ref").unwrap_or_default());
        let span = node.at("$ref").map_or(&node.span, |reference| &reference.span);
        let (rule, message, help) = match nowhere {
            Nowhere::Remote => (
                "remote-reference",
                format!("{shown} is a URL, from which nothing is fetched"),
                "save the file beside the document, such as with `curl -O`, and name it here",
            ),
            Nowhere::Dangling => {
                ("dangling-reference", format!("{shown} leads nowhere"), "correct it, or add what it names")
            }
            Nowhere::Circle => {
                ("dangling-reference", format!("{shown} leads back to itself"), "let it name something else")
            }
        };
        self.remarks.say(rule, message, span, "left out, or plain JSON", help);
    }

    pub(super) fn component(&mut self, target: &Target<'a>) -> Lowered {
        let node = target.node;
        let id = NodeId::of(node);
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        let schema = Schema(node);
        if schema.is_any() || schema.is_null() {
            return Lowered { nullable: true, ..Lowered::json(&node.span) };
        }
        let context = context_of(target);
        let number = self.reserve(node, &context, id, None);
        let lowered = Lowered { nullable: schema.is_nullable(), ..Lowered::named(format!("@{number}"), &node.span) };
        self.known.insert(id, lowered.clone());
        self.waiting.push_back((number, node, context));
        lowered
    }

    /// Looks at all components that were named so far, and at those that these name.
    pub(in crate::openapi) fn finish(&mut self) {
        while let Some((number, node, context)) = self.waiting.pop_front() {
            let shape = self.shape(node, &context);
            self.definitions[number].defined = Some(define(shape, node, number));
        }
    }

    /// What is written in place.
    fn inline(&mut self, node: &'a Node, context: &Context) -> Lowered {
        let id = NodeId::of(node);
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        let lowered = match self.shape(node, context) {
            Shape::Type(lowered) => lowered,
            shape => self.defined(shape, node, context, id, None),
        };
        let nullable = lowered.nullable || Schema(node).is_nullable();
        let lowered = Lowered { nullable, ..lowered };
        self.known.insert(id, lowered.clone());
        lowered
    }

    /// A type of a shape, which stands somewhere, all of a schema or a part of it: the one that is like it, or a new one.
    pub(super) fn defined(
        &mut self,
        shape: Shape,
        node: &'a Node,
        context: &Context,
        whole: NodeId,
        part: Option<&str>,
    ) -> Lowered {
        let defined = define(shape, node, self.definitions.len());
        let likeness = Likeness::of(&defined, context);
        let number = if let Some(number) = self.like(&likeness, context) {
            self.share(number, node, context);
            number
        } else {
            let number = self.reserve(node, context, whole, part);
            self.definitions[number].defined = Some(defined);
            self.alike.keep(likeness, number);
            number
        };
        Lowered::named(format!("@{number}"), &node.span)
    }

    /// The type that is like one that stands somewhere: of the same module, or of another one if their names say of both what
    /// they are.
    fn like(&self, likeness: &Likeness, context: &Context) -> Option<usize> {
        let is_near = |number: &usize| self.definitions[*number].module == context.module;
        let is_known_everywhere = |number: &usize| says_enough(&self.definitions[*number].ends_with(context)[0]);
        let alike = || self.alike.find(likeness);
        alike().find(is_near).or_else(|| alike().find(is_known_everywhere))
    }

    /// Lets a type stand in one more place: its name and documentation then speak of what all its places have in common.
    fn share(&mut self, number: usize, node: &Node, context: &Context) {
        let definition = &mut self.definitions[number];
        definition.ends = Some(definition.ends_with(context));
        if let Some(defined) = &mut definition.defined {
            let made = made_doc(defined.noun(), number);
            let doc = texts::doc(&[node], &node.span, || made.clone());
            let item = defined.item_mut();
            if doc.value != item.doc.value {
                item.doc.value = made;
            }
        }
        if self.definitions[number].module != context.module {
            // Where what all have in common names something else, what the service answers names more than what one call sends.
            if context.module.is_none() {
                self.definitions[number].names = context.names();
            }
            self.spread(number);
        }
    }

    /// Lets all modules have a type, and with it what it holds.
    fn spread(&mut self, number: usize) {
        let mut open = vec![number];
        while let Some(definition) = open.pop().map(|number| &mut self.definitions[number]) {
            if definition.module.take().is_some() {
                open.extend(definition.defined.iter().flat_map(Defined::held));
            }
        }
    }

    fn reserve(&mut self, node: &Node, context: &Context, whole: NodeId, part: Option<&str>) -> usize {
        let given = schema_name(node).filter(|_| part.is_none()).map(|name| camel(&words(name)));
        let names = given.filter(|name| !name.is_empty()).into_iter().chain(context.names()).collect();
        let (module, part) = (context.module.clone(), part.map(str::to_owned));
        self.definitions.push(Definition { module, names, ends: None, node: whole, part, defined: None });
        self.definitions.len() - 1
    }
}

fn define(shape: Shape, node: &Node, number: usize) -> Defined {
    let name = at(&node.span, format!("@{number}"));
    let doc = texts::doc(&[node], &node.span, || made_doc(shape.noun(), number));
    shape.into_defined(item(name, doc, texts::deprecated(node)))
}

/// What is said of a type of which the document says nothing.
fn made_doc(noun: &str, number: usize) -> String {
    format!("The {noun} `@{number}`.")
}
