//! How long a generation takes, from text to formatted files: for the repository's description (aim: 50 ms) and for a
//! made-up one of 500 objects and 500 endpoints (aim: 1 s). And what comes before and after it: reading the description,
//! and writing the crate for the first time, after a small change, and when there is nothing to do.
//! Run with `cargo bench -p clientsmith --bench generate`.

mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use clientsmith::diag::Sources;
use clientsmith::output::{self, Access, Files};

/// So often is each thing done.
const TIMES: usize = 21;

fn main() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let own = Sources::load(&spec).expect("the repository has a description");
    report("billing intents", &own, Duration::from_millis(50));
    report("500 objects, 500 endpoints", &support::description(500, 500), Duration::from_secs(1));
    report_runs("billing intents", &own);
}

fn report(name: &str, sources: &Sources, aim: Duration) {
    let files = generate(sources);
    let lines: usize = files.iter().map(|(_, text)| text.lines().count()).sum();
    let count = files.iter().count();
    let median = median(|_| generate(sources));
    println!("{name}: median {median:.1?} of {TIMES} (aim {aim:?}), {count} files, {lines} lines");
}

/// What a run does besides the generation.
fn report_runs(name: &str, sources: &Sources) {
    let folder = tempfile::tempdir().expect("there is a folder for temporary files");
    let files = generate(sources);
    let out = |index: usize| folder.path().join(index.to_string());
    let first = median(|index| write(&files, &out(index)));
    let none = median(|index| write(&files, &out(index)));
    let small = generate(&changed(sources));
    let few = median(|index| write(&small, &out(index)));
    println!("{name}, on disk: first run {first:.1?}, nothing to do {none:.1?}, a value added {few:.1?}");
}

/// The description with one more value of an enum.
fn changed(sources: &Sources) -> Sources {
    let mut changed = sources.clone();
    for file in &mut changed.files {
        let line = "      draft: The intent is a draft. It can be reserved or canceled.\n";
        file.text = file.text.replace(line, &format!("{line}      paused: The intent waits.\n"));
    }
    assert_ne!(changed, *sources);
    changed
}

fn write(files: &Files, out: &Path) {
    let _lock = output::lock(out, Access::Write, |_| ()).expect("the folder can be made");
    let plan = output::plan(files, out, false).expect("the folder can be read");
    output::write(&plan, out).expect("the folder can be written");
}

/// The median time of a thing that is done several times.
fn median<T>(mut act: impl FnMut(usize) -> T) -> Duration {
    let mut times: Vec<Duration> = (0..TIMES)
        .map(|index| {
            let start = Instant::now();
            act(index);
            start.elapsed()
        })
        .collect();
    times.sort();
    times[TIMES / 2]
}

fn generate(sources: &Sources) -> Files {
    clientsmith::build(sources).unwrap_or_else(|faults| panic!("{}", faults.render(sources, false))).value
}
