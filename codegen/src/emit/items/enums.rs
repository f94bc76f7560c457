//! Enums that keep what they do not know: values of the service, and the error codes of each endpoint.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::emit::numbers::grouped;
use crate::rust::{EnumBase, OpenEnum, Variant};

/// Values that the service chooses from.
pub(crate) fn values(item: &OpenEnum) -> TokenStream {
    let name = &item.name;
    let (known, entry, finish) = match item.base {
        EnumBase::Text => ("text", quote!(&'static str), quote!(runtime::open_enum!(#name))),
        EnumBase::Integer => ("integer", quote!(i64), quote!(runtime::copy_enum!(#name, i64))),
        EnumBase::Boolean => ("boolean", quote!(bool), quote!(runtime::copy_enum!(#name, bool))),
    };
    let kind = EnumKind {
        traits: match item.base {
            EnumBase::Text => quote!(Clone, Debug, PartialEq, Eq, Hash),
            EnumBase::Integer | EnumBase::Boolean => quote!(Clone, Copy, Debug, PartialEq, Eq, Hash),
        },
        unknown: " A value that this version of the crate does not know.",
        kept: match item.base {
            EnumBase::Text => quote!(runtime::UnknownValue),
            EnumBase::Integer | EnumBase::Boolean => quote!(runtime::UnknownScalar<#entry>),
        },
        known: &format!(" Every value that this version of the crate knows, with its {known} on the wire."),
        entry: quote!((Self, #entry)),
        finish,
    };
    tokens(item, &kind)
}

/// Codes with which the service refuses a call. Calls without codes of their own share a type.
pub(crate) fn errors(item: &OpenEnum) -> TokenStream {
    if item.variants.is_empty() {
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
struct EnumKind<'a> {
    /// What they derive.
    traits: TokenStream,
    /// The documentation of the variant for what is not known.
    unknown: &'static str,
    /// What that variant keeps.
    kept: TokenStream,
    /// The documentation of the table.
    known: &'a str,
    /// The type of an entry of the table.
    entry: TokenStream,
    /// What adds all that such an enum has besides.
    finish: TokenStream,
}

fn tokens(item: &OpenEnum, kind: &EnumKind<'_>) -> TokenStream {
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
    let wire = &variant.wire;
    match base.json(wire).as_i64() {
        Some(integer) => grouped(integer),
        None if base == EnumBase::Boolean => wire.parse().unwrap_or_default(),
        None => quote!(#wire),
    }
}
