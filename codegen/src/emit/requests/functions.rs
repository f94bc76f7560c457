//! Functions that make requests.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::attributes::{allow_deprecated, with_section};
use crate::emit::items::built;
use crate::emit::{aliases, samples};
use crate::rust::{Name, Request, links};

/// The function, with an example in its documentation.
pub(super) fn function(krate: &Name, module: &Name, request: &Request) -> TokenStream {
    let Request { function, operation, attributes, .. } = request;
    let attributes = with_section(attributes, samples::example(krate, module, request));
    let arguments = built::arguments(&request.parameters);
    let beginning = built::beginning(&request.parameters);
    quote! {
        #attributes
        pub fn #function<C: runtime::ApiClient>(client: &C, #(#arguments),*) -> runtime::Request<C, #operation> {
            runtime::Request::new(client, #operation #beginning)
        }
    }
}

/// The function by its former names.
pub(super) fn former_functions(request: &Request) -> TokenStream {
    let Request { function, operation, attributes, .. } = request;
    let head = aliases::head(&links::to_function(function), function);
    let allow = allow_deprecated(attributes.is_deprecated());
    let arguments = built::arguments(&request.parameters);
    let names: Vec<&Name> = request.required().map(|parameter| &parameter.name).collect();
    let functions = attributes.former.iter().map(|former| {
        quote! {
            #head
            #allow
            pub fn #former<C: runtime::ApiClient>(client: &C, #(#arguments),*) -> runtime::Request<C, #operation> {
                self::#function(client, #(#names),*)
            }
        }
    });
    functions.collect()
}
