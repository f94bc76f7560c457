//! Former names, which stay as deprecated aliases wherever Rust has one for the kind of item.
//!
//! There is none for fields, modules, and variants that hold something: of these, nothing keeps its former name.

use super::item_names::CallNames;
use super::model::Need;
use super::names::{Case, Name};
use crate::api::{Item, UnionVariant};

/// The names that an item had, but for the one that it has now.
pub(super) fn former(item: &Item, case: Case, present: &Name) -> Vec<Name> {
    former_with(item, case, "", present)
}

/// The same for what is named after an item, with an ending.
pub(super) fn former_with(item: &Item, case: Case, ending: &str, present: &Name) -> Vec<Name> {
    let names = item.was.iter().filter_map(|was| Some(Name::new(was, case)?.with_ending(ending)));
    others_than(present, names)
}

/// The names that the type of an identifier had. Whoever says its name in Rust says it with its ending.
pub(super) fn former_identifier(item: &Item, present: &Name) -> Vec<Name> {
    let names = item.was.iter().filter_map(|was| {
        let ending = if was.ends_with("Id") { "" } else { "Id" };
        Some(Name::new(was, Case::Camel)?.with_ending(ending))
    });
    others_than(present, names)
}

/// The names of the setter of a value. What must be given has none: callers do not write its name.
pub(super) fn former_setter(item: &Item, case: Case, present: &Name, need: Need) -> Vec<Name> {
    if need.is_optional() { former(item, case, present) } else { Vec::new() }
}

/// The names that a variant had. One that holds something is a pattern, and nothing else can be that pattern.
pub(super) fn former_variant(variant: &UnionVariant, present: &Name) -> Vec<Name> {
    if variant.data.is_some() { Vec::new() } else { former(&variant.item, Case::Camel, present) }
}

/// The names that what an endpoint becomes had.
pub(super) struct FormerCall {
    pub functions: Vec<Name>,
    pub operations: Vec<Name>,
    pub errors: Vec<Name>,
    pub answers: Vec<Name>,
    pub refusals: Vec<Name>,
    pub senders: Vec<Name>,
}

impl FormerCall {
    pub(super) fn of(item: &Item, present: &CallNames) -> Self {
        let functions = former(item, Case::Snake, &present.function);
        let calls = || functions.iter().map(|function| CallNames::of(function.clone(), true));
        let senders = |present| others_than(present, calls().filter_map(|call| call.sender));
        Self {
            operations: others_than(&present.operation, calls().map(|call| call.operation)),
            answers: others_than(&present.answer, calls().map(|call| call.answer)),
            refusals: others_than(&present.refusal, calls().map(|call| call.refusal)),
            errors: others_than(&present.error, calls().map(|call| call.error)),
            senders: present.sender.as_ref().map(senders).unwrap_or_default(),
            functions,
        }
    }
}

/// Each name once, but for the present one.
fn others_than(present: &Name, names: impl Iterator<Item = Name>) -> Vec<Name> {
    let mut others: Vec<Name> = Vec::new();
    for name in names {
        if name != *present && !others.contains(&name) {
            others.push(name);
        }
    }
    others
}
