//! The modules of resources: a folder each, with a file for each kind of item that it has.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::attributes::allow_deprecated;
use super::{enums, errors, identifiers, objects, requests, types};
use crate::rust::Module;

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

    let own: Vec<_> = module.structs.iter().map(|item| &item.name).collect();
    let fields = module.structs.iter().flat_map(|item| item.fields.iter().map(|field| &field.ty));
    let object_imports = types::imports(fields, &own);

    let parameters = module.requests.iter().flat_map(|item| item.parameters.iter().map(|parameter| &parameter.ty));
    let request_imports = types::imports(parameters.chain(module.requests.iter().map(|item| &item.returns)), &[]);
    let error_names = module.requests.iter().map(|request| &request.error.name);
    let request_imports = quote!(#request_imports #(use super::#error_names;)*);

    let none = TokenStream::new();
    let all = [
        part("enums", "Values that the service chooses from; those unknown to this version are kept.", &none, &enums),
        part("errors", "Why the service refuses calls, call by call.", &none, &errors),
        part("identifiers", "Types of identifiers, so that one kind cannot be given for another.", &none, &identifiers),
        part("objects", "What the service sends and receives.", &object_imports, &objects),
        part("requests", "Calls of the service.", &request_imports, &requests),
    ];
    all.into_iter().flatten().collect()
}

fn part(name: &'static str, doc: &str, imports: &TokenStream, items: &[TokenStream]) -> Option<Part> {
    let doc = format!(" {doc}");
    let tokens = quote! {
        #![doc = #doc]

        #imports
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
