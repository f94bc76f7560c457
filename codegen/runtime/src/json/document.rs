//! Values as JSON documents of their own.

use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_json;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Place;
use crate::runtime::json::write::write_json;

/// Reads a value from a JSON document.
pub(crate) fn from_json<T: Place>(text: &str) -> Result<T, DecodeError> {
    let mut value = T::blank();
    read_json(text, &mut value, WireForm::Default)?;
    Ok(value)
}

/// Writes a value, borrowed as reading would borrow it, but left as it is.
pub(crate) fn to_json(place: &mut dyn Place, form: WireForm) -> String {
    write_json(place.slot(), form)
}

/// Reads the example of an object, which this crate's own tests hold to be readable.
pub(crate) fn example<T: Place>(text: &str) -> T {
    from_json(text).unwrap_or_else(|error| panic!("the example does not fit its own object: {error}"))
}
