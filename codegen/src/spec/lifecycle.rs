//! Reads how calls move objects from state to state.

use super::{
    description::{Lifecycle, Transition},
    item::owner,
    reader::Mapping,
    schema,
};
use crate::{
    diag::{Diagnostics, code},
    yaml::{Entry, Faulty, Read},
};

/// Reads an entry of `lifecycles`: beside `initial`, each key is an endpoint.
pub(super) fn lifecycle(entry: &Entry, diagnostics: &mut Diagnostics) -> Lifecycle {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open(value, owner("lifecycle", key), &key.span, &schema::LIFECYCLE, diagnostics) else {
        return Lifecycle { field: key.clone(), initial: Err(Faulty), transitions: Vec::new() };
    };
    let moves = mapping.entries().iter().filter(|entry| entry.key.value != "initial");
    Lifecycle {
        field: key.clone(),
        initial: mapping.required_text("initial", diagnostics),
        transitions: moves.filter_map(|entry| transition(entry, diagnostics).ok()).collect(),
    }
}

fn transition(entry: &Entry, diagnostics: &mut Diagnostics) -> Read<Transition> {
    let Entry { key, value } = entry;
    let owner = format!("the move by {}", code(&key.value));
    let mapping = Mapping::open(value, owner, &key.span, &schema::TRANSITION, diagnostics)?;
    Ok(Transition {
        endpoint: key.clone(),
        from: mapping.require("from", diagnostics).and_then(|_| mapping.text_or_texts("from", diagnostics)),
        to: mapping.required_text("to", diagnostics),
        otherwise: mapping.required_text("otherwise", diagnostics),
        sets: mapping.text("sets", diagnostics).ok().flatten(),
        clears: mapping.text("clears", diagnostics).ok().flatten(),
    })
}
