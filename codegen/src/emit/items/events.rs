//! The enum of all events, or where nothing tells them apart, a type that reads each.

use proc_macro2::TokenStream;
use quote::quote;

use super::{json, unions};
use crate::emit::aliases;
use crate::rust::{Event, Events, Located, Name, Union, UnionVariant};

pub(crate) fn tokens(events: &Events) -> TokenStream {
    let items = if events.are_told_apart() { together(events) } else { apart(events) };
    quote! {
        use super::examples;

        #items
    }
}

/// The enum of all events.
fn together(events: &Events) -> TokenStream {
    let Union { name, attributes, variants, .. } = &events.union;
    let declared = unions::variants(&events.union);
    let rows = variants.iter().zip(&events.list).map(|(UnionVariant { name, wire, .. }, event)| {
        let example = &event.example_name;
        quote!(#name = #wire, examples::#example;)
    });
    let event_type = events.webhooks.event_type.iter().map(located);
    let id = located(&events.webhooks.id);
    let verified = events.are_signed().then(|| quote!(runtime::verified!(#name);));
    let (former, follow) = (unions::former_variants(&events.union), follow(events));
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #[doc = " An event that this version of the crate does not know, as it came."]
            Unknown(runtime::UnknownEvent),
        }

        runtime::events! { #name, type #(#event_type)*, id #id; #(#rows)* }

        #verified
        #former
        #follow
    }
}

/// A type for each event, which reads it.
fn apart(events: &Events) -> TokenStream {
    let rows = events.union.variants.iter().zip(&events.list).map(|(variant, event)| {
        let UnionVariant { name, attributes, data, .. } = variant;
        let example = &event.example_name;
        quote!(#attributes #name: #data, examples::#example;)
    });
    let former = events.union.variants.iter().map(|event| aliases::of_type(&event.name, &event.attributes.former));
    quote! {
        runtime::event_readers! { #(#rows)* }

        #(#former)*
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

/// How thin events are followed.
fn follow(events: &Events) -> Option<TokenStream> {
    let headers = events.webhooks.headers.iter().map(|(name, value)| quote!(#name = #value;));
    let retrieve = events.retrieve.iter().map(|(function, operation)| quote!(#function => #operation;));
    events.are_followed().then(|| quote!(runtime::follow! { crate::service::OTHER_CALLS; #(#retrieve)* #(#headers)* }))
}
