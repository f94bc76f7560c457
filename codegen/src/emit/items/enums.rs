//! Enums that keep what they do not know: values of the service, and the error codes of each endpoint.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::Value;

use super::statuses;
use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::emit::numbers::grouped;
use crate::rust::{EnumBase, OpenEnum, Refusal, Variant};

/// Values that the service chooses from.
pub(crate) fn values(item: &OpenEnum) -> TokenStream {
    let name = &item.name;
    let copied = |base: TokenStream, known: &'static str| EnumKind {
        traits: quote!(Clone, Copy, Debug, PartialEq, Eq, Hash),
        unknown: UNKNOWN,
        kept: quote!(runtime::UnknownScalar<#base>),
        known,
        entry: quote!((Self, #base)),
        finish: quote!(runtime::copy_enum!(#name, #base)),
    };
    let kind = match item.base {
        EnumBase::Text => EnumKind {
            traits: quote!(Clone, Debug, PartialEq, Eq, Hash),
            unknown: UNKNOWN,
            kept: quote!(runtime::UnknownValue),
            known: " Every value that this version of the crate knows, with its text on the wire.",
            entry: quote!((Self, &'static str)),
            finish: quote!(runtime::open_enum!(#name)),
        },
        EnumBase::Integer => {
            copied(quote!(i64), " Every value that this version of the crate knows, with its integer on the wire.")
        }
        EnumBase::Boolean => {
            copied(quote!(bool), " Every value that this version of the crate knows, with its boolean on the wire.")
        }
    };
    tokens(item, &kind)
}

const UNKNOWN: &str = " A value that this version of the crate does not know.";

/// Codes with which the service refuses a call. Calls without codes of their own share a type.
pub(crate) fn errors(item: &OpenEnum, refusal: Option<&Refusal>) -> TokenStream {
    if item.variants.is_empty() && refusal.is_none() {
        return shared(item);
    }
    let name = &item.name;
    let kind = EnumKind {
        traits: quote!(Clone, Debug, PartialEq, Eq, Hash),
        unknown: " A code that this version of the crate does not know; empty if the answer had none.",
        kept: quote!(runtime::UnknownValue),
        known: " Every code that this version of the crate knows, with its text on the wire and its HTTP status.",
        entry: quote!((Self, &'static str, u16)),
        finish: quote!(runtime::error_enum!(#name)),
    };
    let item = tokens(item, &kind);
    let described = refusal.map(|refusal| statuses::described(name, refusal));
    quote!(#item #described)
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
    /// What they derive.
    traits: TokenStream,
    /// The documentation of the variant for what is not known.
    unknown: &'static str,
    /// What that variant keeps.
    kept: TokenStream,
    /// The documentation of the table.
    known: &'static str,
    /// The type of an entry of the table.
    entry: TokenStream,
    /// What adds all that such an enum has besides.
    finish: TokenStream,
}

fn tokens(item: &OpenEnum, kind: &EnumKind) -> TokenStream {
    let OpenEnum { name, attributes, variants, .. } = item;
    let EnumKind { traits, unknown, kept, known, entry, finish } = kind;
    let allow = allow_deprecated(variants.iter().any(|variant| variant.attributes.is_deprecated()));
    let declared = variants.iter().map(|variant| {
        let (name, attributes) = (&variant.name, &variant.attributes);
        quote!(#attributes #name)
    });
    let entries = variants.iter().map(|variant| {
        let (name, wire) = (&variant.name, literal(variant, item.base));
        let status = variant.status.map(Literal::u16_unsuffixed).into_iter();
        quote!((Self::#name, #wire #(, #status)*))
    });
    let alias = aliases::of_type(name, &attributes.former);
    let former = aliases::of_variants(variants);
    quote! {
        #attributes
        #[derive(#traits)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #[doc = #unknown]
            Unknown(#kept),
        }

        #allow
        impl #name {
            #[doc = #known]
            pub const KNOWN: &'static [#entry] = &[#(#entries),*];

            #(#former)*
        }

        #finish;
        #alias
    }
}

/// A value or code as it is on the wire.
fn literal(variant: &Variant, base: EnumBase) -> TokenStream {
    match base.json(&variant.wire) {
        Value::Bool(truth) => quote!(#truth),
        Value::Number(number) => number.as_i64().map(grouped).unwrap_or_default(),
        _ => {
            let text = &variant.wire;
            quote!(#text)
        }
    }
}
