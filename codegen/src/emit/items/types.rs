//! Types with names of their own: newtypes of texts, and other names of other types.

use proc_macro2::TokenStream;
use quote::quote;

use super::built;
use crate::emit::aliases;
use crate::rust::Alias;

pub(crate) fn tokens(item: &Alias) -> TokenStream {
    let Alias { name, attributes, ty, bounds } = item;
    let former = aliases::of_type(name, &attributes.former);
    let declared = if let Some(ty) = ty {
        quote!(#attributes pub type #name = #ty;)
    } else {
        let bounds = built::checked(bounds);
        quote! {
            #attributes
            #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct #name(String);

            runtime::identifier!(#name #(, #bounds)*);
        }
    };
    quote!(#declared #former)
}
