//! How long it takes to make a tree of a published document, in CPU seconds, how much memory, text included, and what is
//! remarked on. Run with `cargo bench -p clientsmith --bench read -- FILE…`; without files, nothing is measured.
//!
//! Aims: a document of 13 MB in JSON in 0.25 s, one of 4.2 MB in YAML in 0.15 s, each in 8 times the memory of its text.

#[path = "support/memory.rs"]
mod memory;

use std::collections::BTreeMap;
use std::fs;

use clientsmith::diag::{Diagnostics, Source, Sources};
use clientsmith::yaml;

/// Each file is read so many times.
const TIMES: usize = 7;

fn main() {
    // Cargo adds arguments of its own.
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.as_slice() {
        [] => println!("no files were given, so nothing is measured"),
        [option, path] if option == "--one" => measure(path),
        // Each in a process of its own, since the peak of memory never falls.
        paths => paths.iter().for_each(|path| run(path)),
    }
}

fn run(path: &str) {
    let program = std::env::current_exe().expect("the path of this program");
    let status = std::process::Command::new(program).args(["--one", path]).status();
    assert!(status.expect("this program runs").success());
}

fn measure(path: &str) {
    let before = memory::peak();
    let mut faults = Diagnostics::default();
    let text = yaml::decode(fs::read(path).unwrap_or_else(|error| panic!("{path}: {error}")), 0, &mut faults);
    assert!(!faults.has_faults(), "{path} is text");
    let length = text.len();
    let sources = Sources { files: vec![Source { path: path.to_owned(), text }] };
    let mut runs: Vec<(f64, Diagnostics)> = (0..TIMES).map(|_| read(&sources)).collect();
    runs.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let (time, remarks) = &runs[TIMES / 2];
    let (length, memory) = (mebibytes(length / 1024), mebibytes(memory::peak().saturating_sub(before)));
    let times = memory / length;
    println!("{path}: {length:.2} MiB in {time:.3} CPU-s and {memory:.1} MiB ({times:.1} times){}", kinds(remarks));
}

fn mebibytes(kibibytes: usize) -> f64 {
    f64::from(u32::try_from(kibibytes).expect("a size that fits")) / 1024.0
}

/// Reads the file, and says how many CPU seconds it takes.
fn read(sources: &Sources) -> (f64, Diagnostics) {
    let mut found = Diagnostics::default();
    let start = cpu_seconds();
    let tree = yaml::read_leniently(sources, 0, &mut found);
    let time = cpu_seconds() - start;
    drop(tree);
    assert!(!found.has_faults(), "it is read without a fault\n{}", found.render(sources, false));
    (time, found)
}

/// The time that this thread had on a processor.
fn cpu_seconds() -> f64 {
    let times = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells the time of a thread");
    let nanoseconds = times.split(' ').next().and_then(|time| time.parse::<f64>().ok());
    nanoseconds.expect("a number of nanoseconds") / 1e9
}

/// How many remarks there are of each kind.
fn kinds(remarks: &Diagnostics) -> String {
    let mut kinds = BTreeMap::<_, usize>::new();
    for remark in remarks.list() {
        *kinds.entry(remark.rule).or_default() += 1;
    }
    let kinds: Vec<String> = kinds.into_iter().map(|(rule, count)| format!("; {count} {rule}")).collect();
    kinds.concat()
}
