//! Crates that are made, checked and built, and what that takes.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::meter::{Cost, run};

/// What is measured.
#[derive(Clone, Copy)]
pub(crate) struct Steps {
    /// Whether crates are given to the compiler at all.
    pub(crate) checks: bool,
    /// Whether crates are built, too, and their documentation.
    pub(crate) builds: bool,
}

/// A crate that is measured.
pub(crate) struct Subject {
    pub(crate) name: String,
    pub(crate) crate_folder: PathBuf,
}

/// What cargo is asked for besides a check: a column each.
const BUILDS: [(&str, &[&str]); 3] =
    [("build", &["build"]), ("release", &["build", "--release"]), ("doc", &["doc", "--no-deps"])];

/// The first lines of the table.
pub(crate) fn head(steps: Steps) -> String {
    let mut columns = vec!["Crate", "lines", "longest file", "generate", "MiB", "again", "check", "MiB", "one module"];
    columns.extend(BUILDS.iter().map(|(name, _)| *name).filter(|_| steps.builds));
    format!("| {} |\n|{}", columns.join(" | "), "---|".repeat(columns.len()))
}

/// What makes the crate of a description.
pub(crate) fn of_description(spec: &Path, out: &Path) -> Command {
    let mut command = tool("generate");
    command.arg("--out").arg(out).arg("--spec").arg(spec);
    command
}

/// What makes the crate of a document.
pub(crate) fn of_document(document: &Path, out: &Path) -> Command {
    let mut command = tool("generate");
    command.arg("--out").arg(out).arg("--openapi").arg(document);
    // A document may be one of several in a repository.
    if let Some(folder) = document.parent() {
        command.arg("--allow-path").arg(folder);
    }
    command
}

/// The tool, for one of its commands.
pub(crate) fn tool(command: &str) -> Command {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_clientsmith"));
    tool.arg(command);
    tool
}

/// Prints a row of the table; gives what it takes to generate the crate and to check it.
pub(crate) fn measure(
    subject: &Subject,
    mut generate: Command,
    steps: Steps,
    target: &Path,
) -> Option<[Option<f64>; 2]> {
    let Subject { name, crate_folder } = subject;
    let failed = |step: &str, why: String| {
        println!("| {name} | {step} failed: {why} |");
        None
    };
    let first = match run(&mut generate) {
        Ok(first) => first,
        Err(why) => return failed("generate", why),
    };
    let again = run(&mut generate).map_or_else(|_| "failed".to_owned(), |again| format!("{:.2}", again.seconds));
    let (lines, longest) = lines(crate_folder);
    let made = format!("| {name} | {lines} | {longest} | {:.2} | {} | {again}", first.seconds, first.mebibytes);
    if !steps.checks {
        println!("{made} |");
        return Some([Some(first.seconds), None]);
    }
    stand_alone(crate_folder);
    let cargo = |arguments: &[&str]| alone(crate_folder, arguments, target);
    let check = match cargo(&["check"]) {
        Ok(check) => check,
        Err(why) => return failed("check", why),
    };
    let mut row = format!("{made} | {:.2} | {}", check.seconds, check.mebibytes);
    let seconds =
        |cost: Result<Cost, String>| cost.map_or_else(|_| "failed".to_owned(), |cost| format!("{:.2}", cost.seconds));
    let one = one_module(crate_folder)
        .map(|module| cargo(&["check", "--no-default-features", "--features", &format!("async,{module}")]));
    _ = write!(row, " | {}", one.map_or_else(|| "none".to_owned(), seconds));
    for (_, arguments) in BUILDS.iter().filter(|_| steps.builds) {
        _ = write!(row, " | {}", seconds(cargo(arguments)));
    }
    println!("{row} |");
    Some([Some(first.seconds), Some(check.seconds)])
}

/// What cargo takes for a crate alone: what it stands on is built before.
fn alone(krate: &Path, arguments: &[&str], target: &Path) -> Result<Cost, String> {
    let command = || {
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).args(["--quiet", "--offline"]).current_dir(krate);
        command.env("CARGO_TARGET_DIR", target).env("CARGO_INCREMENTAL", "0");
        command
    };
    run(&mut command())?;
    let root = krate.join("src/lib.rs");
    let text = fs::read_to_string(&root).map_err(|error| error.to_string())?;
    fs::write(&root, text + "\n").map_err(|error| error.to_string())?;
    run(&mut command())
}

/// Makes a crate a workspace of its own.
fn stand_alone(krate: &Path) {
    let path = krate.join("Cargo.toml");
    let manifest = fs::read_to_string(&path).unwrap_or_default();
    if !manifest.contains("[workspace]") {
        _ = fs::write(path, manifest + "\n[workspace]\n");
    }
}

/// The feature of one module, if the crate has such features: the first that is there by default.
fn one_module(krate: &Path) -> Option<String> {
    let entries = fs::read_dir(krate.join("src")).ok()?;
    let folders =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.join("requests.rs").is_file());
    let mut names: Vec<String> =
        folders.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    names.sort();
    names.into_iter().next()
}

/// How many lines of text a crate has, and its longest file.
fn lines(krate: &Path) -> (usize, usize) {
    let mut open = vec![krate.to_owned()];
    let (mut all, mut longest) = (0, 0);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let count = text.lines().count();
                all += count;
                longest = longest.max(count);
            }
        }
    }
    (all, longest)
}
