//! A body that is read where that may block.

use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

#[cfg(any(feature = "async", feature = "blocking"))]
use bytes::Bytes;

#[cfg(any(feature = "async", feature = "blocking"))]
use crate::runtime::errors::transport_error::TransportError;

use crate::runtime::values::carried::Open;

/// How much is asked of a reader at once.
#[cfg(any(feature = "async", feature = "blocking"))]
const PIECE: usize = 64 << 10;

/// What is read a piece at a time.
pub(super) struct Reader {
    /// Not here while another thread reads. The lock is never taken: through it, a reader that one thread alone may use
    /// can be part of what several see.
    source: Option<Mutex<Source>>,
    /// How it is opened, if that is done as it is read.
    pub(super) again: Option<Again>,
    #[cfg(feature = "async")]
    pub(super) reading: Option<tokio::task::JoinHandle<(Source, Piece)>>,
}

/// Where the bytes come from.
pub(super) type Source = Box<dyn Read + Send>;

/// How a body is opened.
#[derive(Clone)]
pub(super) struct Again {
    pub(super) open: Open,
    /// Whether that can be done more than once.
    pub(super) is_repeatable: bool,
}

/// Some bytes, or nothing at the end.
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) type Piece = Option<Result<Bytes, TransportError>>;

impl Reader {
    pub(super) fn new(source: impl Read + Send + 'static) -> Self {
        Self {
            source: Some(Mutex::new(Box::new(source))),
            again: None,
            #[cfg(feature = "async")]
            reading: None,
        }
    }

    /// What is opened when it is first read, since that may block too.
    pub(super) fn opening(again: Again) -> Self {
        Self { again: Some(again.clone()), ..Self::new(Opening::Closed(again.open)) }
    }

    /// The source, if no other thread has it.
    pub(super) fn take(&mut self) -> Option<Source> {
        Some(self.source.take()?.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    /// Brings the source back.
    #[cfg(feature = "async")]
    pub(super) fn put_back(&mut self, source: Source) {
        self.source = Some(Mutex::new(source));
    }

    /// The source, where it is.
    #[cfg(feature = "blocking")]
    pub(super) fn source(&mut self) -> Option<&mut Source> {
        Some(self.source.as_mut()?.get_mut().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A reader that is opened when it is first read.
enum Opening {
    Closed(Open),
    Open(Source),
}

impl Read for Opening {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            match self {
                Self::Closed(open) => *self = Self::Open(open()?),
                Self::Open(source) => return source.read(buffer),
            }
        }
    }
}

/// The next bytes of a source.
#[cfg(any(feature = "async", feature = "blocking"))]
pub(super) fn piece_of(source: &mut dyn Read) -> Piece {
    let mut piece = vec![0; PIECE];
    let length = loop {
        match source.read(&mut piece) {
            Ok(length) => break length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Some(Err(failure(error))),
        }
    };
    piece.truncate(length);
    (length > 0).then(|| Ok(piece.into()))
}

/// What a reader failed with: what is in it, if a transport of this crate is behind it.
#[cfg(any(feature = "async", feature = "blocking"))]
fn failure(error: io::Error) -> TransportError {
    match error.downcast::<TransportError>() {
        Ok(error) => error,
        Err(error) => TransportError::of_body(error),
    }
}
