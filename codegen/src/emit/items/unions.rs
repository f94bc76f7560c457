//! Enums for what can be one of several things, as a member tells.

use proc_macro2::TokenStream;
use quote::quote;

use super::{built, objects};
use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::rust::{Union, UnionVariant};

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
    let conversions = variants.iter().filter(|variant| variant.follows).map(|variant| conversion(item, variant));
    let alias = aliases::of_type(name, attributes.former.as_ref());
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
        #(#conversions)*
        #former
        #alias
    }
}

/// The former names of variants.
fn former_variants(item: &Union, allow: Option<&TokenStream>) -> Option<TokenStream> {
    let former = item.variants.iter().filter_map(|variant| aliases::of_variant(&variant.name, &variant.attributes));
    let mut former = former.peekable();
    former.peek()?;
    let name = &item.name;
    Some(quote!(#allow impl #name { #(#former)* }))
}

/// The rows of the kinds.
fn union(item: &Union) -> TokenStream {
    let Union { name, tag, variants, is_answer, .. } = item;
    let sent = (!is_answer).then(|| quote!(sent));
    let rows = variants.iter().map(|UnionVariant { name, wire, data, .. }| {
        let data = data.iter().map(|_| quote!((data)));
        quote!(#name #(#data)* = #wire;)
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

/// A variant from the object that it holds.
fn conversion(item: &Union, variant: &UnionVariant) -> TokenStream {
    let (name, UnionVariant { name: variant, data, attributes, .. }) = (&item.name, variant);
    let Some(data) = data else { return TokenStream::new() };
    let (object, data) = (data.unboxed(), built::boxed(data, &quote!(data)));
    let allow = allow_deprecated(attributes.is_deprecated());
    quote! {
        #allow
        impl From<#object> for #name {
            fn from(data: #object) -> Self {
                Self::#variant(#data)
            }
        }
    }
}
