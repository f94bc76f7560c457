//! What can be one of several things, and what tells these apart.

use super::{
    branch_names,
    context::Context,
    flat::Flat,
    lowered::Lowered,
    shape::Shape,
    state::Types,
    survey::{self, constants, property_name},
    union_names::{Branch, Part, kind_word, variants},
};
use crate::openapi::document::{Kind, Look, NodeId, Schema, literal};
use crate::openapi::texts::at;
use crate::spec::{EnumBase, Node, Telling, Told, Union};

/// A union of more branches is not multiplied by what stands beside it.
const MOST_MULTIPLIED: usize = 30;
/// So many unions may lie in each other where one tag tells all their branches.
const DEEPEST: usize = 8;

impl<'a> Types<'a> {
    /// One of the branches of a schema.
    pub(super) fn union(&mut self, node: &'a Node, context: &Context) -> Shape {
        let mut branches = Vec::new();
        self.branches(node, false, &mut branches, 0);
        match branches.as_slice() {
            [] => return Shape::Type(Lowered { nullable: true, ..Lowered::json(&node.span) }),
            [only] => return self.only(only.node, context),
            _ => {}
        }
        if branches.iter().any(|branch| Schema(branch.target.node).is_any()) {
            let message = "a schema lets anything be there, beside what it names";
            self.remarks.say("plain-json", message, &node.span, "plain JSON", "leave out the branch that says nothing");
            return Shape::Type(Lowered { nullable: true, ..Lowered::json(&node.span) });
        }
        let mut all = Vec::new();
        self.branches(node, true, &mut all, 0);
        if let Some((tag, values)) = self.tag(node, &all) {
            return self.tagged(tag, values, &all, context);
        }
        self.told_by_shape(node, &branches, context)
    }

    fn only(&mut self, branch: &'a Node, context: &Context) -> Shape {
        match branch.at("$ref") {
            Some(_) => Shape::Type(self.ty(branch, context)),
            None => self.shape(branch, context),
        }
    }

    /// The branches without `null`, each once; `is_deep` says that those of unions with names are meant as well.
    fn branches(&mut self, node: &'a Node, is_deep: bool, found: &mut Vec<Branch<'a>>, depth: usize) {
        for branch in Schema(node).telling_branches() {
            let target = match self.document.follow(branch) {
                Ok(target) => target,
                Err(nowhere) => {
                    self.say_nowhere(branch, nowhere);
                    continue;
                }
            };
            let schema = Schema(target.node);
            let is_union =
                !schema.telling_branches().is_empty() && schema.properties().is_empty() && schema.all_of().is_empty();
            let is_named = branch.at("$ref").is_some();
            if is_union && (is_deep || !is_named) && depth < DEEPEST {
                self.branches(target.node, is_deep, found, depth + 1);
            } else if !schema.is_null() && found.iter().all(|known| !std::ptr::eq(known.target.node, target.node)) {
                found.push(Branch { node: branch, target });
            }
        }
    }

    /// The member that tells all branches apart, and what it says of each.
    fn tag(&self, node: &Node, branches: &[Branch<'a>]) -> Option<(String, Vec<Vec<Node>>)> {
        if branches.is_empty() || !branches.iter().all(|branch| self.is_object(branch.target.node)) {
            return None;
        }
        if let Some(property) = property_name(node) {
            let values = branches
                .iter()
                .map(|branch| survey::values(node, property, branch.node, &branch.target, self.document));
            let values: Vec<Vec<Node>> = values.collect();
            let is_noted = |branch: &Branch<'a>| {
                self.survey.tag(branch.target.node).is_some_and(|(name, _)| name == property)
                    || survey::member(branch.target.node, property, self.document, 0).is_none()
            };
            if are_distinct(&values) && branches.iter().all(is_noted) {
                return Some((property.to_owned(), values));
            }
        }
        let constants: Vec<_> = branches.iter().map(|branch| constants(branch.target.node, self.document)).collect();
        let (first, others) = constants.split_first()?;
        first.iter().find_map(|(name, value)| {
            let of = |constants: &Vec<(&str, &Node)>| {
                constants.iter().find(|(other, _)| other == name).map(|(_, value)| vec![(*value).clone()])
            };
            let values: Option<Vec<Vec<Node>>> =
                std::iter::once(Some(vec![(*value).clone()])).chain(others.iter().map(of)).collect();
            Some(((*name).to_owned(), values.filter(|values| are_distinct(values))?))
        })
    }

    /// Whether a schema is an object with members, and nothing else.
    fn is_object(&self, node: &'a Node) -> bool {
        let schema = Schema(node);
        let is_own = |schema: Schema<'_>| !schema.properties().is_empty();
        schema.telling_branches().is_empty()
            && self.survey.children(node).is_none()
            && matches!(schema.kinds().as_slice(), [] | [Kind::Object])
            && (is_own(schema)
                || schema.all_of().iter().any(|part| {
                    let part = self.document.meant(part);
                    is_own(Schema(part)) || !Schema(part).all_of().is_empty() && self.is_object(part)
                }))
            && schema.all_of().iter().all(|part| Schema(self.document.meant(part)).telling_branches().is_empty())
    }

