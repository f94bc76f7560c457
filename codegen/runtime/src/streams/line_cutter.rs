//! Cuts what comes into lines.

use bytes::Bytes;

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// Cuts chunks into lines, wherever one chunk ends and the next begins. It keeps no more than the line at hand.
pub(super) struct LineCutter {
    /// The beginning of a line whose end is in a chunk to come.
    held: Vec<u8>,
    chunk: Bytes,
    /// The most bytes of a line.
    limit: usize,
    /// Whether a carriage return ends a line too.
    cuts_at_returns: bool,
    /// Whether the last line ended in a carriage return, to which a line feed belongs that may follow.
    is_after_return: bool,
    is_first: bool,
}

/// There are more bytes than may be.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TooLong;

impl LineCutter {
    pub(super) fn new(cuts_at_returns: bool, limit: usize) -> Self {
        let (held, chunk) = (Vec::new(), Bytes::new());
        Self { held, chunk, limit, cuts_at_returns, is_after_return: false, is_first: true }
    }

    /// Takes what came, once all lines have been taken that were there before.
    pub(super) fn push(&mut self, chunk: Bytes) {
        self.chunk = chunk;
    }

    /// The next line without its end, if its end is there.
    pub(super) fn next(&mut self) -> Result<Option<Bytes>, TooLong> {
        if self.is_after_return && !self.chunk.is_empty() {
            self.is_after_return = false;
            if self.chunk.starts_with(b"\n") {
                let _ = self.chunk.split_to(1);
            }
        }
        let is_end = |byte: &u8| *byte == b'\n' || (self.cuts_at_returns && *byte == b'\r');
        let end = self.chunk.iter().position(is_end);
        if end.unwrap_or(self.chunk.len()) > self.limit.saturating_sub(self.held.len()) {
            return Err(TooLong);
        }
        let Some(end) = end else {
            self.held.extend_from_slice(&std::mem::take(&mut self.chunk));
            return Ok(None);
        };
        let line = self.chunk.split_to(end);
        self.is_after_return = self.chunk.split_to(1).starts_with(b"\r");
        Ok(Some(self.whole(line)))
    }

    /// What came after the last end of a line.
    pub(super) fn rest(&mut self) -> Bytes {
        self.whole(Bytes::new())
    }

    fn whole(&mut self, end: Bytes) -> Bytes {
        let mut line = if self.held.is_empty() {
            end
        } else {
            self.held.extend_from_slice(&end);
            std::mem::take(&mut self.held).into()
        };
        if std::mem::take(&mut self.is_first) && line.starts_with(BYTE_ORDER_MARK) {
            let _ = line.split_to(BYTE_ORDER_MARK.len());
        }
        line
    }
}
