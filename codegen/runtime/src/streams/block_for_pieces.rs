//! Events and lines for threads that may block.

use crate::runtime::calls::operation::Operation;
use crate::runtime::clients::blocking_client::{BlockingClient, open};
use crate::runtime::errors::error::Error;
use crate::runtime::streams::answer_stream::{AnswerStream, Need};
use crate::runtime::streams::streamed::Streamed;

impl<O: Operation<Output: Streamed>> Iterator for AnswerStream<BlockingClient, O> {
    type Item = Result<<O::Output as Streamed>::Item, Error<O::Error>>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let chunk = match self.go_on() {
                Need::Nothing(piece) => return piece,
                Need::Chunk(body) => body.read_chunk(),
                Need::Call(wait) => {
                    let (client, call) = self.call();
                    if !wait.is_zero() {
                        client.core.environment.wait_blocking(wait);
                    }
                    if let Some(error) = self.opened(open(&client, call)) {
                        return Some(Err(error));
                    }
                    continue;
                }
            };
            let client = self.client().clone();
            if let Some(piece) = self.came(chunk, &*client.core.environment) {
                return Some(piece);
            }
        }
    }
}
