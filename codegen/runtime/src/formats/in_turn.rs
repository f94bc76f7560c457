//! Several parts of a body as one.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::Arc;

use crate::runtime::values::carried::{Carried, Open};

/// Joins what a request carries. Bytes alone are one that is all there; where something is opened, that is done when the whole is
/// sent, one after the other.
pub(super) fn joined(parts: Vec<Carried>) -> Carried {
    let (mut sources, mut whole) = (VecDeque::<Open>::new(), Vec::new());
    let (mut length, mut is_repeatable) = (Some(0), true);
    for part in parts {
        let (open, part_length, is_part_repeatable) = match part {
            Carried::Whole(bytes) => {
                let length = u64::try_from(bytes.len()).ok();
                whole.push(bytes.clone());
                let open: Open = Arc::new(move || Ok(Box::new(io::Cursor::new(bytes.clone()))));
                (open, length, true)
            }
            Carried::Opened { open, length, is_repeatable } => (open, length, is_repeatable),
        };
        sources.push_back(open);
        length = length.zip(part_length).map(|(length, more)| length + more);
        is_repeatable &= is_part_repeatable;
    }
    if whole.len() == sources.len() {
        return whole.concat().into();
    }
    let open = move || -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(InTurn { current: Box::new(io::empty()), left: sources.clone() }))
    };
    Carried::Opened { open: Arc::new(open), length, is_repeatable }
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
