//! From pieces to values.

use bytes::Bytes;

use crate::runtime::contents::content::{Content, Cut};
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::reading::read::read_json;
use crate::runtime::json::scalar::{Token, WireForm};
use crate::runtime::json::slot::{Members, Place, Slot};
use crate::runtime::streams::piece::Piece;
use crate::runtime::streams::pieces::Pieces;

/// Server-sent events.
pub(crate) const EVENTS: &Content = &Content {
    read: |body, output, form, done| read(body, output, form, Pieces::new(Cut::Events, done, usize::MAX)),
    expected: Some(STREAM),
    cut: Some(Cut::Events),
};

/// Lines of JSON.
pub(crate) const LINES: &Content = &Content {
    read: |body, output, form, done| read(body, output, form, Pieces::new(Cut::Lines, done, usize::MAX)),
    expected: Some(STREAM),
    cut: Some(Cut::Lines),
};

const STREAM: &str = "a stream";

/// Reads all pieces of an answer into a list.
fn read(body: &Bytes, output: &mut dyn Place, form: WireForm, mut pieces: Pieces) -> Result<(), DecodeError> {
    let Slot::List(list) = output.slot() else { return Ok(()) };
    let cut = pieces.cut();
    pieces.push(body.clone());
    let mut count = 0;
    while let Some(piece) = pieces.next().unwrap_or_default().or_else(|| pieces.last()) {
        read_piece(&piece, list.push_blank(), cut, form).map_err(|error| error.within_item_of(many(cut), count))?;
        count += 1;
    }
    pieces.cut_off().map_or(Ok(()), |reason| Err(DecodeError::of_document(reason)))
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

/// What several pieces are called.
pub(super) fn many(cut: Cut) -> &'static str {
    match cut {
        Cut::Events => "events",
        Cut::Lines => "lines",
    }
}
