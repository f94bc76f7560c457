//! Types as generated code spells them.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::{Name, Presence, RustType};

impl ToTokens for RustType {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Unit => quote!(()),
            Self::Bool => quote!(bool),
            Self::I64 => quote!(i64),
            Self::F64 => quote!(f64),
            Self::String => quote!(String),
            Self::Json => quote!(serde_json::Value),
            Self::Amount => quote!(runtime::Amount),
            Self::Currency => quote!(runtime::Currency),
            Self::Decimal => quote!(runtime::Decimal),
            Self::Timestamp => quote!(runtime::Timestamp),
            Self::Local(name) => quote!(#name),
            Self::Foreign(module, name) => quote!(crate::#module::#name),
            Self::Box(inner) => quote!(Box<#inner>),
            Self::Option(inner) => quote!(Option<#inner>),
            Self::Vec(inner) => quote!(Vec<#inner>),
            Self::Map(inner) => quote!(std::collections::BTreeMap<String, #inner>),
        });
    }
}

/// As the method of the runtime's lists that takes such a member.
impl ToTokens for Presence {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Required => quote!(required),
            Self::Optional => quote!(optional),
            Self::Nullable => quote!(nullable),
        });
    }
}

/// The types of the same module that `types` speak of.
pub(super) fn local<'a>(types: impl Iterator<Item = &'a RustType>) -> BTreeSet<&'a Name> {
    let local = types.filter_map(|ty| match ty.innermost() {
        RustType::Local(name) => Some(name),
        _ => None,
    });
    local.collect()
}
