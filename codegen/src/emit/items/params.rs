//! Structs for objects of requests, each with a row for a member.

use proc_macro2::TokenStream;
use quote::quote;

use super::{built, constants};
use crate::emit::aliases;
use crate::rust::Params;

/// What callers make.
pub(crate) fn tokens(item: &Params) -> TokenStream {
    let Params { name, attributes, members, .. } = item;
    let must_use = "it does nothing until it is given to a request";
    let declaration = built::declaration(&quote!(#attributes #[must_use = #must_use]), name, members);
    let constructor = built::constructor(members);
    let setters = built::setters(members, &quote!(#name), &quote!(impl #name), &quote!(self));
    let rows = members.iter().map(built::row);
    let fixed = item.constants.iter().map(|(wire, constant)| constants::row(wire, constant));
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #declaration

        impl #name {
            #constructor
        }

        #setters

        runtime::params! { #name; #(#rows)* #(#fixed;)* }

        #alias
    }
}
