//! The root of the crate: its front page, its modules, and what it takes from the runtime.

use proc_macro2::TokenStream;
use quote::quote;

use super::{guide, runtime};
use crate::rust::{Module, RustCrate, RustType};

pub(super) fn tokens(krate: &RustCrate) -> TokenStream {
    let mut doc = krate.doc.clone();
    for section in guide::sections(krate) {
        doc.section(section.for_rustdoc());
    }
    let doc = doc.inner();
    let modules = krate.modules.iter().map(|Module { name, feature, .. }| {
        let feature = &feature.name;
        quote!(#[cfg(feature = #feature)] pub mod #name;)
    });
    let signed = krate.events().filter(|(_, events)| events.are_signed());
    let webhooks = signed.map(|(module, _)| {
        let feature = &module.feature.name;
        quote!(
            #[cfg(feature = #feature)]
            pub mod webhooks;
        )
    });
    let depth = recursion_limit(krate);
    let allow = runtime::allow_unused(krate);
    let exports = runtime::exports(krate);
    quote! {
        #doc
        #![forbid(unsafe_code)]
        #![deny(missing_docs)]
        #depth

        #(#modules)*
        #allow
        mod runtime;
        mod service;
        #webhooks

        #exports
        pub use service::API_VERSION;

        #[doc = " The crates whose types stand in what this one exports, in the versions that it uses: for transports and tests of your own."]
        pub mod reexports {
            pub use ::{bytes, http, serde_json};
        }
    }
}

/// How deep the compiler may go when it makes what is generic: from one type to those behind it, so at most through all. It
/// stops at 128 of a sort by itself, which no crate comes near in which nothing needs a `Boxed`. Programs need no such
/// attribute, since they make nothing behind a `Boxed`. A power of two is not another one at each change.
fn recursion_limit(krate: &RustCrate) -> Option<TokenStream> {
    let is_deep = krate.uses(|ty| matches!(ty, RustType::Boxed(_)));
    let limit = (128 + krate.types.len()).next_power_of_two().to_string();
    is_deep.then(|| quote!(#![recursion_limit = #limit]))
}
