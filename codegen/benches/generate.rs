//! How long a generation takes, from text to formatted files: for the repository's description (aim: 50 ms) and for a
//! made-up one of 500 objects and 500 endpoints (aim: 1 s). Run with `cargo bench -p clientsmith --bench generate`.

mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use clientsmith::diag::Sources;
use clientsmith::output::Files;

fn main() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let own = Sources::load(&spec).expect("the repository has a description");
    report("billing intents", &own, Duration::from_millis(50));
    report("500 objects, 500 endpoints", &support::description(500, 500), Duration::from_secs(1));
}

fn report(name: &str, sources: &Sources, aim: Duration) {
    let mut times: Vec<(Duration, Files)> = (0..7)
        .map(|_| {
            let start = Instant::now();
            let files = generate(sources);
            (start.elapsed(), files)
        })
        .collect();
    times.sort_by_key(|(time, _)| *time);
    let (median, files) = &times[times.len() / 2];
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    let count = files.iter().count();
    println!("{name}: median {median:.1?} of 7 (aim {aim:?}), {count} files, {lines} lines");
}

fn generate(sources: &Sources) -> Files {
    clientsmith::build(sources).unwrap_or_else(|faults| panic!("{}", faults.render(sources, false))).value
}
