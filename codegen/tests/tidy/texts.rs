//! Texts of any kind in the repository.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{Breach, report, support};

/// How keys of the service begin. They are put together here, so that this file holds none itself.
const KEYS: &[&str] = &[concat!("sk", "_test_"), concat!("sk", "_live_"), concat!("rk", "_live_")];
/// The only thing that may follow.
const EXAMPLE: &str = "example";
/// Folders that hold nothing of the repository's own.
const FOREIGN: &[&str] = &[".git", "target"];

#[test]
fn no_key_but_the_example_appears() {
    let mut breaches = Vec::new();
    for (path, text) in texts() {
        for (index, line) in text.lines().enumerate() {
            for key in KEYS.iter().filter(|key| has_key(line, key)) {
                let message =
                    format!("this looks like a key: write `{}{EXAMPLE}` instead of another `{key}…`", KEYS[0]);
                breaches.push(Breach { path: path.clone(), line: index + 1, message });
            }
        }
    }
    report(breaches);
}

/// Whether a line has a key that is more than its beginning and not the example.
fn has_key(line: &str, key: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    line.match_indices(key).any(|(at, _)| {
        let rest = &line[at + key.len()..];
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        &rest[..end] != EXAMPLE
    })
}

#[test]
fn keys_are_seen() {
    let key = KEYS[0];
    assert!(!has_key(&format!("Client::new(\"{key}example\")"), key));
    assert!(has_key(&format!("{key}example2"), key));
    assert!(has_key(&format!("a {key}example b {key}4eC3"), key));
    assert!(has_key(key, key));
}

#[test]
fn no_note_to_oneself_is_left() {
    let notes = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    let mut breaches = Vec::new();
    for (path, text) in texts() {
        for (index, line) in text.lines().enumerate() {
            let mut words = line.split(|c: char| !c.is_alphanumeric());
            if words.any(|word| notes.contains(&word)) {
                let message = "do what the note says, or open an issue for it, and remove the note".to_owned();
                breaches.push(Breach { path: path.clone(), line: index + 1, message });
            }
        }
    }
    report(breaches);
}

#[test]
fn sources_end_in_one_line_end_and_have_no_trailing_space() {
    let mut breaches = Vec::new();
    for (path, text) in texts().filter(|(path, _)| support::has_ending(path, &["rs", "yaml"])) {
        if !text.is_empty() && (!text.ends_with('\n') || text.ends_with("\n\n")) {
            let (path, line) = (path.clone(), text.lines().count());
            breaches.push(Breach { path, line, message: "end the file in one line end".to_owned() });
        }
        for (index, _) in text.lines().enumerate().filter(|(_, line)| line.ends_with([' ', '\t', '\r'])) {
            let message = "remove the space at the end of the line".to_owned();
            breaches.push(Breach { path: path.clone(), line: index + 1, message });
        }
    }
    report(breaches);
}

/// Paths and texts of all files that are text.
fn texts() -> impl Iterator<Item = (String, String)> {
    let root = support::workspace();
    let mut files = Vec::new();
    collect(&root, &mut files);
    assert!(files.len() > 100, "only {} files were found", files.len());
    files.into_iter().filter_map(move |path| {
        let text = String::from_utf8(fs::read(&path).ok()?).ok()?;
        Some((path.strip_prefix(&root).ok()?.to_string_lossy().replace('\\', "/"), text))
    })
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let kind = entry.file_type().unwrap();
        if kind.is_dir() && !FOREIGN.contains(&&*entry.file_name().to_string_lossy()) {
            collect(&entry.path(), files);
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
}
