//! Tests of the examples of events.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::source;
use crate::rust::{EventKind, Events, Located};

/// That each example is read as the event that it is, with its data, and comes back the same.
pub(super) fn tests(events: &Events) -> impl Iterator<Item = String> {
    let name = &events.union.name;
    events.union.variants.iter().zip(&events.list).map(move |(variant, event)| {
        let (test, wire, variant) = (&event.test_name, &variant.wire, &variant.name);
        let again = match &events.webhooks.event_type {
            Located::Members(_) => quote!(#name::without_verification(value.to_json())),
            Located::Header(header) => quote!(#name::without_verification(&[(#header, #wire)], value.to_json())),
        };
        let fits = fits(event.kind);
        let check = event.is_shown.then(|| {
            quote! {
                let #name::#variant(event) = value else { panic!("another event") };
                #fits
            }
        });
        source::items(quote! {
            #[test]
            fn #test() {
                let value = #name::example_of(#wire).unwrap();
                assert_eq!(value.event_type(), #wire);
                assert_eq!(#again.unwrap().to_json(), value.to_json());
                #check
            }
        })
    })
}

/// That the data of an event fits.
fn fits(kind: EventKind) -> TokenStream {
    match kind {
        EventKind::Snapshot => quote!(assert_eq!(event.data.object.err(), None);),
        EventKind::Own => quote!(assert_eq!(event.data.err(), None);),
        EventKind::Thin => quote!(assert_eq!(event.data.and_then(Result::err), None);),
    }
}
