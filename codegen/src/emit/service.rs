//! What the crate knows of its service, and the constructors that need it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::rust::RustCrate;

pub(super) fn tokens(krate: &RustCrate) -> TokenStream {
    let RustCrate { base_url, api_version, protocol, .. } = krate;
    let headers = krate.headers.iter().map(|(name, value)| quote!((#name, #value)));
    let (code, message) = (&protocol.error_code, &protocol.error_message);
    let request_id = protocol.request_id.as_ref().map_or(quote!(None), |header| quote!(Some(#header)));
    let base_doc = format!(" A client for <{base_url}>, with the given secret key.");
    quote! {
        #![doc = " Where the service is and how it speaks."]

        use crate::runtime;

        #[doc = " The version of the API that this crate was made for."]
        pub const API_VERSION: &str = #api_version;

        pub(crate) static SERVICE: runtime::Service = runtime::Service {
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            base_url: #base_url,
            headers: &[#(#headers),*],
            request_id: #request_id,
            error_code: &[#(#code),*],
            error_message: &[#(#message),*],
        };

        #[cfg(feature = "async")]
        impl runtime::Client {
            #[doc = #base_doc]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = " If the key cannot stand in an HTTP header."]
            pub fn new(api_key: impl Into<runtime::ApiKey>) -> Result<Self, runtime::ConfigError> {
                Self::builder().api_key(api_key).build()
            }

            #[doc = " Starts a client with settings of your own."]
            pub fn builder() -> runtime::ClientBuilder {
                runtime::ClientBuilder::for_service(&SERVICE)
            }
        }

        impl runtime::Config {
            #[doc = " What requests need besides their operation, for use without a client."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = " If the key cannot stand in an HTTP header."]
            pub fn new(api_key: impl Into<runtime::ApiKey>) -> Result<Self, runtime::ConfigError> {
                Self::for_service(&SERVICE, api_key)
            }
        }
    }
}
