//! What callers wrote before items were renamed still compiles, with a warning on each line that has an old name.

mod support;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::Folder;

/// A program by old names, in which `//~ deprecated` marks the lines that have one.
const CALLER: &str = include_str!("renames/caller.rs");

#[test]
fn old_names_compile_with_a_warning() {
    let mut cargo = support::cargo();
    cargo.current_dir(workspace()).args(["check", "-p", "caller", "--offline", "--message-format=json"]);
    let output = cargo.env("CARGO_TARGET_DIR", support::shared_target()).output().expect("Cargo runs");
    assert!(output.status.success(), "{}", support::transcript(&output));
    let warnings: BTreeSet<(String, u64)> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("Cargo writes JSON"))
        .filter(|message| message["target"]["name"] == "caller")
        .filter_map(|message| {
            let code = message["message"]["code"]["code"].as_str()?.to_owned();
            Some((code, message["message"]["spans"][0]["line_start"].as_u64()?))
        })
        .collect();
    let marked = CALLER.lines().zip(1..).filter(|(line, _)| line.ends_with("//~ deprecated"));
    let marked: BTreeSet<(String, u64)> = marked.map(|(_, number)| ("deprecated".to_owned(), number)).collect();
    assert_eq!(warnings, marked, "left: lines with warnings; right: lines with a mark");
}

/// The crate of the case and its caller.
fn workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("renames");
    support::write_crate(&root.join("case"), &support::codegen("tests/cases/renames/spec"));
    let manifest = "[package]\nname = \"caller\"\nedition = \"2024\"\n\n[dependencies]\n\
                    case-renames = { path = \"../case\", default-features = false, features = [\"loans\"] }\n";
    let caller = Folder::from([
        ("Cargo.toml".to_owned(), manifest.as_bytes().to_vec()),
        ("src/lib.rs".to_owned(), CALLER.as_bytes().to_vec()),
    ]);
    support::write_folder(&root.join("caller"), &caller);
    support::write_workspace(&root, &["caller"]);
    root
}
