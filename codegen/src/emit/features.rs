//! The Cargo features that bring modules, as conditions.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

/// One of several features.
pub(super) fn any(features: &BTreeSet<String>) -> TokenStream {
    match Vec::from_iter(features)[..] {
        [feature] => quote!(feature = #feature),
        ref features => quote!(any(#(feature = #features),*)),
    }
}

/// All of several features.
pub(super) fn all(features: &BTreeSet<String>) -> TokenStream {
    match Vec::from_iter(features)[..] {
        [feature] => quote!(feature = #feature),
        ref features => quote!(all(#(feature = #features),*)),
    }
}
