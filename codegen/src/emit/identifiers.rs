//! Newtypes for identifiers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::Identifier;

pub(super) fn tokens(identifier: &Identifier) -> TokenStream {
    let Identifier { name, attributes } = identifier;
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct #name(String);

        runtime::identifier!(#name);
    }
}
