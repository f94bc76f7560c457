//! Which of what is written can stand in brackets.

use crate::yaml::{Content, Written};

/// On levels up to this one, what can be told apart stands on lines of its own: a file is level 0, its sections are level 1,
/// the items of a section level 2, and what an item holds level 3.
const SECTIONS: usize = 3;

/// Whether something may stand on one line, if there is room for it.
pub(super) fn may_flow(content: &Content, level: usize) -> bool {
    if !is_plain(content) {
        return false;
    }
    match content {
        _ if level > SECTIONS => true,
        Content::Mapping(entries, _) if !entries.is_empty() => level > 0 && !nests(content) && !is_glossary(entries),
        Content::List(items, _) if level > 0 => !nests(content) && !is_enumeration(items),
        Content::List(items, _) => items.is_empty(),
        _ => true,
    }
}

/// Whether there are no comments in something, and no texts of several lines.
fn is_plain(content: &Content) -> bool {
    let are_plain = |inside: &[Written], end: &[String]| {
        let is_bare = |it: &Written| it.before.is_empty() && it.beside.is_none() && is_plain(&it.content);
        end.is_empty() && inside.iter().all(is_bare)
    };
    match content {
        Content::Nothing | Content::Other(_) => true,
        Content::Text(text) => !text.contains('\n'),
        Content::Folded(..) => false,
        Content::List(inside, end) | Content::Mapping(inside, end) => are_plain(inside, end),
    }
}

/// How deep mappings nest.
fn height(content: &Content) -> usize {
    let highest = |inside: &[Written]| inside.iter().map(|it| height(&it.content)).max().unwrap_or(0);
    match content {
        Content::List(inside, _) => highest(inside),
        // `{T}` is a type, and no mapping.
        Content::Mapping(inside, _) if matches!(&**inside, [Written { content: Content::Nothing, .. }]) => 0,
        Content::Mapping(inside, _) => 1 + highest(inside),
        _ => 0,
    }
}

/// Whether there are mappings in a mapping.
pub(super) fn nests(content: &Content) -> bool {
    height(content) > 1
}

/// Whether a mapping explains names, each in several words: there, each has its line.
fn is_glossary(entries: &[Written]) -> bool {
    let is_explained = |entry: &Written| match &entry.content {
        Content::Text(text) => text.contains(' ') && entry.key.as_deref() != Some("doc"),
        _ => false,
    };
    entries.iter().all(is_explained)
}

/// Whether a list is one of several texts: there, each has its line.
fn is_enumeration(items: &[Written]) -> bool {
    items.len() > 1 && items.iter().all(|item| matches!(item.content, Content::Text(_)))
}

/// Whether something stands on lines of its own, which is not a text.
pub(super) fn is_filled(content: &Content) -> bool {
    matches!(content, Content::List(inside, end) | Content::Mapping(inside, end) if !(inside.is_empty() && end.is_empty()))
}

/// How many comments are in something and around it.
pub(super) fn comments(written: &Written) -> usize {
    let inside = match &written.content {
        Content::List(inside, end) | Content::Mapping(inside, end) => {
            inside.iter().map(comments).sum::<usize>() + end.len()
        }
        _ => 0,
    };
    written.before.len() + usize::from(written.beside.is_some()) + inside
}
