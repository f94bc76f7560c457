//! The body of a request or response.

use std::fmt;

use bytes::Bytes;

#[cfg(feature = "async")]
use crate::runtime::bodies::chunk_stream::ChunkStream;
use crate::runtime::bodies::reader::{Again, Reader};

/// The body of a request or response: whole, or read as it is sent or received.
///
/// Bytes and texts turn into one that is whole. One from a reader or a stream is read once: a client does not repeat a
/// request that carries it. One [that is opened](Self::from_open) is read anew for each attempt.
#[derive(Default)]
pub struct Body {
    pub(super) content: Content,
}

/// No larger than bytes, since each request moves it from hand to hand.
pub(super) enum Content {
    /// All of it.
    Whole(Bytes),
    /// What is read as it is sent or received.
    Later(Box<Later>),
}

/// What is read as it is sent or received.
pub(super) struct Later {
    pub(super) source: Source,
    /// How many bytes there are, if that is known before they are read.
    length: Option<u64>,
}

pub(super) enum Source {
    /// What is read piece by piece, where that may block.
    Reader(Reader),
    /// What gives pieces when they are there.
    #[cfg(feature = "async")]
    Stream(ChunkStream),
}

impl Later {
    /// How it begins to be read, if it is opened for that.
    pub(super) fn again(&self) -> Option<&Again> {
        match &self.source {
            Source::Reader(reader) => reader.again.as_ref(),
            #[cfg(feature = "async")]
            Source::Stream(_) => None,
        }
    }
}

impl Default for Content {
    fn default() -> Self {
        Self::Whole(Bytes::new())
    }
}

impl Body {
    /// What a reader gives, such as a file. Either client sends it; the async one reads on a thread that may block.
    pub fn from_reader(reader: impl std::io::Read + Send + 'static) -> Self {
        Self::later(Source::Reader(Reader::new(reader)))
    }

    /// What a stream gives. The async client alone sends it.
    #[cfg(feature = "async")]
    pub fn from_stream<S, B, E>(stream: S) -> Self
    where
        S: futures_core::Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Self::later(Source::Stream(ChunkStream::new(stream)))
    }

    pub(super) fn later(source: Source) -> Self {
        Self { content: Content::Later(Box::new(Later { source, length: None })) }
    }

    /// Says how many bytes there will be: without it, a request does not tell its length beforehand, which some services
    /// insist on. Of a body that is whole it is known.
    #[must_use]
    pub fn with_length(mut self, bytes: impl Into<Option<u64>>) -> Self {
        if let Content::Later(later) = &mut self.content {
            later.length = bytes.into();
        }
        self
    }

    /// How many bytes there are, if that is known before they are read.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        match &self.content {
            Content::Whole(bytes) => u64::try_from(bytes.len()).ok(),
            Content::Later(later) => later.length,
        }
    }

    /// The bytes, if all of them are there.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.content {
            Content::Whole(bytes) => Some(bytes),
            Content::Later(_) => None,
        }
    }

    /// The same body for another request, if it can be had again.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        match &self.content {
            Content::Whole(bytes) => Some(bytes.clone().into()),
            Content::Later(later) => {
                let again = later.again().filter(|again| again.is_repeatable)?;
                Some(Self::later(Source::Reader(Reader::opening(again.clone()))).with_length(later.length))
            }
        }
    }

    /// The bytes, if all of them are there, or else the body as it was.
    ///
    /// # Errors
    ///
    /// The body is read as it is sent or received.
    pub fn try_into_bytes(self) -> Result<Bytes, Self> {
        match self.content {
            Content::Whole(bytes) => Ok(bytes),
            content @ Content::Later(_) => Err(Self { content }),
        }
    }
}

impl From<Bytes> for Body {
    fn from(bytes: Bytes) -> Self {
        Self { content: Content::Whole(bytes) }
    }
}

/// What turns into bytes turns into a body.
macro_rules! whole {
    ($($from:ty),*) => {$(
        impl From<$from> for Body {
            fn from(whole: $from) -> Self {
                Bytes::from(whole).into()
            }
        }
    )*};
}

whole!(Vec<u8>, String, &'static [u8], &'static str);

impl fmt::Debug for Body {
    /// Shows how long it is, and nothing of what is in it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body")
            .field("is_whole", &self.as_bytes().is_some())
            .field("length", &self.length())
            .finish_non_exhaustive()
    }
}
