//! Newtypes for identifiers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::aliases;
use crate::rust::Identifier;

pub(crate) fn tokens(identifier: &Identifier) -> TokenStream {
    let Identifier { name, attributes } = identifier;
    let alias = aliases::of_type(name, &attributes.former);
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct #name(String);

        runtime::identifier!(#name);
        #alias
    }
}
