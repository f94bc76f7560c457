//! Tests that a client finds in the answer of an error what the description says.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::items::json;
use crate::rust::{Name, RefusalTest};

/// The types of the module that a test speaks of.
pub(super) fn types(test: &RefusalTest) -> impl Iterator<Item = &Name> {
    std::iter::once(&test.operation).chain(test.kind.as_ref().map(|(error, _)| error))
}

/// The test.
pub(super) fn tokens(krate: &Name, test: &RefusalTest) -> TokenStream {
    let RefusalTest { name, operation, kind, status, response, message, .. } = test;
    let (json, status) = (json::literal(response), Literal::u16_unsuffixed(*status));
    let kind = if let Some((error, variant)) = kind {
        quote!(assert_eq!(refused.kind, #error::#variant);)
    } else {
        quote!(assert_eq!(refused.code(), None);)
    };
    let message = message.as_ref().map_or(quote!(None), |message| quote!(Some(#message)));
    quote! {
        #[test]
        fn #name() {
            let json = #json;
            let mut response = http::Response::new(json.into());
            *response.status_mut() = http::StatusCode::from_u16(#status).unwrap();
            let Err(#krate::Error::Api(refused)) = #operation::from_http(response) else {
                panic!("this is no refusal")
            };
            #kind
            assert_eq!(refused.message(), #message);
        }
    }
}
