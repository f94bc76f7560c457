//! What a schema is: a type that is there already, or an object, a union or an enum that is to be named.

use super::{context::Context, lowered::Defined, lowered::Lowered, scalars, state::Types};
use crate::openapi::document::{Kind, Look, Schema, kind_of};
use crate::spec::{Alias, Enum, EnumBase, Field, Item, Measure, Node, Object, Rest, TypeExpression, Union, Value};

/// What a schema is.
pub(super) enum Shape {
    Type(Lowered),
    Object(Vec<Field>, Option<Box<Rest>>),
    Union(Union),
    Enum(EnumBase, Vec<Item>),
}

impl Shape {
    /// What it is called where nothing else is said of it.
    pub(super) fn noun(&self) -> &'static str {
        match self {
            Self::Type(_) => "type",
            Self::Object(..) | Self::Union(_) => "object",
            Self::Enum(..) => "value",
        }
    }

    /// The definition of something with a name; what is a type already needs none.
    pub(super) fn into_defined(self, item: Item) -> Defined {
        let object = |item, fields, union, rest| {
            Defined::Object(Box::new(Object {
                item,
                in_place: None,
                fields: Ok(fields),
                union: Ok(union),
                rest: Ok(rest),
            }))
        };
        match self {
            Self::Object(fields, rest) => object(item, fields, None, rest.map(|rest| *rest)),
            Self::Union(union) => object(item, Vec::new(), Some(union), None),
            Self::Enum(base, values) => {
                Defined::Enum(Enum { item, in_place: None, base: Ok(base), closed: false, values: Ok(values) })
            }
            Self::Type(lowered) => Defined::Alias(Alias {
                item,
                ty: Ok(lowered.ty),
                bounds: Ok(lowered.bounds),
                secret: Ok(lowered.secret),
            }),
        }
    }
}

impl<'a> Types<'a> {
    /// What a schema is that is no `$ref`.
    pub(super) fn shape(&mut self, node: &'a Node, context: &Context) -> Shape {
        let schema = Schema(node);
        if schema.is_any() || schema.is_null() {
            return Shape::Type(Lowered { nullable: true, ..Lowered::json(&node.span) });
        }
        if let Some(children) = self.survey.children(node) {
            return self.of_parent(node, &children, context);
        }
        if !schema.all_of().is_empty() {
            return self.of_all(node, context);
        }
        if !schema.telling_branches().is_empty() {
            return if schema.properties().is_empty() {
                self.union(node, context)
            } else {
                let flat = self.flat(node, context);
                self.of_flat(node, flat, context)
            };
        }
        if !schema.values().is_empty() {
            return self.enumeration(node, context);
        }
        match schema.kinds().as_slice() {
            [] => self.untyped(node),
            [kind] => self.of_kind(*kind, node, context),
            _ => self.of_kinds(node, context),
        }
    }

    /// What is one of a single sort.
    pub(super) fn of_kind(&mut self, kind: Kind, node: &'a Node, context: &Context) -> Shape {
        let schema = Schema(node);
        match kind {
            Kind::Object => {
                let flat = self.flat(node, context);
                self.of_flat(node, flat, context)
            }
            Kind::Array => Shape::Type(self.list(node, context)),
            _ => Shape::Type(scalars::scalar(kind, schema)),
        }
    }

    fn untyped(&mut self, node: &Node) -> Shape {
        if !Schema(node).only_requires() {
            self.remarks.say(
                "plain-json",
                "a schema says nothing of what a value is",
                &node.span,
                "plain JSON",
                "add a `type`",
            );
        }
        Shape::Type(Lowered { nullable: true, ..Lowered::json(&node.span) })
    }

    fn list(&mut self, node: &'a Node, context: &Context) -> Lowered {
        let schema = Schema(node);
        let items = schema.0.at("items").filter(|items| matches!(items.value, Value::Mapping(_)));
        let mut bounds = scalars::bounds(schema, Measure::Items);
        let item = match items {
            Some(items) => self.ty(items, &context.one()),
            None => Lowered::json(&node.span),
        };
        bounds.extend(item.bounds.iter().filter(|bound| bound.kind.measure() != Measure::Items).cloned());
        Lowered { bounds, ..Lowered::of(TypeExpression::List(Box::new(item.whole()))) }
    }

    /// A map whose values are of a schema.
    pub(super) fn map(&mut self, values: &'a Node, context: &Context) -> Lowered {
        let value = match &values.value {
            Value::Mapping(_) => self.ty(values, &context.inside("value")),
            _ => Lowered::json(&values.span),
        };
        Lowered::of(TypeExpression::Map(Box::new(value.whole())))
    }

    /// What all schemas of `allOf` say together.
    fn of_all(&mut self, node: &'a Node, context: &Context) -> Shape {
        let schema = Schema(node);
        let says_more = |node: &Node| !Schema(node).is_any() && !Schema(node).only_requires();
        let telling: Vec<&'a Node> = schema.all_of().iter().filter(|part| says_more(part)).collect();
        let has_own = !schema.properties().is_empty()
            || schema.additional().is_some()
            || !schema.telling_branches().is_empty()
            || !schema.values().is_empty();
        if let ([only], false) = (telling.as_slice(), has_own) {
            return match only.at("$ref") {
                Some(_) => Shape::Type(self.ty(only, context)),
                None => self.shape(only, context),
            };
        }
        let is_single = |kind: &Kind| !matches!(kind, Kind::Object | Kind::Array);
        if !schema.values().is_empty() && schema.kinds().iter().all(is_single) {
            return self.enumeration(node, context);
        }
        let flat = self.flat(node, context);
        if flat.members.is_empty() && flat.rest.is_none() {
            match flat.unions.as_slice() {
                [] if !flat.others.is_empty() => return self.narrowest(node, &flat.others, context),
                [(union, _)] if !std::ptr::eq(*union, node) => return self.union(union, context),
                _ => {}
            }
        }
        self.of_flat(node, flat, context)
    }

    /// Of several schemas that are no objects, and all hold, the one that says most.
    fn narrowest(&mut self, node: &'a Node, others: &[(&'a Node, Context)], context: &Context) -> Shape {
        let values = |node: &Node| Schema(node).values().len();
        let best = others.iter().filter(|(node, _)| values(node) > 0).min_by_key(|(node, _)| values(node));
        match best.or(others.last()) {
            Some((best, home)) if !std::ptr::eq(*best, node) => match Schema(best).all_of() {
                [] => self.shape(best, home),
                _ => self.untyped(node),
            },
            _ => match Schema(node).kinds().as_slice() {
                [kind] => self.of_kind(*kind, node, context),
                _ => self.untyped(node),
            },
        }
    }
}

/// The sort of each of some values, each once.
pub(super) fn kinds_of(values: &[&Node]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = values.iter().filter_map(|value| kind_of(value)).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
