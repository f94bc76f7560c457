//! Structs for objects of requests, each with the one list of its members.

use proc_macro2::TokenStream;
use quote::quote;

use super::{built, objects};
use crate::rust::Params;

pub(super) fn tokens(item: &Params) -> TokenStream {
    let Params { name, attributes, members } = item;
    let built = built::tokens(attributes, "it does nothing until it is given to a request", name, members);
    let names: Vec<_> = members.iter().map(|member| &member.name).collect();
    let lists = objects::lists(name, &names, members.iter().map(built::listed), None);
    quote! {
        #built
        #lists
        runtime::params!(#name);
    }
}
