//! `clientsmith new`: a folder in which everything is there to begin with.

mod description;
mod document;
mod start;

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::say::{self, error, say};
use crate::output;
use start::NewFile;

#[derive(Args)]
pub(super) struct Arguments {
    /// The folder, such as `pets`; the package is then called `pets-client`
    #[arg(value_name = "NAME")]
    folder: PathBuf,
    /// Call the package otherwise than after the folder
    #[arg(long, value_name = "NAME", conflicts_with = "openapi")]
    package: Option<String>,
    /// Begin with a published OpenAPI document, 3.0 or 3.1, in place of a description
    #[arg(long, value_name = "FILE")]
    openapi: Option<PathBuf>,
}

pub(super) fn run(Arguments { folder, package, openapi }: &Arguments) -> Result<ExitCode, String> {
    let name = name_of(folder).unwrap_or_default();
    let start = match openapi {
        Some(document) => document::start(&name, document)?,
        None => description::start(&package.clone().unwrap_or_else(|| package_of(&name)))?,
    };
    let commands = start.commands.clone();
    let files = start.files();
    refuse_to_overwrite(folder, &files)?;
    for NewFile { path, text } in &files {
        let path = folder.join(path);
        let around = path.parent().unwrap_or(folder);
        fs::create_dir_all(around).map_err(|why| say::io_error("create the folder", around, &why))?;
        output::write_file(&path, text).map_err(error)?;
    }
    say(format!("made {} files in {}; what is next:", files.len(), folder.display()));
    if folder != Path::new(".") {
        say(format!("  cd {}", folder.display()));
    }
    for command in commands {
        say(format!("  {command}"));
    }
    Ok(ExitCode::SUCCESS)
}

/// The name of a folder, which may be given as `.`.
fn name_of(folder: &Path) -> Option<String> {
    let absolute = std::path::absolute(folder).ok()?;
    let whole = absolute.canonicalize().unwrap_or(absolute);
    whole.file_name().and_then(OsStr::to_str).map(str::to_owned)
}

/// The name of a package that is none of its own resources, as `pets` would be one.
fn package_of(name: &str) -> String {
    if name.ends_with("client") { name.to_owned() } else { format!("{name}-client") }
}

/// Fails if a file is there already, whatever it holds.
fn refuse_to_overwrite(folder: &Path, files: &[NewFile]) -> Result<(), String> {
    let paths = files.iter().map(|file| folder.join(&file.path));
    let there: Vec<String> = paths
        .filter(|path| path.symlink_metadata().is_ok())
        .map(|path| format!("error: `{}` is there already\n", path.display()))
        .collect();
    if there.is_empty() {
        return Ok(());
    }
    Err(there.concat() + "  = note: nothing was written\n  = help: name another folder, or move these away")
}
