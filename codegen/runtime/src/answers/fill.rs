//! Reads the body and the headers of an answer.

use crate::runtime::answers::answer::{Header, Part, Parts};
use crate::runtime::contents::content::Content;
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Place, Slot};
use crate::runtime::responses::raw_response::RawResponse;

/// Fills the parts of an answer. What does not say so itself is written in the form that is given.
pub(crate) fn fill(parts: Parts<'_>, raw: &RawResponse, content: &Content, form: WireForm) -> Result<(), DecodeError> {
    for header in parts.headers {
        fill_header(header, raw)?;
    }
    let mut nothing = ();
    let form = parts.body.as_ref().map_or(form, |body| body.form.or(form));
    let place: &mut dyn Place = match parts.body {
        Some(body) => body.place,
        None => &mut nothing,
    };
    if raw.record().is_lenient {
        place.keep_misfits();
    }
    (content.read)(raw.bytes(), place, form, raw.endpoint().traits.done)
}

/// What is said of a page in HTML where one is none: it comes from what stands before the service, which did not see the
/// call.
pub(crate) fn found_page(raw: &RawResponse, content: &Content) -> Option<DecodeError> {
    let expected = content.expected.filter(|_| raw.is_html())?;
    Some(DecodeError::of_document(format!("expected {expected}, found HTML")))
}

/// Fills the place of a header from the first that has its name. Its value is not shown: it may be anybody's.
fn fill_header(header: Header<'_>, raw: &RawResponse) -> Result<(), DecodeError> {
    let Header { name, part: Part { place, form }, is_required } = header;
    let Some(value) = raw.headers().get(name) else {
        let missing = || DecodeError::of_document(format!("the header `{name}` is missing"));
        return if is_required { Err(missing()) } else { Ok(()) };
    };
    let slot = match place.slot() {
        Slot::Optional(optional) => optional.fill().slot(),
        slot => slot,
    };
    let expected = slot.expected();
    if let (Slot::Scalar(scalar), Ok(text)) = (slot, std::str::from_utf8(value.as_bytes()))
        && scalar.accept(Token::Text(text.into()), form)
    {
        return Ok(());
    }
    Err(DecodeError::of_document(format!("expected {expected} in the header `{name}`, found another value")))
}
