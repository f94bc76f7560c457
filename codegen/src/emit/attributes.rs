//! What stands above an item.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::Attributes;

impl ToTokens for Attributes {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(with_section(self, Vec::new()));
    }
}

/// What stands above an item, with a section more in its documentation.
pub(super) fn with_section(attributes: &Attributes, lines: Vec<String>) -> TokenStream {
    let mut doc = attributes.doc.clone();
    doc.section(lines);
    let deprecated = attributes.deprecated.as_ref().map(|instead| quote!(#[deprecated = #instead]));
    quote!(#doc #deprecated)
}

/// Lets the next item name items that are on their way out.
pub(super) fn allow_deprecated(needed: bool) -> Option<TokenStream> {
    needed.then(|| {
        let lint = deprecated();
        quote!(#[#lint])
    })
}

/// Lets a whole file name such items.
pub(super) fn allow_deprecated_inside(needed: bool) -> Option<TokenStream> {
    needed.then(|| {
        let lint = deprecated();
        quote!(#![#lint])
    })
}

fn deprecated() -> TokenStream {
    quote!(allow(deprecated, reason = "the description still has these items"))
}
