//! What stands above an item.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use crate::rust::Attributes;

impl ToTokens for Attributes {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.doc.to_tokens(tokens);
        if let Some(instead) = &self.deprecated {
            tokens.extend(quote!(#[deprecated = #instead]));
        }
    }
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
