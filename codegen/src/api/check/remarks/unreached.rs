//! Remarks on values that no lifecycle leads to.

use std::collections::{BTreeMap, HashSet};

use crate::{
    api::model::{Api, EnumId},
    diag::{Diagnostic, Diagnostics, code},
};

/// Remarks on the states that objects neither begin in nor come to. An enum may be that of several lifecycles.
pub(super) fn check(api: &Api, remarks: &mut Diagnostics) {
    let mut reached: BTreeMap<EnumId, HashSet<usize>> = BTreeMap::new();
    for lifecycle in api.resources.iter().flat_map(|resource| &resource.lifecycles) {
        let states = reached.entry(lifecycle.states).or_default();
        states.insert(lifecycle.initial);
        states.extend(lifecycle.transitions.iter().map(|transition| transition.to));
    }
    for (id, reached) in reached {
        let values = api[id].values.iter().enumerate();
        for (_, value) in values.filter(|(index, _)| !reached.contains(index)) {
            let message = format!("no call leads to the state {}", code(&value.item.name));
            let remark = Diagnostic::remark("unreached-state", message, &value.item.span, "in no `to` of a lifecycle");
            remarks.push(remark.help("add the call that leads to it to the lifecycle, or remove the value"));
        }
    }
}
