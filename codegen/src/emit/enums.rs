//! Enums that keep the values they do not know.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::allow_deprecated;
use crate::rust::OpenEnum;

pub(super) fn tokens(item: &OpenEnum) -> TokenStream {
    let OpenEnum { name, attributes, variants } = item;
    let deprecated = variants.iter().any(|variant| variant.attributes.deprecated.is_some());
    let allow = allow_deprecated(deprecated);
    let declared = variants.iter().map(|variant| {
        let (name, attributes) = (&variant.name, &variant.attributes);
        quote!(#attributes #name)
    });
    let known = variants.iter().map(|variant| {
        let (name, wire) = (&variant.name, &variant.wire);
        quote!((Self::#name, #wire))
    });
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #[doc = " A value that this version of the crate does not know."]
            Unknown(runtime::UnknownValue),
        }

        #allow
        impl #name {
            #[doc = " Every value that this version of the crate knows, with its text on the wire."]
            pub const KNOWN: &'static [(Self, &'static str)] = &[#(#known),*];
        }

        runtime::open_enum!(#name);
    }
}
