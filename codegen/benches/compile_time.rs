//! What the compiler spends on 500 objects of ten members, by the way in which their decoders are emitted: the choice
//! that decides the compile time of every generated crate. Dependencies are built first and not counted.
//! Run with `cargo bench -p clientsmith --bench compile_time` (Linux: it reads the children's CPU time from `/proc`).

mod support;

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;

const OBJECTS: usize = 500;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let styles = [
        ("derived traits only", derived("")),
        ("serde derive", derived("serde")),
        ("slot table, objects only", slot_table(0)),
        ("slot table, with 500 ids and 500 calls", slot_table(OBJECTS)),
    ];
    println!("CPU seconds (user) for {OBJECTS} structs of ten fields, the crate alone:");
    println!("{:<40}{:>8}{:>9}", "style", "dev", "release");
    for (name, files) in styles {
        let krate = folder.path().join(name.replace([' ', ','], "_"));
        for (path, text) in files {
            let path = krate.join(path);
            fs::create_dir_all(path.parent().expect("inside the crate")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        let (dev, release) = (cost(&krate, &[]), cost(&krate, &["--release"]));
        println!("{name:<40}{dev:>8.1}{release:>9.1}");
    }
}

/// Builds everything, then the crate alone once more.
fn cost(krate: &Path, profile: &[&str]) -> f64 {
    let build = || {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--offline", "--no-default-features"]).args(profile).current_dir(krate);
        assert!(cargo.env("CARGO_INCREMENTAL", "0").status().expect("cargo runs").success());
    };
    build();
    let root = krate.join("src/lib.rs");
    let text = fs::read_to_string(&root).expect("the crate's root");
    fs::write(&root, text + "\n").expect("a changed root");
    let before = children_seconds();
    build();
    children_seconds() - before
}

/// User CPU seconds of all children that have ended.
fn children_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let after_name = stat.rsplit_once(')').expect("a process name").1;
    let ticks: f64 = after_name.split_whitespace().nth(13).expect("cutime").parse().expect("a number");
    // Linux counts in hundredths of a second, whatever the kernel's own clock does.
    ticks / 100.0
}

type Files = Vec<(String, String)>;

/// The tool's own output, without its request functions' client.
fn slot_table(calls: usize) -> Files {
    let sources = support::description(OBJECTS, calls);
    let built = clientsmith::build(&sources).unwrap_or_else(|faults| panic!("{}", faults.render(&sources, false)));
    let files = built.value;
    let mut files: Files = files.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    detach(&mut files);
    files
}

/// Plain structs with derives, and with serde a decoder for each.
fn derived(serde: &str) -> Files {
    let (dependencies, derive) = match serde {
        "" => ("", ""),
        _ => (
            "serde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n",
            ", serde::Serialize, serde::Deserialize",
        ),
    };
    let manifest = format!(
        "[package]\nname = \"derived\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
    );
    let mut text = String::new();
    for n in 0..OBJECTS {
        // Writing to a `String` cannot fail.
        let _ = write!(
            text,
            "#[derive(Clone, Debug, PartialEq{derive})]\npub struct Item{n} {{\n    pub id: String,\n    pub name: String,\n    \
             pub note: Option<String>,\n    pub count: i64,\n    pub weight: Option<i64>,\n    pub price: i64,\n    \
             pub fragile: bool,\n    pub stored: String,\n    pub state: String,\n    pub labels: Vec<String>,\n}}\n"
        );
        if !serde.is_empty() {
            let _ = writeln!(
                text,
                "pub fn item_{n}(text: &str) -> serde_json::Result<Item{n}> {{ serde_json::from_str(text) }}"
            );
        }
    }
    let mut files = vec![("Cargo.toml".to_owned(), manifest), ("src/lib.rs".to_owned(), text)];
    detach(&mut files);
    files
}

/// Makes the crate a workspace of its own.
fn detach(files: &mut Files) {
    for (_, manifest) in files.iter_mut().filter(|(path, _)| path == "Cargo.toml") {
        manifest.push_str("\n[workspace]\n");
    }
}
