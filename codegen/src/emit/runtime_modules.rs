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
    "answer"
    "api_error"
    "api_key"
    "base_url"
    "client"
    "config"
    "config_error"
    "currency"
    "decimal"
    "decode"
    "decode_error"
    "encode"
    "error"
    "error_enum"
    "hyper_transport"
    "identifier"
    "invalid_request"
    "invalid_response"
    "members"
    "object"
    "open_enum"
    "operation"
    "parameters"
    "places"
    "read"
    "request"
    "serde_impls"
    "service"
    "slot"
    "text_enum"
    "timestamp"
    "transport"
    "transport_error"
    "unknown_value"
    "write"
};
