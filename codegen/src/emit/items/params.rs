//! Structs for objects of requests, each with a row for a member.

use proc_macro2::TokenStream;
use quote::quote;

use super::built;
use crate::emit::aliases;
use crate::rust::{Parameter, Params};

/// What callers make.
pub(crate) fn tokens(item: &Params) -> TokenStream {
    let Params { name, attributes, members } = item;
    let must_use = "it does nothing until it is given to a request";
    let required = built::required(members).flat_map(Parameter::list_item);
    let params = built::tokens(attributes, must_use, name, members, required);
    let rows = members.iter().map(built::row);
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #params
        runtime::params! { #name; #(#rows)* }

        #alias
    }
}
