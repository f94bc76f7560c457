//! `clientsmith fmt`: brings descriptions into their layout, or says which are not in it.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::folders;
use super::say::{self, error, io_error, say, say_on};
use crate::diag::{Diagnostics, Source, Sources, display_path};
use crate::{format, output};

#[derive(Args)]
pub(super) struct Arguments {
    /// Files, or folders whose `.yaml` files are meant; `-` reads standard input and prints the result
    /// [default: `spec` here or in the nearest folder above that has one]
    paths: Vec<PathBuf>,
    /// Write nothing; print what would change and exit with 1 if anything would
    #[arg(long)]
    check: bool,
}

/// A file that is not in its layout.
struct Change {
    path: PathBuf,
    old: String,
    new: String,
}

pub(super) fn run(Arguments { paths, check }: &Arguments) -> Result<ExitCode, String> {
    if matches!(paths.as_slice(), [path] if path == Path::new("-")) {
        return standard_input(*check);
    }
    let files = files(paths)?;
    let sources = load(&files)?;
    let mut faults = Diagnostics::default();
    let mut changes = Vec::new();
    for (index, path) in files.iter().enumerate() {
        let old = &sources.files[index].text;
        if let Ok(new) = format::format(&sources, index, &mut faults)
            && new != *old
        {
            changes.push(Change { path: path.clone(), old: old.clone(), new });
        }
    }
    let code = if *check { tell(&changes, files.len())? } else { write(&changes, files.len())? };
    // What is wrong with one file does not keep the others from their layout.
    if faults.has_faults() { Err(say::findings(&faults, &sources)) } else { Ok(code) }
}

/// Prints standard input in its layout, or says whether it is in it.
fn standard_input(check: bool) -> Result<ExitCode, String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).map_err(|why| error(format!("cannot read standard input: {why}")))?;
    let sources = Sources { files: vec![Source { path: "standard input".to_owned(), text }] };
    let mut faults = Diagnostics::default();
    let new = format::format(&sources, 0, &mut faults).map_err(|_| say::findings(&faults, &sources))?;
    if check {
        return Ok(ExitCode::from(u8::from(new != sources.files[0].text)));
    }
    say::print(&new)?;
    Ok(ExitCode::SUCCESS)
}

fn write(changes: &[Change], total: usize) -> Result<ExitCode, String> {
    for Change { path, new, .. } in changes {
        output::write_file(path, new).map_err(error)?;
    }
    match changes.len() {
        0 => say(format!("everything is in its layout: {total} files")),
        count => say(format!("laid out {count} of {total} files")),
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what would change.
fn tell(changes: &[Change], total: usize) -> Result<ExitCode, String> {
    if changes.is_empty() {
        say(format!("everything is in its layout: {total} files"));
        return Ok(ExitCode::SUCCESS);
    }
    let difference = |Change { path, old, new }: &Change| output::text_difference(&display_path(path), old, new);
    say::print(&changes.iter().map(difference).collect::<String>())?;
    let line = format!("error: {} of {total} files are not in their layout: run `clientsmith fmt`", changes.len());
    say_on(std::io::stderr().lock(), line);
    Ok(ExitCode::from(1))
}

/// The files that are meant, each once.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let default = if paths.is_empty() { vec![folders::default_spec()?] } else { Vec::new() };
    let mut files = Vec::new();
    for path in paths.iter().chain(&default) {
        let found = fs::metadata(path).map_err(|why| io_error("read", path, &why))?;
        if found.is_dir() { files.extend(inside(path)?) } else { files.push(path.clone()) }
    }
    files.sort();
    files.dedup();
    Ok(files)
}

/// The files of a description in a folder.
fn inside(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    let paths = entries.map_err(|why| io_error("read", folder, &why))?.into_iter().map(|entry| entry.path());
    let is_meant = |path: &PathBuf| {
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        path.extension().is_some_and(|ending| ending == "yaml") && !is_hidden && path.is_file()
    };
    let files: Vec<PathBuf> = paths.filter(is_meant).collect();
    if files.is_empty() {
        return Err(error(format!("`{}` has no files that end in `.yaml`", folder.display())));
    }
    Ok(files)
}

fn load(files: &[PathBuf]) -> Result<Sources, String> {
    let source = |path: &PathBuf| {
        let text = fs::read_to_string(path).map_err(|why| io_error("read", path, &why))?;
        Ok(Source { path: display_path(path), text })
    };
    Ok(Sources { files: files.iter().map(source).collect::<Result<_, String>>()? })
}
