//! Changes of a part of a document.

use std::sync::Arc;

use super::mirror::Step;
use crate::yaml::{Entry, Node, Value};

/// Why something cannot be merged.
pub(super) struct Unfit;

/// Merges an update into what a path means: members into an object, an item into a list; a single value takes the place of
/// another.
pub(super) fn update(target: &mut Node, update: &Node) -> Result<(), Unfit> {
    match (&mut target.value, &update.value) {
        (Value::List(items), _) => {
            *items = items.iter().chain([update]).cloned().collect();
            Ok(())
        }
        (Value::Mapping(_), Value::Mapping(_)) => merge(target, update),
        (Value::Mapping(_), _) => Err(Unfit),
        _ => {
            *target = update.clone();
            Ok(())
        }
    }
}

/// Merges a value into another one of the same name: objects member by member, lists one behind the other. All fits, or
/// nothing is changed.
fn merge(target: &mut Node, update: &Node) -> Result<(), Unfit> {
    match (&mut target.value, &update.value) {
        (Value::Mapping(members), Value::Mapping(more)) => {
            let mut merged: Vec<Entry> = members.to_vec();
            for entry in more.iter() {
                match merged.iter_mut().find(|known| known.key.value == entry.key.value) {
                    Some(known) => merge(&mut known.value, &entry.value)?,
                    None => merged.push(entry.clone()),
                }
            }
            *members = merged.into();
            Ok(())
        }
        (Value::List(items), Value::List(more)) => {
            *items = items.iter().chain(more.iter()).cloned().collect();
            Ok(())
        }
        (Value::Mapping(_) | Value::List(_), _) | (_, Value::Mapping(_) | Value::List(_)) => Err(Unfit),
        _ => {
            *target = update.clone();
            Ok(())
        }
    }
}

/// Takes an item or member out of what holds it.
pub(super) fn remove(holder: &mut Node, step: &Step) {
    match (&mut holder.value, step) {
        (Value::List(items), Step::Item(index)) => *items = without(items, |at, _| at == *index),
        (Value::Mapping(entries), Step::Member(name)) => {
            *entries = without(entries, |_, entry: &Entry| entry.key.value == *name);
        }
        _ => {}
    }
}

fn without<T: Clone>(all: &[T], is_out: impl Fn(usize, &T) -> bool) -> Arc<[T]> {
    all.iter().enumerate().filter(|(index, item)| !is_out(*index, item)).map(|(_, item)| item.clone()).collect()
}