    fn tagged(&mut self, tag: String, values: Vec<Vec<Node>>, branches: &[Branch<'a>], context: &Context) -> Shape {
        let mut parts = Vec::new();
        let names = branch_names::names(branches, &values, self.document);
        for ((branch, values), name) in branches.iter().zip(values).zip(names) {
            let lowered = self.ty(branch.node, &context.inside(&name));
            parts.push(Part { names: vec![name], lowered, values, doc: doc_of(branch) });
        }
        let span = branches[0].node.span.clone();
        union_of(parts, Some(tag), &span)
    }

    fn told_by_shape(&mut self, node: &'a Node, branches: &[Branch<'a>], context: &Context) -> Shape {
        let mut parts: Vec<Part> = Vec::new();
        let texts: Vec<&Branch<'a>> = branches.iter().filter(|branch| is_simple(branch, &[Kind::Text])).collect();
        let numbers: Vec<&Branch<'a>> =
            branches.iter().filter(|branch| is_simple(branch, &[Kind::Integer, Kind::Number])).collect();
        let (mut has_text, mut has_number) = (false, false);
        let names = branch_names::names(branches, &[], self.document);
        for (branch, name) in branches.iter().zip(names) {
            let (group, met, kind) = if is_simple(branch, &[Kind::Text]) {
                (&texts, &mut has_text, Kind::Text)
            } else if is_simple(branch, &[Kind::Integer, Kind::Number]) {
                (&numbers, &mut has_number, Kind::Number)
            } else {
                let lowered = self.ty(branch.node, &context.inside(&name));
                let kind = kind_word(Schema(branch.target.node).kinds().first().copied());
                parts.push(Part {
                    names: vec![name, kind.to_owned()],
                    lowered,
                    values: Vec::new(),
                    doc: doc_of(branch),
                });
                continue;
            };
            if std::mem::replace(met, true) {
                continue;
            }
            let is_all = group.len() == branches.len();
            let shape = self.of_group(group, node, context);
            if is_all {
                return shape;
            }
            let lowered = match shape {
                Shape::Type(lowered) => lowered,
                shape => {
                    let word = kind_word(Some(kind));
                    self.defined(shape, group[0].node, &context.inside(word), NodeId::of(node), Some(word))
                }
            };
            let names = vec![kind_word(Some(kind)).to_owned()];
            parts.push(Part { names, lowered, values: Vec::new(), doc: None });
        }
        if let [part] = parts.as_slice() {
            return Shape::Type(part.lowered.clone());
        }
        union_of(parts, None, &node.span)
    }

    /// Several texts, or several numbers: one open enum of all values, or what has room for all of them.
    fn of_group(&mut self, group: &[&Branch<'a>], node: &'a Node, context: &Context) -> Shape {
        let lists: Vec<(&Node, Vec<&Node>)> = group
            .iter()
            .map(|branch| (branch.target.node, Schema(branch.target.node).values()))
            .filter(|(_, values)| !values.is_empty())
            .collect();
        let is_text = is_simple(group[0], &[Kind::Text]);
        match (lists.as_slice(), group) {
            (_, [only]) => self.only(only.node, context),
            ([], _) if is_text => {
                let mut formats = group.iter().map(|branch| Schema(branch.target.node).format());
                let first = formats.next().unwrap_or_default();
                if formats.all(|format| format == first) {
                    return self.only(group[0].node, context);
                }
                Shape::Type(Lowered::named("string", &node.span))
            }
            ([(listed, _)], _) if is_text => {
                let listing = group.iter().find(|branch| std::ptr::eq(branch.target.node, *listed));
                listing.map_or_else(
                    || Shape::Type(Lowered::named("string", &node.span)),
                    |branch| self.only(branch.node, context),
                )
            }
            (_, _) if is_text => Shape::Enum(EnumBase::Text, super::enums::items(&lists)),
            _ => {
                let is_whole = group.iter().all(|branch| Schema(branch.target.node).kinds() == [Kind::Integer]);
                if is_whole && lists.len() == group.len() {
                    return Shape::Enum(EnumBase::Integer, super::enums::items(&lists));
                }
                Shape::Type(Lowered::named(if is_whole { "integer" } else { "number" }, &node.span))
            }
        }
    }

    /// What may be of several sorts by its `type`.
    pub(super) fn of_kinds(&mut self, node: &'a Node, context: &Context) -> Shape {
        let mut kinds = Schema(node).kinds();
        if kinds.contains(&Kind::Number) {
            kinds.retain(|kind| *kind != Kind::Integer);
        }
        let mut parts = Vec::new();
        for kind in kinds {
            let word = kind_word(Some(kind));
            let lowered = match self.of_kind(kind, node, &context.inside(word)) {
                Shape::Type(lowered) => lowered,
                shape => self.defined(shape, node, &context.inside(word), NodeId::of(node), Some(word)),
            };
            parts.push(Part { names: vec![word.to_owned()], lowered, values: Vec::new(), doc: None });
        }
        union_of(parts, None, &node.span)
    }

    /// Any of the objects that are made of another one, as its tag says.
    pub(super) fn of_parent(&mut self, node: &'a Node, children: &[survey::Child<'a>], _context: &Context) -> Shape {
        let tag = property_name(node).unwrap_or_default().to_owned();
        let mut parts = Vec::new();
        for child in children {
            let lowered = self.component(&child.target);
            let names = vec![child.target.name().to_owned()];
            parts.push(Part { names, lowered, values: child.values.clone(), doc: None });
        }
        union_of(parts, Some(tag), &node.span)
    }

