//! Structs for JSON objects of answers, each with the one list of its members that serves reading and writing.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::aliases;
use crate::rust::{Field, JsonForm, Struct, tells, told_by};

pub(crate) fn tokens(item: &Struct) -> TokenStream {
    let Struct { name, attributes, fields, kind, json_form } = item;
    let declared = fields.iter().map(|field| {
        let Field { name, attributes, ty, .. } = field;
        quote!(#attributes pub #name: #ty)
    });
    let rows = fields.iter().map(|field| {
        let Field { name, wire, presence, .. } = field;
        quote!(#presence #name #wire;)
    });
    let declared_kind = kind.iter().map(|kind| {
        let (name, ty) = (&kind.name, &kind.ty);
        let doc = format!(" What it is, as {}.", tells(&kind.told));
        quote!(#[doc = #doc] pub #name: #ty)
    });
    let union = kind.iter().map(|kind| {
        let (name, by) = (&kind.name, told_by(&kind.told));
        quote!(union #name #by;)
    });
    let json_form = example(json_form);
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#declared,)*
            #(#declared_kind,)*
        }

        runtime::object! { #name, #json_form; #(#rows)* #(#union)* }

        #alias
    }
}

/// The example of an object of answers, and the form of its instants where that is not the usual one.
pub(crate) fn example(json_form: &JsonForm) -> TokenStream {
    let example = &json_form.example_name;
    let unix = json_form.has_unix_timestamps.then(|| quote!(, Unix));
    quote!(super::examples::#example #unix)
}
