//! What a whole API costs, by its crate: to generate it, to do so again where nothing changed, to check it with the compiler,
//! alone and with one module, and to build it; lines, and the longest file. And how that grows with the number of calls.
//! Run with `cargo bench -p clientsmith --bench scale -- DIR` (Linux: CPU seconds and memory are read from `/proc`). Without a
//! folder of documents, made-up APIs are measured. Peers that are on the `PATH` do the same beside it.
//!
//! All of it takes an hour, so some is only done where it is asked for: `--builds` also builds each crate, for development and
//! for a release, and its documentation; `--callers` also measures what a caller of each document pays, for an edit, and in the
//! size of its program; `--largest` also gives the largest of the made-up APIs to the compiler, which takes some 15 GiB for it.
//! `--documents` leaves the made-up APIs out.

#[path = "corpus/caller.rs"]
mod caller;
#[path = "scale/crates.rs"]
mod crates;
#[path = "scale/growth.rs"]
mod growth;
#[path = "scale/meter.rs"]
mod meter;
#[path = "scale/peers.rs"]
mod peers;
mod support;
#[path = "scale/whole.rs"]
mod whole;

use std::fs;
use std::path::{Path, PathBuf};

use crates::{Steps, Subject};
use growth::exponent;
use peers::PEERS;

/// Calls of the made-up APIs.
const SIZES: [usize; 5] = [10, 100, 1_000, 3_000, 10_000];
/// Crates of more calls are generated only: the compiler would ask for more memory than most machines have.
const MOST_CHECKED: usize = 3_000;
/// Growth is told from this size on. Below, a crate is mostly its runtime.
const LEAST_GROWN: usize = 1_000;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    let most_checked = if has("--largest") { usize::MAX } else { MOST_CHECKED };
    let steps = |size: usize| Steps { checks: size <= most_checked, builds: has("--builds") && size <= most_checked };
    let room = tempfile::tempdir().expect("there is a folder for temporary files");
    println!("CPU seconds (user and system), dependencies built before:\n");
    println!("{}", crates::head(steps(0)));
    let sizes = SIZES.into_iter().filter(|_| !has("--documents"));
    let made: Vec<_> = sizes.map(|size| (size, made_up(size, steps(size), room.path()))).collect();
    let documents = arguments.iter().find(|argument| !argument.starts_with("--")).map(|folder| documents(folder));
    let documents = documents.unwrap_or_default();
    for document in &documents {
        beside_peers(document, steps(0), room.path());
    }
    if PEERS.iter().all(|peer| !peer.is_there()) {
        println!("\nNone of the peers is on the `PATH`: {}", PEERS.map(|peer| peer.program).join(", "));
    }
    if has("--callers") {
        println!("\n{}", whole::head());
        for document in &documents {
            whole::measure(&name(document), document, room.path());
        }
    }
    println!();
    for (name, cost) in [("generate", 0), ("check", 1)] {
        let points: Vec<(f64, f64)> = made
            .iter()
            .filter(|(size, _)| *size >= LEAST_GROWN)
            .filter_map(|(size, costs)| Some((f64::from(u32::try_from(*size).ok()?), (*costs)?[cost]?)))
            .collect();
        match exponent(&points) {
            Some(exponent) => println!("{name} grows with calls to the power of {exponent:.2} (aim: 1.05)"),
            None => println!("{name}: too few sizes to tell how it grows"),
        }
    }
}

/// What the crate of a made-up API costs to generate and to check.
fn made_up(calls: usize, steps: Steps, room: &Path) -> Option<[Option<f64>; 2]> {
    let spec = room.join(format!("spec_{calls}"));
    fs::create_dir_all(&spec).expect("a folder");
    for file in support::description(calls, calls).files {
        let name = Path::new(&file.path).file_name().expect("a file").to_owned();
        fs::write(spec.join(name), file.text).expect("a file");
    }
    let subject = Subject { name: format!("{calls} calls, made up"), crate_folder: room.join(format!("made_{calls}")) };
    let generate = crates::of_description(&spec, &subject.crate_folder);
    crates::measure(&subject, generate, steps, &room.join("target"))
}

/// The crates of a document: ours, and those of peers.
fn beside_peers(document: &Path, steps: Steps, room: &Path) {
    let name = name(document);
    let subject = Subject { name: name.clone(), crate_folder: room.join(&name) };
    let generate = crates::of_document(document, &subject.crate_folder);
    let ours = crates::measure(&subject, generate, steps, &room.join("target"));
    for peer in PEERS.iter().filter(|peer| peer.is_there()) {
        let crate_folder = room.join(format!("{name}-{}", peer.program));
        let subject = Subject { name: format!("{name}, by {}", peer.program), crate_folder };
        let generate = peer.command(document, &subject.crate_folder);
        let theirs = crates::measure(&subject, generate, steps, &room.join("target"));
        if let (Some(ours), Some(theirs)) = (ours, theirs) {
            let ratio = |step: usize| {
                let both = theirs[step].zip(ours[step]);
                both.map_or_else(String::new, |(theirs, ours)| format!("{:.1}", theirs / ours))
            };
            println!("| {name}, {} / ours | | | {} | | | {} | |", peer.program, ratio(0), ratio(1));
        }
    }
    // Crates of thousands of files are not kept for the next one.
    _ = fs::remove_dir_all(&subject.crate_folder);
}

/// What a document is called in the tables.
fn name(document: &Path) -> String {
    document.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The documents of a folder. What is no document of OpenAPI 3 is said where it fails.
fn documents(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let is_document =
        |path: &Path| path.extension().is_some_and(|end| ["json", "yaml", "yml"].iter().any(|known| end == *known));
    files.retain(|path| is_document(path));
    files.sort();
    files
}
