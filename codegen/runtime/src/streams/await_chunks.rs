//! Chunks for tokio.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use crate::runtime::calls::operation::Operation;
use crate::runtime::calls::request::Request;
use crate::runtime::clients::client::{Client, open};
use crate::runtime::errors::error::Error;
use crate::runtime::streams::chunks::Chunks;

impl<O: Operation<Output = Bytes>> Request<Client, O> {
    /// Makes the call, and gives the bytes of its answer as they come, of any number.
    ///
    /// # Errors
    ///
    /// The server refused or failed, or no answer came.
    pub async fn chunks(self) -> Result<Chunks<Client>, Error<O::Error>> {
        let (client, call) = self.into_call();
        Chunks::of(open(client, call).await)
    }
}

impl Chunks<Client> {
    /// The next bytes; nothing at the end. To give the future up loses none.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        let chunk = ready!(self.body.poll_chunk(context));
        Poll::Ready(self.told(chunk))
    }
}

impl Stream for Chunks<Client> {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_chunk(context)
    }
}
