//! The runtime: whole modules of ordinary Rust, copied word for word, those that the description needs.
//!
//! The runtime's own roots say which modules there are and what the crate exports; the roots of the copy are those files
//! with the modules left out that are not needed.

pub(crate) mod listing;
pub(crate) mod manifest;
mod modules;
mod needs;
mod roots;
mod signatures;

use proc_macro2::TokenStream;
use quote::quote;

use self::needs::selected;
use super::{features, source};
use crate::output::Files;
use crate::rust::{Module, RustCrate, RustType};

pub(crate) use needs::askers;
pub(crate) use roots::exports;

/// Adds the runtime's files.
pub(super) fn add(krate: &RustCrate, files: &mut Files) {
    let selected = selected(krate);
    files.add("src/runtime/mod.rs", source::file(roots::root(&selected)));
    for module in &selected {
        let path = &module.path;
        if module.is_folder() {
            files.add(format!("src/runtime/{path}/mod.rs"), source::file(roots::folder(module, &selected)));
        } else {
            files.add(format!("src/runtime/{path}.rs"), module.text.to_owned());
        }
    }
}

/// A description that does not know every kind of item leaves parts of modules unused that it needs otherwise, and so
/// does whoever leaves out resources.
pub(super) fn allow_unused(krate: &RustCrate) -> TokenStream {
    let lints = quote!(dead_code, unused_imports, unused_macros);
    if uses_all(krate) {
        let all = features::all(&krate.modules.iter().map(|module| module.feature.name.clone()).collect());
        return quote!(#[cfg_attr(not(#all), allow(#lints, reason = "some resources are left out"))]);
    }
    quote!(#[allow(#lints, reason = "the description does not need all of it")])
}

/// Whether there is every kind of item that modules have parts for.
fn uses_all(krate: &RustCrate) -> bool {
    let has = |has: fn(&Module) -> bool| krate.modules.iter().any(has);
    has(|module| !module.identifiers.is_empty() || !module.enums.is_empty())
        && has(|module| module.json_forms().next().is_some())
        && has(|module| !module.params.is_empty())
        && has(|module| !module.unions.is_empty())
        && krate.uses(|ty: &RustType| matches!(ty, RustType::CursorPage(_) | RustType::UrlPage(_)))
        && has(|module| module.given().any(|given| given.bounds.iter().any(|bound| bound.check.is_some())))
}
