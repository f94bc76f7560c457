//! The modules of resources: a folder each, with a file for each kind of item that it has.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::attributes::allow_deprecated;
use super::{enums, examples, identifiers, objects, requests, types};
use crate::rust::{Module, Name, RustCrate};

/// A private file of a module.
pub(super) struct Part {
    pub name: &'static str,
    pub tokens: TokenStream,
    /// Whether its items are the module's own.
    is_public: bool,
}

/// The files of a module, each only if it has anything to hold.
pub(super) fn parts(module: &Module) -> Vec<Part> {
    let fields = module.structs.iter().flat_map(|item| item.fields.iter().map(|field| &field.ty));
    let mut object_imports = types::local(fields);
    for item in &module.structs {
        object_imports.remove(&item.name);
    }
    let parameters = module.requests.iter().flat_map(|item| item.parameters.iter().map(|parameter| &parameter.ty));
    let mut request_imports = types::local(parameters.chain(module.requests.iter().map(|item| &item.returns)));
    request_imports.extend(module.requests.iter().map(|request| &request.error.name));
    let none = BTreeSet::new();

    let all = [
        part(
            "enums",
            "Values that the service chooses from; those unknown to this version are kept.",
            &none,
            module.enums.iter().map(enums::values),
        ),
        part(
            "errors",
            "Why the service refuses calls, call by call.",
            &none,
            module.requests.iter().map(|request| enums::errors(&request.error)),
        ),
        examples(module),
        part(
            "identifiers",
            "Types of identifiers, so that one kind cannot be given for another.",
            &none,
            module.identifiers.iter().map(identifiers::tokens),
        ),
        part(
            "objects",
            "What the service sends and receives.",
            &object_imports,
            module.structs.iter().map(objects::tokens),
        ),
        part("requests", "Calls of the service.", &request_imports, module.requests.iter().map(requests::tokens)),
    ];
    all.into_iter().flatten().collect()
}

/// A file of public items, which know the runtime and their neighbours in other files.
fn part(
    name: &'static str,
    doc: &str,
    imports: &BTreeSet<&Name>,
    items: impl Iterator<Item = TokenStream>,
) -> Option<Part> {
    let doc = format!(" {doc}");
    let imports = imports.iter();
    let items: Vec<_> = items.collect();
    let tokens = quote! {
        #![doc = #doc]

        #(use super::#imports;)*
        use crate::runtime;

        #(#items)*
    };
    (!items.is_empty()).then_some(Part { name, tokens, is_public: true })
}

/// The file of the objects' examples, which only the objects know.
fn examples(module: &Module) -> Option<Part> {
    let items: Vec<_> = module.structs.iter().map(examples::tokens).collect();
    let tokens = quote! {
        #![doc = " Examples of the objects, as JSON."]

        #(#items)*
    };
    (!items.is_empty()).then_some(Part { name: "examples", tokens, is_public: false })
}

/// The module's own file, which names its parts.
pub(super) fn tokens(krate: &RustCrate, module: &Module, parts: &[Part]) -> TokenStream {
    let doc = module.doc.inner();
    let names = parts.iter().map(|part| format_ident!("{}", part.name));
    let public = parts.iter().filter(|part| part.is_public).map(|part| format_ident!("{}", part.name));
    let allow = allow_deprecated(krate.has_deprecated_names());
    quote! {
        #doc

        #(#allow mod #names;)*

        #(pub use #public::*;)*
    }
}
