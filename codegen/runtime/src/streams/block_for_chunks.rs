//! Chunks for threads that may block.

use std::io::{self, Read};

use bytes::Bytes;

use crate::runtime::calls::operation::Operation;
use crate::runtime::calls::request::Request;
use crate::runtime::clients::blocking_client::{BlockingClient, open};
use crate::runtime::errors::error::Error;
use crate::runtime::streams::chunks::Chunks;

impl<O: Operation<Output = Bytes>> Request<BlockingClient, O> {
    /// Makes the call, and gives the bytes of its answer as they come, of any number.
    ///
    /// # Errors
    ///
    /// The server refused or failed, or no answer came.
    pub fn chunks(self) -> Result<Chunks<BlockingClient>, Error<O::Error>> {
        let (client, call) = self.into_call();
        Chunks::of(open(&client, call))
    }
}

impl Iterator for Chunks<BlockingClient> {
    type Item = Result<Bytes, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let chunk = self.body.read_chunk();
        self.told(chunk)
    }
}

impl Read for Chunks<BlockingClient> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.body.read(buffer)
    }
}
