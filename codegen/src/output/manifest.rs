//! The manifest: which files of the output folder the tool owns, and how it left them.
//!
//! It is YAML with one line for each file, so that a merge of two branches keeps the lines of both. It is read with
//! that in mind: only the entries count, and a file may be in any of several states.
//!
//! While a run writes, the manifest is its record: it has the states before and after, so that the next run knows each
//! file as the tool's own, wherever this one was ended and whatever the description says by then.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use xxhash_rust::xxh3::xxh3_128;

use super::files::Files;

/// The manifest's own place in the output folder.
pub(crate) const PATH: &str = ".clientsmith.yaml";

const NOTICE: &str = "# Written by clientsmith: the files that it owns, each with the fingerprint of what it wrote.\n";
const RECORD_NOTICE: &str =
    "# A run has begun to write them. If it was ended half way, run `clientsmith generate`, which completes it.\n";
/// Begins the line of a record that names the process.
const WRITER: &str = "writer: ";

/// Every state in which the tool leaves a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest(BTreeMap<String, BTreeSet<String>>);

#[derive(Serialize)]
struct Document {
    files: Vec<String>,
}

impl Manifest {
    /// Reads a manifest, of which a merge may have kept any lines of both sides; what is not readable owns nothing.
    pub(super) fn read(text: &str) -> Self {
        let entries: Vec<&str> = text.lines().filter(|line| line.starts_with("- ")).collect();
        let entries: Vec<String> = serde_yaml::from_str(&entries.join("\n")).unwrap_or_default();
        let mut manifest = Self::default();
        for line in entries {
            if let Some((fingerprint, path)) = line.split_once(' ').filter(|(_, path)| stays_inside(path)) {
                manifest.add(path, fingerprint.to_owned());
            }
        }
        manifest
    }

    /// The manifest of files once they are written.
    pub(super) fn of(files: &Files) -> Self {
        let mut manifest = Self::default();
        for (path, text) in files.iter() {
            manifest.add(path, fingerprint(text.as_bytes()));
        }
        manifest
    }

    fn add(&mut self, path: &str, fingerprint: String) {
        self.0.entry(path.to_owned()).or_default().insert(fingerprint);
    }

    pub(super) fn text(&self) -> String {
        format!("{NOTICE}{}", self.yaml())
    }

    /// The text while a process makes the files what this manifest says, and they may still be as `before` says.
    pub(super) fn record(&self, before: &Self, process: u32) -> String {
        let mut both = self.clone();
        for (path, states) in &before.0 {
            both.0.entry(path.clone()).or_default().extend(states.iter().cloned());
        }
        format!("{NOTICE}{RECORD_NOTICE}{WRITER}{process}\n{}", both.yaml())
    }

    fn yaml(&self) -> String {
        let lines = |(path, states): (&String, &BTreeSet<String>)| -> Vec<String> {
            states.iter().map(|fingerprint| format!("{fingerprint} {path}")).collect()
        };
        // Plain strings always serialize.
        serde_yaml::to_string(&Document { files: self.0.iter().flat_map(lines).collect() }).unwrap_or_default()
    }

    /// The process that a record names.
    pub(super) fn writer(text: &str) -> Option<u32> {
        text.lines().find_map(|line| line.strip_prefix(WRITER)?.parse().ok())
    }

    /// The files that the tool owns.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    pub(super) fn owns(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// Whether a file is still as the tool left it.
    pub(super) fn left_as(&self, path: &str, bytes: &[u8]) -> bool {
        self.0.get(path).is_some_and(|states| states.contains(&fingerprint(bytes)))
    }
}

/// What tells a text from all others.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    format!("{:032x}", xxh3_128(bytes))
}

/// Whether a path from a manifest, which anybody can edit, names a file inside the output folder.
fn stays_inside(path: &str) -> bool {
    let mut parts = path.split('/');
    !path.contains('\\') && !path.contains(':') && parts.all(|part| !matches!(part, "" | "." | ".."))
}

/// Whether a line was left behind by a merge.
pub(super) fn is_conflict_marker(line: &str) -> bool {
    ["<<<<<<<", "|||||||", ">>>>>>>"].iter().any(|marker| line.starts_with(marker)) || line.trim_end() == "======="
}
