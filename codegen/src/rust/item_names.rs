//! The names that were given out, by the place of their items in the model.

use super::names::{Case, Name};
use super::sides::Side;

/// The field and the argument that hold what an object is one of.
pub(super) const UNION_FIELD: &str = "kind";

/// The Rust name of every item that a type can speak of, with the module that holds it.
#[derive(Default)]
pub(super) struct Names {
    pub objects: Vec<ObjectNames>,
    pub enums: Vec<(Name, Name)>,
    pub identifiers: Vec<(Name, Name)>,
    pub aliases: Vec<AliasNames>,
    /// The enum of all events.
    pub event: Option<(Name, Name)>,
}

/// The names of a type with a name of its own: of one that is the same on both sides, both are the same.
#[derive(Clone, Default)]
pub(super) struct AliasNames {
    pub answer: (Name, Name),
    pub request: (Name, Name),
}

impl AliasNames {
    pub(super) fn on(&self, side: Side) -> &(Name, Name) {
        match side {
            Side::Answer => &self.answer,
            Side::Request => &self.request,
        }
    }
}

/// The names of what an object becomes.
#[derive(Clone, Default)]
pub(super) struct ObjectNames {
    /// In answers.
    answer: SideNames,
    /// In requests.
    request: SideNames,
    /// Its fields, in both.
    pub fields: Vec<Name>,
    /// The members that are not named, in both, if there are any.
    pub rest: Option<Name>,
    /// The variants of its union, in both.
    pub variants: Vec<Name>,
}

/// The names of what an object becomes on one side; of a union without members beside it, both are the same.
#[derive(Clone, Default)]
pub(super) struct SideNames {
    pub object: (Name, Name),
    pub union: (Name, Name),
}

impl ObjectNames {
    /// The type of the object.
    pub(super) fn on(&self, side: Side) -> &(Name, Name) {
        &self.side(side).object
    }

    /// The enum of what it is one of.
    pub(super) fn union_on(&self, side: Side) -> &(Name, Name) {
        &self.side(side).union
    }

    fn side(&self, side: Side) -> &SideNames {
        match side {
            Side::Answer => &self.answer,
            Side::Request => &self.request,
        }
    }

    /// Where the names for a side are kept.
    pub(super) fn side_mut(&mut self, side: Side) -> &mut SideNames {
        match side {
            Side::Answer => &mut self.answer,
            Side::Request => &mut self.request,
        }
    }
}

/// The names of what an endpoint becomes.
pub(super) struct CallNames {
    pub function: Name,
    pub operation: Name,
    pub error: Name,
    /// What it answers, if that is more than a body.
    pub answer: Name,
    /// What its errors hold, if that is one of several things.
    pub refusal: Name,
    /// What sends a series of them, if their tokens come from another call.
    pub sender: Option<Name>,
}

impl CallNames {
    /// All that is named after a function.
    pub(super) fn of(function: Name, has_sender: bool) -> Self {
        let operation = Name::new(function.plain(), Case::Camel).unwrap_or_default();
        Self {
            error: operation.with_ending("Error"),
            answer: operation.with_ending("Answer"),
            refusal: operation.with_ending("Refusal"),
            sender: has_sender.then(|| operation.with_ending("Sender")),
            operation,
            function,
        }
    }
}

/// The name of the field and of the argument that hold what an object is one of.
pub(super) fn union_field() -> Name {
    Name::exact(UNION_FIELD).unwrap_or_default()
}

/// A module's name, and those of its calls.
pub(super) type ModuleNames = (Name, Vec<CallNames>);
