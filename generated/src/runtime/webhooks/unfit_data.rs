//! Data of an event that is not what the description says.

use std::error::Error;
use std::fmt;

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::slot::{Document, MadeOf, Place, ReadWhole, Slot};

/// Data of an event that does not fit its type, such as that of a newer version of the API. It is kept as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct UnfitData {
    pub(super) json: String,
    pub(super) error: DecodeError,
}

impl UnfitData {
    /// The data as it came; `null` if there was none.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// What does not fit, and where in the data.
    #[must_use]
    pub fn error(&self) -> &DecodeError {
        &self.error
    }
}

impl fmt::Debug for UnfitData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnfitData").field("error", &self.error).finish_non_exhaustive()
    }
}

impl fmt::Display for UnfitData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the data of the event does not fit: {}", self.error)
    }
}

impl Error for UnfitData {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.error)
    }
}

/// Data that is typed where it fits, and kept as it came where it does not.
impl<T: Place> Document for Result<T, UnfitData> {
    fn take(&mut self, json: &str, read: &mut ReadWhole<'_>) -> Result<(), DecodeError> {
        let mut data = T::blank();
        let is_read = read(data.slot());
        *self = match is_read {
            Ok(()) => Ok(data),
            Err(error) => Err(UnfitData { json: json.to_owned(), error }),
        };
        Ok(())
    }

    fn made_of(&mut self) -> MadeOf<'_> {
        match self {
            Ok(data) => MadeOf::Value(data.slot()),
            Err(unfit) => MadeOf::Json(&unfit.json),
        }
    }
}

impl<T: Place> Place for Result<T, UnfitData> {
    fn slot(&mut self) -> Slot<'_> {
        Slot::Document(self)
    }

    fn blank() -> Self {
        let error = DecodeError::of_document("the event has no data");
        Err(UnfitData { json: "null".to_owned(), error })
    }
}
