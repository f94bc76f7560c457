//! Request functions and the operations behind them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::attributes::allow_deprecated;
use crate::api::Location;
use crate::rust::{Parameter, Presence, Request, RustType};

pub(super) fn tokens(request: &Request) -> TokenStream {
    let function = function(request);
    let operation = operation(request);
    let protocol = protocol(request);
    let forwards = forwards(request);
    quote!(#function #operation #protocol #forwards)
}

fn function(request: &Request) -> TokenStream {
    let Request { function, operation, attributes, .. } = request;
    let arguments = arguments(request);
    let names = request.required().map(|parameter| &parameter.name);
    quote! {
        #attributes
        pub fn #function<C: runtime::ApiClient>(client: &C, #(#arguments),*) -> runtime::Request<C, #operation> {
            runtime::Request::new(client, #operation::new(#(#names),*))
        }
    }
}

fn operation(request: &Request) -> TokenStream {
    let Request { function, operation, .. } = request;
    let doc = format!(" What [`{}`] sends, as a value that needs no client.", function.plain());
    let fields = request.parameters.iter().map(|parameter| {
        let (name, ty) = (&parameter.name, &parameter.ty);
        if parameter.optional { quote!(#name: Option<#ty>) } else { quote!(#name: #ty) }
    });
    let arguments = arguments(request);
    let set = request.required().map(|parameter| {
        let (name, (_, conversion)) = (&parameter.name, argument(parameter));
        conversion.map_or(quote!(#name), |conversion| quote!(#name: #conversion))
    });
    let unset = request.optional().map(|parameter| &parameter.name);
    let setters = request.optional().map(setter);
    quote! {
        #[doc = #doc]
        #[derive(Clone, Debug, PartialEq)]
        #[must_use = "an operation does nothing until it is sent"]
        pub struct #operation {
            #(#fields,)*
        }

        impl #operation {
            #[doc = " Starts with what is required."]
            pub fn new(#(#arguments),*) -> Self {
                Self { #(#set,)* #(#unset: None,)* }
            }

            #(#setters)*
        }
    }
}

fn setter(parameter: &Parameter) -> TokenStream {
    let Parameter { name, attributes, .. } = parameter;
    let (ty, conversion) = argument(parameter);
    let value = conversion.unwrap_or_else(|| quote!(#name));
    quote! {
        #attributes
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = Some(#value);
            self
        }
    }
}

fn protocol(request: &Request) -> TokenStream {
    let Request { operation, label, path, returns, is_keyed, .. } = request;
    let error = &request.error.name;
    let method = Ident::new(request.method.as_str(), Span::call_site());
    let body = if request.sends_body() { quote!(Json) } else { quote!(None) };
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
                body: runtime::BodyKind::#body,
                is_keyed: #is_keyed,
                service: &crate::service::SERVICE,
            };

            fn parameters<'a>(&'a mut self, #parameters: &mut runtime::Parameters<'a>) {
                #(#listed)*
            }
        }
    }
}

fn listed(parameter: &Parameter) -> TokenStream {
    let Parameter { name, wire, .. } = parameter;
    let presence = if parameter.optional { Presence::Optional } else { Presence::Required };
    match parameter.location {
        Location::Path => quote!(parameters.path(#wire, &mut self.#name);),
        Location::Query => quote!(parameters.query.#presence(#wire, &mut self.#name);),
        Location::Body => quote!(parameters.body.#presence(#wire, &mut self.#name);),
    }
}

/// The setters once more, on the request that binds the operation to a client.
fn forwards(request: &Request) -> TokenStream {
    let operation = &request.operation;
    let mut setters = request.optional().map(|parameter| {
        let name = &parameter.name;
        let (ty, _) = argument(parameter);
        let doc = format!(" See [`{operation}::{}`].", name.plain());
        let deprecated = parameter.attributes.deprecated.as_ref().map(|instead| {
            let allow = allow_deprecated(true);
            quote!(#[deprecated = #instead] #allow)
        });
        quote! {
            #[doc = #doc]
            #deprecated
            pub fn #name(self, #name: #ty) -> Self {
                self.map(|operation| operation.#name(#name))
            }
        }
    });
    let Some(first) = setters.next() else { return TokenStream::new() };
    quote! {
        impl<C> runtime::Request<C, #operation> {
            #first
            #(#setters)*
        }
    }
}

/// The required parameters as arguments of a function.
fn arguments(request: &Request) -> Vec<TokenStream> {
    let arguments = request.required().map(|parameter| {
        let (name, (ty, _)) = (&parameter.name, argument(parameter));
        quote!(#name: #ty)
    });
    arguments.collect()
}

/// The type that a caller may pass for a parameter, and what makes the parameter's own of it if it is another.
fn argument(parameter: &Parameter) -> (TokenStream, Option<TokenStream>) {
    let Parameter { name, ty, .. } = parameter;
    match ty {
        RustType::Vec(element) if converts(element) => (
            quote!(impl IntoIterator<Item = impl Into<#element>>),
            Some(quote!(#name.into_iter().map(Into::into).collect())),
        ),
        RustType::Vec(element) => {
            (quote!(impl IntoIterator<Item = #element>), Some(quote!(#name.into_iter().collect())))
        }
        ty if converts(ty) => (quote!(impl Into<#ty>), Some(quote!(#name.into()))),
        ty => (quote!(#ty), None),
    }
}

/// Whether callers hold such a value in other forms, such as `&str`.
fn converts(ty: &RustType) -> bool {
    use RustType::{Amount, Currency, Foreign, Local, Map, String};
    matches!(ty, String | Amount | Currency | Map(_) | Local(_) | Foreign(..))
}
