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
    match item.base {
        EnumBase::Text => tokens(item, &quote!(open_enum), None),
        EnumBase::Integer => tokens(item, &quote!(copy_enum), Some(&quote!(: i64))),
        EnumBase::Boolean => tokens(item, &quote!(copy_enum), Some(&quote!(: bool))),
    }
}

/// Codes with which the service refuses a call. Calls without codes of their own share a type.
pub(crate) fn errors(item: &OpenEnum, refusal: Option<&Refusal>) -> TokenStream {
    if let Some(ty) = shared_code(item, refusal) {
        return alias_of(item, &ty);
    }
    let described = refusal.map(|refusal| statuses::described(&item.name, refusal));
    let item = tokens(item, &quote!(error_enum), None);
    quote!(#item #described)
}

/// The type that calls without codes of their own share, if they need none.
pub(crate) fn shared_code(item: &OpenEnum, refusal: Option<&Refusal>) -> Option<TokenStream> {
    match refusal {
        _ if !item.variants.is_empty() => None,
        None => Some(quote!(runtime::AnyCode)),
        Some(Refusal { ty, is_whole: true, .. }) => Some(quote!(runtime::CodeOf<#ty>)),
        Some(_) => None,
    }
}

/// Under a name of the call's own, which stays when it gets codes.
fn alias_of(item: &OpenEnum, ty: &TokenStream) -> TokenStream {
    let OpenEnum { name, attributes, .. } = item;
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #attributes
        pub type #name = #ty;

        #alias
    }
}

/// An enum by a macro of the runtime, with a row for each variant. `base` is what values are in JSON, where these are no texts.
fn tokens(item: &OpenEnum, by: &TokenStream, base: Option<&TokenStream>) -> TokenStream {
    let OpenEnum { name, attributes, variants, .. } = item;
    let rows = variants.iter().map(|variant| {
        let (name, attributes, wire) = (&variant.name, &variant.attributes, literal(variant, item.base));
        let statuses = variant.statuses.iter().copied().map(Literal::u16_unsuffixed);
        quote!(#attributes #name = #wire #(, #statuses)*;)
    });
    let alias = aliases::of_type(name, &attributes.former);
    let former = former_variants(item);
    quote! {
        runtime::#by! { #attributes pub enum #name #base; #(#rows)* }

        #former
        #alias
    }
}

/// The former names of variants, if there are any.
fn former_variants(item: &OpenEnum) -> Option<TokenStream> {
    let OpenEnum { name, variants, .. } = item;
    let allow = allow_deprecated(variants.iter().any(|variant| variant.attributes.is_deprecated()));
    let former = aliases::of_variants(variants);
    variants.iter().any(|variant| !variant.attributes.former.is_empty()).then(|| {
        quote! {
            #allow
            impl #name {
                #(#former)*
            }
        }
    })
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
