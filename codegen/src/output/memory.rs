//! What a run leaves for the next one, so that one with nothing to do need not make the crate again to find that out. It is no
//! part of the crate, and its folder hides itself, from git and from packages. Whatever is wrong with it, the crate is made.

use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::OutputError;
use super::files::Files;
use super::manifest::{self, Manifest, fingerprint};
use super::place::{inside, read};
use super::staging;
use super::whole::write_file;

/// Its folder in the output folder.
const FOLDER: &str = ".clientsmith.cache";
const FILE: &str = "last_run.json";

/// What the last run made, and what it said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// The fingerprint of all that the crate was made of.
    pub inputs: String,
    /// That of the manifest.
    manifest: String,
    /// How many files the crate has.
    pub files: usize,
    /// What was said of the inputs.
    pub said: Said,
}

/// What a run says of its inputs, whatever there was to write.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Remarks.
    pub plain: String,
    /// The same for a terminal.
    pub colored: String,
    /// What was made of them.
    pub sentence: Option<String>,
}

impl Memory {
    /// What a run that wrote `files` is to leave.
    #[must_use]
    pub fn of(files: &Files, inputs: String, said: Said) -> Self {
        let manifest = fingerprint(Manifest::of(files).text().as_bytes());
        Self { inputs, manifest, files: files.iter().count() + 1, said }
    }

    /// What the last run left in the folder `out`, if it can be read.
    #[must_use]
    pub fn recall(out: &Path) -> Option<Self> {
        let text = read(out, &format!("{FOLDER}/{FILE}")).ok()??;
        serde_json::from_slice(&text).ok()
    }

    /// Leaves it in the folder `out`.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn leave(&self, out: &Path) -> Result<(), OutputError> {
        if Self::recall(out).as_ref() == Some(self) {
            return Ok(());
        }
        let path = inside(out, &format!("{FOLDER}/{FILE}"))?;
        let folder = out.join(FOLDER);
        fs::create_dir_all(&folder).map_err(OutputError::io("create", &folder))?;
        let (ignore, text) = staging::IGNORE_FILE;
        write_file(&inside(out, &format!("{FOLDER}/{ignore}"))?, text)?;
        // What was read once can be written.
        write_file(&path, &serde_json::to_string_pretty(self).unwrap_or_default())
    }

    /// Whether the folder `out` is just as that run left it, file by file.
    #[must_use]
    pub fn is_still_so(&self, out: &Path) -> bool {
        let Ok(Some(text)) = read(out, manifest::PATH) else { return false };
        if staging::is_there(out) || fingerprint(&text) != self.manifest {
            return false;
        }
        let manifest = Manifest::read(&String::from_utf8_lossy(&text));
        manifest.paths().all(|path| matches!(read(out, path), Ok(Some(bytes)) if manifest.left_as(path, &bytes)))
    }
}
