//! Request functions and the operations behind them.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::attributes::allow_deprecated;
use super::{aliases, built};
use crate::rust::{Name, Request, Sender};

pub(super) fn tokens(request: &Request) -> TokenStream {
    let function = function(request);
    let operation = operation(request);
    let protocol = protocol(request);
    let forwards = built::forwards(&request.operation, &request.parameters);
    let sender = request.sender.as_ref().map(|sender| self::sender(request, sender));
    let former = former_functions(request);
    let alias = aliases::of_type(&request.operation, &request.former_operations);
    quote!(#function #operation #protocol #forwards #sender #former #alias)
}

fn function(request: &Request) -> TokenStream {
    let Request { function, operation, attributes, .. } = request;
    let arguments = built::arguments(&request.parameters);
    let names = request.required().map(|parameter| &parameter.name);
    quote! {
        #attributes
        pub fn #function<C: runtime::ApiClient>(client: &C, #(#arguments),*) -> runtime::Request<C, #operation> {
            runtime::Request::new(client, #operation::new(#(#names),*))
        }
    }
}

/// The function by its former names.
fn former_functions(request: &Request) -> TokenStream {
    let Request { function, operation, attributes, .. } = request;
    let head = aliases::head(function.plain(), function);
    let allow = allow_deprecated(attributes.is_deprecated());
    let arguments = built::arguments(&request.parameters);
    let names: Vec<&Name> = request.required().map(|parameter| &parameter.name).collect();
    let functions = attributes.former.iter().map(|former| {
        quote! {
            #head
            #allow
            pub fn #former<C: runtime::ApiClient>(client: &C, #(#arguments),*) -> runtime::Request<C, #operation> {
                #function(client, #(#names),*)
            }
        }
    });
    functions.collect()
}

fn operation(request: &Request) -> TokenStream {
    let function = request.function.plain();
    let doc = format!(" What [`{function}`] sends, as a value that needs no client.");
    let must_use = "an operation does nothing until it is sent";
    let requirements = format!("[`{function}`] describes each argument.");
    built::tokens(&quote!(#[doc = #doc]), must_use, &request.operation, &request.parameters, [requirements])
}

fn protocol(request: &Request) -> TokenStream {
    let Request { operation, label, path, returns, is_keyed, protocol, .. } = request;
    let error = &request.error.name;
    let method = Ident::new(request.method.as_str(), Span::call_site());
    let has_body = request.has_body();
    let server = Literal::usize_unsuffixed(request.server);
    let listed = request.parameters.iter().map(built::listed);
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
                protocol: &crate::service::#protocol,
                service: &crate::service::SERVICE,
            };

            fn parameters<'a>(&'a mut self, #parameters: &mut runtime::Parameters<'a>) {
                #(#listed)*
            }
        }
    }
}

/// The type that sends a series of such requests.
fn sender(request: &Request, sender: &Sender) -> TokenStream {
    let operation = &request.operation;
    let Sender { name, attributes, item, opening, session, token, expires_at, .. } = sender;
    let head = aliases::head(name.plain(), name);
    let aliases = attributes.former.iter().map(
        |former| quote!(#head #[cfg(any(feature = "async", feature = "blocking"))] pub type #former<C> = #name<C>;),
    );
    let max_items = sender.max_items.map(Literal::u64_unsuffixed);
    let max_items = max_items.map_or(quote!(usize::MAX), |most| quote!(#most));
    let expired = sender.expired.as_deref().unwrap_or_default();
    let key = if sender.is_secret { quote!((&session.#token).into()) } else { quote!(session.#token.as_str().into()) };
    quote! {
        #[cfg(any(feature = "async", feature = "blocking"))]
        impl runtime::SessionBatch for #operation {
            type Item = #item;
            type Opening = #opening;

            const MAX_ITEMS: usize = #max_items;
            const EXPIRED: &'static str = #expired;

            fn opening() -> Self::Opening {
                #opening::new()
            }

            fn credential(session: &#session) -> (runtime::ApiKey, runtime::Timestamp) {
                (#key, session.#expires_at)
            }

            fn batch(token: runtime::ApiKey, items: Vec<Self::Item>) -> Self {
                Self::new(token, items)
            }
        }

        #attributes
        #[cfg(any(feature = "async", feature = "blocking"))]
        pub type #name<C> = runtime::SessionSender<C, #operation>;

        #(#aliases)*
    }
}
