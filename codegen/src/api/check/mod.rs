//! A description to an [`Api`]: names are looked up, and everything that can be wrong is looked for. What is only
//! remarked on, and needs the whole, waits until nothing is wrong.
//!
//! Each check reports and goes on. What is faulty gets a value that causes no second fault, and the draft that holds
//! it never leaves this module.

mod endpoints;
mod events;
mod examples;
mod file;
mod items;
mod literals;
mod members;
mod names;
mod paths;
mod remarks;
mod renames;
mod symbols;
mod types;

use super::model::{AliasId, Api, EnumId, IdentifierId, ObjectId, Resource};
use crate::{
    diag::{Diagnostic, Diagnostics, Remarked, Severity},
    spec::{self, Description},
};
use endpoints::{duplicates, lifecycles, sessions};
use examples::made;
use file::{credentials, dialects};
use items::Kind;
use literals::{constants, values};
pub(crate) use names::KEYWORDS;
pub use remarks::look_closer;
use symbols::Symbols;
use types::{aliases, inside, objects, reach, recursion, unions};

/// Faults that leave a draft whole: what a name refers to may be anything, an example is not looked at for names.
const HARMLESS: [&str; 4] = ["example-mismatch", "missing-doc", "unknown-reference", "unknown-type"];

/// Checks a description, in which `found` was found already.
///
/// # Errors
/// All faults, if there is any.
pub fn check(description: &Description, found: Diagnostics) -> Result<Remarked<Api>, Diagnostics> {
    check_with_names(description, found, |_, _| {})
}

/// The same, where `names` looks for faults of names in a draft that has only harmless ones, so that both are told at once.
///
/// # Errors
/// All faults, if there is any.
pub fn check_with_names(
    description: &Description,
    mut found: Diagnostics,
    names: impl FnOnce(&Api, &mut Diagnostics),
) -> Result<Remarked<Api>, Diagnostics> {
    let mut api = draft(description, &mut found);
    found.drop_repeats();
    let is_harmless = |it: &Diagnostic| it.severity == Severity::Remark || HARMLESS.contains(&it.rule);
    if found.has_faults() && description.complete && found.list().iter().all(is_harmless) {
        names(&api, &mut found);
    }
    let mut remarks = found.without_faults()?;
    remarks::check(&api, &mut remarks);
    inside::alike(&api, &mut remarks);
    examples::unmet_paths(description, &api, &mut remarks);
    dialects::drop_unused(&mut api);
    renames::drop_taken(&mut api);
    made::fill(&mut api);
    Ok(Remarked { value: api, remarks })
}

/// What a description means, as far as it is right.
fn draft(description: &Description, diagnostics: &mut Diagnostics) -> Api {
    let mut symbols = Symbols::collect(description, diagnostics);
    let aliases = aliases::check(description, &mut symbols, diagnostics);
    renames::check(description, diagnostics);
    let mut api = file::check(&description.api, diagnostics);
    api.aliases = aliases;
    objects::check(description, &symbols, &mut api, diagnostics);
    constants::fill(description, &mut api, diagnostics);
    inside::check(&mut api, diagnostics);
    let resources = resources(description, &api, &symbols, diagnostics);
    if !description.api.as_ref().is_ok_and(|file| file.repeats) {
        duplicates::check(description, diagnostics);
    }
    events::among(description, diagnostics);
    api.webhooks = events::webhooks(description, &resources, &symbols, diagnostics);
    reach::fill(&mut api, &resources, diagnostics);
    values::fill(description, &mut api, diagnostics);
    unions::inhabited(&api.objects, diagnostics);
    recursion::check(&api.objects, diagnostics);
    api.resources = resources;
    api
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
    alias: usize,
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
        if let (Some(security), Ok(file)) = (&resource.security, file) {
            credentials::security(security, file, &api.schemes, diagnostics);
        }
        let written = resource.endpoints.iter();
        let mut endpoints: Vec<_> =
            written.map(|endpoint| endpoints::check((endpoint, resource), file, api, symbols, diagnostics)).collect();
        sessions::fill(resource, &mut endpoints, api, symbols, diagnostics);
        Resource {
            item: items::check(&resource.item, Kind::Resource, diagnostics),
            identifiers: take(&mut self.identifier, resource.identifiers.len(), IdentifierId),
            aliases: take(&mut self.alias, resource.aliases.len(), AliasId),
            objects: take(&mut self.object, resource.objects.len(), ObjectId),
            enums: take(&mut self.enumeration, resource.enums.len(), EnumId),
            lifecycles: lifecycles::check(resource, &endpoints, api, symbols, diagnostics),
            events: events::check(resource, description, api, symbols, diagnostics),
            endpoints,
        }
    }
}

fn take<T>(next: &mut usize, count: usize, index: impl Fn(usize) -> T) -> Vec<T> {
    let first = *next;
    *next += count;
    (first..*next).map(index).collect()
}
