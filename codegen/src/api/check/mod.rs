//! A description to an [`Api`]: names are looked up, and everything that can be wrong is looked for.
//!
//! Each check reports and goes on. What is faulty gets a value that causes no second fault, and the draft that holds
//! it never leaves this module.

mod endpoints;
mod examples;
mod file;
mod items;
mod members;
mod names;
mod paths;
mod renames;
mod symbols;
mod types;

use super::model::{Api, EnumId, IdentifierId, ObjectId, Resource};
use crate::{
    diag::Diagnostics,
    spec::{self, Description},
};
use endpoints::{lifecycles, sessions};
use examples::made;
use file::dialects;
use items::Kind;
pub(crate) use names::KEYWORDS;
use symbols::Symbols;
use types::{objects, reach, recursion, unions};

/// Checks a description.
///
/// The result is `None` if there is any fault; all of them are then in `diagnostics`.
pub fn check(description: &Description, diagnostics: &mut Diagnostics) -> Option<Api> {
    let symbols = Symbols::collect(description, diagnostics);
    renames::check(description, diagnostics);
    let mut api = file::check(&description.api, diagnostics);
    objects::check(description, &symbols, &mut api, diagnostics);
    let resources = resources(description, &api, &symbols, diagnostics);
    endpoints::unused_codes(description, &api, &resources, &symbols, diagnostics);
    reach::fill(&mut api, &resources, diagnostics);
    unions::inhabited(&api.objects, diagnostics);
    recursion::check(&api.objects, diagnostics);
    api.resources = resources;
    if !diagnostics.is_empty() {
        return None;
    }
    dialects::drop_unused(&mut api);
    renames::drop_taken(&mut api);
    made::fill(&mut api);
    Some(api)
}

fn resources(description: &Description, api: &Api, symbols: &Symbols, diagnostics: &mut Diagnostics) -> Vec<Resource> {
    let mut next = Next::default();
    description
        .resources
        .iter()
        .map(|resource| next.resource(resource, description, api, symbols, diagnostics))
        .collect()
}

/// The first index of each list of the [`Api`] that no resource has taken.
#[derive(Default)]
struct Next {
    identifier: usize,
    object: usize,
    enumeration: usize,
}

impl Next {
    fn resource(
        &mut self,
        resource: &spec::Resource,
        description: &Description,
        api: &Api,
        symbols: &Symbols,
        diagnostics: &mut Diagnostics,
    ) -> Resource {
        let file = &description.api;
        let written = resource.endpoints.iter();
        let mut endpoints: Vec<_> =
            written.map(|endpoint| endpoints::check(endpoint, file, api, symbols, diagnostics)).collect();
        sessions::fill(resource, &mut endpoints, api, symbols, diagnostics);
        Resource {
            item: items::check(&resource.item, Kind::Resource, diagnostics),
            identifiers: take(&mut self.identifier, resource.identifiers.len(), IdentifierId),
            objects: take(&mut self.object, resource.objects.len(), ObjectId),
            enums: take(&mut self.enumeration, resource.enums.len(), EnumId),
            lifecycles: lifecycles::check(resource, &endpoints, api, symbols, diagnostics),
            endpoints,
        }
    }
}

fn take<T>(next: &mut usize, count: usize, index: impl Fn(usize) -> T) -> Vec<T> {
    let first = *next;
    *next += count;
    (first..*next).map(index).collect()
}
