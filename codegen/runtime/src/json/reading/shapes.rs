//! Unions whose kinds nothing but the shape of the data tells.
//!
//! First counts the sort of JSON, strictly: `"5"` is a text where a text is a kind. Then members that always say the
//! same, then members that only one kind has. What this tells must fit. Where several kinds are left, they are tried in
//! their order, which is that of how much they demand.

use serde_json::Value;

use crate::runtime::json::decode_error::{Failed, Fault};
use crate::runtime::json::kinds::{Kind, Kinds, Sort};
use crate::runtime::json::literal::Literal;
use crate::runtime::json::reading::cursor::{Cursor, Part, token};
use crate::runtime::json::reading::others::{Others, as_json};
use crate::runtime::json::reading::parts::Parts;
use crate::runtime::json::reading::scalars::found;
use crate::runtime::json::slot::{Selected, Union};
use crate::runtime::json::unknown_variant::UnknownVariant;

/// What the shape of some data says of its kind.
pub(super) enum Choice {
    /// It is this one.
    Told(usize),
    /// It is one of these, or none that is known.
    Open(Vec<usize>),
}

/// Reads a value that is one of several kinds.
pub(super) fn read_shape(part: &str, union: &mut dyn Union, parts: &mut Parts<'_>) -> Result<(), Failed> {
    let kinds = union.kinds();
    let sort = Sort::of(part);
    let fits = |kind: &Kind| sort.is_some_and(|sort| kind.shape.sorts.contains(&sort));
    let fitting: Vec<usize> = (0..kinds.list.len()).filter(|&index| fits(&kinds.list[index])).collect();
    let choice = match sort {
        Some(Sort::Object) if members_tell(kinds, &fitting) => choose(kinds, &members_of(part), fitting),
        _ => Choice::of(fitting),
    };
    let read = read_chosen(union, choice, parts, &mut |union, index, parts| {
        union.select(index);
        match union.selected() {
            Selected::Known(_, Some(place)) => parts.whole(part, place.slot(), kinds.form_of(index)),
            _ => Ok(()),
        }
    });
    if let Some(read) = read {
        return read;
    }
    if union.keep(UnknownVariant::new(Value::Null, as_json(part))) {
        return Ok(());
    }
    parts.fault.describe(&expected(kinds), found(&token(part)));
    Err(Failed)
}

/// Whether the members of an object say more of its kind than that it is an object.
fn members_tell(kinds: &Kinds, fitting: &[usize]) -> bool {
    fitting.len() > 1 || fitting.iter().any(|&index| !kinds.list[index].shape.constants.is_empty())
}

/// The sorts of JSON that some kinds can be, in words.
fn expected(kinds: &Kinds) -> String {
    let mut sorts: Vec<&str> = Vec::new();
    for sort in kinds.list.iter().flat_map(|kind| kind.shape.sorts).map(|sort| sort.as_str()) {
        if !sorts.contains(&sort) {
            sorts.push(sort);
        }
    }
    sorts.join(" or ")
}

impl Choice {
    fn of(mut kinds: Vec<usize>) -> Self {
        if kinds.len() == 1 { Self::Told(kinds.remove(0)) } else { Self::Open(kinds) }
    }
}

/// What the members of an object say of its kind.
pub(super) fn choose(kinds: &Kinds, members: &Others<'_>, candidates: Vec<usize>) -> Choice {
    let shape = |index: usize| &kinds.list[index].shape;
    let says = |name: &str, literals: &[Literal]| match members.get(name).map(token) {
        Some(Part::Token(token)) => literals.iter().any(|literal| literal.is(&token)),
        _ => false,
    };
    // Where constants are there, they decide; a kind that lacks its own is none of those that are left.
    let is_right = |index: &usize| shape(*index).constants.iter().all(|(name, literals)| says(name, literals));
    // One that says something else is of a kind that is not known, unless it fits one that is.
    let is_contrary = |index: &usize| {
        shape(*index).constants.iter().any(|(name, literals)| members.get(name).is_some() && !says(name, literals))
    };
    let is_doubtful = candidates.iter().any(is_contrary);
    let left: Vec<usize> = candidates.into_iter().filter(is_right).collect();
    let confirmed: Vec<usize> = left.iter().copied().filter(|&index| !shape(index).constants.is_empty()).collect();
    let is_doubtful = is_doubtful && confirmed.is_empty();
    let left = if confirmed.is_empty() { left } else { confirmed };
    let is_marked = |index: usize| shape(index).marks.iter().any(|name| members.get(name).is_some());
    let marked: Vec<usize> = left.iter().copied().filter(|&index| is_marked(index)).collect();
    match marked.as_slice() {
        [only] => Choice::Told(*only),
        _ if is_doubtful => Choice::Open(left),
        _ => Choice::of(left),
    }
}

/// What reads the kind with an index.
type ReadKind<'a> = dyn FnMut(&mut dyn Union, usize, &mut Parts<'_>) -> Result<(), Failed> + 'a;

/// Reads the kind that is told, or the first that fits; nothing if none does.
pub(super) fn read_chosen(
    union: &mut dyn Union,
    choice: Choice,
    parts: &mut Parts<'_>,
    read: &mut ReadKind<'_>,
) -> Option<Result<(), Failed>> {
    match choice {
        Choice::Told(index) => Some(read(union, index, parts)),
        Choice::Open(kinds) => {
            // What keeps one from fitting is no fault of the document.
            let mut tried = |index| read(union, index, &mut Parts { fault: &mut Fault::default(), ..*parts });
            kinds.into_iter().map(&mut tried).find(Result::is_ok)
        }
    }
}

/// The members of a part that is an object; of one that is repeated, the first.
fn members_of(part: &str) -> Others<'_> {
    let mut others = Others::default();
    for (name, part) in Cursor::new(part).members().unwrap_or_default() {
        // A repetition is reported where the kind is read.
        others.add(name.into_owned(), part);
    }
    others
}
