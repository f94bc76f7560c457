//! Which members and variants hold what they hold in a box, and in which.

mod cycles;
mod groups;
mod walls;

use cycles::Cycles;
use walls::Walls;

use super::model::{Api, Type};
use crate::spec::Sides;

/// How a member or variant holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// As it is.
    Plain,
    /// In a box of Rust.
    Box,
    /// In a box of the runtime into which the compiler does not look.
    Wall,
}

/// How all members and variants of an API hold their values.
pub(crate) struct Boxes {
    cycles: Cycles,
    answers: Walls,
    requests: Walls,
}

impl Boxes {
    pub(crate) fn of(api: &Api) -> Self {
        let cycles = Cycles::of(api);
        let walls = |side| Walls::of(api, side, |owner, ty| cycles.is_boxed(owner, ty));
        Self { answers: walls(Sides::RESPONSE), requests: walls(Sides::REQUEST), cycles }
    }

    /// How a field of the object at this place is held on a side: in a box where the object would otherwise hold itself.
    pub(crate) fn of_field(&self, owner: usize, ty: &Type, side: Sides) -> Hold {
        self.hold(owner, ty, side, self.cycles.is_boxed(owner, ty))
    }

    /// How the data of a variant is held: objects are in boxes, so that the largest one does not set the size of all.
    pub(crate) fn of_data(&self, owner: usize, ty: &Type, side: Sides) -> Hold {
        self.hold(owner, ty, side, matches!(ty.without_null().meant(), Type::Object(_)))
    }

    fn hold(&self, owner: usize, ty: &Type, side: Sides, is_boxed: bool) -> Hold {
        let walls = if side.response { &self.answers } else { &self.requests };
        match is_boxed {
            _ if walls.stand_before(owner, ty, is_boxed) => Hold::Wall,
            true => Hold::Box,
            false => Hold::Plain,
        }
    }
}
