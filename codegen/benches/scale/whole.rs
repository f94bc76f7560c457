//! What a caller of the crate of a document pays: for an edit of the document, for the calls that it makes, and for a look at
//! what changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::caller;
use crate::crates::{of_description, of_document, tool};
use crate::meter::{Cost, run};

/// So many calls does a caller make whose program is measured.
const CALLS: usize = 3;

/// The first line of the table, and the line below.
pub(crate) fn head() -> String {
    "| Crate | check of a caller | with nothing to do | edit: generate | edit: check | diff | MiB \
     | 3 calls, of all | of these alone | ratio |\n|---|---|---|---|---|---|---|---|---|---|"
        .to_owned()
}

/// Prints a row of the table.
pub(crate) fn measure(name: &str, document: &Path, room: &Path) {
    let cells = edit(document, &room.join("edit"), &room.join("target")).and_then(|mut cells| {
        cells.extend(binaries(document, &room.join("binary"), &room.join("target"))?);
        Ok(cells)
    });
    match cells {
        Ok(cells) => println!("| {name} | {} |", cells.join(" | ")),
        Err(why) => println!("| {name} | failed: {why} |"),
    }
    for folder in ["edit", "binary"] {
        _ = fs::remove_dir_all(room.join(folder));
    }
}

/// What it takes to check a caller, at first, with nothing to do, and after an edit of one description in the document, to
/// make the crate anew, and to compare the two documents.
fn edit(document: &Path, room: &Path, target: &Path) -> Result<Vec<String>, String> {
    let (before, after) = (copied(document, &room.join("before"))?, copied(document, &room.join("after"))?);
    let (krate, program) = (room.join("crate"), room.join("caller"));
    run(&mut of_document(&before, &krate))?;
    caller::write(&krate, &program, CALLS);
    let check = || run(cargo(&program, &["check"], target).env("CARGO_INCREMENTAL", "1"));
    let (first, idle) = (check()?, check()?);
    let text = fs::read_to_string(&after).map_err(|error| error.to_string())?;
    let edited = edited(&text).ok_or("there is no description of a member to edit")?;
    fs::write(&after, edited).map_err(|error| error.to_string())?;
    let generate = run(&mut of_document(&after, &krate))?;
    let again = check()?;
    let mut diff = tool("diff");
    let diff = run(diff.arg(&before).arg(&after))?;
    let seconds = [first, idle, generate, again, diff].map(|Cost { seconds, .. }| format!("{seconds:.2}"));
    Ok(seconds.into_iter().chain([diff.mebibytes.to_string()]).collect())
}

/// The sizes of a program that makes three calls, by the crate of all and by one of these three, stripped, in bytes.
fn binaries(document: &Path, room: &Path, target: &Path) -> Result<Vec<String>, String> {
    let (all, few) = (room.join("all"), room.join("few"));
    run(&mut of_document(document, &all))?;
    let sends = caller::write(&all, &room.join("caller_of_all"), CALLS);
    let spec = room.join("spec");
    let copy = copied(document, &spec)?;
    let taken = sends.iter().map(|call| format!("'{call}'")).collect::<Vec<_>>().join(", ");
    let file = copy.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let project = format!(
        "openapi: {file}\npackage: {{name: few-calls, version: 0.1.0, license: MIT}}\ntake: {{calls: [{taken}]}}\n"
    );
    fs::write(spec.join("api.yaml"), project).map_err(|error| error.to_string())?;
    run(&mut of_description(&spec, &few))?;
    caller::write(&few, &room.join("caller_of_few"), CALLS);
    let sizes = [size(&room.join("caller_of_all"), target)?, size(&room.join("caller_of_few"), target)?];
    let ratio = f64::from(sizes[0]) / f64::from(sizes[1]);
    Ok(vec![sizes[0].to_string(), sizes[1].to_string(), format!("{ratio:.2}")])
}

/// The size of a program, stripped, in bytes.
fn size(program: &Path, target: &Path) -> Result<u32, String> {
    run(cargo(program, &["build", "--release"], target).env("CARGO_PROFILE_RELEASE_STRIP", "true"))?;
    let manifest = fs::read_to_string(program.join("Cargo.toml")).map_err(|error| error.to_string())?;
    let name = manifest.lines().find_map(|line| line.strip_prefix("name = ")).unwrap_or_default().trim_matches('"');
    let built = fs::metadata(target.join("release").join(name)).map_err(|error| error.to_string())?;
    u32::try_from(built.len()).map_err(|error| error.to_string())
}

fn cargo(package: &Path, arguments: &[&str], target: &Path) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(arguments).args(["--quiet", "--offline"]).current_dir(package).env("CARGO_TARGET_DIR", target);
    command
}

/// A document in a folder of its own.
fn copied(document: &Path, folder: &Path) -> Result<PathBuf, String> {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let copy = folder.join(document.file_name().unwrap_or_default());
    fs::copy(document, &copy).map_err(|error| error.to_string())?;
    Ok(copy)
}

/// A document in which the first member that is described, on one line, is described in one more word.
fn edited(text: &str) -> Option<String> {
    let members = text.find("properties")?;
    let key = ["description: ", "\"description\": \"", "\"description\":\""];
    let mut places: Vec<usize> = key
        .iter()
        .filter_map(|key| {
            let mut found = text[members..].match_indices(key).map(|(at, _)| members + at + key.len());
            found.find(|at| text[*at..].starts_with(|first: char| first.is_ascii_alphabetic()))
        })
        .collect();
    places.sort_unstable();
    let place = *places.first()?;
    Some(format!("{}Anew {}", &text[..place], &text[place..]))
}
