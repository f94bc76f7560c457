//! Events of deliveries that were verified.

use crate::runtime::webhooks::event_enum::{EventEnum, delivered, text};
use crate::runtime::webhooks::verifier::Verifier;
use crate::runtime::webhooks::webhook_error::WebhookError;
use crate::runtime::webhooks::webhook_headers::WebhookHeaders;

/// Verifies a delivery, then reads it.
pub(crate) fn from_webhook<E: EventEnum>(
    verifier: &Verifier,
    headers: &(impl WebhookHeaders + ?Sized),
    body: &[u8],
) -> Result<E, WebhookError> {
    verifier.verify(headers, body)?;
    Ok(delivered(headers, text(body)?)?)
}

/// Lets the events of an enum be verified and read in one step.
macro_rules! verified {
    ($name:ident) => {
        impl $name {
            /// Verifies a delivery and reads its event. The body is the raw one, byte for byte as it came.
            ///
            /// Data that does not fit is kept in the event beside the error, and an event that is not known is kept whole: neither
            /// loses it.
            ///
            /// # Errors
            ///
            /// The service did not sign it, or too long ago, as [`Verifier::verify`](crate::runtime::Verifier::verify) says; or
            /// the body is no event.
            pub fn from_webhook(
                verifier: &$crate::runtime::Verifier,
                headers: &(impl $crate::runtime::WebhookHeaders + ?::std::marker::Sized),
                body: impl ::std::convert::AsRef<[u8]>,
            ) -> ::std::result::Result<Self, $crate::runtime::WebhookError> {
                $crate::runtime::from_webhook(verifier, headers, body.as_ref())
            }
        }
    };
}
pub(crate) use verified;
