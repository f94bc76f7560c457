//! What tests stand on: types in the form of generated code, servers, clients and their surroundings.

#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod any_client;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
pub(super) mod certificates;
#[cfg(any(feature = "async", feature = "blocking"))]
#[allow(dead_code, reason = "some of it is for tests of TLS")]
pub(super) mod child_process;
#[cfg(all(feature = "tracing", any(feature = "async", feature = "blocking")))]
pub(super) mod collector;
#[cfg(all(feature = "proxy", any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider")))]
pub(super) mod connect_proxy;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod fake_environment;
pub(super) mod form_reference;
#[cfg(all(feature = "http2", feature = "async-tls-no-provider"))]
pub(super) mod http2_server;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
pub(super) mod https;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
pub(super) mod sample;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod script;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) mod server;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
pub(super) mod shop;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
pub(super) mod shop_calls;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
pub(super) mod tls_server;
#[allow(dead_code, unreachable_pub, reason = "the form of generated code, where these types are public")]
pub(super) mod told;
#[allow(dead_code, reason = "only clients get tokens")]
pub(super) mod vault;
