//! Cases as crates. Each holds a whole runtime, which costs more to compile than a small case: those whose `api.yaml` says
//! nothing of its own become resources of a few crates, whose names do not clash. The emitted tests of a crate become modules
//! of one program, since each is linked by itself.

use std::path::{Path, PathBuf};

use clientsmith::diag::{Source, Sources};

use crate::support::{self, Folder};

/// Lines of `api.yaml` in which plain cases differ from each other.
const NAMES: [&str; 4] = ["api:", "doc:", "package:", "servers:"];

/// Plain cases that are crates by themselves, since that is what they show.
const ALONE: [(&str, &str); 3] = [
    ("features", "each of its resources is compiled without the others"),
    ("no_calls", "a crate without calls has no clients"),
    ("shadowing", "one of its resources has the name of the crate"),
];

/// A crate to be: files of its description, and callers' programs.
struct Case {
    spec: Folder,
    programs: Folder,
    is_plain: bool,
}

/// Writes the crates of all cases below `root`, with their descriptions in `scratch`, and gives the names of their folders.
pub(crate) fn write(root: &Path, scratch: &Path) -> Vec<String> {
    let (plain, others): (Vec<_>, Vec<_>) = support::cases().into_iter().map(read).partition(|(_, case)| case.is_plain);
    let crates = others.into_iter().chain(joined(plain));
    let write = |(name, case): (String, Case)| {
        let folder = scratch.join(&name);
        support::write_folder(&folder.join("spec"), &case.spec);
        support::write_folder(&folder.join("tests"), &case.programs);
        support::write_crate(&root.join(&name), &folder.join("spec"));
        link_once(&root.join(&name));
        name
    };
    crates.map(write).collect()
}

fn read((name, folder): (String, PathBuf)) -> (String, Case) {
    let (spec, programs) = (support::read_folder(&folder.join("spec")), support::read_folder(&folder.join("tests")));
    let is_plain = is_plain(&spec) && ALONE.iter().all(|(alone, _)| *alone != name);
    (name, Case { spec, programs, is_plain })
}

/// Plain cases as few: each goes to the first of those before whose names leave room for its own.
fn joined(plain: Vec<(String, Case)>) -> Vec<(String, Case)> {
    let mut all: Vec<(String, Case)> = Vec::new();
    for (name, case) in plain {
        let found = all.iter().enumerate().find_map(|(index, (into, before))| {
            let both = before.with(into, &name, &case);
            is_fine(&both.spec).then_some((index, both))
        });
        if let Some((index, both)) = found {
            all[index].1 = both;
            continue;
        }
        let into = format!("plain{}", all.len());
        let empty = Case { spec: api(&into), programs: Folder::new(), is_plain: true };
        let first = empty.with(&into, &name, &case);
        all.push((into, first));
    }
    all
}

/// Whether there is nothing to say of a description.
fn is_fine(spec: &Folder) -> bool {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let files = spec.iter().map(|(path, bytes)| Source { path: path.clone(), text: text(bytes) });
    let Ok(read) = clientsmith::read(&Sources { files: files.collect() }) else { return false };
    let mut found = read.remarks;
    clientsmith::rust::lower(&read.value, &mut found);
    found.list().is_empty()
}

/// What the crate of several cases says of itself.
fn api(name: &str) -> Folder {
    let text = format!(
        "api: {name}\ndoc: What needs no settings.\nversion: \"1\"\n\
         package: {{name: case-{name}, version: 0.1.0, license: MIT}}\n\
         servers: {{main: \"https://{name}.example\"}}\nauth: bearer\n"
    );
    Folder::from([("api.yaml".to_owned(), text.into_bytes())])
}

impl Case {
    /// The same, called `into`, with another one of this name. A resource that both have is left with neither.
    fn with(&self, into: &str, name: &str, other: &Self) -> Self {
        let mut both = Self { spec: self.spec.clone(), programs: self.programs.clone(), is_plain: true };
        for (path, text) in other.spec.iter().filter(|(path, _)| *path != "api.yaml") {
            if both.spec.insert(path.clone(), text.clone()).is_some() {
                both.spec.insert(path.clone(), b"this file would be that of two cases".to_vec());
            }
        }
        let (programs, data): (Folder, Folder) =
            other.programs.clone().into_iter().partition(|(path, _)| support::has_ending(path, &["rs"]));
        both.programs.extend(data);
        for (path, text) in programs {
            let text = String::from_utf8(text).expect("programs are UTF-8");
            let text = text.replace(&format!("case_{name}"), &format!("case_{into}"));
            both.programs.insert(format!("{name}_{path}"), text.into_bytes());
        }
        both
    }
}

/// Whether a description's `api.yaml` says only what those of all others say.
fn is_plain(spec: &Folder) -> bool {
    let api = String::from_utf8_lossy(&spec["api.yaml"]);
    let has_one_server = api.lines().any(|line| line.starts_with("servers:") && !line.contains(','));
    let said: Vec<&str> = api.lines().filter(|line| !NAMES.iter().any(|name| line.starts_with(name))).collect();
    has_one_server && said == ["version: \"1\"", "auth: bearer"] && api.lines().count() == said.len() + NAMES.len()
}

/// Makes the emitted tests of a crate modules of one program.
pub(crate) fn link_once(krate: &Path) {
    let tests = support::read_folder(&krate.join("tests"));
    let is_emitted = |text: &[u8]| text.starts_with(b"// @generated");
    let (emitted, mut rest): (Folder, Folder) = tests.into_iter().partition(|(_, text)| is_emitted(text));
    // A resource may have the name of a keyword.
    let module = |path: &String| format!("#[path = {path:?}]\nmod of_{};\n", path.trim_end_matches(".rs"));
    let modules: Vec<String> = emitted.keys().map(module).collect();
    if !emitted.is_empty() {
        rest.insert("examples/main.rs".to_owned(), modules.concat().into_bytes());
        rest.extend(emitted.into_iter().map(|(path, text)| (format!("examples/{path}"), text)));
    }
    support::write_folder(&krate.join("tests"), &rest);
}
