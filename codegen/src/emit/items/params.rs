//! Structs for objects of requests, and apart from them, each with the one list of its members, how they are written:
//! what callers read is half of it.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::{built, objects};
use crate::emit::{aliases, source};
use crate::rust::{Parameter, Params};

/// What callers make.
pub(crate) fn tokens(item: &Params) -> TokenStream {
    let Params { name, attributes, members } = item;
    let must_use = "it does nothing until it is given to a request";
    let required = built::required(members).map(Parameter::list_item);
    let params = built::tokens(attributes, must_use, name, members, required);
    let alias = aliases::of_type(name, &attributes.former);
    quote!(#params #alias)
}

/// The file inside theirs, from which their private fields are seen.
pub(crate) fn members(items: &[Params]) -> String {
    let names: BTreeSet<_> = items.iter().map(|item| &item.name).collect();
    let names = names.iter();
    let head = quote! {
        #![doc = " How they are written."]

        #(use super::#names;)*
        use crate::runtime;
    };
    let texts: Vec<String> = items.iter().map(|item| source::items(lists(item))).collect();
    source::file_of(head, &texts)
}

fn lists(item: &Params) -> TokenStream {
    let Params { name, members, .. } = item;
    let names: Vec<_> = members.iter().map(|member| &member.name).collect();
    let lists = objects::lists(name, &names, members.iter().map(built::listed), None);
    quote! {
        #lists
        runtime::params!(#name);
    }
}
