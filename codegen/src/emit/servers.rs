//! Where the service is: what the crate knows of it, and the methods by which a program chooses.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::rust::{Environment, RustCrate, Server, ServerVariable, code};

/// Where the service is, as the runtime knows it.
pub(super) fn places(krate: &RustCrate) -> TokenStream {
    let (servers, environments, variables) = (servers(krate), environments(krate), variables(krate));
    quote!(servers: #servers, environments: #environments, server_variables: #variables,)
}

/// The places that hold unless a program chooses others.
fn servers(krate: &RustCrate) -> TokenStream {
    let servers = krate.servers.iter().map(|server| {
        let (name, url) = (&server.name, server.url());
        quote!((#name, #url))
    });
    quote!(&[#(#servers),*])
}

/// The other sets of places, each with a URL for each server.
fn environments(krate: &RustCrate) -> TokenStream {
    let url = |server: &Server, index: usize| server.urls.get(index).map_or(server.url(), String::as_str).to_owned();
    let environments = (1..krate.environments.len()).map(|index| {
        let urls = krate.servers.iter().map(|server| url(server, index));
        quote!(&[#(#urls),*])
    });
    quote!(&[#(#environments),*])
}

/// What stands between braces in URLs.
fn variables(krate: &RustCrate) -> TokenStream {
    let variables = krate.server_variables.iter().map(|variable| {
        let (name, default) = (&variable.described.item.name, &variable.described.default);
        let values = if variable.described.closed { &variable.described.values[..] } else { &[] };
        quote!(runtime::ServerVariable { name: #name, default: #default, values: &[#(#values),*] })
    });
    quote!(&[#(#variables),*])
}

/// The methods by which a program chooses: for a client, for a request, and for what stands where a client does.
pub(super) fn methods(krate: &RustCrate) -> TokenStream {
    let RustCrate { environments, server_variables, .. } = krate;
    if environments.is_empty() && server_variables.is_empty() {
        return TokenStream::new();
    }
    let chosen = |form| environments.iter().enumerate().map(move |(index, it)| environment(index, it, form));
    let filled = |form| server_variables.iter().enumerate().map(move |(index, it)| variable(index, it, form));
    let of_builder = chosen(Form::Builder).chain(filled(Form::Builder));
    let of_request = chosen(Form::Request).chain(filled(Form::Request));
    let of_config = chosen(Form::Config).chain(filled(Form::Config));
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
    }
}

/// Where a method is.
#[derive(Clone, Copy)]
enum Form {
    Builder,
    Request,
    Config,
}

fn environment(index: usize, environment: &Environment, form: Form) -> TokenStream {
    let Environment { name, attributes, described } = environment;
    let (index, doc) = (Literal::usize_unsuffixed(index), format!(" Goes to the environment {}.", code(described)));
    match form {
        Form::Builder => quote! {
            #attributes
            pub fn #name(self) -> Self {
                self.in_environment(#index)
            }
        },
        Form::Request => quote! {
            #[doc = #doc]
            pub fn #name(self) -> Self {
                self.in_environment(#index)
            }
        },
        Form::Config => {
            let name = name.with_beginning("with_");
            quote! {
                #[doc = #doc]
                #[doc = ""]
                #[doc = " # Errors"]
                #[doc = ""]
                #[doc = " A value that was set makes no URL here."]
                pub fn #name(self) -> Result<Self, runtime::ConfigError> {
                    self.with_environment(#index)
                }
            }
        }
    }
}

fn variable(index: usize, variable: &ServerVariable, form: Form) -> TokenStream {
    let ServerVariable { name, attributes, described } = variable;
    let described = code(&described.item.name);
    let (index, doc) = (Literal::usize_unsuffixed(index), format!(" Goes to where this is the value of {described}."));
    match form {
        Form::Builder => quote! {
            #attributes
            pub fn #name(self, value: impl Into<String>) -> Self {
                self.server_variable(#index, value.into())
            }
        },
        Form::Request => quote! {
            #[doc = #doc]
            pub fn #name(self, value: impl AsRef<str>) -> Self {
                self.server_variable(#index, value.as_ref())
            }
        },
        Form::Config => {
            let name = name.with_beginning("with_");
            quote! {
                #[doc = #doc]
                #[doc = ""]
                #[doc = " # Errors"]
                #[doc = ""]
                #[doc = " It is none of its values, or would lead to another place."]
                pub fn #name(self, value: impl AsRef<str>) -> Result<Self, runtime::ConfigError> {
                    self.with_server_variable(#index, value.as_ref())
                }
            }
        }
    }
}
