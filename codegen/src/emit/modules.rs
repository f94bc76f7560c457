//! The modules of resources: a folder each, with a file for each kind of item that it has.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::attributes::allow_deprecated;
use super::{enums, errors, identifiers, objects, requests, types};
use crate::rust::{Module, Name};

/// A private file of a module.
pub(super) struct Part {
    pub name: &'static str,
    pub tokens: TokenStream,
}

/// The files of a module, each only if it has anything to hold.
pub(super) fn parts(module: &Module) -> Vec<Part> {
    let identifiers: Vec<_> = module.identifiers.iter().map(identifiers::tokens).collect();
    let enums: Vec<_> = module.enums.iter().map(enums::tokens).collect();
    let errors: Vec<_> = module.requests.iter().map(errors::tokens).collect();
    let objects: Vec<_> = module.structs.iter().map(objects::tokens).collect();
    let requests: Vec<_> = module.requests.iter().map(requests::tokens).collect();

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
        part("enums", "Values that the service chooses from; those unknown to this version are kept.", &none, &enums),
        part("errors", "Why the service refuses calls, call by call.", &none, &errors),
        part("identifiers", "Types of identifiers, so that one kind cannot be given for another.", &none, &identifiers),
        part("objects", "What the service sends and receives.", &object_imports, &objects),
        part("requests", "Calls of the service.", &request_imports, &requests),
    ];
    all.into_iter().flatten().collect()
}

fn part(name: &'static str, doc: &str, imports: &BTreeSet<&Name>, items: &[TokenStream]) -> Option<Part> {
    let doc = format!(" {doc}");
    let imports = imports.iter();
    let tokens = quote! {
        #![doc = #doc]

        #(use super::#imports;)*
        use crate::runtime;

        #(#items)*
    };
    (!items.is_empty()).then_some(Part { name, tokens })
}

/// The module's own file.
pub(super) fn tokens(module: &Module) -> TokenStream {
    let doc = module.doc.inner();
    let names: Vec<_> = parts(module).iter().map(|part| format_ident!("{}", part.name)).collect();
    let allow = allow_deprecated(module.has_deprecated_types());
    quote! {
        #doc

        #(#allow mod #names;)*

        #(pub use #names::*;)*
    }
}
