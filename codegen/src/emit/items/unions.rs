//! Enums for what can be one of several things, as a member tells.

use proc_macro2::TokenStream;
use quote::quote;

use super::objects;
use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::rust::{RustType, Union, UnionVariant};

pub(crate) fn tokens(item: &Union) -> TokenStream {
    let Union { name, attributes, variants, is_answer, json_form, .. } = item;
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
    let union = union(item, allow.as_ref());
    let finish = if *is_answer { quote!(runtime::union!(#name);) } else { request_finish(item) };
    let json_form = json_form.as_ref().map(|json_form| objects::object(name, json_form));
    let conversions = variants.iter().filter(|variant| variant.follows).map(|variant| conversion(item, variant));
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
        #(#conversions)*
        #finish
        #json_form
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

/// How the runtime gets at the kind and at the data.
fn union(item: &Union, allow: Option<&TokenStream>) -> TokenStream {
    let Union { name, tag, variants, is_answer, .. } = item;
    let parts = variants.iter().map(|UnionVariant { name, wire, data, .. }| {
        if data.is_some() {
            quote!(Self::#name(data) => (#wire, Some(data)))
        } else {
            quote!(Self::#name => (#wire, None))
        }
    });
    let unknown = is_answer.then(|| quote!(Self::Unknown(unknown) => unknown.parts(),));
    let reading = is_answer.then(|| reading(item));
    quote! {
        #allow
        impl runtime::Union for #name {
            fn tag(&self) -> &'static str {
                #tag
            }

            fn parts(&mut self) -> (&str, Option<&mut dyn runtime::Place>) {
                match self {
                    #(#parts,)*
                    #unknown
                }
            }

            #reading
        }
    }
}

/// What only answers need.
fn reading(item: &Union) -> TokenStream {
    let blanks = item.variants.iter().map(|variant| {
        let (wire, blank) = (&variant.wire, blank(variant));
        quote!(#wire => #blank)
    });
    quote! {
        fn select(&mut self, kind: &str) -> bool {
            *self = match kind {
                #(#blanks,)*
                _ => return false,
            };
            true
        }

        fn keep(&mut self, kind: String, data: serde_json::Value) {
            *self = Self::Unknown(runtime::UnknownVariant::new(kind, data));
        }
    }
}

fn blank(variant: &UnionVariant) -> TokenStream {
    let name = &variant.name;
    let data = variant.data.iter().map(|_| quote!((runtime::blank())));
    quote!(Self::#name #(#data)*)
}

/// Any variant will do to start from what is never read.
fn request_finish(item: &Union) -> TokenStream {
    let name = &item.name;
    let blank = item.variants.first().map(blank);
    let params = item.is_whole.then(|| quote!(runtime::params!(#name);));
    quote!(runtime::union!(#name, #blank); #params)
}

/// A variant from the object that it holds.
fn conversion(item: &Union, variant: &UnionVariant) -> TokenStream {
    let (name, UnionVariant { name: variant, data, attributes, .. }) = (&item.name, variant);
    let Some(RustType::Box(object)) = data else { return TokenStream::new() };
    let allow = allow_deprecated(attributes.is_deprecated());
    quote! {
        #allow
        impl From<#object> for #name {
            fn from(data: #object) -> Self {
                Self::#variant(Box::new(data))
            }
        }
    }
}
