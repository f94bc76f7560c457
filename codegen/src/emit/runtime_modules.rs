//! The runtime's sources, which travel with the tool.

macro_rules! sources {
    ($($module:literal)*) => {
        &[$(($module, include_str!(concat!("../../runtime-sources/", $module, ".rs")))),*]
    };
}

/// The runtime's root: which modules there are, and what each exports.
pub(super) const ROOT: &str = include_str!("../../runtime-sources/lib.rs");

/// Every module with its text.
pub(super) const MODULES: &[(&str, &str)] = sources! {
    "amount"
    "api_error"
    "api_key"
    "base_url"
    "blocking_client"
    "call_record"
    "client"
    "client_builder"
    "config"
    "config_error"
    "connect"
    "connection"
    "currency"
    "decimal"
    "decode"
    "decode_error"
    "encode"
    "environment"
    "error"
    "error_enum"
    "error_source"
    "exchange"
    "hyper_transport"
    "idempotency_key"
    "identifier"
    "invalid_request"
    "invalid_response"
    "limits"
    "members"
    "network"
    "object"
    "observe"
    "open_enum"
    "operation"
    "parameters"
    "places"
    "pool"
    "proxy"
    "raw_response"
    "read"
    "request"
    "response"
    "retry_after"
    "retry_policy"
    "serde_impls"
    "service"
    "settings"
    "slot"
    "text_enum"
    "timestamp"
    "tls"
    "transport"
    "transport_error"
    "unknown_value"
    "ureq_transport"
    "write"
};
