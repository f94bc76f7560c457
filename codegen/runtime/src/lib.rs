//! What generated clients call.
//!
//! The modules of this crate are copied as they are into every generated crate, as its private module `runtime`; only
//! this file and the roots of the folders are cut down there to what is needed: a crate without amounts of money has no
//! `amount`. Hence a module names another one by `crate::runtime::`, which is the same here and there, and macros, which
//! generated code calls from elsewhere, name what this file exports by `$crate::runtime::`.
//!
//! An operation of an API is a plain value. It becomes an HTTP request and understands the response, and does no input
//! or output: `calls`, `formats`, `responses`. Models say what members they have, and one reader and one writer serve them
//! all: `json`, `values`. A client binds operations to a transport: `clients`, `transports`.
//!
//! Folders know each other in one direction: `json` and `credentials` know nobody, `pages`, `sessions` and `tokens` stand
//! on all the others.

#![forbid(unsafe_code)]
#![cfg_attr(
    not(test),
    allow(dead_code, unused_imports, unused_macros, reason = "generated code uses them; here, only the tests do")
)]

mod answers;
mod api;
mod base64;
mod bodies;
mod calls;
#[cfg(any(feature = "async", feature = "blocking"))]
mod clients;
mod configuration;
mod contents;
mod credentials;
mod environment;
mod errors;
mod formats;
mod json;
mod pages;
mod places;
mod responses;
#[cfg(any(feature = "async", feature = "blocking"))]
mod sessions;
mod signing;
mod streams;
#[cfg(any(feature = "async", feature = "blocking"))]
mod tokens;
#[cfg(any(feature = "async", feature = "blocking"))]
mod transports;
mod values;
mod webhooks;

#[cfg(test)]
mod tests;

// For users of the crate.
pub use answers::answer::{Answer, Parts};
pub use api::dialect::Dialect;
pub use api::endpoint::{Endpoint, Traits};
pub use api::scheme::{Scheme, SchemeKind, Security};
pub use api::service::{ServerVariable, Service};
pub use bodies::body::Body;
pub use calls::api_client::ApiClient;
pub use calls::given::{Given, GivenAsIs, GivenItems, GivenList, GivenMap};
pub use calls::operation::Operation;
pub use calls::raw_call::RawCall;
pub use calls::request::{Request, WithResponse};
#[cfg(feature = "blocking")]
pub use clients::blocking_client::BlockingClient;
#[cfg(feature = "async")]
pub use clients::client::{Call, CallWithResponse, Client};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use clients::client_builder::ClientBuilder;
pub use configuration::config::Config;
pub use configuration::limits::Limits;
pub use configuration::retry_policy::RetryPolicy;
pub use contents::content::Content;
pub use credentials::api_key::ApiKey;
pub use environment::Environment;
#[cfg(feature = "async")]
pub use environment::Wait;
pub use errors::any_code::AnyCode;
pub use errors::api_error::ApiError;
pub use errors::code_of::CodeOf;
pub use errors::config_error::ConfigError;
pub use errors::described::DescribedError;
pub use errors::error::Error;
pub use errors::error_enum::{ErrorCode, ListedCode};
pub use errors::invalid_request::InvalidRequest;
pub use errors::invalid_response::InvalidResponse;
pub use errors::transport_error::{TransportError, TransportErrorKind};
pub use formats::format::{BodyFormat, Format};
pub use json::decode_error::DecodeError;
pub use json::unknown_variant::UnknownVariant;
pub use pages::cursor_page::CursorPage;
#[cfg(any(feature = "async", feature = "blocking"))]
pub use pages::listing::Listing;
pub use pages::misfits::Misfit;
#[cfg(any(feature = "async", feature = "blocking"))]
pub use pages::paged::Paged;
pub use pages::url_page::UrlPage;
#[cfg(any(feature = "async", feature = "blocking"))]
pub use pages::walk::{Items, Pages, PagesWithResponses};
pub use responses::raw_response::RawResponse;
pub use responses::response::Response;
#[cfg(any(feature = "async", feature = "blocking"))]
pub use sessions::session::{SessionBatch, SessionSender};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use sessions::session_error::{BatchError, BatchErrorCause};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use streams::answer_stream::AnswerStream;
#[cfg(any(feature = "async", feature = "blocking"))]
pub use streams::chunks::Chunks;
pub use streams::event::Event;
pub use streams::streamed::{Events, Lines, Streamed};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use tokens::client_credentials::{ClientCredentials, TokenClient};
#[cfg(any(feature = "async", feature = "blocking"))]
pub use tokens::token_error::TokenError;
#[cfg(feature = "async")]
pub use transports::hyper_transport::HyperTransport;
#[cfg(feature = "blocking")]
pub use transports::transport::BlockingTransport;
#[cfg(feature = "async")]
pub use transports::transport::{Transport, TransportFuture};
#[cfg(feature = "blocking")]
pub use transports::ureq_transport::UreqTransport;
pub use values::amount::Amount;
pub use values::boxed::Boxed;
pub use values::bytes::Bytes;
pub use values::calendar::date::Date;
pub use values::calendar::duration::Duration;
pub use values::calendar::time::Time;
pub use values::calendar::timestamp::Timestamp;
pub use values::currency::Currency;
pub use values::decimal::Decimal;
pub use values::expandable::{Deleted, Expandable};
pub use values::file::File;
pub use values::invalid_value::InvalidValue;
pub use values::secret::Secret;
pub use values::unknown_scalar::UnknownScalar;
pub use values::unknown_value::UnknownValue;
pub use values::uri::Uri;
pub use values::uuid::Uuid;
#[cfg(feature = "events")]
pub use webhooks::delivered_event::DeliveredEvent;
#[cfg(feature = "events")]
pub use webhooks::event_parts::{EventReason, EventRequest, RelatedObject};
#[cfg(feature = "events")]
pub use webhooks::following::Fetch;
#[cfg(feature = "events")]
pub use webhooks::snapshot_event::{SnapshotData, SnapshotEvent};
#[cfg(feature = "events")]
pub use webhooks::thin_event::{NoObject, ThinEvent};
#[cfg(feature = "events")]
pub use webhooks::unfit_data::UnfitData;
#[cfg(feature = "events")]
pub use webhooks::unknown_event::UnknownEvent;
#[cfg(feature = "events")]
pub use webhooks::verifier::Verifier;
#[cfg(feature = "events")]
pub use webhooks::webhook_error::WebhookError;
#[cfg(feature = "events")]
pub use webhooks::webhook_headers::WebhookHeaders;

