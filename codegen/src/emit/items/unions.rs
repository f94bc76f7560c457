//! Enums for what can be one of several things, as a member tells.

use proc_macro2::TokenStream;
use quote::quote;

use super::objects;
use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::rust::{RustType, Union, UnionVariant};

pub(crate) fn tokens(item: &Union) -> TokenStream {
    let Union { name, attributes, variants, is_answer, .. } = item;
    let allow = allow_deprecated(variants.iter().any(|variant| variant.attributes.is_deprecated()));
    let declared = variants.iter().map(|variant| {
        let UnionVariant { name, attributes, data, .. } = variant;
        let data = data.iter();
        quote!(#attributes #name #((#data))*)
    });
    let unknown = is_answer.then(|| {
        quote! {
            #[doc = " A kind that this version of the crate does not know, or one that came without its data."]
            Unknown(runtime::UnknownVariant),
        }
    });
    let (union, whole) = (union(item), whole(item));
    let alias = aliases::of_type(name, &attributes.former);
    let former = former_variants(item, allow.as_ref());
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #unknown
        }

        #union
        #whole
        #former
        #alias
    }
}

/// The former names of variants.
fn former_variants(item: &Union, allow: Option<&TokenStream>) -> Option<TokenStream> {
    let former = item.variants.iter().map(|variant| aliases::of_variant(&variant.name, &variant.attributes));
    let former: TokenStream = former.collect();
    let name = &item.name;
    (!former.is_empty()).then(|| quote!(#allow impl #name { #former }))
}

/// The rows of the kinds.
fn union(item: &Union) -> TokenStream {
    let Union { name, tag, variants, is_answer, .. } = item;
    let sent = (!is_answer).then(|| quote!(sent));
    let rows = variants.iter().map(|UnionVariant { name, wire, data, form, follows, .. }| {
        let object = data.as_ref().filter(|_| *follows).map(RustType::unboxed).map(|object| quote!(, from #object));
        let data = data.iter().map(|_| quote!((data #form)));
        quote!(#name #(#data)* = #wire #object;)
    });
    quote!(runtime::union! { #sent #name told Beside(#tag); #(#rows)* })
}

/// What makes it a value by itself.
fn whole(item: &Union) -> Option<TokenStream> {
    let name = &item.name;
    match &item.json_form {
        Some(json_form) => {
            let example = objects::example(json_form);
            Some(quote!(runtime::one_of!(#name, #example);))
        }
        None => (item.is_whole && !item.is_answer).then(|| quote!(runtime::one_of!(sent #name);)),
    }
}
