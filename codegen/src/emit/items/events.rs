//! The enum of all events.

use proc_macro2::TokenStream;
use quote::quote;

use super::json;
use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::rust::{Event, Events, Located, Name, Union, UnionVariant};

pub(crate) fn tokens(events: &Events) -> TokenStream {
    let Union { name, attributes, variants, .. } = &events.union;
    let declared = variants.iter().map(|variant| {
        let UnionVariant { name, attributes, data, .. } = variant;
        let data = data.iter();
        quote!(#attributes #name #((#data))*)
    });
    let rows = variants.iter().zip(&events.list).map(|(UnionVariant { name, wire, .. }, event)| {
        let example = &event.example_name;
        quote!(#name = #wire, examples::#example;)
    });
    let (event_type, id) = (located(&events.webhooks.event_type), located(&events.webhooks.id));
    let (former, follow) = (former_variants(&events.union), follow(events));
    quote! {
        use super::examples;

        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #[doc = " An event that this version of the crate does not know, as it came."]
            Unknown(runtime::UnknownEvent),
        }

        runtime::events! { #name, type #event_type, id #id; #(#rows)* }

        #former
        #follow
    }
}

/// The constants with the examples of all events.
pub(crate) fn examples(events: &Events) -> impl Iterator<Item = (&Name, TokenStream)> {
    events.list.iter().map(|Event { example_name, example, .. }| {
        let text = json::literal(example);
        (example_name, quote!(pub(super) const #example_name: &str = #text;))
    })
}

/// Where deliveries say something, as the runtime's macro takes it.
fn located(place: &Located) -> TokenStream {
    match place {
        Located::Members(members) => quote!(Members(#(#members),*)),
        Located::Header(name) => quote!(Header(#name)),
    }
}

/// The former names of events.
fn former_variants(union: &Union) -> Option<TokenStream> {
    let former = union.variants.iter().map(|variant| aliases::of_variant(&variant.name, &variant.attributes));
    let former: TokenStream = former.collect();
    let allow = allow_deprecated(union.variants.iter().any(|variant| variant.attributes.is_deprecated()));
    let name = &union.name;
    (!former.is_empty()).then(|| quote!(#allow impl #name { #former }))
}

/// How thin events are followed.
fn follow(events: &Events) -> Option<TokenStream> {
    let headers = events.webhooks.headers.iter().map(|(name, value)| quote!(#name = #value;));
    let retrieve = events.retrieve.iter().map(|(function, operation)| quote!(#function => #operation;));
    events.are_followed().then(|| quote!(runtime::follow! { crate::service::OTHER_CALLS; #(#retrieve)* #(#headers)* }))
}
