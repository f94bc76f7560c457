//! Enums for what can be one of several things.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;

use super::{built, objects};
use crate::emit::aliases;
use crate::emit::attributes::allow_deprecated;
use crate::emit::numbers::grouped;
use crate::rust::{Conversion, KindShape, Told, Union, UnionVariant};

pub(crate) fn tokens(item: &Union) -> TokenStream {
    let Union { name, attributes, is_answer, .. } = item;
    let declared = variants(item);
    let lacks_data = if item.told.is_inside() { "" } else { ", or one that came without its data" };
    let unknown = is_answer.then(|| {
        let doc = format!(" A kind that this version of the crate does not know{lacks_data}.");
        quote! {
            #[doc = #doc]
            Unknown(runtime::UnknownVariant),
        }
    });
    let (union, document) = (union(item), document(item));
    let alias = aliases::of_type(name, &attributes.former);
    let former = former_variants(item);
    quote! {
        #attributes
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#declared,)*
            #unknown
        }

        #union
        #document
        #former
        #alias
    }
}

/// The variants, as they are declared.
pub(super) fn variants(item: &Union) -> impl Iterator<Item = TokenStream> {
    item.variants.iter().map(|UnionVariant { name, attributes, data, .. }| {
        let data = data.iter();
        quote!(#attributes #name #((#data))*)
    })
}

/// The former names of variants.
pub(super) fn former_variants(item: &Union) -> Option<TokenStream> {
    let former = item.variants.iter().map(|variant| aliases::of_variant(&variant.name, &variant.attributes));
    let former: TokenStream = former.collect();
    let name = &item.name;
    let allow = allow_deprecated(item.variants.iter().any(|variant| variant.attributes.is_deprecated()));
    (!former.is_empty()).then(|| quote!(#allow impl #name { #former }))
}

/// The rows of the kinds, of those that their shape tells in the order in which they are tried.
fn union(item: &Union) -> TokenStream {
    let Union { name, told, variants, shapes, is_answer, .. } = item;
    let sent = (!is_answer).then(|| quote!(sent));
    let told = told_as(told);
    let rows: TokenStream = match shapes.as_slice() {
        [] => variants.iter().map(|variant| row(item, variant, None)).collect(),
        shapes => shapes.iter().map(|shape| row(item, &variants[shape.variant], Some(shape))).collect(),
    };
    quote!(runtime::union! { #sent #name told #told; #rows })
}

/// How the kinds are told apart, as a variant of the runtime's enum.
fn told_as(told: &Told) -> TokenStream {
    match told {
        Told::Beside { tag } => quote!(Beside(#tag)),
        Told::Inside { tag } => quote!(Inside(#tag)),
        Told::Content { tag, content } => quote!(Content(#tag, #content)),
        Told::Key => quote!(Key),
        Told::Shape => quote!(Shape),
    }
}

fn row(item: &Union, variant: &UnionVariant, shape: Option<&KindShape>) -> TokenStream {
    let UnionVariant { name, wire, data, form, aliased, conversions, .. } = variant;
    let tag = literal(&item.base.json(wire));
    let conversions = conversions.iter().map(conversion);
    let data = data.iter().map(|_| quote!((data #form)));
    let (shape, bounds) = (shape.map(self::shape), built::bounds(aliased));
    quote!(#name #(#data)* = #tag #shape #bounds #(, #conversions)*;)
}

/// What a variant follows from, as its row ends in it.
fn conversion(conversion: &Conversion) -> TokenStream {
    match conversion {
        Conversion::From(ty) => quote!(from #ty),
        Conversion::Text(ty) => quote!(text #ty),
        Conversion::Each(item) => quote!(each #item),
        Conversion::Texts(item) => quote!(texts #item),
        Conversion::Items(item) => quote!(items #item),
        Conversion::Entries(value) => quote!(entries #value),
    }
}

/// What data looks like: the sorts of JSON that it can be, what members always say, and members that nothing else has.
fn shape(shape: &KindShape) -> TokenStream {
    let sorts = shape.sorts.iter().map(|sort| format_ident!("{}", sort.as_str()));
    let constants = shape.constants.iter().map(|(name, says)| {
        let says = says.iter().map(literal);
        quote!(#name = #(#says)|*)
    });
    let saying = (!shape.constants.is_empty()).then(|| quote!(saying #(#constants),*));
    let marks = &shape.marks;
    let having = (!marks.is_empty()).then(|| quote!(having #(#marks),*));
    quote!(=> #(#sorts)|* #saying #having)
}

/// A text, or another literal in brackets, as macros of the runtime take them.
fn literal(json: &Value) -> TokenStream {
    match json {
        Value::Bool(truth) => quote!((Boolean(#truth))),
        Value::Number(number) => {
            let number = grouped(number.as_i64().unwrap_or_default());
            quote!((Integer(#number)))
        }
        other => {
            let text = other.as_str().unwrap_or_default();
            quote!(#text)
        }
    }
}

/// What makes it a value by itself.
fn document(item: &Union) -> Option<TokenStream> {
    let (name, json_form) = (&item.name, item.json_form.as_ref()?);
    let example = objects::example(json_form);
    Some(quote!(runtime::document!(#name, #example);))
}
