//! Structs for JSON objects, each with the one list of its members that serves reading and writing.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::allow_deprecated;
use crate::rust::{Field, Struct};

pub(super) fn tokens(item: &Struct) -> TokenStream {
    let Struct { name, attributes, fields, example_name, .. } = item;
    let names: Vec<_> = fields.iter().map(|field| &field.name).collect();
    let declared = fields.iter().map(|field| {
        let Field { name, attributes, ty, .. } = field;
        quote!(#attributes pub #name: #ty)
    });
    let listed = fields.iter().map(|field| {
        let Field { name, wire, presence, .. } = field;
        quote!(members.#presence(#wire, &mut self.#name);)
    });
    let allow = allow_deprecated(fields.iter().any(|field| field.attributes.is_deprecated()));
    let members = if fields.is_empty() { quote!(_members) } else { quote!(members) };
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#declared,)*
        }

        #allow
        impl runtime::Blank for #name {
            fn blank() -> Self {
                Self { #(#names: runtime::blank(),)* }
            }
        }

        #allow
        impl runtime::Object for #name {
            fn members<'a>(&'a mut self, #members: &mut runtime::Members<'a>) {
                #(#listed)*
            }
        }

        runtime::object!(#name, super::examples::#example_name);
    }
}
