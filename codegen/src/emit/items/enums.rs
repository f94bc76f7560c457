//! Enums that keep what they do not know: values of the service, and the error codes of each endpoint.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::rust::OpenEnum;

/// Values that the service chooses from.
pub(crate) fn values(item: &OpenEnum) -> TokenStream {
    let kind = EnumKind {
        unknown: " A value that this version of the crate does not know.",
        known: " Every value that this version of the crate knows, with its text on the wire.",
        entry: quote!((Self, &'static str)),
        finish: quote!(runtime::open_enum),
    };
    tokens(item, &kind)
}

/// Codes with which the service refuses a call. Calls without codes of their own share a type.
pub(crate) fn errors(item: &OpenEnum) -> TokenStream {
    if item.variants.is_empty() {
        return shared(item);
    }
    let kind = EnumKind {
        unknown: " A code that this version of the crate does not know; empty if the answer had none.",
        known: " Every code that this version of the crate knows, with its text on the wire and its HTTP status.",
        entry: quote!((Self, &'static str, u16)),
        finish: quote!(runtime::error_enum),
    };
    tokens(item, &kind)
}

/// Under a name of the call's own, which stays when it gets codes.
fn shared(item: &OpenEnum) -> TokenStream {
    let OpenEnum { name, attributes, .. } = item;
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #attributes
        pub type #name = runtime::AnyCode;

        #alias
    }
}

/// In what enums of values and enums of errors differ.
struct EnumKind {
    /// The documentation of the variant for what is not known.
    unknown: &'static str,
    /// The documentation of the table.
    known: &'static str,
    /// The type of an entry of the table.
    entry: TokenStream,
    /// The macro that adds what every such enum has.
    finish: TokenStream,
}

fn tokens(item: &OpenEnum, kind: &EnumKind) -> TokenStream {
    let OpenEnum { name, attributes, variants } = item;
    let EnumKind { unknown, known, entry, finish } = kind;
    let allow = allow_deprecated(variants.iter().any(|variant| variant.attributes.is_deprecated()));
    let declared = variants.iter().map(|variant| {
        let (name, attributes) = (&variant.name, &variant.attributes);
        quote!(#attributes #name)
    });
    let entries = variants.iter().map(|variant| {
        let (name, wire) = (&variant.name, &variant.wire);
        let status = variant.status.map(Literal::u16_unsuffixed).into_iter();
        quote!((Self::#name, #wire #(, #status)*))
    });
    let alias = aliases::of_type(name, &attributes.former);
    let former = aliases::of_variants(variants);
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #[doc = #unknown]
            Unknown(runtime::UnknownValue),
        }

        #allow
        impl #name {
            #[doc = #known]
            pub const KNOWN: &'static [#entry] = &[#(#entries),*];

            #(#former)*
        }

        #finish!(#name);
        #alias
    }
}
