//! The bytes of an answer, as they come.

use std::fmt;
use std::marker::PhantomData;

use bytes::Bytes;

use crate::runtime::bodies::body::Body;
use crate::runtime::calls::decode::successful;
use crate::runtime::clients::opened::Opened;
use crate::runtime::errors::error::Error;
use crate::runtime::errors::error_enum::ErrorCode;
use crate::runtime::errors::transport_error::TransportError;
use crate::runtime::responses::raw_response::RawResponse;

/// The bytes of an answer, as they come. There may be any number of them; the server may be silent for as long as an
/// attempt may take.
#[must_use = "bytes are read when they are asked for"]
pub struct Chunks<C> {
    response: RawResponse,
    pub(super) body: Body,
    client: PhantomData<fn() -> C>,
}

impl<C> Chunks<C> {
    /// What the call gave: chunks, or a refusal.
    pub(super) fn of<E: ErrorCode>(opened: Opened) -> Result<Self, Error<E>> {
        let opened = opened.and_then(|(response, body)| Ok((successful(response)?, body)));
        let (response, body) = opened.map_err(Error::with_kind)?;
        Ok(Self { response, body, client: PhantomData })
    }

    /// The head of the answer: status, headers, request id. Its body is empty.
    pub fn response(&self) -> &RawResponse {
        &self.response
    }

    /// How many bytes there are, if the server says it beforehand.
    pub fn length(&self) -> Option<u64> {
        self.body.length()
    }

    /// The bytes as the body of another request.
    pub fn into_body(self) -> Body {
        self.body
    }

    /// What came, with what is known of the call where it is an error.
    pub(super) fn told(&self, chunk: Option<Result<Bytes, TransportError>>) -> Option<Result<Bytes, Error>> {
        let told = |error: TransportError| Error::Transport(error.with_record(self.response.record().clone()));
        chunk.map(|chunk| chunk.map_err(told))
    }
}

impl<C> fmt::Debug for Chunks<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Chunks").field("response", &self.response).field("body", &self.body).finish()
    }
}
