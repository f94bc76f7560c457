//! Tests of the runtime, through types in the form that the generator gives them.

#[cfg(any(feature = "async", feature = "blocking"))]
mod bodies;
mod bounds;
mod boxed;
#[cfg(any(feature = "async", feature = "blocking"))]
mod client;
#[cfg(any(feature = "async", feature = "blocking"))]
mod concurrency;
mod config;
#[cfg(any(feature = "async", feature = "blocking"))]
mod connections;
mod credentials;
#[cfg(any(feature = "async", feature = "blocking"))]
mod enums;
mod errors;
mod extra;
mod form;
mod formats;
mod given;
#[cfg(all(feature = "gzip", any(feature = "async", feature = "blocking")))]
mod gzip;
#[cfg(all(feature = "http2", feature = "async-tls-no-provider"))]
mod http2;
mod json;
#[cfg(any(feature = "async", feature = "blocking"))]
mod lenient;
#[cfg(any(feature = "async", feature = "blocking"))]
mod load;
#[cfg(all(
    feature = "tracing",
    feature = "proxy",
    any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")
))]
mod logs;
#[cfg(any(feature = "async", feature = "blocking"))]
#[allow(clippy::cast_precision_loss, reason = "figures for readers")]
mod measure;
#[cfg(all(feature = "native-roots", any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")))]
mod native_roots;
#[cfg(any(feature = "async", feature = "blocking"))]
mod own_pages;
#[cfg(any(feature = "async", feature = "blocking"))]
mod pages;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod provider;
#[cfg(all(feature = "proxy", any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")))]
mod proxy;
#[cfg(any(feature = "async", feature = "blocking"))]
mod raw_call;
mod request;
mod response;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
mod rest;
#[cfg(any(feature = "async", feature = "blocking"))]
mod rules;
mod scalars;
#[cfg(any(feature = "async", feature = "blocking"))]
mod secrets;
#[cfg(any(feature = "async", feature = "blocking"))]
mod servers;
#[cfg(any(feature = "async", feature = "blocking"))]
mod session;
#[cfg(any(feature = "async", feature = "blocking"))]
mod streams;
mod styles;
mod support;
#[cfg(any(feature = "async", feature = "blocking"))]
mod table;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod tls;
#[cfg(any(feature = "async", feature = "blocking"))]
mod tokens;
#[cfg(all(feature = "tracing", any(feature = "async", feature = "blocking")))]
mod tracing;
#[cfg(any(feature = "async", feature = "blocking"))]
#[allow(unreachable_pub, reason = "the form of generated code, where these types are public")]
mod uploads;
#[cfg(feature = "events")]
mod webhooks;
#[cfg(any(feature = "async", feature = "blocking"))]
mod wrapped;
