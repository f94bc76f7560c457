//! Keys that several kinds of mappings have in common.

use super::kind::{
    Key, MappingKind,
    Shape::{Any, Either, List, Number, Prose, Text, Truth, Type, Whole},
    keys, kinds,
};

/// A text, or a list of them.
pub(super) static TEXTS: &[super::kind::Shape] = &[Text, List(&Text)];

/// One whole number, or several.
pub(super) static WHOLES: &[super::kind::Shape] = &[Whole, List(&Whole)];

/// How calls prove who sends them: a name, or a list of alternatives, in which a list is all of its names.
pub(super) static SECURITY: &[super::kind::Shape] = &[Text, List(&Either(TEXTS))];

/// What every item takes beside its `doc`.
pub(super) static NAMED: &[Key] = keys! {
    "since": optional Text, "The version of the API that brought it.";
    "deprecated": optional Text, "What to use instead, on one line.";
    "rust": optional Text, "Its name in Rust, where the one made from the wire name does not do.";
    "was": optional Either(TEXTS), "Its former name in the description or in Rust, or a list of them. The old name stays in Rust as a deprecated alias, where Rust can have one.";
};

/// What an item is, which must be said.
pub(super) static DOC: &[Key] = keys! {
    "doc": required Prose, "What it is, in Markdown: it becomes the documentation of the Rust item. The first paragraph stands for the whole in lists.";
};

/// The same where something is said of it if nothing is written.
pub(super) static MADE_DOC: &[Key] = keys! {
    "doc": optional Prose, "What it is, in Markdown. Without it, the documentation is made.";
};

/// The same, which may be empty.
pub(super) static ANY_DOC: &[Key] = keys! {
    "doc": optional Text, "What it is, in Markdown. Without it, the documentation is made.";
};

/// The type of a member, of a parameter or of an alias.
pub(super) static TYPE: &[Key] = keys! {
    "type": required Type, "Its type: `string`, `id(Book)`, the name of an object, union, enum or alias, `[T]` for a list, `{T}` for a map, `T?` for what may be null. `object`, `union` and `enum` are described beside it.";
};

/// The same where there need not be one.
pub(super) static OPTIONAL_TYPE: &[Key] = keys! {
    "type": optional Type, "Its type: `string`, `id(Book)`, the name of an object, union, enum or alias, `[T]` for a list, `{T}` for a map, `T?` for what may be null. Without it, `fields`, `variants` or `rest` make an object.";
};

/// What bounds values.
pub(super) static BOUNDS: &[Key] = keys! {
    "min_length": optional Whole, "The least number of characters of each text.";
    "max_length": optional Whole, "The greatest number of characters of each text.";
    "pattern": optional Text, "A regular expression of JSON Schema that matches somewhere in each text. It is only documented.";
    "min_items": optional Whole, "The least number of items of the list.";
    "max_items": optional Whole, "The greatest number of items of the list.";
    "unique_items": optional Truth, "Whether no item of the list is there twice.";
    "min": optional Number, "The least number.";
    "exclusive_min": optional Number, "Numbers are above this one.";
    "max": optional Number, "The greatest number.";
    "exclusive_max": optional Number, "Numbers are below this one.";
    "multiple_of": optional Number, "Numbers are multiples of this one.";
};

/// What most members and parameters take.
pub(super) static SAID: &[Key] = keys! {
    "default": optional Any, "What the service takes where callers leave it out: a value of its type. It is documented, and never sent.";
    "example": optional Any, "A value of its type that it may have: text, number, truth, or a list or map of these. Documentation shows it.";
};

/// Whether something stays out of debug output.
pub(super) static SECRET: &[Key] = keys! {
    "secret": optional Truth, "Whether the text is kept out of all debug output.";
};

kinds! {
    VALUE = MappingKind::new("value", &[DOC, NAMED]);
    HEADER = MappingKind::new("header", &[keys! {
        "value": optional Text, "What goes with every request unless a program sets another; `{version}` stands for the version of the API. Without it, the header is only sent where it is set.";
    }, DOC, NAMED]);
}
