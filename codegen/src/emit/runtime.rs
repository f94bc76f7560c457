//! The runtime: whole modules of ordinary Rust, copied word for word, those that the description needs.
//!
//! The runtime's own root says which modules there are and what each exports; the root of the copy is that file with
//! the modules left out that are not needed.

use std::collections::BTreeMap;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Item, ItemUse, UseTree, Visibility};

use super::runtime_modules::{MODULES, ROOT};
use super::source;
use crate::output::Files;
use crate::rust::{Module, RustCrate, RustType};

/// Whether a description needs a module of the runtime.
fn is_needed(krate: &RustCrate, module: &str) -> bool {
    let uses = |ty: RustType| krate.runtime_types.contains(&ty);
    match module {
        "amount" => uses(RustType::Amount),
        "currency" => uses(RustType::Currency),
        "decimal" => uses(RustType::Decimal),
        "timestamp" => uses(RustType::Timestamp),
        "identifier" => uses(RustType::Currency) || krate.modules.iter().any(|module| !module.identifiers.is_empty()),
        "open_enum" => krate.modules.iter().any(|module| !module.enums.is_empty()),
        _ => true,
    }
}

/// Adds the runtime's files.
pub(super) fn add(krate: &RustCrate, files: &mut Files) {
    files.add("src/runtime/mod.rs", source::file(root(krate)));
    for (module, text) in selected(krate) {
        files.add(format!("src/runtime/{module}.rs"), text.to_owned());
    }
}

/// A description without objects, calls or texts leaves parts of modules unused that it needs otherwise.
pub(super) fn allow_unused(krate: &RustCrate) -> TokenStream {
    let has = |has: fn(&Module) -> bool| krate.modules.iter().any(has);
    let has_texts = has(|module| !module.identifiers.is_empty() || !module.enums.is_empty());
    if has_texts && has(|module| !module.structs.is_empty()) && has(|module| !module.requests.is_empty()) {
        return TokenStream::new();
    }
    let reason = "the description has no objects, or no calls, or neither identifiers nor enums";
    quote!(#[allow(dead_code, unused_imports, unused_macros, reason = #reason)])
}

/// The modules that the description needs, each with its text.
pub(super) fn selected(krate: &RustCrate) -> impl Iterator<Item = (&'static str, &'static str)> {
    MODULES.iter().copied().filter(|(module, _)| is_needed(krate, module))
}

/// The root's items that belong to needed modules, without tests.
fn items(krate: &RustCrate) -> impl Iterator<Item = Item> {
    let file = syn::parse_file(ROOT).expect("the runtime compiles");
    file.items.into_iter().filter(move |item| match item {
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
