//! Events and lines for tokio.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use crate::runtime::calls::operation::Operation;
use crate::runtime::clients::client::{Client, open};
use crate::runtime::errors::error::Error;
use crate::runtime::streams::answer_stream::{AnswerStream, Need, Told};
use crate::runtime::streams::streamed::Streamed;

impl<O: Operation<Output: Streamed>> AnswerStream<Client, O> {
    /// The next event or line; nothing at the end. To give the future up loses none.
    pub async fn next(&mut self) -> Option<Result<<O::Output as Streamed>::Item, Error<O::Error>>> {
        poll_fn(|context| self.poll_piece(context)).await
    }

    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Option<Told<O>>> {
        loop {
            if let Some(opening) = &mut self.opening {
                let opened = ready!(opening.as_mut().poll(context));
                self.opening = None;
                if let Some(error) = self.opened(opened) {
                    return Poll::Ready(Some(Err(error)));
                }
            }
            let chunk = match self.go_on() {
                Need::Nothing(piece) => return Poll::Ready(piece),
                Need::Chunk(body) => ready!(body.poll_chunk(context)),
                Need::Call(wait) => {
                    let (client, call) = self.call();
                    self.opening = Some(Box::pin(async move {
                        if !wait.is_zero() {
                            client.core.environment.wait(wait).await;
                        }
                        open(client, call).await
                    }));
                    continue;
                }
            };
            let client = self.client().clone();
            if let Some(piece) = self.came(chunk, &*client.core.environment) {
                return Poll::Ready(Some(piece));
            }
        }
    }
}

// Nothing in it is pinned but what is in a box.
impl<C, O> Unpin for AnswerStream<C, O> {}

impl<O: Operation<Output: Streamed>> Stream for AnswerStream<Client, O> {
    type Item = Result<<O::Output as Streamed>::Item, Error<O::Error>>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_piece(context)
    }
}
