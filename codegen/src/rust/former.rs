//! Former names, which stay as deprecated aliases wherever Rust has one for the kind of item.
//!
//! There is none for fields, modules, and variants that hold something: of these, nothing keeps its former name.

use super::item_names::CallNames;
use super::model::Need;
use super::names::{Case, Name};
use crate::api::{Item, UnionVariant};

/// The name that an item had, if it has another one now.
pub(super) fn former(item: &Item, case: Case, present: &Name) -> Option<Name> {
    former_with(item, case, "", present)
}

/// The same for what is named after an item, with an ending.
pub(super) fn former_with(item: &Item, case: Case, ending: &str, present: &Name) -> Option<Name> {
    let name = Name::new(item.was.as_deref()?, case)?.with_ending(ending);
    other_than(present, name)
}

/// The name that the type of an identifier had. Whoever says its name in Rust says it with its ending.
pub(super) fn former_identifier(item: &Item, present: &Name) -> Option<Name> {
    let ending = if item.was.as_ref()?.ends_with("Id") { "" } else { "Id" };
    former_with(item, Case::Camel, ending, present)
}

/// The name of the setter of a value. What must be given has none: callers do not write its name.
pub(super) fn former_setter(item: &Item, present: &Name, need: Need) -> Option<Name> {
    if need == Need::Required { None } else { former(item, Case::Snake, present) }
}

/// The name that a variant had. One that holds something is a pattern, and nothing else can be that pattern.
pub(super) fn former_variant(variant: &UnionVariant, present: &Name) -> Option<Name> {
    if variant.data.is_some() { None } else { former(&variant.item, Case::Camel, present) }
}

/// The names that what an endpoint becomes had.
#[derive(Default)]
pub(super) struct FormerCall {
    pub function: Option<Name>,
    pub operation: Option<Name>,
    pub error: Option<Name>,
    pub sender: Option<Name>,
}

impl FormerCall {
    pub(super) fn of(item: &Item, present: &CallNames) -> Self {
        let Some(function) = former(item, Case::Snake, &present.function) else { return Self::default() };
        let former = CallNames::of(function, present.sender.is_some());
        Self {
            operation: other_than(&present.operation, former.operation),
            error: other_than(&present.error, former.error),
            sender: former.sender.filter(|sender| Some(sender) != present.sender.as_ref()),
            function: Some(former.function),
        }
    }
}

fn other_than(present: &Name, name: Name) -> Option<Name> {
    (name != *present).then_some(name)
}
