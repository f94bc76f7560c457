//! Operations: what requests send, as values.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::emit::items::built;
use crate::rust::{Parameter, Part, Request, links};

/// The struct, which callers make as they make objects.
pub(super) fn operation(request: &Request) -> TokenStream {
    let function = links::to_function(&request.function);
    let doc = format!(" What {function} sends, as a value that needs no client.");
    let must_use = "an operation does nothing until it is sent";
    let requirements = format!("{function} describes each argument.");
    built::tokens(&quote!(#[doc = #doc]), must_use, &request.operation, &request.parameters, [requirements])
}

/// How it is sent, and what it answers.
pub(super) fn implementation(request: &Request) -> TokenStream {
    let Request { operation, label, path, returns, is_keyed, dialect, .. } = request;
    let error = &request.error.name;
    let method = Ident::new(request.method.as_str(), Span::call_site());
    let has_body = request.has_body();
    let server = Literal::usize_unsuffixed(request.server);
    let listed = request.parameters.iter().map(listed);
    let parameters = if request.parameters.is_empty() { quote!(_parameters) } else { quote!(parameters) };
    quote! {
        impl runtime::Operation for #operation {
            type Output = #returns;
            type Error = #error;

            const ENDPOINT: &'static runtime::Endpoint = &runtime::Endpoint {
                name: #label,
                method: http::Method::#method,
                path: #path,
                has_body: #has_body,
                is_keyed: #is_keyed,
                server: #server,
                dialect: &crate::service::#dialect,
                service: &crate::service::SERVICE,
            };

            fn parameters<'a>(&'a mut self, #parameters: &mut runtime::Parameters<'a>) {
                #(#listed)*
            }
        }
    }
}

/// The line that lists a parameter, and one for each of its bounds.
fn listed(parameter: &Parameter) -> TokenStream {
    let Parameter { name, wire, bounds, .. } = parameter;
    let list = match parameter.part {
        Part::Path => return quote!(parameters.path(#wire, &mut self.#name);),
        Part::Token => return quote!(parameters.token(#wire, &self.#name);),
        Part::Query => quote!(parameters.query),
        Part::Body | Part::Member | Part::Union => quote!(parameters.body),
    };
    let presence = built::presence(parameter);
    quote! {
        #list.#presence(#wire, &mut self.#name);
        #(#list.bound(runtime::Bound::#bounds);)*
    }
}
