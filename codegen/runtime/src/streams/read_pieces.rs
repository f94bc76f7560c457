//! From pieces to values.

use bytes::Bytes;

use crate::runtime::contents::content::{Content, Cut};
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_json;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Members, Place, Slot};
use crate::runtime::responses::raw_response::RawResponse;
use crate::runtime::streams::pieces::{Piece, Pieces};

/// Server-sent events.
pub(crate) const EVENTS: &Content =
    &Content { read: |raw, output| read(raw, output, Cut::Events), cut: Some(Cut::Events) };

/// Lines of JSON.
pub(crate) const LINES: &Content =
    &Content { read: |raw, output| read(raw, output, Cut::Lines), cut: Some(Cut::Lines) };

/// Reads all pieces of an answer into a list.
fn read(raw: &RawResponse, output: &mut dyn Place, cut: Cut) -> Result<(), DecodeError> {
    not_a_page(raw)?;
    let Slot::List(list) = output.slot() else { return Ok(()) };
    let mut pieces = Pieces::new(cut, raw.endpoint().traits.done, usize::MAX);
    pieces.push(Bytes::clone(raw.bytes()));
    let mut count = 0;
    while let Some(piece) = pieces.next().unwrap_or_default().or_else(|| pieces.last()) {
        read_piece(&piece, list.push_blank(), cut, raw.endpoint().answer)
            .map_err(|error| error.within_item_of(cut.of_many(), count))?;
        count += 1;
    }
    pieces.cut_off().map_or(Ok(()), |reason| Err(DecodeError::of_document(reason)))
}

/// A page in HTML comes from what stands before the service.
pub(super) fn not_a_page(raw: &RawResponse) -> Result<(), DecodeError> {
    if raw.is_html() { Err(DecodeError::of_document("expected a stream, found HTML")) } else { Ok(()) }
}

/// Reads a piece into what is there for it.
pub(super) fn read_piece(piece: &Piece, item: &mut dyn Place, cut: Cut, form: WireForm) -> Result<(), DecodeError> {
    let text = std::str::from_utf8(&piece.data)
        .map_err(|error| DecodeError::of_document(format!("expected JSON, found other than UTF-8: {error}")))?;
    let Slot::Object(event) = item.slot() else { return read_json(text, item, form) };
    if cut == Cut::Lines {
        return read_json(text, item, form);
    }
    let mut members = Members::of(event);
    for (name, value) in [("event", &piece.name), ("id", &piece.id)] {
        if let (Some(member), Some(value)) = (members.find(name), value)
            && let Slot::Optional(place) = member.place.slot()
            && let Slot::Scalar(scalar) = place.fill().slot()
        {
            scalar.accept(Token::Text(value.into()), form);
        }
    }
    let Some(data) = members.find("data") else { return Ok(()) };
    // A text stands there as it is, without quotes.
    if let Slot::Scalar(scalar) = data.place.slot()
        && scalar.accept(Token::Text(text.into()), form)
    {
        return Ok(());
    }
    read_json(text, data.place, form)
}
