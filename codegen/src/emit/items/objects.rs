//! Structs for JSON objects of answers, each with the one list of its members that serves reading and writing.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::rust::{Field, JsonForm, Name, Struct};

pub(crate) fn tokens(item: &Struct) -> TokenStream {
    let Struct { name, attributes, fields, kind, json_form } = item;
    let declared = fields.iter().map(|field| {
        let Field { name, attributes, ty, .. } = field;
        quote!(#attributes pub #name: #ty)
    });
    let listed = fields.iter().map(|field| {
        let Field { name, wire, presence, .. } = field;
        quote!(members.#presence(#wire, &mut self.#name);)
    });
    let declared_kind = kind.iter().map(|kind| {
        let (name, ty) = (&kind.name, &kind.ty);
        let doc = format!(" What it is, as `{}` tells.", kind.tag);
        quote!(#[doc = #doc] pub #name: #ty)
    });
    let kind = kind.as_ref().map(|kind| &kind.name);
    let listed_kind = kind.iter().map(|name| quote!(members.union(&mut self.#name);));
    let names: Vec<&Name> = fields.iter().map(|field| &field.name).chain(kind).collect();
    let allow = allow_deprecated(fields.iter().any(|field| field.attributes.is_deprecated()));
    let lists = lists(name, &names, listed.chain(listed_kind), allow.as_ref());
    let json_form = object(name, json_form);
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#declared,)*
            #(#declared_kind,)*
        }

        #lists
        #json_form
        #alias
    }
}

/// A value to start reading from, and the list of the members.
pub(crate) fn lists(
    name: &Name,
    fields: &[&Name],
    listed: impl Iterator<Item = TokenStream>,
    allow: Option<&TokenStream>,
) -> TokenStream {
    let members = if fields.is_empty() { quote!(_members) } else { quote!(members) };
    quote! {
        #allow
        impl runtime::Blank for #name {
            fn blank() -> Self {
                Self { #(#fields: runtime::blank(),)* }
            }
        }

        #allow
        impl runtime::Object for #name {
            fn members<'a>(&'a mut self, #members: &mut runtime::Members<'a>) {
                #(#listed)*
            }
        }
    }
}

/// What an object of answers can do by itself.
pub(crate) fn object(name: &Name, json_form: &JsonForm) -> TokenStream {
    let example = &json_form.example_name;
    let unix = json_form.has_unix_timestamps.then(|| quote!(, unix));
    quote!(runtime::object!(#name, super::examples::#example #unix);)
}
