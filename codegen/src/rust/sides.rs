//! The two sides on which data is met, as Rust tells them apart: each has types of its own.

use crate::api::Sides;

/// What the service answers, or what callers send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Answer,
    Request,
}

impl Side {
    /// What ends the names of objects on this side.
    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Answer => "",
            Self::Request => "Params",
        }
    }

    /// What ends the names of enums that say what an object with members of its own is one of.
    pub(super) fn union_ending(self) -> &'static str {
        match self {
            Self::Answer => "Kind",
            Self::Request => "KindParams",
        }
    }

    /// The side as descriptions say it.
    pub(super) fn sides(self) -> Sides {
        match self {
            Self::Answer => Sides::RESPONSE,
            Self::Request => Sides::REQUEST,
        }
    }

    /// Whether something holds on this side.
    pub(super) fn is_in(self, sides: Sides) -> bool {
        sides.meets(self.sides())
    }
}
