//! What generated clients call.
//!
//! The modules of this crate are copied as they are into every generated crate, as its private module `runtime`; only
//! this file is not. There they are chosen by need: a crate without amounts of money has no `amount`. Hence a module
//! names its siblings by `super::`, and the macros, which generated code calls from elsewhere, by `$crate::runtime::`.
//!
//! An operation of an API is a plain value. It becomes an HTTP request and understands the response, and does no input
//! or output: `operation`, `encode`, `decode`. Models say what members they have, and one reader and one writer serve
//! them all: `slot`, `members`, `read`, `write`. A client binds operations to a transport: `request`, `client`.

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    allow(dead_code, unused_imports, unused_macros, reason = "generated code uses them; here, only the tests do")
)]

mod amount;
mod api_error;
mod api_key;
mod base_url;
#[cfg(feature = "blocking")]
mod blocking_client;
mod call_record;
#[cfg(feature = "async")]
mod client;
#[cfg(any(feature = "async", feature = "blocking"))]
mod client_builder;
mod config;
mod config_error;
#[cfg(feature = "async")]
mod connect;
#[cfg(feature = "async")]
mod connection;
mod currency;
mod decimal;
mod decode;
mod decode_error;
mod encode;
mod environment;
mod error;
mod error_enum;
#[cfg(any(feature = "async", feature = "blocking"))]
mod error_source;
#[cfg(any(feature = "async", feature = "blocking"))]
mod exchange;
mod expandable;
mod form;
#[cfg(feature = "async")]
mod hyper_transport;
#[cfg(any(feature = "async", feature = "blocking"))]
mod idempotency_key;
mod identifier;
mod invalid_request;
mod invalid_response;
mod json;
#[cfg(feature = "blocking")]
mod late_resolution;
mod limit;
mod limits;
mod list;
mod members;
#[cfg(any(feature = "async", feature = "blocking"))]
mod network;
mod object;
#[cfg(any(feature = "async", feature = "blocking"))]
mod observe;
mod open_enum;
mod operation;
mod own_settings;
mod page;
#[cfg(feature = "blocking")]
mod page_iterator;
#[cfg(feature = "async")]
mod page_stream;
#[cfg(any(feature = "async", feature = "blocking"))]
mod page_url;
#[cfg(any(feature = "async", feature = "blocking"))]
mod paged;
mod parameter_limit;
mod parameters;
mod percent;
mod places;
#[cfg(feature = "async")]
mod pool;
#[cfg(any(feature = "async", feature = "blocking"))]
mod prepared_call;
#[cfg(all(feature = "proxy", any(feature = "async", feature = "blocking")))]
mod proxy;
mod raw_response;
mod read;
mod request;
mod response;
mod retry_after;
mod retry_policy;
mod secret;
mod serde_impls;
mod service;
#[cfg(any(feature = "async", feature = "blocking"))]
mod session;
#[cfg(any(feature = "async", feature = "blocking"))]
mod session_error;
mod settings;
mod slot;
mod text_enum;
mod timestamp;
mod timestamp_format;
#[cfg(any(feature = "async-tls-no-provider", feature = "blocking-tls-no-provider"))]
mod tls;
#[cfg(any(feature = "async", feature = "blocking"))]
mod transport;
mod transport_error;
mod union;
mod unknown_value;
#[cfg(feature = "blocking")]
mod ureq_transport;
mod value_path;
#[cfg(any(feature = "async", feature = "blocking"))]
mod walk;
mod write;

#[cfg(test)]
mod tests;

// For users of the crate.
pub use amount::Amount;
pub use api_error::ApiError;
pub use api_key::ApiKey;
#[cfg(feature = "blocking")]
pub use blocking_client::BlockingClient;
#[cfg(feature = "async")]
pub use client::{Call, CallWithResponse, Client};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use client_builder::ClientBuilder;
pub use config::Config;
pub use config_error::ConfigError;
pub use currency::Currency;
pub use decimal::{Decimal, ParseDecimalError};
pub use decode_error::DecodeError;
pub use environment::Environment;
#[cfg(feature = "async")]
pub use environment::Wait;
pub use error::Error;
pub use error_enum::ErrorCode;
pub use expandable::Expandable;
pub use invalid_request::InvalidRequest;
pub use invalid_response::InvalidResponse;
pub use limits::Limits;
pub use list::List;
pub use operation::Operation;
pub use page::Page;
#[cfg(any(feature = "async", feature = "blocking"))]
pub use paged::Paged;
pub use raw_response::RawResponse;
pub use request::{ApiClient, Request, WithResponse};
pub use response::Response;
pub use retry_policy::RetryPolicy;
pub use secret::Secret;
pub use service::{Endpoint, Format, Protocol, Service};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use session::{SessionBatch, SessionSender};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use session_error::{BatchError, BatchErrorCause};
pub use timestamp::Timestamp;
pub use timestamp_format::TimestampFormat;
#[cfg(feature = "blocking")]
pub use transport::BlockingTransport;
#[cfg(feature = "async")]
pub use transport::{Transport, TransportFuture};
pub use transport_error::{TransportError, TransportErrorKind};
pub use union::UnknownVariant;
pub use unknown_value::UnknownValue;
#[cfg(any(feature = "async", feature = "blocking"))]
pub use walk::{Items, Pages};

// For generated code.
pub(crate) use error_enum::error_enum;
pub(crate) use form::FORM;
pub(crate) use identifier::identifier;
pub(crate) use json::JSON;
#[allow(unused_imports, reason = "many descriptions have no limits")]
pub(crate) use limit::Limit;
pub(crate) use object::{example, from_json, object, params, to_json};
pub(crate) use open_enum::open_enum;
pub(crate) use parameters::Parameters;
pub(crate) use serde_impls::serde_impls;
#[cfg(feature = "serde")]
pub(crate) use serde_impls::{deserialize, serialize};
pub(crate) use slot::{Blank, Members, Object, Place, Slot, Text, blank};
pub(crate) use text_enum::text_enum;
pub(crate) use union::{Union, union};

/// Generated code, and the tests, know this crate as a module of their own.
pub(crate) use crate as runtime;
