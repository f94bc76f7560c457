//! One run at a time in an output folder, and none that reads it half written.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;

use super::error::OutputError;
use super::manifest::{self, Manifest};
use super::place::{folder_or_nothing, read};

/// Keeps other runs out of a folder for as long as it lives. The system itself lets them in when this process dies.
#[derive(Debug)]
#[must_use]
pub struct Lock(#[expect(dead_code, reason = "it is held, not looked at")] Option<File>);

/// What a run is about to do in the folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It only reads, which several may do at once.
    Read,
    /// It writes; the folder is made if it is not there.
    Write,
}

/// Waits until no other run stands in the way. If there is one, `waits` is told first, with the process that has begun
/// to write, as far as that is known.
///
/// # Errors
/// If `out` is no folder, or cannot be made.
pub fn lock(out: &Path, access: Access, waits: impl FnOnce(Option<u32>)) -> Result<Lock, OutputError> {
    folder_or_nothing(out)?;
    if access == Access::Write {
        fs::create_dir_all(out).map_err(OutputError::io("create the folder", out))?;
    }
    // Where a folder cannot be opened or locked, as on some network drives, people have to see to it themselves.
    let Ok(file) = open(out) else { return Ok(Lock(None)) };
    let tried = match access {
        Access::Read => file.try_lock_shared(),
        Access::Write => file.try_lock(),
    };
    if matches!(tried, Err(TryLockError::WouldBlock)) {
        waits(writer(out));
        let waited = match access {
            Access::Read => file.lock_shared(),
            Access::Write => file.lock(),
        };
        waited.map_err(OutputError::io("lock the folder", out))?;
    }
    Ok(Lock(Some(file)))
}

/// The process that has said in the manifest that it is about to write.
fn writer(out: &Path) -> Option<u32> {
    let text = read(out, manifest::PATH).ok().flatten()?;
    Manifest::writer(&String::from_utf8_lossy(&text))
}

/// What is locked: the folder itself, so that there is no other file to leave behind.
#[cfg(not(windows))]
fn open(out: &Path) -> io::Result<File> {
    File::open(out)
}

/// Windows locks no folders. This file is gone once nobody has it open, however they end.
#[cfg(windows)]
fn open(out: &Path) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt;

    const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
    let mut options = File::options();
    options.read(true).write(true).create(true).custom_flags(FILE_FLAG_DELETE_ON_CLOSE);
    options.open(out.join(".clientsmith.lock"))
}
