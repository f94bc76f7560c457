//! Tests of the examples of events.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::source;
use crate::rust::{Event, EventKind, Events, Located, UnionVariant};

/// That each example is read as the event that it is, with its data, and comes back the same.
pub(super) fn tests(events: &Events) -> impl Iterator<Item = String> {
    events.union.variants.iter().zip(&events.list).map(|(variant, event)| {
        let test = &event.test_name;
        let body = if events.are_told_apart() { in_enum(events, variant, event) } else { by_reader(variant) };
        source::items(quote! {
            #[test]
            fn #test() {
                #body
            }
        })
    })
}

/// Of an event that an enum holds.
fn in_enum(events: &Events, UnionVariant { name: variant, wire, .. }: &UnionVariant, event: &Event) -> TokenStream {
    let name = &events.union.name;
    let headers = event.example_headers.iter().map(|(header, value)| quote!((#header, #value)));
    let takes_headers = events.webhooks.event_type.iter().any(|place| matches!(place, Located::Header(_)));
    let headers = takes_headers.then(|| quote!(&[#(#headers),*],));
    let fits = fits(event.kind);
    let check = event.is_shown.then(|| {
        quote! {
            let #name::#variant(event) = value else { panic!("another event") };
            #fits
        }
    });
    quote! {
        let value = #name::example_of(#wire).unwrap();
        assert_eq!(value.event_type(), #wire);
        assert_eq!(#name::without_verification(#headers value.to_json()).unwrap().to_json(), value.to_json());
        #check
    }
}

/// Of an event that has a type by which it is read. Its example fits, whether it is shown or made.
fn by_reader(UnionVariant { name, .. }: &UnionVariant) -> TokenStream {
    quote!(assert_eq!(#name::read(#name::EXAMPLE).err(), None);)
}

/// That the data of an event fits.
fn fits(kind: EventKind) -> TokenStream {
    match kind {
        EventKind::Snapshot => quote!(assert_eq!(event.data.object.err(), None);),
        EventKind::Own => quote!(assert_eq!(event.data.err(), None);),
        EventKind::Thin => quote!(assert_eq!(event.data.and_then(Result::err), None);),
    }
}
