//! `generate --watch`: a run whenever what the crate is made from has changed.
//!
//! Each run is a process of its own, out of reach of the Ctrl-C that ends the watch: whoever stops watching does not stop a
//! run half way, and no fault ends the watch.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use super::say::{self, error, say_on};

/// How often the files are looked at. What changes twice within this time is one change.
const EVERY: Duration = Duration::from_millis(200);

/// What is known of each file without reading it: its length, and when it was written.
type Look = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Runs `generate` now and after each change in one of some folders, until the process is ended.
pub(super) fn watch(folders: &[PathBuf]) -> Result<(), String> {
    let shown: Vec<String> = folders.iter().map(|folder| format!("`{}`", folder.display())).collect();
    say_on(std::io::stderr().lock(), format!("watching {}; Ctrl-C ends it", shown.join(", ")));
    loop {
        let made_of = look(folders);
        run()?;
        while look(folders) == made_of {
            sleep(EVERY);
        }
        settle(folders);
    }
}

/// Waits until nothing changes any more: an editor takes several steps to write a file, `git` writes many.
fn settle(folders: &[PathBuf]) {
    let mut before = look(folders);
    loop {
        sleep(EVERY);
        let now = look(folders);
        if now == before {
            return;
        }
        before = now;
    }
}

/// All files in the folders. What cannot be seen is not there; the run will say why.
fn look(folders: &[PathBuf]) -> Look {
    let entries = folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten();
    let files = entries.filter_map(|entry| {
        let found = fs::metadata(entry.path()).ok().filter(fs::Metadata::is_file)?;
        Some((entry.path(), (found.len(), found.modified().ok())))
    });
    files.collect()
}

/// The same command line without `--watch`, to its end.
fn run() -> Result<(), String> {
    let tool = env::current_exe().map_err(|why| error(format!("cannot find the tool itself: {why}")))?;
    let arguments: Vec<OsString> = env::args_os().skip(1).filter(|argument| argument != "--watch").collect();
    let mut run = Command::new(&tool);
    run.args(arguments).stdin(Stdio::null());
    keep_from_interrupts(&mut run);
    // How it ended, it has said itself.
    run.status().map(|_| ()).map_err(|why| say::io_error("run", &tool, &why))
}

#[cfg(unix)]
fn keep_from_interrupts(run: &mut Command) {
    use std::os::unix::process::CommandExt;

    run.process_group(0);
}

#[cfg(windows)]
fn keep_from_interrupts(run: &mut Command) {
    use std::os::windows::process::CommandExt;

    const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
    run.creation_flags(CREATE_NEW_PROCESS_GROUP);
}

#[cfg(not(any(unix, windows)))]
fn keep_from_interrupts(_: &mut Command) {}
