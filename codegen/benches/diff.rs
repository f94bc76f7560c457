//! How long the comparison of two large descriptions takes, and how much memory, at three sizes.
//!
//! First of one description of which one object in ten changed (aims: 10,000 objects in 2 s, memory that grows no faster
//! than the description); an object has ten members. Then of a description that gained so many things of one kind in one
//! place, with the exponent of the growth (aim: 1, that is linear). The instructions grow by 1; what is above it is memory
//! that no longer fits into caches. Run with `cargo bench -p clientsmith --bench diff`.

#[path = "diff/described.rs"]
mod described;
#[path = "diff/growth.rs"]
mod growth;
#[path = "support/memory.rs"]
mod memory;
mod support;

use std::fs;
use std::time::Duration;

use clientsmith::api::Api;
use clientsmith::diag::{Diagnostics, Sources};
use clientsmith::diff::{self, Report, Version};
use clientsmith::surface::SurfaceLine;

const SIZES: [usize; 3] = [2_500, 5_000, 10_000];
const AIM: Duration = Duration::from_secs(2);

fn main() {
    // Each measurement in a process of its own, since the peak of memory never falls.
    let argument = std::env::args().skip(1).find(|argument| argument.contains('='));
    match argument.as_deref().and_then(|argument| argument.split_once('=')) {
        Some(("--objects", count)) => compare(count.parse().expect("a number of objects")),
        Some(("--gained", what)) => growth::measure(what),
        _ => {
            for objects in SIZES {
                run(&format!("--objects={objects}"));
            }
            for kind in described::KINDS {
                run(&format!("--gained={kind}"));
            }
        }
    }
}

fn run(argument: &str) {
    let program = std::env::current_exe().expect("the path of this program");
    let status = std::process::Command::new(program).arg(argument).status();
    assert!(status.expect("this program runs").success());
}

/// A description with what is made of it.
struct Made {
    sources: Sources,
    api: Api,
    surface: Vec<SurfaceLine>,
}

impl Made {
    fn of(sources: Sources) -> Self {
        let api =
            clientsmith::read(&sources).unwrap_or_else(|faults| panic!("{}", faults.render(&sources, false))).value;
        let mut faults = Diagnostics::default();
        let surface = clientsmith::emit::surface(&clientsmith::rust::lower(&api, &mut faults));
        assert!(!faults.has_faults(), "{}", faults.render(&sources, false));
        Self { sources, api, surface }
    }

    fn version(&self) -> Version<'_> {
        let Self { sources, api, surface } = self;
        Version { label: "spec".to_owned(), sources, api, surface, listing: None }
    }
}

/// The report on two descriptions, and the time on a processor that it took.
fn reported(old: &Made, new: &Made) -> (Report, Duration) {
    let before = on_processor();
    let report = diff::report(&old.version(), &new.version());
    (report, on_processor().saturating_sub(before))
}

fn compare(objects: usize) {
    let old = Made::of(support::description(objects, objects / 10));
    let new = Made::of(changed(&old.sources));
    let before = memory::peak();
    let (report, time) = reported(&old, &new);
    let memory = memory::peak().saturating_sub(before) / 1024;
    let each = time.as_secs_f64() * 1e6 / f64::from(u32::try_from(objects).expect("a size that fits"));
    println!(
        "{objects} objects: {} rows in {time:.1?} (aim {AIM:?} for 10,000), {each:.1} µs an object; \
         peak memory {memory} MiB beyond the descriptions",
        report.rows.len()
    );
}

/// The same with another type of a member in one object of ten.
fn changed(sources: &Sources) -> Sources {
    const BEFORE: &str = "count: {type: integer,";
    let mut changed = sources.clone();
    let mut count = 0_usize;
    for file in &mut changed.files {
        let parts: Vec<&str> = file.text.split(BEFORE).collect();
        let mut text = String::new();
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                count += 1;
                text.push_str(if count.is_multiple_of(10) { "count: {type: number," } else { BEFORE });
            }
            text.push_str(part);
        }
        file.text = text;
    }
    changed
}

/// The time that this thread was on a processor; that since its start where the system does not tell.
fn on_processor() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(growth::since_start, Duration::from_nanos)
}
