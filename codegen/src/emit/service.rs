//! What the crate knows of its service, and the constructors that need it.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::credentials::{self, Constructor};
use super::given::Taken;
use super::{aliases, features, servers};
use crate::rust::{Dialect, ErrorField, HeaderSetter, RustCrate};

pub(super) fn tokens(krate: &RustCrate) -> TokenStream {
    let RustCrate { api_version, protocol, .. } = krate;
    let places = servers::places(krate);
    let schemes = krate.schemes.iter().map(credentials::scheme);
    let auth = credentials::security(&krate.auth);
    let headers = krate.headers.iter().map(|(name, value)| quote!((#name, #value)));
    let (code, message) = (&protocol.error_code, &protocol.error_message);
    let header = |header: &Option<String>| header.as_ref().map_or(quote!(None), |header| quote!(Some(#header)));
    let request_id = header(&protocol.request_id);
    let idempotency_key = header(&protocol.idempotency_key);
    let should_retry = header(&protocol.should_retry);
    let clients = [("async", "Client"), ("blocking", "BlockingClient")];
    let constructor = Constructor::of(krate);
    let clients = clients.map(|(feature, name)| client(feature, &Ident::new(name, Span::call_site()), &constructor));
    let config = constructor.of_config();
    let (credentials, choices) = (credentials::methods(&krate.schemes), servers::methods(krate));
    let other_format = krate.dialects.first().map_or(quote!(JSON), format);
    let dialects = krate.dialects.iter().map(dialect);
    let setters = setters(&krate.header_setters);
    let paths = krate.error_fields.iter().map(|ErrorField { path, .. }| quote!(&[#(#path),*]));
    let error_fields = error_fields(&krate.error_fields);
    quote! {
        #![doc = " Where the service is and how it speaks."]

        use crate::runtime;

        #[doc = " The version of the API that this crate was made for."]
        pub const API_VERSION: &str = #api_version;

        pub(crate) static SERVICE: runtime::Service = runtime::Service {
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            #places
            schemes: &[#(#schemes),*],
            auth: #auth,
            headers: &[#(#headers),*],
            request_id: #request_id,
            idempotency_key: #idempotency_key,
            should_retry: #should_retry,
            error_code: &[#(#code),*],
            error_message: &[#(#message),*],
            error_fields: &[#(#paths),*],
        };

        runtime::other_calls!(OTHER_CALLS, SERVICE, runtime::#other_format);

        #(#dialects)*

        #(#clients)*

        #config

        #credentials

        #choices

        #setters

        #error_fields
    }
}

/// How the service speaks on some of its paths, where there is a call that uses it.
fn dialect(dialect: &Dialect) -> TokenStream {
    let name = &dialect.name;
    let format = format(dialect);
    let instants = if dialect.has_unix_timestamps { quote!(Unix) } else { quote!(Rfc3339) };
    let condition = features::any(&dialect.features);
    quote! {
        #[cfg(#condition)]
        pub(crate) static #name: runtime::Dialect =
            runtime::Dialect { format: &runtime::#format, instants: runtime::WireForm::#instants, service: &SERVICE };
    }
}

/// The form of bodies and queries of a dialect.
fn format(dialect: &Dialect) -> TokenStream {
    if dialect.is_form { quote!(FORM) } else { quote!(JSON) }
}

/// How to get a client.
fn client(feature: &str, name: &Ident, constructor: &Constructor<'_>) -> TokenStream {
    let (new, builder) = (constructor.of_client(), constructor.of_builder());
    quote! {
        #[cfg(feature = #feature)]
        impl runtime::#name {
            #new

            #builder
        }
    }
}

/// Setters of headers, for a client and for a request.
fn setters(setters: &[HeaderSetter]) -> TokenStream {
    if setters.is_empty() {
        return TokenStream::new();
    }
    let of_client = setters.iter().map(|setter| setter_method(setter, &quote!(impl Into<String>)));
    let of_request = setters.iter().map(|setter| setter_method(setter, &quote!(impl AsRef<str>)));
    quote! {
        #[cfg(any(feature = "async", feature = "blocking"))]
        impl<C: runtime::ApiClient> runtime::ClientBuilder<C> {
            #(#of_client)*
        }

        impl<C: runtime::ApiClient, O> runtime::Request<C, O> {
            #(#of_request)*
        }
    }
}

/// What refusals can be asked for.
fn error_fields(fields: &[ErrorField]) -> TokenStream {
    if fields.is_empty() {
        return TokenStream::new();
    }
    let methods = fields.iter().enumerate().map(|(index, field)| {
        let ErrorField { name, attributes, .. } = field;
        let index = Literal::usize_unsuffixed(index);
        let former = aliases::of_getter(name, attributes, &quote!(Option<&str>));
        quote! {
            #attributes
            #[must_use]
            pub fn #name(&self) -> Option<&str> {
                self.field(#index)
            }

            #former
        }
    });
    quote! {
        impl<E> runtime::ApiError<E> {
            #(#methods)*
        }
    }
}

fn setter_method(setter: &HeaderSetter, value: &TokenStream) -> TokenStream {
    let HeaderSetter { name, attributes, header } = setter;
    let former = aliases::of_setter(name, attributes, &quote!(value), &Taken::as_is(value.clone()));
    quote! {
        #attributes
        pub fn #name(self, value: #value) -> Self {
            self.header(#header, value)
        }

        #former
    }
}
