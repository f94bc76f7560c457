//! What makes an operation give a list page by page.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::rust::{LastPage, NextPage, PageStep, Paging, Request, RustType};

/// How the pages of a call follow each other, and where their items are.
pub(super) fn implementation(request: &Request) -> Option<TokenStream> {
    let Paging { item, steps, items, next, last, .. } = request.paging.as_ref()?;
    let operation = &request.operation;
    let (next, last) = (self::next(next), self::last(last));
    let taken = self::taken(steps);
    Some(quote! {
        #[cfg(any(feature = "async", feature = "blocking"))]
        impl runtime::Listing for #operation {
            type Item = #item;

            const PAGING: runtime::Paging =
                runtime::Paging { items: &[#(#items),*], next: #next, last: #last };

            fn items(page: Self::Output) -> Option<Vec<#item>> {
                #taken
            }
        }
    })
}

/// The items of `page`, if it has any.
fn taken(steps: &[PageStep]) -> TokenStream {
    match steps {
        // Nothing is to be done with the last one.
        [before @ .., PageStep { field, ty: RustType::Option(inner) }] if inner.unboxed() == &**inner => {
            let page = before.iter().fold(quote!(page), |page, step| held(&page, step));
            quote!(#page.#field)
        }
        _ => {
            let items = steps.iter().fold(quote!(page), |page, step| held(&page, step));
            quote!(Some(#items))
        }
    }
}

/// What a field holds of what was taken so far.
fn held(page: &TokenStream, PageStep { field, ty }: &PageStep) -> TokenStream {
    let (held, ty) = match ty {
        RustType::Option(inner) => (quote!(#page.#field?), &**inner),
        ty => (quote!(#page.#field), ty),
    };
    match ty {
        RustType::Boxed(_) => quote!(#held.into_inner()),
        RustType::Box(_) => quote!((*#held)),
        _ => held,
    }
}

fn next(next: &NextPage) -> TokenStream {
    let next = match next {
        NextPage::LastItem { member, parameter, back } => {
            let back = back.as_ref().map_or_else(|| quote!(None), |back| quote!(Some(#back)));
            quote!(Item { member: &[#(#member),*], parameter: #parameter, back: #back })
        }
        NextPage::Token { member, parameter } => quote!(Token { member: &[#(#member),*], parameter: #parameter }),
        NextPage::Url(member) => quote!(Url(&[#(#member),*])),
        NextPage::Link => quote!(Link(runtime::next_link)),
        NextPage::Offset { parameter, .. } => quote!(Offset(#parameter)),
        NextPage::Number { parameter, first } => {
            let first = Literal::i64_unsuffixed(*first);
            quote!(Number { parameter: #parameter, first: #first })
        }
    };
    quote!(runtime::NextPage::#next)
}

fn last(last: &LastPage) -> TokenStream {
    match last {
        LastPage::Unsaid => quote!(runtime::LastPage::Unsaid),
        LastPage::More(member) => quote!(runtime::LastPage::More(&[#(#member),*])),
        LastPage::Total(member) => quote!(runtime::LastPage::Total(&[#(#member),*])),
    }
}
