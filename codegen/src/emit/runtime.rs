//! The runtime: whole modules of ordinary Rust, copied word for word, those that the description needs.
//!
//! The runtime's own root says which modules there are and what each exports; the root of the copy is that file with
//! the modules left out that are not needed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{File, Item, ItemUse, UseTree, Visibility};

use super::runtime_modules::{MODULES, ROOT};
use super::runtime_needs::askers;
use super::{features, source};
use crate::output::Files;
use crate::rust::{Module, RustCrate};

/// Whether a description needs a module of the runtime.
fn is_needed(krate: &RustCrate, module: &str) -> bool {
    askers(krate, module).is_none_or(|askers| !askers.is_empty())
}

/// Adds the runtime's files.
pub(super) fn add(krate: &RustCrate, files: &mut Files) {
    files.add("src/runtime/mod.rs", source::file(root(krate)));
    for (module, text) in selected(krate) {
        files.add(format!("src/runtime/{module}.rs"), text.to_owned());
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
        && has(|module| module.forms().next().is_some())
        && has(|module| !module.params.is_empty())
        && has(|module| !module.unions.is_empty())
        && has(|module| module.given().any(|given| !given.limits.is_empty()))
}

/// The modules that the description needs, each with its text.
pub(super) fn selected(krate: &RustCrate) -> impl Iterator<Item = (&'static str, &'static str)> {
    MODULES.iter().copied().filter(|(module, _)| is_needed(krate, module))
}

/// A module of the runtime.
///
/// # Panics
/// If it is no Rust, which cannot be: the runtime is a crate of the workspace, whose sources are part of this program.
pub(super) fn parsed(text: &str) -> File {
    syn::parse_file(text).expect("the runtime compiles")
}

/// The root's items that belong to needed modules, without tests.
fn items(krate: &RustCrate) -> impl Iterator<Item = Item> {
    parsed(ROOT).items.into_iter().filter(move |item| match item {
        Item::Mod(module) => module.ident != "tests" && is_needed(krate, &module.ident.to_string()),
        Item::Use(import) => match &import.tree {
            UseTree::Path(path) => is_needed(krate, &path.ident.to_string()),
            // The runtime's name for itself, which only its own tests need.
            _ => false,
        },
        _ => true,
    })
}

fn root(krate: &RustCrate) -> TokenStream {
    let items = items(krate);
    quote! {
        #![doc = " What generated code stands on: the same for every crate, and private to this one."]

        #(#items)*
    }
}

/// The names of what users get from the runtime, each with its export.
pub(super) fn exported(krate: &RustCrate) -> BTreeMap<String, TokenStream> {
    let mut exported = BTreeMap::new();
    for item in items(krate) {
        let Item::Use(ItemUse { attrs, vis: Visibility::Public(_), tree, .. }) = item else { continue };
        for name in names(&tree) {
            exported.insert(name.to_string(), quote!(#(#attrs)* pub use runtime::#name;));
        }
    }
    exported
}

/// The same names alone. The runtime's root is read once for all descriptions.
pub(super) fn exported_names(krate: &RustCrate) -> BTreeSet<String> {
    static EXPORTS: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| {
        let exports = parsed(ROOT).items.into_iter().filter_map(|item| match item {
            Item::Use(ItemUse { vis: Visibility::Public(_), tree: UseTree::Path(path), .. }) => {
                Some((path.ident.to_string(), names(&path.tree).iter().map(ToString::to_string).collect()))
            }
            _ => None,
        });
        exports.collect()
    });
    let needed = EXPORTS.iter().filter(|(module, _)| is_needed(krate, module));
    needed.flat_map(|(_, names)| names).cloned().collect()
}

/// The names that a `use` brings in.
fn names(tree: &UseTree) -> Vec<Ident> {
    match tree {
        UseTree::Path(path) => names(&path.tree),
        UseTree::Group(group) => group.items.iter().flat_map(names).collect(),
        UseTree::Name(name) => vec![name.ident.clone()],
        UseTree::Rename(rename) => vec![rename.rename.clone()],
        UseTree::Glob(_) => vec![],
    }
}
