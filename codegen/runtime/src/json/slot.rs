//! The closed set of shapes a JSON value can have, and how a Rust value offers itself as one of them.
//!
//! No reader or writer is generated for a type. Each type says which shape it has and hands out its parts; one reader
//! and one writer serve all types.

use std::borrow::Cow;

use serde_json::Value;

use crate::runtime::json::bound::Bound;

/// A value to be read or written, as one of the shapes that JSON has.
pub enum Slot<'a> {
    /// `true` or `false`.
    Boolean(&'a mut bool),
    /// A number without fraction that fits 64 bits.
    Integer(&'a mut i64),
    /// Any number. JSON has no infinity and no "not a number": they are written as `null`.
    Number(&'a mut f64),
    /// A value with a text form.
    Text(&'a mut dyn Text),
    /// A text, or an object in its place.
    TextOrObject(&'a mut dyn TextOrObject),
    /// A value or `null`.
    Optional(&'a mut dyn OptionalPlace),
    /// A JSON array.
    List(&'a mut dyn ListPlace),
    /// A JSON object with any member names.
    Map(&'a mut dyn MapPlace),
    /// A JSON object with fixed member names.
    Object(&'a mut dyn Object),
    /// Any JSON, kept as it is.
    Json(&'a mut Value),
    /// Nothing is kept: any JSON is read, `null` is written.
    Nothing,
}

impl Slot<'_> {
    /// What this slot reads, as an error message names it.
    pub(super) fn expected(&self) -> &'static str {
        match self {
            Self::Boolean(_) => "a boolean",
            Self::Integer(_) => "an integer",
            Self::Number(_) => "a number",
            Self::Text(text) => text.expected(),
            Self::TextOrObject(_) => "a string or an object",
            Self::List(_) => "an array",
            Self::Map(_) | Self::Object(_) => "an object",
            Self::Optional(_) | Self::Json(_) | Self::Nothing => "any value",
        }
    }
}

/// A value that JSON can be read into and written from.
pub trait Place {
    /// The value as a slot.
    fn slot(&mut self) -> Slot<'_>;
}

/// A type that has a value to start reading from.
///
/// A blank never leaves this crate: what is required is read into it first, or the reading fails.
pub trait Blank {
    /// A value whose content means nothing yet.
    fn blank() -> Self;
}

/// A value to be filled by reading; its type follows from where it is put.
pub(crate) fn blank<T: Blank>() -> T {
    T::blank()
}

/// A value with a text form, a JSON string on the wire.
pub trait Text {
    /// What is read, as an error message names it.
    fn expected(&self) -> &'static str {
        "a string"
    }

    /// Takes the value that `text` stands for, or returns `false` if there is none.
    fn accept_text(&mut self, text: &str) -> bool;

    /// Takes a JSON integer instead of a string, or returns `false`, as most kinds of text do.
    fn accept_integer(&mut self, _integer: i64) -> bool {
        false
    }

    /// The text that is written.
    fn text(&self) -> Cow<'_, str>;

    /// What is written in place of the text where instants are whole seconds since the Unix epoch; only instants say it.
    fn unix_seconds(&self) -> Option<i64> {
        None
    }
}

/// A text, or an object in its place.
pub trait TextOrObject {
    /// Puts a blank text in place and hands it out.
    fn text(&mut self) -> &mut dyn Place;

    /// Puts a blank object in place and hands it out.
    fn object(&mut self) -> &mut dyn Place;

    /// The value, whichever it is.
    fn get(&mut self) -> &mut dyn Place;
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

/// One of several kinds of data. Two members of an object tell of it: the tag names the kind, and the member named like
/// the kind carries the data.
///
/// What is only sent need not say how it is read.
pub trait Union {
    /// The name of the member that names the kind, such as `type`.
    fn tag(&self) -> &'static str;

    /// The kind, and the data if this kind has any.
    fn parts(&mut self) -> (&str, Option<&mut dyn Place>);

    /// Puts a blank variant of a kind in place, or returns `false` if the kind is not known.
    fn select(&mut self, _kind: &str) -> bool {
        false
    }

    /// Keeps what is not known, or known with other data: the kind as it came, and the data or else `null`.
    fn keep(&mut self, _kind: String, _data: Value) {}
}

/// A list of members, made anew for each reading or writing of their owner.
#[derive(Default)]
pub struct Members<'a> {
    pub(super) list: Vec<Member<'a>>,
    /// What values are held to, each by its index in the list.
    pub(super) bounds: Vec<(usize, Bound)>,
    pub(super) union: Option<UnionMember<'a>>,
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
}

/// The members that a union makes up.
pub(super) struct UnionMember<'a> {
    pub(super) union: &'a mut dyn Union,
    /// The value of the tag, for the time of a writing.
    pub(super) kind: String,
}

/// What it means that a member has no value.
pub(super) enum Presence {
    /// It always has one: reading fails without it.
    Required,
    /// It is left out.
    Optional,
    /// It is written as `null`; it is read from `null`, or left out, alike.
    Nullable,
}
