//! The roots of the copy: what the runtime's own roots declare and export, without what is not needed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::{Attribute, File, Item, ItemUse, UseTree, Visibility};

use super::modules::{ROOT, RuntimeModule, parsed};
use super::needs::selected;
use crate::rust::RustCrate;

/// The root of the copy, which is a module of its crate.
pub(super) fn root(selected: &[&RuntimeModule]) -> TokenStream {
    let root = parsed(&ROOT);
    let items = items(&root, "", selected);
    quote! {
        #![doc = " What generated code stands on: the same for every crate, and private to this one."]

        #(#items)*
    }
}

/// The root of a folder of the copy.
pub(super) fn folder(folder: &RuntimeModule, selected: &[&RuntimeModule]) -> TokenStream {
    let root = parsed(folder.text);
    let (path, attributes) = (format!("{}/", folder.path), &root.attrs);
    let items = items(&root, &path, selected);
    quote!(#(#attributes)* #(#items)*)
}

/// The items of a root that belong to selected modules.
fn items<'a>(root: &'a File, folder: &str, selected: &[&RuntimeModule]) -> impl Iterator<Item = &'a Item> {
    let is_selected = |path: &str| selected.iter().any(|module| module.path == path);
    root.items.iter().filter(move |item| match item {
        Item::Mod(module) => is_selected(&format!("{folder}{}", module.ident)),
        Item::Use(import) => imports(&import.tree).iter().all(|(module, _)| is_selected(module)),
        _ => true,
    })
}

/// What brings to the root of the crate what its users get from the runtime: first what is always there, then what some
/// features bring.
pub(crate) fn exports(krate: &RustCrate) -> TokenStream {
    let root = parsed(&ROOT);
    let mut groups: BTreeMap<String, (&[Attribute], Vec<Ident>)> = BTreeMap::new();
    for item in items(&root, "", &selected(krate)) {
        let Item::Use(ItemUse { attrs, vis: Visibility::Public(_), tree, .. }) = item else { continue };
        let (_, names) = groups.entry(quote!(#(#attrs)*).to_string()).or_insert((attrs, Vec::new()));
        names.extend(imports(tree).into_iter().map(|(_, name)| name));
    }
    let exports = groups.into_values().map(|(conditions, mut names)| {
        names.sort();
        quote!(#(#conditions)* pub use runtime::{#(#names),*};)
    });
    exports.collect()
}

/// The same names alone, each with the module that it is in. The runtime's root is read once for all descriptions.
pub(super) fn exported_names(selected: &[&RuntimeModule]) -> BTreeMap<String, String> {
    static EXPORTS: LazyLock<Vec<Vec<(String, String)>>> = LazyLock::new(|| {
        let exports = parsed(&ROOT).items.into_iter().filter_map(|item| match item {
            Item::Use(ItemUse { vis: Visibility::Public(_), tree, .. }) => Some(imports(&tree)),
            _ => None,
        });
        exports.map(|names| names.into_iter().map(|(module, name)| (name.to_string(), module)).collect()).collect()
    });
    let is_selected = |path: &str| selected.iter().any(|module| module.path == path);
    let exports = EXPORTS.iter().filter(|names| names.iter().all(|(_, module)| is_selected(module)));
    exports.flatten().cloned().collect()
}

/// The names that a `use` brings in, each with the module that it is in; that is empty for the root.
pub(super) fn imports(tree: &UseTree) -> Vec<(String, Ident)> {
    match tree {
        UseTree::Path(path) => {
            let inner = imports(&path.tree).into_iter();
            inner
                .map(|(module, name)| (format!("{}/{module}", path.ident).trim_end_matches('/').to_owned(), name))
                .collect()
        }
        UseTree::Group(group) => group.items.iter().flat_map(imports).collect(),
        UseTree::Name(name) => vec![(String::new(), name.ident.clone())],
        UseTree::Rename(rename) => vec![(String::new(), rename.rename.clone())],
        UseTree::Glob(_) => vec![],
    }
}
