//! What a union knows of its kinds: how they are told apart, by a member or by their shape.

use crate::runtime::json::bound::Bound;
use crate::runtime::json::literal::Literal;
use crate::runtime::json::scalar::{Token, WireForm};

/// The kinds of a union, in the order of their indices.
#[derive(Debug)]
pub struct Kinds {
    /// How they are told apart.
    pub told: Told,
    /// What is known of each.
    pub list: &'static [Kind],
}

/// How the kinds of a union are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// A member names the member that has the data: `{"type": "card", "card": {…}}`.
    Beside(&'static str),
    /// A member stands among those of the data: `{"type": "card", "number": "…"}`.
    Inside(&'static str),
    /// A member stands beside the one that has the data: `{"type": "card", "data": {…}}`.
    Content(&'static str, &'static str),
    /// The name of the only member: `{"card": {…}}`.
    Key,
    /// What the data looks like.
    Shape,
}

/// What is known of a kind.
#[derive(Debug)]
pub struct Kind {
    /// What tells it, but where the shape does.
    pub tag: Literal,
    /// What its data looks like, where that tells it.
    pub shape: Shape,
    /// How its data is written, if it says so.
    pub form: WireForm,
    /// What its data is held to before it is sent.
    pub bounds: &'static [Bound],
}

/// What the data of a kind looks like.
#[derive(Debug)]
pub struct Shape {
    /// The sorts of JSON that it can be.
    pub sorts: &'static [Sort],
    /// Members that say the same in all data of this kind, or one of a few things.
    pub constants: &'static [(&'static str, &'static [Literal])],
    /// Members that data of no other kind has.
    pub marks: &'static [&'static str],
}

impl Shape {
    /// Of a kind that is told by a member.
    pub const NONE: Self = Self { sorts: &[], constants: &[], marks: &[] };
}

/// The sorts of JSON values that can be told apart by their first character, but `null`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

impl Sort {
    /// The sort in the words of an error message.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Text => "a string",
            Self::List => "an array",
            Self::Object => "an object",
        }
    }

    /// The sort of a JSON text that is valid.
    pub(super) fn of(json: &str) -> Option<Self> {
        Some(match json.as_bytes().first()? {
            b't' | b'f' => Self::Boolean,
            b'"' => Self::Text,
            b'[' => Self::List,
            b'{' => Self::Object,
            b'-' | b'0'..=b'9' => Self::Number,
            _ => return None,
        })
    }
}

impl Kinds {
    /// The index of the kind that a tag names. Numbers and truths are read from texts too.
    pub(super) fn tagged(&self, tag: &Token<'_>) -> Option<usize> {
        let is_text_of = |literal: Literal| matches!(tag, Token::Text(text) if literal.as_text() == *text);
        self.list.iter().position(|kind| kind.tag.is(tag) || is_text_of(kind.tag))
    }

    /// How the data of the kind with an index is written, if it says so.
    pub(crate) fn form_of(&self, index: usize) -> WireForm {
        self.list[index].form
    }
}
