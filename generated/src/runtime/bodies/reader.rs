//! A body that is read where that may block.

use std::io::{self, ErrorKind, Read};
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;

use crate::runtime::errors::transport_error::TransportError;

/// How much is asked of a reader at once.
const PIECE: usize = 64 << 10;

/// What is read a piece at a time.
pub(super) struct Reader {
    /// Not here while another thread reads. The lock is never taken: through it, a reader that one thread alone may use
    /// can be part of what several see.
    source: Option<Mutex<Source>>,
    #[cfg(feature = "async")]
    pub(super) reading: Option<tokio::task::JoinHandle<(Source, Piece)>>,
}

/// Where the bytes come from.
pub(super) type Source = Box<dyn Read + Send>;

/// Some bytes, or nothing at the end.
pub(super) type Piece = Option<Result<Bytes, TransportError>>;

impl Reader {
    pub(super) fn new(source: impl Read + Send + 'static) -> Self {
        Self {
            source: Some(Mutex::new(Box::new(source))),
            #[cfg(feature = "async")]
            reading: None,
        }
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

/// The next bytes of a source.
pub(super) fn piece_of(source: &mut dyn Read) -> Piece {
    let mut piece = vec![0; PIECE];
    let length = loop {
        match source.read(&mut piece) {
            Ok(length) => break length,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Some(Err(failure(error))),
        }
    };
    piece.truncate(length);
    (length > 0).then(|| Ok(piece.into()))
}

/// What a reader failed with: what is in it, if a transport of this crate is behind it.
fn failure(error: io::Error) -> TransportError {
    match error.downcast::<TransportError>() {
        Ok(error) => error,
        Err(error) => TransportError::of_body(error),
    }
}
