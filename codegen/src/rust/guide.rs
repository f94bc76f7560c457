//! Decides what a new user is shown first.

use super::model::{CallPlace, Guide, GuideCalls, Module, Request};
use crate::api::HttpMethod;

/// The calls and the object that show what there is.
pub(super) fn guide(modules: &[Module]) -> Guide {
    let object = modules.iter().enumerate().find_map(|(index, module)| {
        let (name, _) = module.json_forms().next()?;
        Some((index, name.clone()))
    });
    Guide { calls: calls(modules), object }
}

fn calls(modules: &[Module]) -> Option<GuideCalls> {
    // Of those that are there by default.
    let all = || {
        let chosen = modules.iter().enumerate().filter(|(_, module)| module.feature.is_default);
        chosen.flat_map(|(module, item)| {
            item.requests.iter().enumerate().map(move |(request, item)| (CallPlace { module, request }, item))
        })
    };
    let find = |is_such: &dyn Fn(&Request) -> bool| all().find(|(_, request)| is_such(request)).map(|(place, _)| place);
    // Who tries it first had better change nothing.
    let harmless = find(&|request| request.method == HttpMethod::Get && request.is_plain());
    let first = harmless.or_else(|| find(&Request::is_plain)).or_else(|| find(&|_| true))?;
    let keyed = find(&|request| request.is_keyed && request.is_plain()).or_else(|| find(&|request| request.is_keyed));
    let failing = all().max_by_key(|(_, request)| (request.is_plain(), request.error.variants.len()));
    Some(GuideCalls {
        first,
        repeated: keyed.unwrap_or(first),
        failing: failing.filter(|(_, request)| !request.error.variants.is_empty()).map(|(place, _)| place),
        paged: find(&Request::is_paged),
        series: find(&|request| request.sender.is_some()),
    })
}
