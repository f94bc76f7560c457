//! Bodies that are opened when they are sent, each time that they are.

use std::io::{self, Read};
use std::sync::Arc;

use bytes::Bytes;

use crate::runtime::bodies::body::{Body, Content, Source};
use crate::runtime::bodies::reader::{Again, Open, Reader};

impl Body {
    /// What a reader gives that `open` makes when the body is sent, such as a file by its path. A client makes a new one for
    /// each attempt, so that it can repeat the request.
    pub fn from_open<R: Read + Send + 'static>(open: impl Fn() -> io::Result<R> + Send + Sync + 'static) -> Self {
        Self::opened(Arc::new(move || Ok(Box::new(open()?))), true)
    }

    /// What `open` begins to read, once or more often.
    pub(crate) fn opened(open: Open, is_repeatable: bool) -> Self {
        Self::later(Source::Reader(Reader::opening(Again { open, is_repeatable })))
    }

    /// What begins to read it, unless that can be done once only and was done.
    #[allow(dead_code, reason = "a description may have no bodies of several parts")]
    pub(crate) fn open(&self) -> Option<Open> {
        match &self.content {
            Content::Whole(bytes) => {
                let bytes = bytes.clone();
                Some(Arc::new(move || Ok(Box::new(io::Cursor::new(bytes.clone())))))
            }
            Content::Later(later) => later.again().map(|again| Arc::clone(&again.open)),
        }
    }

    /// All of it, which is read here and now.
    pub(crate) fn gathered(self) -> io::Result<Bytes> {
        let later = match self.content {
            Content::Whole(bytes) => return Ok(bytes),
            Content::Later(later) => later,
        };
        match later.source {
            Source::Reader(mut reader) => {
                let mut whole = Vec::new();
                if let Some(mut source) = reader.take() {
                    source.read_to_end(&mut whole)?;
                }
                Ok(whole.into())
            }
            #[cfg(feature = "async")]
            Source::Stream(_) => Err(io::Error::other("is a stream, which is read as it is sent")),
        }
    }
}
