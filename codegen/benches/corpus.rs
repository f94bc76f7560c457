//! What becomes of published documents: how many calls are emitted, how many members are plain JSON though they have a type,
//! remarks, lines, CPU seconds and peak memory, for each document of a folder and in all.
//! Run with `cargo bench -p clientsmith --bench corpus -- DIR`; `--check` also checks each crate with the compiler, and a
//! program that spawns a call of each of its modules; `--out DIR` keeps the crates. Without a folder, nothing is measured.

#[path = "corpus/caller.rs"]
mod caller;
#[path = "support/memory.rs"]
mod memory;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::{self, Files, OpenError};
use clientsmith::output::{self, Access};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let value = |name: &str| arguments.iter().position(|known| known == name).and_then(|at| arguments.get(at + 1));
    if let Some(path) = value("--one") {
        return one(Path::new(path), value("--out").map(Path::new));
    }
    let Some(folder) = arguments.iter().find(|argument| !argument.starts_with("--")) else {
        return println!("no folder was given, so nothing is measured");
    };
    let out = value("--out").map_or_else(|| std::env::temp_dir().join("clientsmith-corpus"), PathBuf::from);
    println!("| Document | Calls | Plain JSON | Remarks | Lines | CPU s | MiB | |\n|---|---|---|---|---|---|---|---|");
    let mut sums = [0_usize; 6];
    for path in documents(Path::new(folder)) {
        run(&path, Path::new(folder), &out, arguments.iter().any(|known| known == "--check"), &mut sums);
    }
    let [described, emitted, members, plain, remarks, lines] = sums;
    println!("| all | {emitted} of {described} | {plain} of {members} | {remarks} | {lines} | | | |");
}

/// The documents of a folder: those that its index names, or else those that lie in it.
fn documents(folder: &Path) -> Vec<PathBuf> {
    if let Ok(index) = fs::read_to_string(folder.join("INDEX.tsv")) {
        let files = index.lines().skip(1).filter_map(|line| line.split('\t').nth(1));
        return files.map(|file| folder.join(file)).collect();
    }
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| {
        path.extension().is_some_and(|ending| ["json", "yaml", "yml"].iter().any(|known| ending == *known))
    });
    files.sort();
    files
}

/// Measures a document in a process of its own, since the peak of memory never falls.
fn run(path: &Path, folder: &Path, out: &Path, checks: bool, sums: &mut [usize; 6]) {
    let name = path.strip_prefix(folder).unwrap_or(path).with_extension("").to_string_lossy().replace('/', "-");
    let krate = out.join(&name);
    let program = std::env::current_exe().expect("the path of this program");
    let output =
        Command::new(program).arg("--one").arg(path).arg("--out").arg(&krate).output().expect("this program runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let fields: Vec<&str> = text.lines().last().unwrap_or_default().split('\t').collect();
    let [described, emitted, members, plain, remarks, lines, seconds, memory, kinds] = fields.as_slice() else {
        let why = String::from_utf8_lossy(&output.stderr);
        let why = why.lines().find(|line| !line.is_empty()).unwrap_or("it ended early").replace('|', " ");
        return println!("| {name} | failed: {why} | | | | | | |");
    };
    for (sum, field) in sums.iter_mut().zip([described, emitted, members, plain, remarks, lines]) {
        *sum += field.parse::<usize>().unwrap_or_default();
    }
    let compiled = if checks { check(&krate) } else { String::new() };
    println!(
        "| {name} | {emitted} of {described} | {plain} of {members} | {remarks} ({kinds}) | {lines} | {seconds} | {memory} | {compiled} |"
    );
}

/// Checks a crate with the compiler; all of them share a target folder.
fn check(krate: &Path) -> String {
    let target = krate.parent().unwrap_or(krate).join("target");
    // A name may have dots.
    let mut program = krate.to_owned().into_os_string();
    program.push(".caller");
    let program = PathBuf::from(program);
    let modules = caller::write(krate, &program, usize::MAX).len();
    let output = Command::new("cargo")
        .args(["check", "--offline", "--quiet", "--manifest-path"])
        .arg(program.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", target)
        .output()
        .expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stderr);
    let count = |word: &str| text.lines().filter(|line| line.starts_with(word)).count();
    match (count("error"), count("warning")) {
        (0, 0) if output.status.success() => format!("compiles, {modules} modules called"),
        (errors, warnings) => format!("{errors} errors, {warnings} warnings"),
    }
}

fn one(path: &Path, out: Option<&Path>) {
    let mut found = Diagnostics::default();
    let allowed: Vec<PathBuf> = path.ancestors().nth(3).map(Path::to_owned).into_iter().collect();
    let files = match Files::open(path, &allowed, &mut found) {
        Ok(files) => files,
        Err(OpenError::Faulty(faults, sources)) => return eprintln!("{}", faults.render(&sources, false)),
        Err(why) => return eprintln!("{why}"),
    };
    if let Err(why) = openapi::recognise(&files) {
        return eprintln!("{why}");
    }
    let settled = match clientsmith::build_document(&files) {
        Ok(settled) => settled,
        Err(faults) => return eprintln!("{}", faults.render(&files.sources, false)),
    };
    let lines: usize = settled.value.iter().map(|(_, text)| text.lines().count()).sum();
    let mut kinds = BTreeMap::<_, usize>::new();
    for remark in settled.remarks.list().iter().chain(found.list()) {
        *kinds.entry(remark.rule).or_default() += 1;
    }
    let remarks: usize = kinds.values().sum();
    let kinds: Vec<String> = kinds.into_iter().map(|(rule, count)| format!("{count} {rule}")).collect();
    let summary = settled.summary;
    if let Some(out) = out {
        let _lock = output::lock(out, Access::Write, |_| ()).expect("the folder can be made");
        let plan = output::plan(&settled.value, out, true).expect("the folder can be read");
        output::write(&plan, out).expect("the folder can be written");
    }
    println!(
        "{}\t{}\t{}\t{}\t{remarks}\t{lines}\t{:.2}\t{}\t{}",
        summary.operations,
        summary.emitted,
        summary.members.all,
        summary.members.plain,
        cpu_seconds(),
        memory::peak() / 1024,
        kinds.join(", ")
    );
}

/// The time that this process had on a processor.
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    (ticks(11) + ticks(12)) / 100.0
}
