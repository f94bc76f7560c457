//! How answers come.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::{Answer, AnswerContent};

/// What sets an answer apart from one in JSON.
pub(super) fn traits(answer: &Answer) -> impl Iterator<Item = TokenStream> {
    let content = match answer.content {
        AnswerContent::Json => None,
        AnswerContent::Text => Some(quote!(TEXT)),
        AnswerContent::Bytes => Some(quote!(BYTES)),
        AnswerContent::Events => Some(quote!(EVENTS)),
        AnswerContent::Lines => Some(quote!(LINES)),
    };
    let accept = answer.accept();
    let traits = [
        content.map(|content| quote!(content: runtime::#content)),
        (accept != AnswerContent::Json.media()).then(|| quote!(accept: #accept)),
        answer.done.as_ref().map(|done| quote!(done: Some(#done))),
        answer.resumes.then(|| quote!(resumes: true)),
    ];
    traits.into_iter().flatten()
}
