//! How requests prove who sends them: what the crate knows of it, and the methods by which a program gives what it takes.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::rust::{RustCrate, Scheme, SchemeKind, Security, code};

/// A scheme, as the runtime knows it.
pub(super) fn scheme(scheme: &Scheme) -> TokenStream {
    let Scheme { item, is_required, .. } = scheme;
    let name = &item.name;
    let kind = match &scheme.kind {
        SchemeKind::Bearer | SchemeKind::OAuth2 { .. } => quote!(Bearer),
        SchemeKind::Basic => quote!(Basic),
        SchemeKind::Header(header) => quote!(Header(#header)),
        SchemeKind::Query(parameter) => quote!(Query(#parameter)),
        SchemeKind::Cookie(cookie) => quote!(Cookie(#cookie)),
    };
    quote!(runtime::Scheme { name: #name, kind: runtime::SchemeKind::#kind, is_required: #is_required })
}

/// Which schemes sign requests.
pub(super) fn security(security: &Security) -> TokenStream {
    let alternatives = security.iter().map(|schemes| {
        let schemes = schemes.iter().map(|scheme| Literal::usize_unsuffixed(scheme.index()));
        quote!(&[#(#schemes),*])
    });
    quote!(&[#(#alternatives),*])
}

/// How a client is made: with what one scheme takes, with nothing, or by a builder where there are several. Where the
/// description does not say where the service is, the program does.
pub(super) struct Constructor<'a> {
    schemes: &'a [Scheme],
    base_url: Option<&'a str>,
}

impl<'a> Constructor<'a> {
    pub(super) fn of(krate: &'a RustCrate) -> Self {
        Self { schemes: &krate.schemes, base_url: krate.base_url.as_deref() }
    }

    /// `builder` of a client.
    pub(super) fn of_builder(&self) -> TokenStream {
        if self.base_url.is_some() {
            return quote! {
                #[doc = " Starts a client with settings of your own."]
                pub fn builder() -> runtime::ClientBuilder<Self> {
                    runtime::ClientBuilder::for_service(&OTHER_CALLS)
                }
            };
        }
        quote! {
            #[doc = " Starts a client for the service at this base URL, with settings of your own. The URL is as for"]
            #[doc = " [`base_url`](runtime::ClientBuilder::base_url): this crate does not know where the service is."]
            pub fn builder(base_url: impl Into<String>) -> runtime::ClientBuilder<Self> {
                runtime::ClientBuilder::for_service(&OTHER_CALLS).base_url(base_url)
            }
        }
    }

    /// `new` of a client.
    pub(super) fn of_client(&self) -> TokenStream {
        let (given, mut taken, set) = match self.schemes {
            [] => (String::new(), Vec::new(), quote!()),
            [scheme] => {
                let (method, names) = (&scheme.name, arguments(scheme));
                let what = if is_api_key(scheme) { "the given secret key".to_owned() } else { given_by(scheme) };
                (format!(", with {what}"), names.iter().map(taken).collect(), quote!(.#method(#(#names),*)))
            }
            _ => return TokenStream::new(),
        };
        let (place, builder) = if let Some(url) = self.base_url {
            (format!("<{url}>"), quote!(builder()))
        } else {
            taken.insert(0, quote!(base_url: impl Into<String>));
            ("the service at this base URL".to_owned(), quote!(builder(base_url)))
        };
        let doc = format!(" A client for {place}{given}.");
        let errors = match self.schemes {
            [] => " If a setting of the environment cannot be used.",
            [scheme] if is_api_key(scheme) => {
                " If the key cannot stand in an HTTP header, or a setting of the environment cannot be used."
            }
            _ => " If what is given cannot stand in a request, or a setting of the environment cannot be used.",
        };
        quote! {
            #[doc = #doc]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = #errors]
            pub fn new(#(#taken),*) -> Result<Self, runtime::ConfigError> {
                Self::#builder #set.build()
            }
        }
    }

    /// What stands where a client does. It sends nothing, so it is given a token where a client would get one.
    pub(super) fn of_config(&self) -> TokenStream {
        let (mut taken, mut set, mut errors) = match self.schemes {
            [scheme] => {
                let method = scheme.given_name().with_beginning("with_");
                let names = given_arguments(scheme);
                let errors = if is_api_key(scheme) {
                    " If the key cannot stand in an HTTP header."
                } else {
                    " If what is given cannot stand in a request."
                };
                (names.iter().map(taken).collect::<Vec<_>>(), quote!(?.#method(#(#names),*)), errors)
            }
            _ => (Vec::new(), quote!(), " If a header of the service cannot be sent."),
        };
        if self.base_url.is_none() {
            taken.insert(0, quote!(base_url: impl Into<String>));
            set = quote!(?.with_base_url(&base_url.into()) #set);
            errors = " If this is no base URL, or what else is given cannot stand in a request.";
        }
        quote! {
            impl runtime::Config {
                #[doc = " What requests need, for use without a client."]
                #[doc = ""]
                #[doc = " # Errors"]
                #[doc = #errors]
                pub fn new(#(#taken),*) -> Result<Self, runtime::ConfigError> {
                    Self::for_service(&OTHER_CALLS)#set
                }
            }
        }
    }
}

/// The methods by which a program gives what each scheme takes: to a client, to a request, and to what stands where a
/// client does.
pub(super) fn methods(schemes: &[Scheme]) -> TokenStream {
    if schemes.is_empty() {
        return TokenStream::new();
    }
    let numbered = || schemes.iter().enumerate();
    let of_builder = numbered().map(|(index, scheme)| of_builder(index, scheme));
    let of_request = numbered().map(|(index, scheme)| of_request(index, scheme));
    let of_config = numbered().map(|(index, scheme)| of_config(index, scheme));
    let renewed = numbered().filter(|(_, scheme)| scheme.is_renewed());
    let renewed = renewed.map(|(index, scheme)| renewed_methods(index, scheme));
    quote! {
        #[cfg(any(feature = "async", feature = "blocking"))]
        impl<C: runtime::ApiClient> runtime::ClientBuilder<C> {
            #(#of_builder)*
        }

        impl<C: runtime::ApiClient, O> runtime::Request<C, O> {
            #(#of_request)*
        }

        impl runtime::Config {
            #(#of_config)*
        }

        #(#renewed)*
    }
}

/// For all requests of a client.
fn of_builder(index: usize, scheme: &Scheme) -> TokenStream {
    let (name, attributes) = (scheme.given_name(), &scheme.attributes);
    let (names, credential) = (given_arguments(scheme), credential(scheme));
    let (taken, index) = (names.iter().map(taken), Literal::usize_unsuffixed(index));
    quote! {
        #attributes
        pub fn #name(self, #(#taken),*) -> Self {
            self.prove(#index, #credential)
        }
    }
}

/// For one request.
fn of_request(index: usize, scheme: &Scheme) -> TokenStream {
    let (name, doc) = (scheme.given_name(), another(scheme));
    let (names, credential) = (given_arguments(scheme), credential(scheme));
    let (taken, index) = (names.iter().map(taken), Literal::usize_unsuffixed(index));
    quote! {
        #[doc = #doc]
        pub fn #name(self, #(#taken),*) -> Self {
            self.prove(#index, &#credential)
        }
    }
}

/// For all requests that are made without a client.
fn of_config(index: usize, scheme: &Scheme) -> TokenStream {
    let (name, doc) = (scheme.given_name().with_beginning("with_"), another(scheme));
    let (names, credential) = (given_arguments(scheme), credential(scheme));
    let (taken, index) = (names.iter().map(taken), Literal::usize_unsuffixed(index));
    let errors = if is_api_key(scheme) {
        " The key cannot stand in an HTTP header."
    } else {
        " What is given cannot stand in a request."
    };
    quote! {
        #[doc = #doc]
        #[doc = ""]
        #[doc = " # Errors"]
        #[doc = ""]
        #[doc = #errors]
        pub fn #name(self, #(#taken),*) -> Result<Self, runtime::ConfigError> {
            self.with_credential(#index, &#credential)
        }
    }
}

/// For a client that gets its tokens by itself.
fn renewed_methods(index: usize, scheme: &Scheme) -> TokenStream {
    let SchemeKind::OAuth2 { token_url, scopes } = &scheme.kind else { return TokenStream::new() };
    let (name, from, attributes, wire) = (&scheme.name, scheme.from_elsewhere(), &scheme.attributes, &scheme.item.name);
    let constant = scheme.constant();
    let (index, scopes) = (Literal::usize_unsuffixed(index), scopes.join(" "));
    let place = code(token_url);
    let from_doc = format!(" The same, with tokens from another place than {place}: a URL, or a path of the service.");
    quote! {
        #[cfg(any(feature = "async", feature = "blocking"))]
        static #constant: runtime::ClientCredentials = runtime::ClientCredentials {
            scheme: #index,
            name: #wire,
            token_url: #token_url,
            scopes: #scopes,
        };

        #[cfg(any(feature = "async", feature = "blocking"))]
        impl<C: runtime::TokenClient> runtime::ClientBuilder<C> {
            #attributes
            pub fn #name(
                self,
                client_id: impl Into<runtime::ApiKey>,
                client_secret: impl Into<runtime::ApiKey>,
            ) -> Self {
                self.get_tokens(&#constant, &client_id.into(), &client_secret.into(), None)
            }

            #[doc = #from_doc]
            pub fn #from(
                self,
                client_id: impl Into<runtime::ApiKey>,
                client_secret: impl Into<runtime::ApiKey>,
                token_url: impl AsRef<str>,
            ) -> Self {
                let token_url = Some(token_url.as_ref());
                self.get_tokens(&#constant, &client_id.into(), &client_secret.into(), token_url)
            }
        }
    }
}

/// What a method makes of what it is given.
fn credential(scheme: &Scheme) -> TokenStream {
    let names = given_arguments(scheme);
    match names.as_slice() {
        [user, password] => quote!(runtime::Credential::Login(#user.into(), #password.into())),
        names => quote!(runtime::Credential::Key(#(#names.into()),*)),
    }
}

/// The arguments of what a client takes.
fn arguments(scheme: &Scheme) -> Vec<Ident> {
    scheme.arguments().into_iter().map(ident).collect()
}

/// The same, without what asks for tokens.
fn given_arguments(scheme: &Scheme) -> Vec<Ident> {
    if scheme.is_renewed() { vec![ident("token")] } else { arguments(scheme) }
}

fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

fn taken(name: &Ident) -> TokenStream {
    quote!(#name: impl Into<runtime::ApiKey>)
}

fn is_api_key(scheme: &Scheme) -> bool {
    scheme.item.name == "api_key"
}

/// What a client is made with, in words.
fn given_by(scheme: &Scheme) -> String {
    match scheme.kind {
        SchemeKind::Basic => "this user and password".to_owned(),
        SchemeKind::OAuth2 { .. } => "tokens that it gets with this identifier and secret".to_owned(),
        _ => "this key".to_owned(),
    }
}

/// What replaces what the client has.
fn another(scheme: &Scheme) -> String {
    let name = code(&scheme.item.name);
    match scheme.kind {
        _ if is_api_key(scheme) => " Sends another API key.".to_owned(),
        SchemeKind::Basic => format!(" Sends this user and password for {name}."),
        SchemeKind::OAuth2 { .. } => format!(" Sends this token for {name}."),
        _ => format!(" Sends this key for {name}."),
    }
}
