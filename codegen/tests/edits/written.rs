//! What is written of a description is read as the same one, whatever was edited in it.

use crate::support::written::fault;
use crate::{EDITS, hold};

/// Every how many of the edits is tried.
const SAMPLE: usize = 29;

#[test]
fn an_edited_description_can_be_written_and_read_again() {
    let sample = EDITS.list.iter().step_by(SAMPLE);
    hold(&sample.filter_map(|(edit, _)| fault(&edit.name, &edit.sources)).collect::<Vec<_>>());
}
