//! The pieces of an answer, cut out of what comes, without input or output.

use std::time::Duration;

use bytes::Bytes;

use crate::runtime::contents::content::Cut;
use crate::runtime::streams::event_fields::EventFields;
use crate::runtime::streams::line_cutter::{LineCutter, TooLong};
use crate::runtime::streams::piece::Piece;

/// Cuts an answer into its pieces. It keeps no more than the piece at hand.
pub(crate) struct Pieces {
    lines: LineCutter,
    /// What the lines say, where they are not pieces themselves.
    fields: Option<EventFields>,
    limit: usize,
    /// The data of the event that ends the stream, if the service sends one.
    done: Option<&'static str>,
    is_done: bool,
}

impl Pieces {
    pub(crate) fn new(cut: Cut, done: Option<&'static str>, limit: usize) -> Self {
        let is_events = cut == Cut::Events;
        Self {
            lines: LineCutter::new(is_events, limit),
            fields: is_events.then(EventFields::default),
            limit,
            done,
            is_done: false,
        }
    }

    /// How its pieces are told apart.
    pub(super) fn cut(&self) -> Cut {
        if self.fields.is_some() { Cut::Events } else { Cut::Lines }
    }

    /// Takes what came, once there is no further [piece](Self::next) in what came before.
    pub(crate) fn push(&mut self, chunk: Bytes) {
        self.lines.push(chunk);
    }

    /// The next piece that is all there.
    pub(crate) fn next(&mut self) -> Result<Option<Piece>, TooLong> {
        while !self.is_done
            && let Some(line) = self.lines.next()?
        {
            let piece = match &mut self.fields {
                Some(fields) => fields.take(&line, self.limit)?,
                None => line_of(line),
            };
            let Some(piece) = piece else { continue };
            if self.done.is_some_and(|done| piece.data.trim_ascii() == done.as_bytes()) {
                self.is_done = true;
            } else {
                return Ok(Some(piece));
            }
        }
        Ok(None)
    }

    /// What is left at the end of the answer: a last line needs no end.
    pub(crate) fn last(&mut self) -> Option<Piece> {
        if self.fields.is_some() { None } else { line_of(self.lines.rest()) }
    }

    /// Whether the piece has come that says that there are no more.
    pub(crate) fn is_done(&self) -> bool {
        self.is_done
    }

    /// Why this cannot be the end of the answer, if it cannot.
    pub(crate) fn cut_off(&mut self) -> Option<String> {
        let is_within = self.fields.as_ref().is_some_and(EventFields::is_within_event) || !self.lines.rest().is_empty();
        match self.done {
            _ if self.is_done => None,
            Some(done) => Some(format!("the stream ended without `{done}`")),
            None => is_within.then(|| "the stream ended within an event".to_owned()),
        }
    }

    /// How long the server wants to be left alone before it is asked again.
    pub(crate) fn retry(&self) -> Option<Duration> {
        self.fields.as_ref()?.retry()
    }
}

/// A line, unless there is nothing in it.
fn line_of(line: Bytes) -> Option<Piece> {
    (!line.trim_ascii().is_empty()).then_some(Piece { data: line, name: None, id: None })
}
