//! Other names for what cannot have its own.

use super::faults::Faults;
use crate::casing;
use crate::openapi::names::words;
use crate::openapi::remarks::Remarks;
use crate::openapi::texts::at;
use crate::spec::Item;

/// The most letters of another name.
const LONGEST: usize = 50;

/// The letters that a kind of item has.
#[derive(Clone, Copy)]
pub(super) enum Letters {
    Snake,
    Camel,
}

/// Gives a module or call another name if there is a fault about the one that it has; says whether it did. Nothing but the crate
/// speaks of them by their names, so there is no other one to keep.
pub(super) fn rename_whole(item: &mut Item, word: &str, faults: &Faults<'_>, remarks: &mut Remarks) -> bool {
    let is_renamed = rename(item, Letters::Snake, word, faults, remarks);
    if let Some(rust) = item.rust.take_if(|_| is_renamed) {
        item.name.value = rust.value;
    }
    is_renamed
}

/// Gives an item another name in Rust if there is a fault about the one that it has; says whether it did.
pub(super) fn rename(
    item: &mut Item,
    letters: Letters,
    word: &str,
    faults: &Faults<'_>,
    remarks: &mut Remarks,
) -> bool {
    let Some(fault) = faults.of_name(&item.name.span) else { return false };
    let now = item.rust.as_ref().map_or(item.name.value.as_str(), |rust| rust.value.trim_end_matches('_'));
    let mut name = words(now);
    if name.is_empty() {
        name.push("other".to_owned());
    }
    let is_named_already = name.last().is_some_and(|last| last == word);
    // The end of a name says most.
    while name.len() > 1 && name.join("_").len() > LONGEST {
        name.remove(0);
    }
    if !is_named_already {
        name.push(word.to_owned());
    }
    let spelt = match letters {
        Letters::Snake => casing::snake(&name.join("_")),
        Letters::Camel => casing::camel(&name.join(" ")).replace('_', ""),
    };
    let rust = if spelt == now { format!("{spelt}2") } else { spelt };
    let message = format!("{}: it is called `{rust}`", fault.message);
    remarks.say("renamed", message, &item.name.span, "another name", "another name in the document would do as well");
    item.rust = Some(at(&item.name.span, rust));
    true
}
