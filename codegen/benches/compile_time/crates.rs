//! Crates that are built for their compile time.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use clientsmith::diag::{Source, Sources};

/// The texts of a crate, by their paths.
pub(crate) type Files = BTreeMap<String, String>;

const API: &str = "\
api: kinds
doc: A made-up API.
version: '1'
package: {name: kinds, version: 0.1.0, license: MIT}
servers: {api: https://kinds.example}
auth: bearer
";

/// The crate that the tool makes of a resource; nothing if it is none that can be described, which it says.
pub(crate) fn generated(resource: String) -> Option<Files> {
    let source = |path: &str, text| Source { path: path.to_owned(), text };
    let sources = Sources { files: vec![source("spec/api.yaml", API.to_owned()), source("spec/kinds.yaml", resource)] };
    let built =
        clientsmith::build(&sources).inspect_err(|faults| eprintln!("{}", faults.render(&sources, false))).ok()?;
    Some(built.value.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect())
}

/// A crate with serde, of one module.
pub(crate) fn by_hand(module: String) -> Files {
    let manifest = "[package]\nname = \"kinds\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                    [features]\nkinds = []\n\n\
                    [dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";
    [("Cargo.toml", manifest.to_owned()), ("src/lib.rs", module)].map(|(path, text)| (path.to_owned(), text)).into()
}

/// Where crates are built. They share what their dependencies became.
pub(crate) struct Workshop {
    folder: tempfile::TempDir,
    crates: usize,
}

impl Workshop {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), crates: 0 }
    }

    /// User CPU seconds to compile a crate alone, in development and for a release.
    pub(crate) fn cost(&mut self, files: &Files) -> [f64; 2] {
        let root = self.folder.path().join(format!("crate_{}", self.crates));
        self.crates += 1;
        for (path, text) in files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("inside the crate")).expect("a folder");
            // The crate is a workspace of its own.
            let text = if path.ends_with("Cargo.toml") { text.clone() + "\n[workspace]\n" } else { text.clone() };
            fs::write(path, text).expect("a file");
        }
        [&[][..], &["--release"]].map(|profile| self.build(&root, profile))
    }

    /// Builds everything, then the crate alone twice: the quicker one counts, since other work only ever adds.
    fn build(&self, root: &Path, profile: &[&str]) -> f64 {
        let build = || {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["build", "--quiet", "--offline", "--no-default-features", "--features", "kinds"]);
            cargo.args(profile).current_dir(root).env("CARGO_INCREMENTAL", "0");
            let status = cargo.env("CARGO_TARGET_DIR", self.folder.path().join("target")).status();
            assert!(status.expect("cargo runs").success());
        };
        build();
        let again = || {
            touch(&root.join("src/lib.rs"));
            let before = children_seconds();
            build();
            children_seconds() - before
        };
        again().min(again())
    }
}

/// Makes a file another one to cargo.
fn touch(path: &PathBuf) {
    let text = fs::read_to_string(path).expect("the crate's root");
    fs::write(path, text + "\n").expect("a changed root");
}

/// User CPU seconds of all children that have ended.
fn children_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    let after_name = stat.rsplit_once(')').expect("a process name").1;
    let ticks: f64 = after_name.split_whitespace().nth(13).expect("cutime").parse().expect("a number");
    // Linux counts in hundredths of a second, whatever the kernel's own clock does.
    ticks / 100.0
}
