//! Links that the tool itself writes to items of the crate.
//!
//! A description names calls and types, and a macro, a primitive or a crate may have the same name, such as `format`,
//! `str` or `Debug`. So each link says what it leads to, by parentheses, a path or a prefix that rustdoc does not show.

use crate::rust::Name;

/// A link to a function of the same module.
pub(crate) fn to_function(name: &Name) -> String {
    format!("[`{}()`]", name.plain())
}

/// A link to a function of the module above.
pub(in crate::rust) fn to_function_above(name: &Name) -> String {
    format!("[`{0}()`](super::{0}())", name.plain())
}

/// A link to a type of the same module.
pub(crate) fn to_type(name: &Name) -> String {
    format!("[`type@{}`]", name.plain())
}

/// A link to a type of the module above.
pub(in crate::rust) fn to_type_above(name: &Name) -> String {
    format!("[`{0}`](super::{0})", name.plain())
}

/// A link to a type of another module.
pub(in crate::rust) fn to_type_of(module: &Name, name: &Name) -> String {
    format!("[`{1}`](crate::{0}::{1})", module.plain(), name.plain())
}

/// A link to a type of the runtime, which the root of the crate exports.
pub(in crate::rust) fn to_runtime(name: &str) -> String {
    format!("[`{name}`](crate::{name})")
}

/// A link to an enum of errors of the same module. Nothing else in Rust has a name with its ending.
pub(in crate::rust) fn to_error(name: &Name) -> String {
    format!("[`{}`]", name.plain())
}

/// A link to a variant of a type of any module, by the name of the variant alone.
pub(in crate::rust) fn to_variant((module, ty): &(Name, Name), variant: &Name) -> String {
    format!("[`{2}`](crate::{0}::{1}::{2})", module.plain(), ty.plain(), variant.plain())
}

/// A link to a method or variant of a type, or of `Self`.
pub(crate) fn to_member(owner: &str, name: &Name) -> String {
    format!("[`{owner}::{}`]", name.plain())
}
