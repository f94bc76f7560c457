//! From piece to piece of an answer. Both clients only fetch what is asked for here.

use std::time::Duration;
use std::{fmt, mem};

use bytes::Bytes;

use crate::runtime::bodies::body::Body;
use crate::runtime::calls::api_client::ApiClient;
use crate::runtime::calls::decode::successful;
use crate::runtime::calls::operation::Operation;
use crate::runtime::calls::prepared_call::PreparedCall;
use crate::runtime::calls::request::Request;
use crate::runtime::clients::opened::Opened;
#[cfg(feature = "async")]
use crate::runtime::clients::opened::Opening;
use crate::runtime::contents::content::Cut;
use crate::runtime::environment::Environment;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::invalid_request::InvalidRequest;
use crate::runtime::errors::invalid_response::InvalidResponse;
use crate::runtime::errors::transport_error::{TransportError, TransportErrorKind};
use crate::runtime::json::decode_error::DecodeError;
use crate::runtime::json::slot::Place;
use crate::runtime::responses::raw_response::RawResponse;
use crate::runtime::streams::line_cutter::TooLong;
use crate::runtime::streams::piece::Piece;
use crate::runtime::streams::pieces::Pieces;
use crate::runtime::streams::read_pieces::{many, read_piece};
use crate::runtime::streams::streamed::{Events, Lines, Streamed};

/// The events or lines of an answer, as they come. The call is made when the first is asked for.
///
/// One that does not fit is an error in its place, [`Error::Response`], which names the place, as in `events[3].choices[0]`;
/// the others follow. Any other error ends the stream. An event or a line may be as large as an answer may, and the server
/// may be silent for as long as an attempt may take; there is no other limit to a stream.
///
/// Where the description says that this is safe, a stream that breaks is taken up again behind its last event, as often in
/// a row as a call is repeated.
#[must_use = "events and lines are fetched when they are asked for"]
pub struct AnswerStream<C, O> {
    request: Request<C, O>,
    state: State,
    /// How many pieces there have been.
    count: usize,
    /// The id of the last event that had one.
    last_id: Option<String>,
    /// How often it broke since the last piece.
    breaks: u32,
    #[cfg(feature = "async")]
    pub(super) opening: Option<Opening>,
}

enum State {
    /// The call is to be made, after a wait.
    Call(Duration),
    /// The answer comes.
    Open(Box<Open>),
    /// There is nothing more.
    Over,
}

/// An answer that comes.
struct Open {
    head: RawResponse,
    body: Body,
    pieces: Pieces,
}

/// A piece, or an error in its place.
pub(super) type Told<O> = Result<<<O as Operation>::Output as Streamed>::Item, Error<<O as Operation>::Error>>;

/// What a stream needs next.
pub(super) enum Need<'a, T> {
    /// Nothing: this is the next piece, or its end.
    Nothing(Option<T>),
    /// More of the body.
    Chunk(&'a mut Body),
    /// The [call](AnswerStream::call), after a wait.
    Call(Duration),
}

impl<C, T, O: Operation<Output = Events<T>>> Request<C, O>
where
    Events<T>: Streamed,
{
    /// The events of the answer, as they come.
    pub fn events(self) -> AnswerStream<C, O> {
        AnswerStream::new(self)
    }
}

impl<C, T, O: Operation<Output = Lines<T>>> Request<C, O>
where
    Lines<T>: Streamed,
{
    /// The lines of the answer, as they come.
    pub fn lines(self) -> AnswerStream<C, O> {
        AnswerStream::new(self)
    }
}

impl<C, O> AnswerStream<C, O> {
    fn new(request: Request<C, O>) -> Self {
        Self {
            request,
            state: State::Call(Duration::ZERO),
            count: 0,
            last_id: None,
            breaks: 0,
            #[cfg(feature = "async")]
            opening: None,
        }
    }

    /// The head of the answer, once it is there: status, headers, request id. Its body is empty.
    pub fn response(&self) -> Option<&RawResponse> {
        match &self.state {
            State::Open(open) => Some(&open.head),
            State::Call(_) | State::Over => None,
        }
    }
}

