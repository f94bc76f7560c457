//! Types as generated code spells them.

use std::collections::BTreeSet;

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use crate::rust::{Bound, Limit, Name, Presence, RustType, WireForm, WireStyle};

impl ToTokens for RustType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Unit => quote!(()),
            Self::Language(name) => {
                let name = format_ident!("{name}");
                quote!(#name)
            }
            Self::Runtime(name) => {
                let name = format_ident!("{name}");
                quote!(runtime::#name)
            }
            Self::Json => quote!(serde_json::Value),
            Self::Generic(name, parts) => {
                let name = format_ident!("{name}");
                let parts = (!parts.is_empty()).then(|| quote!(<#(#parts),*>));
                quote!(runtime::#name #parts)
            }
            Self::Local(name) => quote!(#name),
            Self::Foreign(module, name) => quote!(crate::#module::#name),
            Self::Expandable(id, object) => quote!(runtime::Expandable<#id, #object>),
            Self::CursorPage(inner) => quote!(runtime::CursorPage<#inner>),
            Self::UrlPage(inner) => quote!(runtime::UrlPage<#inner>),
            Self::Events(inner) => quote!(runtime::Events<#inner>),
            Self::Lines(inner) => quote!(runtime::Lines<#inner>),
            Self::WholeBody => quote!(::bytes::Bytes),
            Self::Box(inner) => quote!(Box<#inner>),
            Self::Boxed(inner) => quote!(runtime::Boxed<#inner>),
            Self::Option(inner) => quote!(Option<#inner>),
            Self::Vec(inner) => quote!(Vec<#inner>),
            Self::Map(inner) => quote!(std::collections::BTreeMap<String, #inner>),
        });
    }
}

/// As it stands in a row.
impl ToTokens for WireForm {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let form = format_ident!("{}", self.0);
        tokens.extend(quote!(as #form));
    }
}

/// As it stands in a row.
impl ToTokens for WireStyle {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let style = format_ident!("{}", self.0);
        tokens.extend(quote!(in #style));
    }
}

/// As the method of the runtime's lists that takes such a member.
impl ToTokens for Presence {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Required => quote!(required),
            Self::Optional => quote!(optional),
            Self::Nullable => quote!(nullable),
            Self::Rest => quote!(rest),
        });
    }
}

/// As a variant of the runtime's enum of bounds; nothing where none checks it.
impl ToTokens for Bound {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Some(check) = self.check else { return };
        let check = format_ident!("{check}");
        tokens.extend((0..self.lists).map(|_| quote!(each)));
        tokens.extend(match &self.limit {
            Limit::Nothing => quote!(#check),
            Limit::Size(size) => {
                let size = Literal::u64_unsuffixed(*size);
                quote!(#check(#size))
            }
            Limit::Number(text) | Limit::Pattern(text) => quote!(#check(#text)),
        });
    }
}

/// The types of the same module that `types` speak of.
pub(super) fn local<'a>(types: impl Iterator<Item = &'a RustType>) -> BTreeSet<&'a Name> {
    let local = types.flat_map(RustType::parts).filter_map(|ty| match ty {
        RustType::Local(name) => Some(name),
        _ => None,
    });
    local.collect()
}
