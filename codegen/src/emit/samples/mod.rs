//! Code that documentation shows: values, calls, and the blocks in which they stand.

mod calls;
mod frames;
mod section;
mod values;

pub(super) use calls::{batch, binding, call, example, sender_example};
pub(super) use frames::{ASYNC, BLOCKING, Frame, TRACED, compiled};
pub(super) use section::laid_out;
pub(super) use values::{Speller, literal};
