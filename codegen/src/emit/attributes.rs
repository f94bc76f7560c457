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

/// Lets generated code name items that are on their way out.
pub(super) fn allow_deprecated(needed: bool) -> TokenStream {
    if needed {
        quote!(#[allow(deprecated, reason = "the description still has these items")])
    } else {
        TokenStream::new()
    }
}
