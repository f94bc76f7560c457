//! Types that send a series of requests.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::attributes::with_section;
use crate::emit::{aliases, samples};
use crate::rust::{Name, Request, Sender, links};

/// The type that sends a series of such requests.
pub(super) fn sender(krate: &Name, module: &Name, request: &Request, sender: &Sender) -> TokenStream {
    let operation = &request.operation;
    let Sender { name, attributes, item, opening, session, token, expires_at, .. } = sender;
    let (function, opening_function) = (&request.function, &sender.opening_function);
    let head = aliases::head(&links::to_type(name), name);
    let aliases = attributes.former.iter().map(
        |former| quote!(#head #[cfg(any(feature = "async", feature = "blocking"))] pub type #former<C> = #name<C>;),
    );
    let aliases: Vec<TokenStream> = aliases.collect();
    let attributes = with_section(attributes, samples::sender_example(krate, module, request, sender));
    let max_items = sender.max_items.map(Literal::u64_unsuffixed);
    let max_items = max_items.map_or(quote!(usize::MAX), |most| quote!(#most));
    let expired = sender.expired.as_deref().unwrap_or_default();
    let key = if sender.is_secret { quote!((&session.#token).into()) } else { quote!(session.#token.as_str().into()) };
    quote! {
        #[cfg(any(feature = "async", feature = "blocking"))]
        #[allow(deprecated, reason = "the calls may be on their way out")]
        impl runtime::SessionBatch for #operation {
            type Item = #item;
            type Opening = #opening;

            const MAX_ITEMS: usize = #max_items;
            const EXPIRED: &'static str = #expired;

            fn opening<C: runtime::ApiClient>(client: &C) -> runtime::Request<C, Self::Opening> {
                self::#opening_function(client)
            }

            fn credential(session: &#session) -> (runtime::ApiKey, runtime::Timestamp) {
                (#key, session.#expires_at)
            }

            fn batch<C: runtime::ApiClient>(
                client: &C,
                token: runtime::ApiKey,
                items: Vec<Self::Item>,
            ) -> runtime::Request<C, Self> {
                self::#function(client, token, items)
            }
        }

        #attributes
        #[cfg(any(feature = "async", feature = "blocking"))]
        pub type #name<C> = runtime::SessionSender<C, #operation>;

        #(#aliases)*
    }
}
