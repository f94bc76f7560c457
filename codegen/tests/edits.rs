//! What a report says of each single edit of a description, and that the compiler says the same.
//!
//! `edits/generator` makes the edits from `edits/spec`, driven by the keys that the reader itself knows.

#[path = "edits/coverage.rs"]
mod coverage;
#[path = "edits/generator/mod.rs"]
mod generator;

use std::sync::LazyLock;

use generator::Edits;

/// All edits, made once for all tests of this file.
static EDITS: LazyLock<Edits> = LazyLock::new(generator::all);
