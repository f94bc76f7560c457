//! What a report says of each single edit of a description, and that the compiler says the same.
//!
//! `edits/generator` makes the edits of the descriptions beside it, driven by the keys that the reader itself knows.

#[path = "edits/batches.rs"]
mod batches;
#[path = "edits/coverage.rs"]
mod coverage;
#[path = "edits/generator/mod.rs"]
mod generator;
#[path = "edits/reports.rs"]
mod reports;
mod support;
#[path = "edits/unchanged.rs"]
mod unchanged;
#[path = "edits/witnesses.rs"]
mod witnesses;
#[path = "edits/written.rs"]
mod written;

use std::fmt::Write;
use std::sync::LazyLock;

use clientsmith::api::Api;
use clientsmith::diag::Sources;
use clientsmith::diff::{self, Report, Version};
use clientsmith::surface::SurfaceLine;
use generator::{Edits, Made};

/// A description with all that a report needs of it.
struct Described {
    sources: Sources,
    api: Api,
    surface: Vec<SurfaceLine>,
}

impl Described {
    fn new(sources: Sources) -> Self {
        let Made { api, krate } = generator::made(&sources);
        Self { sources, api, surface: clientsmith::emit::surface(&krate) }
    }

    fn version(&self) -> Version<'_> {
        version(&self.sources, &self.api, &self.surface)
    }
}

fn version<'a>(sources: &'a Sources, api: &'a Api, surface: &'a [SurfaceLine]) -> Version<'a> {
    Version { label: "spec".to_owned(), sources, api, surface, listing: None }
}

/// What is reported of an edit, and of the same edit undone.
struct Reported {
    there: Report,
    back: Report,
}

/// The descriptions before any edit, in the order of their names.
static BASES: LazyLock<Vec<Described>> =
    LazyLock::new(|| generator::BASES.iter().map(|name| Described::new(generator::base(name))).collect());

/// All edits with their reports, made once for all tests of this file.
static EDITS: LazyLock<Edits<Reported>> = LazyLock::new(|| {
    generator::all(|edit, made| {
        let surface = clientsmith::emit::surface(&made.krate);
        let (old, new) = (BASES[edit.base].version(), version(&edit.sources, &made.api, &surface));
        Reported { there: diff::report(&old, &new), back: diff::report(&new, &old) }
    })
});

/// Fails the test if there are faults, and shows the first of them.
#[track_caller]
fn hold(faults: &[String]) {
    const SHOWN: usize = 40;
    let mut text = String::new();
    for fault in faults.iter().take(SHOWN) {
        writeln!(text, "{fault}").expect("text in memory takes whatever is written into it");
    }
    assert!(faults.is_empty(), "{} faults, such as\n{text}", faults.len());
}