// For generated code.
pub(crate) use calls::operation::operation;
pub(crate) use calls::parameters::Parameters;
pub(crate) use calls::raw_call::other_calls;
pub(crate) use calls::setters::setters;
#[allow(unused_imports, reason = "a description may have no such answers")]
pub(crate) use contents::bytes_content::BYTES;
pub(crate) use contents::text_content::TEXT;
pub(crate) use errors::error_enum::error_enum;
#[allow(unused_imports, reason = "an endpoint may have the form of its dialect, or another one")]
pub(crate) use formats::bytes_body::BYTES_BODY;
#[allow(
    unused_imports,
    reason = "a description may have no members of bodies that are written in ways of their own"
)]
pub(crate) use formats::encoding::Encoding;
#[allow(unused_imports, reason = "an endpoint may have the form of its dialect, or another one")]
pub(crate) use formats::form::{FORM, FORM_BODY};
#[allow(unused_imports, reason = "an endpoint may have the form of its dialect, or another one")]
pub(crate) use formats::json_body::{JSON, JSON_BODY};
pub(crate) use formats::lines_body::LINES_BODY;
pub(crate) use formats::multipart::MULTIPART_BODY;
#[allow(unused_imports, reason = "a description may have no parameters in headers, or in styles of their own")]
pub(crate) use formats::styled::write::STYLING;
#[allow(unused_imports, reason = "a description may have no parameters in styles of their own")]
pub(crate) use formats::styling::Style;
pub(crate) use formats::text_body::TEXT_BODY;
#[allow(unused_imports, reason = "many descriptions have no bounds")]
pub(crate) use json::bound::{Bound, bounds};
pub(crate) use json::document::{example, from_json, to_json};
#[allow(unused_imports, reason = "a description may send nothing that can be one of several things")]
pub(crate) use json::follows::follows;
#[allow(unused_imports, reason = "a description may have nothing that can be one of several things")]
pub(crate) use json::kinds::{Kind, Kinds, Shape, Sort, Told};
#[allow(unused_imports, reason = "a description may fix no values")]
pub(crate) use json::literal::{Literal, literal};
pub(crate) use json::object::{document, members, object, params, place, read};
#[allow(unused_imports, reason = "a description may have no scalar of its own")]
pub(crate) use json::scalar::{Scalar, Token, WireForm, form};
#[allow(unused_imports, reason = "a description may have no scalar of its own")]
pub(crate) use json::scalar_impls::scalar;
#[cfg(feature = "serde")]
pub(crate) use json::serde::{deserialize, serialize};
pub(crate) use json::serde_impls::serde_impls;
#[allow(unused_imports, reason = "a description may have no events")]
pub(crate) use json::slot::{Document, MadeOf, ReadWhole};
pub(crate) use json::slot::{Members, Object, Place, Selected, Slot, Union, blank};
pub(crate) use json::union::union;
#[cfg(any(feature = "async", feature = "blocking"))]
pub(crate) use pages::link::next_link;
#[cfg(any(feature = "async", feature = "blocking"))]
#[allow(unused_imports, reason = "a description may have no pages of its own")]
pub(crate) use pages::paging::{LastPage, NextPage, Paging};
pub(crate) use signing::credential::Credential;
#[allow(unused_imports, reason = "a description may have one of them alone")]
pub(crate) use streams::read_pieces::{EVENTS, LINES};
pub(crate) use values::copy_enum::copy_enum;
pub(crate) use values::identifier::identifier;
pub(crate) use values::known::{Known, debug_known, known, known_names, known_rows};
pub(crate) use values::open_enum::open_enum;
pub(crate) use values::text_enum::{of_text, text_enum, text_of};
#[cfg(feature = "events")]
pub(crate) use webhooks::delivery::EventPlace;
#[cfg(feature = "events")]
pub(crate) use webhooks::event_enum::{
    EventBody, EventEnum, NO_HEADERS, event_json, event_made_of, events, example_event, take_event,
    without_verification,
};
#[cfg(feature = "events")]
pub(crate) use webhooks::event_readers::{event_readers, read_delivery};
#[cfg(feature = "events")]
#[allow(unused_imports, reason = "a description may have no thin events")]
pub(crate) use webhooks::following::{fetch, follow, led_to_by};
#[cfg(feature = "events")]
pub(crate) use webhooks::signing::{Layout, SecretForm, SignatureEncoding, Signed, Signing};
#[cfg(feature = "events")]
pub(crate) use webhooks::verified::{from_webhook, verified};

/// Modules, generated code and the tests know this crate as a module of their own.
pub(crate) use crate as runtime;
