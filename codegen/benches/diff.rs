//! How long the comparison of two large descriptions takes, and how much memory, at three sizes of which one item in
//! ten changed (aims: 10,000 items in 2 s, memory that grows no faster than the description). An item is an object of
//! ten members. Run with `cargo bench -p clientsmith --bench diff`.

#[path = "support/memory.rs"]
mod memory;
mod support;

use std::time::{Duration, Instant};

use clientsmith::api::Api;
use clientsmith::diag::{Diagnostics, Sources};
use clientsmith::diff::{self, Version};
use clientsmith::surface::SurfaceLine;

const SIZES: [usize; 3] = [2_500, 5_000, 10_000];
const AIM: Duration = Duration::from_secs(2);

fn main() {
    // Each size in a process of its own, since the peak of memory never falls.
    match std::env::args().skip(1).find_map(|argument| argument.strip_prefix("--items=")?.parse().ok()) {
        Some(items) => compare(items),
        None => SIZES.into_iter().for_each(run),
    }
}

fn run(items: usize) {
    let program = std::env::current_exe().expect("the path of this program");
    let status = std::process::Command::new(program).arg(format!("--items={items}")).status();
    assert!(status.expect("this program runs").success());
}

/// A description with what is made of it.
struct Made {
    sources: Sources,
    api: Api,
    surface: Vec<SurfaceLine>,
}

fn compare(items: usize) {
    let old = make(support::description(items, items / 10));
    let new = make(changed(&old.sources));
    let before = memory::peak();
    let start = Instant::now();
    let report = diff::report(&version(&old), &version(&new));
    let time = start.elapsed();
    let memory = memory::peak().saturating_sub(before) / 1024;
    let each = time.as_secs_f64() * 1e6 / f64::from(u32::try_from(items).expect("a size that fits"));
    println!(
        "{items} items: {} rows in {time:.1?} (aim {AIM:?} for 10,000), {each:.1} µs an item; \
         peak memory {memory} MiB beyond the descriptions",
        report.rows.len()
    );
}

fn make(sources: Sources) -> Made {
    let api = clientsmith::read(&sources).unwrap_or_else(|faults| panic!("{}", faults.render(&sources, false))).value;
    let mut faults = Diagnostics::default();
    let surface = clientsmith::emit::surface(&clientsmith::rust::lower(&api, &mut faults));
    assert!(!faults.has_faults(), "{}", faults.render(&sources, false));
    Made { sources, api, surface }
}

fn version(made: &Made) -> Version<'_> {
    let Made { sources, api, surface } = made;
    Version { label: "spec".to_owned(), sources, api, surface, listing: None }
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
