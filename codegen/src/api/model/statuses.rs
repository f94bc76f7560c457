//! What is answered by status.

use super::item::Item;
use super::types::Type;

/// Which answers something holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Those with this status.
    Code(u16),
    /// Those whose status begins with this digit, as far as no code is said of them.
    Class(u8),
    /// All others.
    Any,
}

/// What is answered with a status.
#[derive(Clone, Debug)]
pub struct StatusAnswer {
    /// The status as it is written, the doc, which may be empty, and perhaps the name of its variant in Rust.
    pub item: Item,
    /// Which answers it is.
    pub status: Status,
    /// What the body holds, if anything that matters.
    pub body: Option<Type>,
    /// What headers say.
    pub headers: Vec<AnswerHeader>,
}

/// A header of an answer.
#[derive(Clone, Debug)]
pub struct AnswerHeader {
    /// Name and doc.
    pub item: Item,
    /// What it holds: one value.
    pub ty: Type,
    /// Whether it may be missing.
    pub optional: bool,
}

impl Status {
    /// Whether it is one of a success.
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Code(200..=299) | Self::Class(2) | Self::Any)
    }

    /// The least code that it holds for, as far as it is one of an answer.
    #[must_use]
    pub fn least(self) -> u16 {
        match self {
            Self::Code(code) => code,
            Self::Class(digit) => u16::from(digit) * 100,
            Self::Any => 200,
        }
    }

    /// Whether it holds for answers with this code.
    #[must_use]
    pub fn holds_for(self, code: u16) -> bool {
        match self {
            Self::Code(own) => own == code,
            Self::Class(digit) => code / 100 == u16::from(digit),
            Self::Any => true,
        }
    }
}

impl StatusAnswer {
    /// The types of its body and headers.
    pub fn types(&self) -> impl Iterator<Item = &Type> {
        self.body.iter().chain(self.headers.iter().map(|header| &header.ty))
    }

    /// The one among several that holds for a code: the nearest. They stand in that order.
    #[must_use]
    pub fn of(all: &[Self], code: u16) -> Option<&Self> {
        all.iter().find(|answer| answer.status.holds_for(code))
    }
}
