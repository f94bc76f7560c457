//! Errors of which the description says what their bodies hold.

use crate::runtime::answers::answer::{Answer, Parts};
use crate::runtime::answers::fill::{fill, found_page};
use crate::runtime::contents::json_content::ONE_DOCUMENT;
use crate::runtime::errors::api_error::ApiError;
use crate::runtime::errors::error_enum::ErrorCode;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::scalar::WireForm;

/// The codes of an operation of which the description says what the bodies of its errors hold.
pub trait DescribedError: ErrorCode {
    /// What such a body holds.
    type Body: Answer;

    /// Whether the description says what a body holds that comes with this status.
    fn describes(status: u16) -> bool;
}

impl<E: DescribedError> ApiError<E> {
    /// What the body holds, as the description has it for the status of this error; nothing if it says nothing of it.
    ///
    /// # Errors
    ///
    /// The body does not fit the description, such as a page in HTML that a gateway made.
    pub fn body(&self) -> Result<Option<E::Body>, DecodeError> {
        let status = self.status();
        let body = if E::describes(status) { E::Body::of_status(status) } else { None };
        let Some(mut body) = body else { return Ok(None) };
        match fill(Parts::of(&mut body), self.raw(), ONE_DOCUMENT, WireForm::Default) {
            Ok(()) => Ok(Some(body)),
            Err(error) => Err(found_page(self.raw(), ONE_DOCUMENT).unwrap_or(error)),
        }
    }
}
