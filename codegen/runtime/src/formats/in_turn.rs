//! Several bodies as one.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::Arc;

use bytes::Bytes;

use crate::runtime::bodies::body::Body;
use crate::runtime::bodies::reader::Open;

/// Joins bodies. Those that are all there are one that is; others are opened one after the other when the whole is sent.
pub(super) fn joined(bodies: &[Body]) -> Body {
    let whole: Option<Vec<&Bytes>> = bodies.iter().map(Body::as_bytes).collect();
    if let Some(whole) = whole {
        return whole.into_iter().flatten().copied().collect::<Vec<u8>>().into();
    }
    let length = bodies.iter().map(Body::length).sum::<Option<u64>>();
    let is_repeatable = bodies.iter().all(|body| body.try_clone().is_some());
    let sources: VecDeque<Open> = bodies.iter().filter_map(Body::open).collect();
    let open = move || -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(InTurn { current: Box::new(io::empty()), left: sources.clone() }))
    };
    Body::opened(Arc::new(open), is_repeatable).with_length(length)
}

/// Readers one after the other, each of which is opened when the one before it has ended.
struct InTurn {
    current: Box<dyn Read + Send>,
    left: VecDeque<Open>,
}

impl Read for InTurn {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let length = self.current.read(buffer)?;
            if length > 0 || buffer.is_empty() {
                return Ok(length);
            }
            match self.left.pop_front() {
                Some(open) => self.current = open()?,
                None => return Ok(0),
            }
        }
    }
}