impl<C: ApiClient, O: Operation<Output: Streamed>> AnswerStream<C, O> {
    /// Goes on as far as it can.
    pub(super) fn go_on(&mut self) -> Need<'_, Told<O>> {
        if matches!(&self.state, State::Open(open) if open.pieces.is_done()) {
            self.state = State::Over;
        }
        let piece = match &mut self.state {
            State::Over => return Need::Nothing(None),
            State::Call(wait) => return Need::Call(*wait),
            State::Open(open) => open.pieces.next(),
        };
        match piece {
            Ok(Some(piece)) => Need::Nothing(Some(self.read(piece))),
            Ok(None) => match &mut self.state {
                State::Open(open) if !open.pieces.is_done() => Need::Chunk(&mut open.body),
                _ => Need::Nothing(None),
            },
            Err(TooLong) => {
                let limit = self.settings(|settings| settings.attempt.response_bytes);
                Need::Nothing(Some(Err(self.fail(too_large(limit)))))
            }
        }
    }

    /// The client, and the call that it is to make: behind the last event, if there was one.
    pub(super) fn call(&self) -> (C, Result<PreparedCall, InvalidRequest>) {
        let request = self.request.clone();
        let request = match &self.last_id {
            Some(id) => request.header("last-event-id", id),
            None => request,
        };
        request.into_call()
    }

    /// Takes the answer to the call.
    pub(super) fn opened(&mut self, opened: Opened) -> Option<Error<O::Error>> {
        self.state = State::Over;
        let opened = opened.and_then(|(head, body)| Ok((successful(head)?, body)));
        let (head, body) = match opened {
            Ok(opened) => opened,
            Err(error) => return Some(error.with_kind()),
        };
        let limit = self.settings(|settings| settings.attempt.response_bytes);
        let pieces = Pieces::new(cut::<O>(), O::ENDPOINT.traits.done, limit);
        self.state = State::Open(Box::new(Open { head, body, pieces }));
        None
    }

    /// Takes what came of the body: a piece that is left at its end, or why the stream is over.
    pub(super) fn came(
        &mut self,
        chunk: Option<Result<Bytes, TransportError>>,
        environment: &dyn Environment,
    ) -> Option<Told<O>> {
        let State::Open(open) = &mut self.state else { return None };
        let broken = match chunk {
            Some(Ok(chunk)) => {
                open.pieces.push(chunk);
                return None;
            }
            Some(Err(error)) => Some(error),
            None => {
                if let Some(piece) = open.pieces.last() {
                    return Some(self.read(piece));
                }
                let reason = open.pieces.cut_off();
                reason.map(|reason| TransportError::new(TransportErrorKind::Interrupted, reason))
            }
        };
        let asked = open.pieces.retry();
        let Some(error) = broken else {
            self.state = State::Over;
            return None;
        };
        match self.wait(&error, asked, environment) {
            Some(wait) => {
                self.state = State::Call(wait);
                None
            }
            None => Some(Err(self.fail(error))),
        }
    }

    /// How long to wait before the stream is taken up again, if it may be.
    fn wait(
        &mut self,
        error: &TransportError,
        asked: Option<Duration>,
        environment: &dyn Environment,
    ) -> Option<Duration> {
        if !O::ENDPOINT.traits.resumes || !error.kind().is_retryable() {
            return None;
        }
        self.breaks += 1;
        self.settings(|settings| settings.retry.clone()).wait(self.breaks, asked, || environment.random())
    }

    fn read(&mut self, piece: Piece) -> Told<O> {
        let mut item = <O::Output as Streamed>::Item::blank();
        let result = read_piece(&piece, &mut item, cut::<O>(), O::ENDPOINT.answer);
        let index = self.count;
        self.count += 1;
        self.breaks = 0;
        self.last_id = piece.id.or(self.last_id.take());
        let State::Open(open) = &self.state else { return Ok(item) };
        result.map(|()| item).map_err(|error: DecodeError| {
            let error = error.within_item_of(many(cut::<O>()), index);
            Error::Response(InvalidResponse::new(error, open.head.with_body(piece.data)))
        })
    }

    /// The stream is over, by an error.
    fn fail(&mut self, error: TransportError) -> Error<O::Error> {
        match mem::replace(&mut self.state, State::Over) {
            State::Open(open) => Error::Transport(error.with_record(open.head.record().clone())),
            State::Call(_) | State::Over => Error::Transport(error),
        }
    }

    /// The client that makes the calls.
    pub(super) fn client(&self) -> &C {
        &self.request.client
    }

    fn settings<T>(&self, look: impl FnOnce(&crate::runtime::configuration::settings::Settings) -> T) -> T {
        match &self.request.own {
            Some(own) => look(&own.settings),
            None => look(&self.request.client.settings()),
        }
    }
}

/// An event or a line has more bytes than the client takes.
fn too_large(limit: usize) -> TransportError {
    let reason = format!("an event or a line in it is larger than {limit} bytes");
    TransportError::new(TransportErrorKind::ResponseTooLarge, reason)
}

/// How the pieces of an operation's answer are told apart.
fn cut<O: Operation>() -> Cut {
    O::ENDPOINT.traits.content.cut.unwrap_or(Cut::Lines)
}

impl<C: fmt::Debug, O: fmt::Debug> fmt::Debug for AnswerStream<C, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerStream").field("request", &self.request).finish_non_exhaustive()
    }
}
