//! What a whole API costs, by its crate: to generate it, to do so again where nothing changed, to check it with the compiler,
//! alone and with one module, and to build it; lines, and the longest file. And how that grows with the number of calls.
//! Run with `cargo bench -p clientsmith --bench scale -- DIR` (Linux: CPU seconds and memory are read from `/proc`). Without a
//! folder of documents, made-up APIs are measured. `--builds` also builds each crate, for development and for a release, and
//! its documentation; `--documents` leaves out the made-up APIs. Peers that are on the `PATH` do the same beside it.

#[path = "scale/crates.rs"]
mod crates;
#[path = "scale/growth.rs"]
mod growth;
#[path = "scale/meter.rs"]
mod meter;
#[path = "scale/peers.rs"]
mod peers;
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use crates::{Steps, Subject};
use growth::exponent;
use peers::PEERS;

/// Calls of the made-up APIs.
const SIZES: [usize; 4] = [10, 100, 1_000, 10_000];
/// Crates of more calls are generated only: the compiler would ask for more memory than most machines have.
const MOST_CHECKED: usize = 1_000;
/// Growth is told from this size on. Below, a crate is mostly its runtime.
const LEAST_GROWN: usize = 100;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let has = |option: &str| arguments.iter().any(|argument| argument == option);
    let steps = Steps { checks: true, builds: has("--builds") };
    let room = tempfile::tempdir().expect("there is a folder for temporary files");
    println!("CPU seconds (user and system), dependencies built before:\n");
    println!("{}", crates::head(steps));
    let sizes = SIZES.into_iter().filter(|_| !has("--documents"));
    let made: Vec<_> = sizes.map(|size| (size, made_up(size, steps, room.path()))).collect();
    if let Some(folder) = arguments.iter().find(|argument| !argument.starts_with("--")) {
        for document in documents(Path::new(folder)) {
            beside_peers(&document, steps, room.path());
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
    let steps = Steps { checks: steps.checks && calls <= MOST_CHECKED, ..steps };
    crates::measure(&subject, generate, steps, &room.join("target"))
}

/// The crates of a document: ours, and those of peers.
fn beside_peers(document: &Path, steps: Steps, room: &Path) {
    let name = document.file_stem().unwrap_or_default().to_string_lossy().into_owned();
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

/// The documents of a folder. What is no document of OpenAPI 3 is said where it fails.
fn documents(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    let is_document =
        |path: &Path| path.extension().is_some_and(|end| ["json", "yaml", "yml"].iter().any(|known| end == *known));
    files.retain(|path| is_document(path));
    files.sort();
    files
}
