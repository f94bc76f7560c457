//! How deliveries of events are signed.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::rust::{Layout, RustCrate, SecretForm, Signed, Signing};

/// The module that verifies deliveries, if there are events that are signed.
pub(super) fn tokens(krate: &RustCrate) -> Option<TokenStream> {
    let (_, events) = krate.events()?;
    let signing = signing(events.webhooks.signing.as_ref()?);
    Some(quote! {
        #![doc = " Tells what the service delivers from what anybody else sends."]

        use std::time::SystemTime;

        use crate::runtime;

        pub use crate::runtime::{Verifier, WebhookError, WebhookHeaders};

        static SIGNING: runtime::Signing = #signing;

        impl runtime::Verifier {
            #[doc = " A verifier of what is signed with one of these secrets. While one is replaced by another, give both."]
            #[must_use]
            pub fn new<S: AsRef<str>>(secrets: impl IntoIterator<Item = S>) -> Self {
                Self::of(&SIGNING, secrets)
            }
        }

        #[doc = " The headers with which the service would deliver a body at some time: for tests of your own."]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = " The secret is none, such as an empty one."]
        pub fn sign(
            secret: impl AsRef<str>,
            body: impl AsRef<[u8]>,
            time: SystemTime,
        ) -> Result<http::HeaderMap, WebhookError> {
            SIGNING.sign(secret.as_ref(), body.as_ref(), time)
        }
    })
}

/// How a service signs, as a value of the runtime.
fn signing(signing: &Signing) -> TokenStream {
    let Signing { header, is_base64, tolerance, bounds_future, .. } = signing;
    let optional = |header: &Option<String>| header.as_ref().map_or(quote!(None), |header| quote!(Some(#header)));
    let (timestamp, id) = (optional(&signing.timestamp), optional(&signing.id));
    let layout = match &signing.layout {
        Layout::Pairs { timestamp, signature, separator } => {
            quote!(Pairs { timestamp: #timestamp, version: #signature, separator: #separator })
        }
        Layout::Versions(version) => quote!(Versions(#version)),
        Layout::Single(prefix) => quote!(Single(#prefix)),
    };
    let secret = match &signing.secret {
        SecretForm::Text => quote!(Text),
        SecretForm::Base64(prefix) => quote!(Base64(#prefix)),
    };
    let encoding = if *is_base64 { quote!(Base64) } else { quote!(Hex) };
    let signed = signing.signed.iter().map(|part| match part {
        Signed::Body => quote!(runtime::Signed::Body),
        Signed::Timestamp => quote!(runtime::Signed::Timestamp),
        Signed::Id => quote!(runtime::Signed::Id),
        Signed::Text(text) => quote!(runtime::Signed::Text(#text)),
    });
    let tolerance = tolerance.map(Literal::u64_unsuffixed).map_or(quote!(None), |seconds| quote!(Some(#seconds)));
    quote! {
        runtime::Signing {
            header: #header,
            layout: runtime::Layout::#layout,
            encoding: runtime::SignatureEncoding::#encoding,
            secret: runtime::SecretForm::#secret,
            signed: &[#(#signed),*],
            timestamp: #timestamp,
            id: #id,
            tolerance: #tolerance,
            bounds_future: #bounds_future,
        }
    }
}
