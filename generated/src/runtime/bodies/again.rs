//! Bodies that are opened when they are sent, each time that they are.

use std::io::{self, Read};
use std::sync::Arc;

use bytes::Bytes;

use crate::runtime::bodies::body::{Body, Content, Source};
use crate::runtime::bodies::reader::{Again, Reader};
use crate::runtime::values::carried::{Carried, Open};

impl Body {
    /// What a reader gives that `open` makes when the body is sent, such as a file by its path. A client makes a new one for
    /// each attempt, so that it can repeat the request.
    pub fn from_open<R: Read + Send + 'static>(open: impl Fn() -> io::Result<R> + Send + Sync + 'static) -> Self {
        Self::opened(Arc::new(move || Ok(Box::new(open()?))), true)
    }

    /// What `open` begins to read, once or more often.
    fn opened(open: Open, is_repeatable: bool) -> Self {
        Self::later(Source::Reader(Reader::opening(Again { open, is_repeatable })))
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

impl From<Carried> for Body {
    fn from(carried: Carried) -> Self {
        match carried {
            Carried::Whole(bytes) => bytes.into(),
            Carried::Opened { open, length, is_repeatable } => Self::opened(open, is_repeatable).with_length(length),
        }
    }
}
