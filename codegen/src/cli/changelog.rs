//! `clientsmith changelog`: the entry that tells callers of a change.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use jiff::civil::Date;

use super::changelog_file::{self, Inserted};
use super::folders::Revisions;
use super::remarks::Remarks;
use super::say::{self, say};
use crate::{output, report};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    revisions: Revisions,
    /// The day of the release; without it the entry is for what is not released yet
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Put the entry into a file in Keep a Changelog form instead of printing it
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let report = arguments.revisions.report(&Remarks::default())?;
    if report.rows.is_empty() && report.generator.is_empty() {
        let (old, new) = (&report.old.label, &report.new.label);
        // Standard output may go into a changelog.
        say::say_on(std::io::stderr(), format!("nothing to tell: `{old}` and `{new}` describe the same client"));
        return Ok(ExitCode::SUCCESS);
    }
    let date = arguments.date.map(|date| date.to_string());
    let entry = report::changelog(&report, date.as_deref());
    match &arguments.write {
        Some(path) => write(path, &entry)?,
        None => say::print(&entry)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, entry: &str) -> Result<(), String> {
    // A device may have no end, and is not to be replaced by a file.
    if fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return Err(say::error(format!(
            "`{}` is not a file: name the changelog, or leave out `--write`",
            path.display()
        )));
    }
    let text = match fs::read_to_string(path) {
        Ok(text) if text.trim().is_empty() => changelog_file::EMPTY.to_owned(),
        Ok(text) => text,
        Err(why) if why.kind() == ErrorKind::NotFound => changelog_file::EMPTY.to_owned(),
        Err(why) => return Err(say::io_error("read", path, &why)),
    };
    match changelog_file::insert(&text, entry) {
        Inserted::New(text) => {
            output::write_file(path, &text).map_err(say::error)?;
            say(format!("wrote the entry into {}", path.display()));
        }
        Inserted::Already => say(format!("{} has the entry already", path.display())),
        Inserted::Differs(version) => {
            return Err(say::error(format!(
                "`{}` has an entry for {version} that says something else\n  = help: remove it to have it written \
                 anew; without `--write` the new one is printed, to take from by hand",
                path.display()
            )));
        }
    }
    Ok(())
}
