//! Compares resources, and the types of identifiers in them.

use std::rc::Rc;

use super::super::change::{Change, Site, Subject};
use super::super::context::Context;
use super::super::judge::{self, Judgement, Presence, RustName};
use super::super::pairs::Pair;
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::users::Node;
use super::{Comparison, Naming, code};
use crate::api::{Identifier, Item, Resource};

impl Comparison<'_> {
    pub(super) fn resources(&mut self) {
        let (old, new) = (&self.context.old.api.resources, &self.context.new.api.resources);
        for pair in &self.context.resources.list {
            match *pair {
                Pair::Added(index) => self.resource_added(&new[index]),
                Pair::Removed(index) => self.resource_removed(&old[index]),
                Pair::Both(before, after) => self.resource(&old[before].item, &new[after].item),
            }
        }
    }

    fn resource_added(&mut self, resource: &Resource) {
        let calls = calls(resource);
        let sentence = format!("The resource {} is new{calls}.", code(&resource.item.name));
        let change = Change::new(Rule::ResourceAdded, Effect::Added, subject(None, Some(&resource.item)), sentence);
        self.push(change.judged(judge::name("the module", Presence::Added)));
    }

    fn resource_removed(&mut self, resource: &Resource) {
        let sentence = format!("The resource {} is gone, with all that is in it.", code(&resource.item.name));
        let change = Change::new(Rule::ResourceRemoved, Effect::Removed, subject(Some(&resource.item), None), sentence);
        let answered: Option<Vec<_>> = resource.endpoints.iter().map(|endpoint| self.answered(endpoint)).collect();
        let gone = || Judgement::wire(Wire::Breaks, "The service no longer answers its calls.");
        let wire = answered.map_or_else(gone, |calls| calls.into_iter().fold(Judgement::default(), Judgement::and));
        self.push(change.judged(judge::name("the module", Presence::Removed).and(wire)));
    }

    fn resource(&mut self, old: &Item, new: &Item) {
        let subject = subject(Some(old), Some(new));
        let naming = Naming::new(Rule::ResourceRenamed, RustName::Written, "the module or its feature");
        self.item(old, new, &subject, naming);
    }

    pub(super) fn identifiers(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.identifiers, &context.new.api.identifiers);
        for pair in &context.identifiers.list {
            let (rule, effect, presence, sentence) = match *pair {
                Pair::Both(before, after) => {
                    self.identifier((before, &old[before]), (after, &new[after]));
                    continue;
                }
                Pair::Added(_) => (Rule::IdentifierAdded, Effect::Added, Presence::Added, "is new"),
                Pair::Removed(_) => (Rule::IdentifierRemoved, Effect::Removed, Presence::Removed, "is gone"),
            };
            let subject = self.identifier_subject(*pair);
            let sentence = format!("The identifier type {} {sentence}.", code(&subject.name));
            let change = Change::new(rule, effect, subject, sentence);
            self.push(change.judged(judge::name("the type", presence)).shaped(""));
        }
    }

    fn identifier(&mut self, (before, old): (usize, &Identifier), (after, new): (usize, &Identifier)) {
        let subject = self.identifier_subject(Pair::Both(before, after));
        self.type_moved(Node::Identifier(before), Node::Identifier(after), &subject);
        if old.prefix != new.prefix {
            let sentence = format!("Identifiers of {} are said to begin in another way now.", code(&subject.name));
            let change = Change::new(Rule::PrefixChanged, Effect::Documented, subject.clone(), sentence);
            self.push(change.turning(old.prefix.clone(), new.prefix.clone()));
        }
        let naming = Naming::new(Rule::IdentifierRenamed, RustName::Aliased, "the type");
        self.item(&old.item, &new.item, &subject, naming);
    }

    fn identifier_subject(&self, pair: Pair) -> Subject {
        let (old, new) = (self.context.old.api, self.context.new.api);
        self.type_subject(
            "ids.",
            pair,
            Node::Identifier,
            |index| &old.identifiers[index].item,
            |index| &new.identifiers[index].item,
        )
    }

    /// The subject of a type in either description; `space` sets apart what may share its name.
    pub(super) fn type_subject<'b>(
        &self,
        space: &str,
        pair: Pair,
        node: fn(usize) -> Node,
        old: impl Fn(usize) -> &'b Item,
        new: impl Fn(usize) -> &'b Item,
    ) -> Subject {
        let (before, after) = match pair {
            Pair::Added(after) => (None, Some(after)),
            Pair::Removed(before) => (Some(before), None),
            Pair::Both(before, after) => (Some(before), Some(after)),
        };
        let (described, index, item) = match (before, after) {
            (_, Some(index)) => (&self.context.new, index, new(index)),
            (index, None) => (&self.context.old, index.unwrap_or_default(), old(index.unwrap_or_default())),
        };
        let resource = described.home(node(index)).item.name.clone();
        Subject {
            name: item.name.clone(),
            path: format!("{resource}/{space}{}", item.name),
            resource: Some(resource),
            old: before.map(|index| Site::owner(&old(index).span)),
            new: after.map(|index| Site::owner(&new(index).span)),
            users: Rc::default(),
            node: Some((node(index), after.is_none())),
        }
    }

    /// Notes that an object or enum came or went.
    pub(super) fn type_is(&mut self, rule: Rule, presence: Presence, subject: Subject, shape: String) {
        let noun = if matches!(rule, Rule::EnumAdded | Rule::EnumRemoved) { "enum" } else { "object" };
        let (effect, words) =
            if presence == Presence::Added { (Effect::Added, "new") } else { (Effect::Removed, "gone") };
        let sentence = format!("The {noun} {} is {words}.", code(&subject.name));
        let change = Change::new(rule, effect, subject, sentence).shaped(shape);
        self.push(change.judged(judge::name(&format!("the {noun}"), presence)));
    }

    /// Notes that a type is in another module than before.
    pub(super) fn type_moved(&mut self, old: Node, new: Node, subject: &Subject) {
        let Context { old: described, new: described_now, resources, .. } = self.context;
        if resources.are_one(described.home_index(old), described_now.home_index(new)) {
            return;
        }
        let (before, after) = (&described.home(old).item.name, &described_now.home(new).item.name);
        let sentence = format!("{} moved from {} to {}.", code(&subject.name), code(before), code(after));
        let change = Change::new(Rule::ResourceMoved, Effect::Changed, subject.clone(), sentence);
        let source = Judgement::source(Source::Major, "Code that names it must use the new module.");
        self.push(change.turning(Some(before.clone()), Some(after.clone())).judged(source));
    }
}

fn subject(old: Option<&Item>, new: Option<&Item>) -> Subject {
    let name = new.or(old).map(|item| item.name.clone()).unwrap_or_default();
    Subject {
        path: name.clone(),
        resource: Some(name.clone()),
        name,
        old: old.map(|item| Site::file(&item.span)),
        new: new.map(|item| Site::file(&item.span)),
        users: Rc::default(),
        node: None,
    }
}

/// What a resource offers, behind the sentence that it is new.
fn calls(resource: &Resource) -> String {
    let names: Vec<&str> = resource.endpoints.iter().map(|endpoint| endpoint.item.name.as_str()).collect();
    if names.is_empty() { String::new() } else { format!(", with {}", crate::diag::list(names)) }
}
