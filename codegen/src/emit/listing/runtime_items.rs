//! The items that come from the runtime, or from no module.

use std::collections::HashMap;

use super::module_items::{DEPRECATED, mark, other, quoted};
use super::usages;
use crate::emit::runtime::{askers, listing};
use crate::rust::{Attributes, ErrorField, HeaderSetter, Name, RustCrate, Scheme};
use crate::surface::{Origin, SurfaceLine};

/// The items of the crate that stand behind those of its modules.
pub(super) fn lines(krate: &RustCrate) -> Vec<SurfaceLine> {
    let mut lines = Vec::new();
    if let Some((module, events)) = krate.events().filter(|(_, events)| events.are_signed()) {
        let signature =
            "pub fn webhooks::sign(impl AsRef<str>, impl AsRef<[u8]>, SystemTime) -> Result<HeaderMap, WebhookError>";
        let text = format!("pub mod webhooks // feature {}", quoted(&module.feature.name));
        let line = |text| SurfaceLine {
            askers: askers(krate, Some("webhooks/verifier")),
            ..other(events.union.attributes.origin.clone(), text, None)
        };
        lines.extend([text, signature.to_owned()].map(line));
    }
    let mut known = HashMap::new();
    for (module, text) in listing::lines(krate) {
        let askers = known.entry(module).or_insert_with_key(|module| askers(krate, module.as_deref()));
        lines.push(SurfaceLine { askers: askers.clone(), ..of_runtime(text, krate) });
    }
    lines
}

/// An item of the runtime, which comes from the description only where it sets a header or asks an error.
fn of_runtime(text: String, krate: &RustCrate) -> SurfaceLine {
    let Some((owner, method)) = method(&text) else { return other(None, text, None) };
    let of_header = |setter: &HeaderSetter| {
        let named = Named::of(method, &setter.name, &setter.attributes)?;
        // Builders are only there with a feature that brings a client.
        let usage = (owner == "Request").then(|| usages::header(&krate.name, method));
        Some((setter.attributes.origin.clone(), named, usage))
    };
    let of_error = |field: &ErrorField| {
        let named = Named::of(method, &field.name, &field.attributes)?;
        Some((field.attributes.origin.clone(), named, Some(usages::error_field(&krate.name, method))))
    };
    let described = match owner {
        "Request" | "ClientBuilder" => krate.header_setters.iter().find_map(of_header),
        "ApiError" => krate.error_fields.iter().find_map(of_error),
        _ => None,
    };
    let Some((origin, Named { mark, former_of }, usage)) = described else {
        let attributes = scheme(krate, owner, method).map(|scheme| &scheme.attributes);
        let attributes = attributes.or_else(|| chosen_by(krate, owner, method));
        let origin = attributes.map(|attributes| attributes.origin.clone());
        // What makes clients depends on whether it is known where the service is.
        let is_constructor = matches!((owner, method), ("Client" | "BlockingClient" | "Config", "new" | "builder"));
        let place = is_constructor.then(|| krate.place.clone());
        let origin = match (origin, place) {
            (Some(origin), place) => Some(Origin { member: place, ..origin }),
            (None, place) => place.map(|owner| Origin { owner, member: None }),
        };
        return other(origin, text, None);
    };
    SurfaceLine { former_of, ..other(origin, text + mark, usage) }
}

/// The scheme whose secret a method takes. A client is made with that of the only one.
fn scheme<'a>(krate: &'a RustCrate, owner: &str, method: &str) -> Option<&'a Scheme> {
    let name = method.strip_prefix("with_").unwrap_or(method);
    match (owner, krate.schemes.as_slice()) {
        ("Client" | "BlockingClient" | "Config", [scheme]) if method == "new" => Some(scheme),
        ("ClientBuilder" | "Request" | "Config", schemes) => schemes.iter().find(|scheme| {
            let names = [scheme.name.clone(), scheme.token(), scheme.from_elsewhere()];
            names.iter().any(|known| known.plain() == name)
        }),
        _ => None,
    }
}

/// What stands above a method that chooses where the service is.
fn chosen_by<'a>(krate: &'a RustCrate, owner: &str, method: &str) -> Option<&'a Attributes> {
    let name = method.strip_prefix("with_").unwrap_or(method);
    let environments = krate.environments.iter().map(|it| (&it.name, &it.attributes));
    let mut methods = environments.chain(krate.server_variables.iter().map(|it| (&it.name, &it.attributes)));
    let is_owner = ["ClientBuilder", "Request", "Config"].contains(&owner);
    is_owner.then(|| methods.find(|(known, _)| known.plain() == name))?.map(|(_, attributes)| attributes)
}

/// The type and the name of the method that a line is about.
fn method(text: &str) -> Option<(&str, &str)> {
    let (owner, rest) = text.strip_prefix("pub fn ")?.split_once("::")?;
    Some((owner, rest.split_once('(')?.0))
}

/// What stands behind a method, and the present name if that is a former one.
struct Named {
    mark: &'static str,
    former_of: Option<String>,
}

impl Named {
    /// If the method has the name, or had it.
    fn of(method: &str, name: &Name, attributes: &Attributes) -> Option<Self> {
        if name.as_str() == method {
            return Some(Self { mark: mark(attributes), former_of: None });
        }
        let is_former = attributes.former.iter().any(|former| former.as_str() == method);
        is_former.then(|| Self { mark: DEPRECATED, former_of: Some(name.to_string()) })
    }
}
