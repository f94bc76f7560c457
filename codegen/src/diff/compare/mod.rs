//! Goes through two descriptions side by side and notes every change.

mod api_file;
mod attributes;
mod both;
mod bounds;
mod boxes;
mod codes;
mod dialects;
mod endpoints;
mod enums;
mod errors;
mod fields;
mod lifecycles;
mod objects;
mod parameters;
mod resources;
mod shapes;
mod unions;

use super::change::{Change, Site, Subject};
use super::context::Context;
use super::judge::{self, Presence};
use super::report::Effect;
use super::rules::Rule;
use crate::api::{Api, Item};
use crate::surface::Origin;

/// What a comparison found.
pub(super) struct Found {
    pub(super) changes: Vec<Change>,
    /// The items that are in both descriptions: where the one and the other is written.
    pub(super) kept: Vec<(Origin, Origin)>,
}

/// Compares two descriptions.
pub(super) fn compare(old: &Api, new: &Api) -> Found {
    let mut comparison = Comparison { context: &Context::new(old, new), changes: Vec::new(), kept: Vec::new() };
    comparison.api_file();
    comparison.resources();
    comparison.identifiers();
    comparison.enums();
    comparison.objects();
    comparison.codes();
    comparison.endpoints();
    comparison.lifecycles();
    Found { changes: comparison.changes, kept: comparison.kept }
}

struct Comparison<'a> {
    context: &'a Context<'a>,
    changes: Vec<Change>,
    kept: Vec<(Origin, Origin)>,
}

impl Comparison<'_> {
    fn push(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// Notes that an item is in both descriptions.
    fn keep(&mut self, subject: &Subject) {
        if let (Some(old), Some(new)) = (&subject.old, &subject.new) {
            self.kept.push((old.origin.clone(), new.origin.clone()));
        }
    }
}

/// What callers see of the Rust name of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RustName {
    /// They write it, and a renamed one keeps an alias.
    Aliased,
    /// They write it, and Rust has no alias for it.
    Written,
    /// They write it in patterns as well, and a renamed one keeps a constant as an alias.
    Matched,
    /// They do not write it.
    Unseen,
}

impl RustName {
    /// Whether a renamed one keeps its old name as an alias.
    fn has_alias(self) -> bool {
        matches!(self, Self::Aliased | Self::Matched)
    }

    /// What a new name does, where the old one is said in `was`.
    fn renamed(self, what: &str) -> judge::Judgement {
        match self {
            Self::Aliased => judge::name(what, Presence::Aliased),
            Self::Matched => judge::name(what, Presence::AliasedConstant),
            Self::Written => judge::name(what, Presence::Renamed),
            Self::Unseen => judge::Judgement::default(),
        }
    }
}

/// A name from the description, in back-ticks.
fn code(name: &str) -> String {
    crate::diag::code(name)
}

/// The change of an item's name: `from` became `to`.
fn renamed(rule: Rule, subject: Subject, old: &Item, new: &Item) -> Change {
    let sentence = format!("The {} {} was named {} before.", kind(rule), code(&subject.name), code(&old.name));
    Change::new(rule, Effect::Renamed, subject, sentence).turning(Some(old.name.clone()), Some(new.name.clone()))
}

/// What can have another name than before, in a word, by the rule for that.
fn kind(rule: Rule) -> &'static str {
    match rule {
        Rule::CodeRenamed => "error code",
        Rule::EndpointRenamed => "call",
        Rule::EnumRenamed => "enum",
        Rule::FieldRenamed => "member",
        Rule::ErrorFieldRenamed => "error field",
        Rule::HeaderRenamed => "header",
        Rule::IdentifierRenamed => "identifier type",
        Rule::ObjectRenamed => "object",
        Rule::ParameterRenamed => "parameter",
        Rule::ResourceRenamed => "resource",
        Rule::ValueRenamed => "value",
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
