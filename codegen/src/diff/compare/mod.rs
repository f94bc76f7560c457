//! Goes through two descriptions side by side and notes every change.

mod aliases;
mod api_file;
mod attributes;
mod both;
mod bounds;
mod boxes;
mod calls;
mod carried;
mod codes;
mod constants;
mod credentials;
mod defaults;
mod dialects;
mod enums;
mod errors;
mod events;
mod fields;
mod lifecycles;
mod objects;
mod resources;
mod rest;
mod servers;
mod shapes;
mod told;
mod unions;

use super::Version;
use super::change::{Change, Site, Subject};
use super::context::Context;
use super::judge::{Judgement, RustName};
use super::rules::Rule;
use crate::api::Item;
use crate::surface::Origin;

/// What a comparison found.
pub(super) struct Found {
    pub(super) changes: Vec<Change>,
    /// The items that are in both descriptions: where the one and the other is written.
    pub(super) kept: Vec<(Origin, Origin)>,
}

/// Compares two descriptions.
pub(super) fn compare(old: &Version<'_>, new: &Version<'_>) -> Found {
    let mut comparison = Comparison { context: &Context::new(old, new), changes: Vec::new(), kept: Vec::new() };
    comparison.api_file();
    comparison.servers();
    comparison.credentials();
    comparison.resources();
    comparison.identifiers();
    comparison.aliases();
    comparison.enums();
    comparison.objects();
    comparison.codes();
    comparison.endpoints();
    comparison.lifecycles();
    comparison.events();
    Found { changes: comparison.changes, kept: comparison.kept }
}

struct Comparison<'a> {
    context: &'a Context<'a>,
    changes: Vec<Change>,
    kept: Vec<(Origin, Origin)>,
}

impl Comparison<'_> {
    fn push(&mut self, mut change: Change) {
        if let Some((node, is_old)) = change.subject.node {
            let described = if is_old { &self.context.old } else { &self.context.new };
            change.subject.users = described.users(node);
            if described.is_of_events(node) {
                change.judgement = change.judgement.of_event_data();
            }
        }
        self.changes.push(change);
    }

    /// Notes that an item is in both descriptions.
    fn keep(&mut self, subject: &Subject) {
        if let (Some(old), Some(new)) = (&subject.old, &subject.new) {
            self.kept.push((old.origin.clone(), new.origin.clone()));
        }
    }
}

/// What the name of an item is to callers and on the wire.
struct Naming {
    /// The rule for another name in the description.
    rule: Rule,
    rust: RustName,
    /// What callers name, in a sentence: `the member`.
    what: &'static str,
    /// What another name does on the wire.
    wire: Judgement,
}

impl Naming {
    /// Of what never travels by its name.
    fn new(rule: Rule, rust: RustName, what: &'static str) -> Self {
        Self { rule, rust, what, wire: Judgement::default() }
    }

    /// Of what does.
    fn travelling(self, wire: Judgement) -> Self {
        Self { wire, ..self }
    }
}

/// A name from the description, in back-ticks.
fn code(name: &str) -> String {
    crate::diag::code(name)
}

/// What can have another name than before, in a word, by the rule for that.
fn kind(rule: Rule) -> &'static str {
    match rule {
        Rule::CodeRenamed => "error code",
        Rule::EndpointRenamed => "call",
        Rule::EnumRenamed => "enum",
        Rule::EventRenamed => "event",
        Rule::FieldRenamed => "member",
        Rule::EnvironmentRenamed => "environment",
        Rule::ErrorFieldRenamed => "error field",
        Rule::HeaderRenamed => "header",
        Rule::IdentifierRenamed => "identifier type",
        Rule::ObjectRenamed => "object",
        Rule::ParameterRenamed => "parameter",
        Rule::ResourceRenamed => "resource",
        Rule::SchemeRenamed => "scheme",
        Rule::ServerVariableRenamed => "server variable",
        Rule::ValueRenamed => "value",
        Rule::TypeAliasRenamed => "alias",
        Rule::VariantRenamed => "variant",
        _ => "item",
    }
}

/// The subject of a member of something.
fn member(owner: &Subject, name: &str, old: Option<(&Item, &Item)>, new: Option<(&Item, &Item)>) -> Subject {
    let site = |(owner, member): (&Item, &Item)| Site::member(&owner.span, &member.span);
    Subject {
        name: format!("{}.{name}", owner.name),
        path: format!("{}.{name}", owner.path),
        old: old.map(site),
        new: new.map(site),
        ..owner.clone()
    }
}
