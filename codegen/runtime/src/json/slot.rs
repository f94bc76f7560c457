//! The closed set of shapes a JSON value can have, and how a Rust value offers itself as one of them.
//!
//! No reader or writer is generated for a type. Each type says which shape it has and hands out its parts; one reader
//! and one writer serve all types.

use serde_json::Value;

use crate::runtime::json::bound::Bound;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::kinds::{Kinds, Told};
use crate::runtime::json::literal::Literal;
use crate::runtime::json::scalar::{Scalar, WireForm};
use crate::runtime::json::unknown_variant::UnknownVariant;

/// A value to be read or written, as one of the shapes that JSON has.
pub enum Slot<'a> {
    /// A value without parts.
    Scalar(&'a mut dyn Scalar),
    /// A value or `null`.
    Optional(&'a mut dyn OptionalPlace),
    /// A JSON array.
    List(&'a mut dyn ListPlace),
    /// A JSON object with any member names.
    Map(&'a mut dyn MapPlace),
    /// A JSON object with fixed member names.
    Object(&'a mut dyn Object),
    /// One of several kinds of data, which its shape tells.
    Union(&'a mut dyn Union),
    /// Any JSON, kept as it is.
    Json(&'a mut Value),
    /// What keeps its JSON where it is not known or does not fit.
    Document(&'a mut dyn Document),
    /// Nothing is kept: any JSON is read, `null` is written.
    Nothing,
    /// A whole body that is no JSON.
    Raw(&'a mut bytes::Bytes),
}

impl Slot<'_> {
    /// Whether what may be without a value has one.
    pub(crate) fn has_value(&mut self) -> bool {
        match self {
            Self::Optional(place) => place.get().is_some(),
            _ => true,
        }
    }

    /// What this slot reads, as an error message names it.
    pub(crate) fn expected(&self) -> &'static str {
        match self {
            Self::Scalar(scalar) => scalar.expected(),
            Self::List(_) => "an array",
            Self::Map(_) | Self::Object(_) => "an object",
            Self::Optional(_) | Self::Union(_) | Self::Json(_) | Self::Document(_) | Self::Nothing | Self::Raw(_) => {
                "any value"
            }
        }
    }
}

/// A value that JSON can be read into and written from.
pub trait Place {
    /// The value as a slot.
    fn slot(&mut self) -> Slot<'_>;

    /// A value to start reading from, whose content means nothing yet. It never leaves this crate: what is required is read
    /// into it first, or the reading fails. What is only sent is never read, and has none.
    fn blank() -> Self
    where
        Self: Sized,
    {
        unreachable!("only what is read begins as a blank")
    }

    /// Keeps items that do not fit, where it is a page of a list.
    fn keep_misfits(&mut self) {}
}

/// A value to be filled by reading; its type follows from where it is put.
pub(crate) fn blank<T: Place>() -> T {
    T::blank()
}

/// A value that may be missing.
pub trait OptionalPlace {
    /// Puts a blank value in place and hands it out.
    fn fill(&mut self) -> &mut dyn Place;

    /// The value, if there is one.
    fn get(&mut self) -> Option<&mut dyn Place>;
}

/// A list of values of one type.
pub trait ListPlace {
    /// Appends a blank item and hands it out.
    fn push_blank(&mut self) -> &mut dyn Place;

    /// Takes the last item away.
    fn pop(&mut self);

    /// The items in order.
    fn items(&mut self) -> Box<dyn Iterator<Item = &mut dyn Place> + '_>;
}

/// A map from names to values of one type.
pub trait MapPlace {
    /// Adds a blank value under `key` and hands it out, or `None` if the key is already there.
    fn insert_blank(&mut self, key: &str) -> Option<&mut dyn Place>;

    /// The entries in the order of their keys.
    fn entries(&mut self) -> Box<dyn Iterator<Item = (&str, &mut dyn Place)> + '_>;
}

/// A value with fixed members.
pub trait Object {
    /// Lists every member: its name on the wire, whether it may be missing, and its place.
    fn members<'a>(&'a mut self, members: &mut Members<'a>);
}

/// One of several kinds of data.
///
/// What is only sent need not say how it is read.
pub trait Union {
    /// How the kinds are told apart, and what is known of each.
    fn kinds(&self) -> &'static Kinds;

    /// The kind that it is.
    fn selected(&mut self) -> Selected<'_>;

    /// Puts a blank value of the kind with this index in place.
    fn select(&mut self, _index: usize) {}

    /// Keeps what is not known, or known with other data, and says whether it could.
    fn keep(&mut self, _unknown: UnknownVariant) -> bool {
        false
    }
}

impl dyn Union + '_ {
    /// The data whose members stand among those of the object, if this is how it is told.
    pub(super) fn inside(&mut self) -> Option<Slot<'_>> {
        let is_inside = matches!(self.kinds().told, Told::Inside(_) | Told::Shape);
        match self.selected() {
            Selected::Known(_, Some(data)) if is_inside => Some(data.slot()),
            _ => None,
        }
    }
}

/// Which of several kinds a [`Union`] is.
pub enum Selected<'a> {
    /// The index of a known kind, and the data if this kind has any.
    Known(usize, Option<&'a mut dyn Place>),
    /// What was kept.
    Unknown(&'a mut UnknownVariant),
}

/// A value that decides by its JSON, all of which it sees, what it is, and keeps that where it is not known or does not fit.
pub trait Document {
    /// Takes its JSON; `read` fills a slot from it.
    fn take(&mut self, json: &str, read: &mut ReadWhole<'_>) -> Result<(), DecodeError>;

    /// What it was made of.
    fn made_of(&mut self) -> MadeOf<'_>;
}

/// Fills a slot from a whole document.
pub(crate) type ReadWhole<'r> = dyn FnMut(Slot<'_>) -> Result<(), DecodeError> + 'r;

/// What a [`Document`] holds.
pub enum MadeOf<'a> {
    /// A value that was read from it.
    Value(Slot<'a>),
    /// The JSON as it came.
    Json(&'a str),
}

/// A list of members, made anew for each reading or writing of their owner.
#[derive(Default)]
pub struct Members<'a> {
    pub(super) list: Vec<Member<'a>>,
    /// Members that always say the same, which are only written.
    pub(super) constants: Vec<(&'static str, Literal)>,
    /// What values are held to, each by its index in the list.
    pub(super) bounds: Vec<(usize, Bound)>,
    pub(super) union: Option<&'a mut dyn Union>,
    /// The members that have no place of their own.
    pub(super) rest: Option<Rest<'a>>,
    /// What is written in place of members of the same names, or beside them, whatever the description says.
    pub(crate) extra: &'a mut [(String, Value)],
    /// The one after the member found last: members mostly come in the order of the list.
    pub(super) next: usize,
}

/// One member of a list.
pub(crate) struct Member<'a> {
    pub(super) name: &'static str,
    pub(crate) place: &'a mut dyn Place,
    /// Whether reading has met the member already.
    pub(super) seen: bool,
    pub(super) presence: Presence,
    /// How what is inside is written, if the member says so.
    pub(crate) form: WireForm,
    /// Where items go that do not fit, if they are to be kept.
    pub(super) misfits: Option<&'a mut dyn MisfitPlace>,
}

/// The members of an object that have no place of their own.
pub(super) struct Rest<'a> {
    pub(super) place: &'a mut dyn MapPlace,
    /// How what is inside is written, if the description says so.
    pub(super) form: WireForm,
    /// What each of them is held to.
    pub(super) bounds: &'static [Bound],
}

/// Where items of a list go that do not fit, if the others are wanted all the same.
pub(crate) trait MisfitPlace {
    /// Keeps one: which item of the list it is, as it came, and what does not fit.
    fn keep(&mut self, index: usize, json: &str, error: DecodeError);
}

/// What it means that a member has no value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// It always has one: reading fails without it.
    Required,
    /// It is left out.
    Optional,
    /// It is written as `null`; it is read from `null`, or left out, alike.
    Nullable,
}
