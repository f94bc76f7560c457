//! Tests of the runtime, through types in the form that the generator gives them.

#[cfg(any(feature = "async", feature = "blocking"))]
mod any_client;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod certificates;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod child_process;
#[cfg(any(feature = "async", feature = "blocking"))]
mod client;
#[cfg(all(feature = "tracing", any(feature = "async", feature = "blocking")))]
mod collector;
#[cfg(any(feature = "async", feature = "blocking"))]
mod concurrency;
mod config;
#[cfg(all(feature = "proxy", any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")))]
mod connect_proxy;
#[cfg(any(feature = "async", feature = "blocking"))]
mod connections;
mod decode;
mod encode;
mod errors;
#[cfg(any(feature = "async", feature = "blocking"))]
mod fake_environment;
mod form;
mod form_reference;
#[cfg(all(feature = "http2", feature = "async-tls-no-provider"))]
mod http2;
#[cfg(all(feature = "http2", feature = "async-tls-no-provider"))]
mod http2_server;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod https;
mod identifiers;
mod json_properties;
mod limits;
#[cfg(any(feature = "async", feature = "blocking"))]
mod load;
#[cfg(all(
    feature = "tracing",
    feature = "proxy",
    any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")
))]
mod logs;
#[cfg(all(feature = "native-roots", any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")))]
mod native_roots;
#[cfg(any(feature = "async", feature = "blocking"))]
mod pages;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod provider;
#[cfg(all(feature = "proxy", any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")))]
mod proxy;
mod request;
mod response;
#[cfg(any(feature = "async", feature = "blocking"))]
mod rules;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
mod sample;
mod scalars;
#[cfg(any(feature = "async", feature = "blocking"))]
mod script;
#[cfg(any(feature = "async", feature = "blocking"))]
mod secrets;
#[cfg(feature = "serde")]
mod serde;
#[cfg(any(feature = "async", feature = "blocking"))]
mod server;
#[cfg(any(feature = "async", feature = "blocking"))]
mod servers;
#[cfg(any(feature = "async", feature = "blocking"))]
mod session;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
mod shop;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
mod shop_calls;
#[cfg(any(feature = "async", feature = "blocking"))]
mod table;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod tls;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod tls_server;
#[cfg(all(feature = "tracing", any(feature = "async", feature = "blocking")))]
mod tracing;
mod union;
