//! The error codes of each endpoint.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::allow_deprecated;
use crate::rust::{ErrorEnum, Request};

pub(super) fn tokens(request: &Request) -> TokenStream {
    let ErrorEnum { name, variants } = &request.error;
    let doc = format!(" Why the service refused a call of [`{0}`](super::{0}).", request.function.plain());
    let allow = allow_deprecated(variants.iter().any(|variant| variant.attributes.deprecated.is_some()));
    let declared = variants.iter().map(|variant| {
        let (name, attributes) = (&variant.name, &variant.attributes);
        quote!(#attributes #name)
    });
    let known = variants.iter().map(|variant| {
        let (name, wire, status) = (&variant.name, &variant.wire, proc_macro2::Literal::u16_unsuffixed(variant.status));
        quote!((Self::#name, #wire, #status))
    });
    quote! {
        #[doc = #doc]
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #[doc = " A code that this version of the crate does not know; empty if the answer had none."]
            Unknown(runtime::UnknownValue),
        }

        #allow
        impl #name {
            #[doc = " Every code that this version of the crate knows, with its text on the wire and its HTTP status."]
            pub const KNOWN: &'static [(Self, &'static str, u16)] = &[#(#known),*];
        }

        runtime::error_enum!(#name);
    }
}