    /// Members beside one union or several.
    pub(super) fn of_unions(&mut self, node: &'a Node, flat: Flat<'a>, context: &Context) -> Shape {
        let unions = flat.unions.clone();
        let base = Flat { unions: Vec::new(), ..flat };
        let mut branches = Vec::new();
        if let [(union, _)] = unions.as_slice() {
            self.branches(union, true, &mut branches, 0);
        }
        let can_multiply = (2..=MOST_MULTIPLIED).contains(&branches.len())
            && branches.iter().all(|branch| self.is_object(branch.target.node));
        if !can_multiply {
            return self.merged(node, base, &unions, context);
        }
        let union = unions[0].0;
        let tag = self.tag(union, &branches);
        let values = tag.as_ref().map_or_else(|| vec![Vec::new(); branches.len()], |(_, values)| values.clone());
        let mut parts = Vec::new();
        let names = branch_names::names(&branches, &values, self.document);
        for ((branch, values), name) in branches.iter().zip(values).zip(names) {
            let home = context.inside(&name);
            let inside = self.flat(branch.node, &home);
            let together = base.clone().with(inside);
            let shape = self.of_flat(branch.target.node, together, &home);
            let lowered = match shape {
                Shape::Type(lowered) => lowered,
                shape => self.defined(shape, branch.target.node, &home, NodeId::of(node), Some(&name)),
            };
            parts.push(Part { names: vec![name], lowered, values, doc: doc_of(branch) });
        }
        union_of(parts, tag.map(|(tag, _)| tag), &node.span)
    }

    /// An object that has the members of all branches, each of which may be left out.
    fn merged(
        &mut self,
        node: &'a Node,
        mut base: Flat<'a>,
        unions: &[(&'a Node, Context)],
        context: &Context,
    ) -> Shape {
        let mut met = vec![NodeId::of(node)];
        let mut open: Vec<(&'a Node, Context)> = unions.to_vec();
        while let Some((union, home)) = open.pop() {
            for branch in Schema(union).telling_branches() {
                let inside = self.flat(branch, &home);
                let required = base.required.clone();
                open.extend(inside.unions.iter().filter(|(node, _)| !met.contains(&NodeId::of(node))).cloned());
                met.extend(inside.unions.iter().map(|(node, _)| NodeId::of(node)));
                base = Flat { required, unions: Vec::new(), ..base.with(inside) };
            }
        }
        let message = "the branches of a schema are one object, of which each member may be left out";
        self.remarks.say(
            "merged-branches",
            message,
            &node.span,
            "here",
            "let a union stand alone, or one member tell its branches apart",
        );
        self.of_flat(node, base, context)
    }
}

/// What a document says of a branch.
fn doc_of(branch: &Branch<'_>) -> Option<String> {
    let said = crate::openapi::texts::said(branch.node, &["description", "title"]);
    said.or_else(|| crate::openapi::texts::said(branch.target.node, &["description", "title"])).map(|text| text.value)
}

/// Whether a branch is a single value of one of some sorts, without more to it.
fn is_simple(branch: &Branch<'_>, kinds: &[Kind]) -> bool {
    let schema = Schema(branch.target.node);
    let own = schema.kinds();
    !own.is_empty()
        && own.iter().all(|kind| kinds.contains(kind))
        && schema.all_of().is_empty()
        && schema.telling_branches().is_empty()
}

/// Whether no value is there twice, and all are of one sort.
fn are_distinct(values: &[Vec<Node>]) -> bool {
    let all: Option<Vec<_>> = values.iter().flatten().map(literal).collect();
    let Some(mut all) = all else { return false };
    let is_one_sort = all.iter().all(|(kind, _)| *kind == all[0].0);
    let count = all.len();
    all.sort_unstable_by_key(|(_, text)| *text);
    all.dedup();
    is_one_sort && count == all.len() && values.iter().all(|values| !values.is_empty())
}

/// The union of some parts, told by a member or by their shape.
fn union_of(parts: Vec<Part>, tag: Option<String>, span: &crate::diag::Span) -> Shape {
    let kind = parts.iter().flat_map(|part| &part.values).find_map(literal).map(|(kind, _)| kind);
    let base = match (&tag, kind) {
        (Some(_), Some(Kind::Integer)) => EnumBase::Integer,
        (Some(_), Some(Kind::Boolean)) => EnumBase::Boolean,
        _ => EnumBase::Text,
    };
    let told = tag.map_or(Told::Shape, |tag| Told::Inside(at(span, tag)));
    let is_tagged = matches!(told, Told::Inside(_));
    Shape::Union(Union { telling: Telling { told, base, span: span.clone() }, variants: variants(parts, is_tagged) })
}
