//! Operations: what requests send.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::answers;
use crate::emit::items::built;
use crate::rust::{Parameter, Part, Request, links};

/// The struct, which the request function makes.
pub(super) fn declaration(request: &Request) -> TokenStream {
    let doc = format!(" What {} sends.", links::to_function(&request.function));
    built::declaration(&quote!(#[doc = #doc]), &request.operation, &request.parameters)
}

/// The setters of what may be left out, which stand on requests.
pub(super) fn setters(request: &Request) -> Option<TokenStream> {
    let operation = &request.operation;
    let setters = built::setters(&request.parameters, &quote!(self.operation));
    (!setters.is_empty()).then(|| {
        quote! {
            impl<C> runtime::Request<C, #operation> {
                #(#setters)*
            }
        }
    })
}

/// How it is sent, and what it answers.
pub(super) fn implementation(request: &Request) -> TokenStream {
    let Request { operation, label, path, returns, answer_form, dialect, .. } = request;
    let error = &request.error.name;
    let method = Ident::new(request.method.as_str(), Span::call_site());
    let traits = traits(request);
    let rows = request.parameters.iter().map(row);
    quote! {
        runtime::operation! {
            #operation => #returns #answer_form, #error;
            #method #path, #label, crate::service::#dialect,
                { #(#traits),* };
            #(#rows)*
        }
    }
}

/// What sets its endpoint apart from a plain one.
fn traits(request: &Request) -> Vec<TokenStream> {
    let server = Literal::usize_unsuffixed(request.server);
    let traits = [
        request.has_body().then(|| quote!(has_body: true)),
        request.is_keyed.then(|| quote!(is_keyed: true)),
        (request.server != 0).then(|| quote!(server: #server)),
    ];
    traits.into_iter().flatten().chain(answers::traits(&request.answer)).collect()
}

/// The row of a parameter: what carries it, how it may be missing, its field, its name on the wire, and its bounds.
fn row(parameter: &Parameter) -> TokenStream {
    let part = match parameter.part {
        Part::Path => quote!(path),
        Part::Token => quote!(token),
        Part::Query => quote!(query),
        Part::Body | Part::Member | Part::Union(_) | Part::Rest => quote!(body),
    };
    let row = built::row(parameter);
    quote!(#part #row)
}
