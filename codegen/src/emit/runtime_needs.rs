//! What of a description asks for the modules of the runtime that not every crate has.

use crate::rust::{RustCrate, RustType, WireProtocol};
use crate::surface::Origin;

/// Something that asks for a module, and what else may have made it do so; empty if nothing asks. Nothing at all for a
/// module that every crate has.
pub(super) fn askers(krate: &RustCrate, module: &str) -> Option<Vec<Origin>> {
    let speaks_of = |is: &dyn Fn(&RustType) -> bool| of_type(krate, is);
    let is_page = |ty: &RustType| matches!(ty, RustType::List(_) | RustType::Page(_));
    Some(match module {
        "amount" => speaks_of(&|ty| *ty == RustType::Amount),
        "currency" => speaks_of(&|ty| *ty == RustType::Currency),
        "decimal" => speaks_of(&|ty| *ty == RustType::Decimal),
        "expandable" => speaks_of(&|ty| matches!(ty, RustType::Expandable(..))),
        "form" => of_protocol(krate, |protocol| protocol.is_form),
        "identifier" => {
            let identifiers = krate.modules.iter().flat_map(|module| &module.identifiers);
            let first = first(identifiers.map(|item| &item.attributes.origin));
            if first.is_empty() { speaks_of(&|ty| *ty == RustType::Currency) } else { first }
        }
        "json" => of_protocol(krate, |protocol| !protocol.is_form),
        "list" => speaks_of(&|ty| matches!(ty, RustType::List(_))),
        "open_enum" => {
            let enums = krate.modules.iter().flat_map(|module| &module.enums);
            first(enums.map(|item| &item.attributes.origin))
        }
        "page" => speaks_of(&|ty| matches!(ty, RustType::Page(_))),
        "page_iterator" | "page_stream" | "page_url" | "pages" => speaks_of(&is_page),
        "secret" => speaks_of(&|ty| *ty == RustType::Secret),
        "session" | "session_error" => of_session(krate),
        "timestamp" => {
            let timestamps = speaks_of(&|ty| *ty == RustType::Timestamp);
            if timestamps.is_empty() { of_session(krate) } else { timestamps }
        }
        "union" => {
            let unions = krate.modules.iter().flat_map(|module| &module.unions);
            first(unions.map(|item| &item.attributes.origin))
        }
        _ => return None,
    })
}

fn first<'a>(mut origins: impl Iterator<Item = &'a Origin>) -> Vec<Origin> {
    origins.next().into_iter().cloned().collect()
}

/// The first item that speaks of such a type.
fn of_type(krate: &RustCrate, is_such: &dyn Fn(&RustType) -> bool) -> Vec<Origin> {
    if !krate.uses(is_such) {
        return Vec::new();
    }
    let typed = krate.modules.iter().flat_map(|module| module.typed());
    first(typed.filter(|(_, ty)| ty.parts().into_iter().any(is_such)).map(|(origin, _)| origin))
}

/// The first call that speaks a protocol of some kind, and the protocol.
fn of_protocol(krate: &RustCrate, is_such: impl Fn(&WireProtocol) -> bool) -> Vec<Origin> {
    let Some(protocol) = krate.protocols.iter().find(|protocol| is_such(protocol)) else { return Vec::new() };
    let requests = krate.modules.iter().flat_map(|module| &module.requests);
    let speaking = requests.filter(|request| request.protocol == protocol.name);
    let mut origins = first(speaking.map(|request| &request.attributes.origin));
    origins.push(protocol.origin.clone());
    origins
}

/// The first call whose tokens come from another one.
fn of_session(krate: &RustCrate) -> Vec<Origin> {
    let requests = krate.modules.iter().flat_map(|module| &module.requests);
    first(requests.filter(|request| request.sender.is_some()).map(|request| &request.attributes.origin))
}
