//! Cases as crates. Each holds a whole runtime, which costs more to compile than a small case: those whose `api.yaml` says
//! nothing of its own become resources of one crate. Its tests become modules of one program, since each is linked by itself.

use std::collections::BTreeMap;
use std::path::Path;

use crate::support::{self, Folder};

/// The crate of all cases whose `api.yaml` says nothing of its own.
const PLAIN: &str = "plain";

/// Lines of `api.yaml` in which plain cases differ from each other.
const NAMES: [&str; 4] = ["api:", "doc:", "package:", "servers:"];

/// Plain cases that are crates by themselves, since that is what they show.
const ALONE: [(&str, &str); 3] = [
    ("features", "each of its resources is compiled without the others"),
    ("no_calls", "a crate without calls has no clients"),
    ("shadowing", "one of its resources has the name of the crate"),
];

/// A crate to be: files of its description, and callers' programs.
#[derive(Default)]
struct Joined {
    spec: Folder,
    programs: Folder,
}

/// Writes the crates of all cases below `root`, with their descriptions in `scratch`, and gives the names of their folders.
pub(crate) fn write(root: &Path, scratch: &Path) -> Vec<String> {
    let joined = joined();
    for (name, Joined { spec, programs }) in &joined {
        let folder = scratch.join(name);
        support::write_folder(&folder.join("spec"), spec);
        support::write_folder(&folder.join("tests"), programs);
        support::write_crate(&root.join(name), &folder.join("spec"));
        link_once(&root.join(name));
    }
    joined.into_keys().collect()
}

fn joined() -> BTreeMap<String, Joined> {
    let mut all: BTreeMap<String, Joined> = BTreeMap::new();
    for (case, folder) in support::cases() {
        let (spec, programs) =
            (support::read_folder(&folder.join("spec")), support::read_folder(&folder.join("tests")));
        let is_plain = is_plain(&spec) && ALONE.iter().all(|(alone, _)| *alone != case);
        let joined = all.entry(if is_plain { PLAIN.to_owned() } else { case.clone() }).or_default();
        for (path, text) in spec {
            let taken = joined.spec.insert(path.clone(), text);
            assert!(taken.is_none() || path == "api.yaml", "two plain cases have a {path}: name one of them otherwise");
        }
        for (path, text) in programs {
            let text = String::from_utf8(text).expect("programs are UTF-8");
            let text = if is_plain { text.replace(&format!("case_{case}"), &format!("case_{PLAIN}")) } else { text };
            let path = if is_plain { format!("{case}_{path}") } else { path };
            joined.programs.insert(path, text.into_bytes());
        }
    }
    let plain = all.get_mut(PLAIN).expect("some cases are plain");
    let api = format!(
        "api: {PLAIN}\ndoc: All that needs no settings.\nversion: \"1\"\n\
         package: {{name: case-{PLAIN}, version: 0.1.0, license: MIT}}\n\
         servers: {{main: \"https://{PLAIN}.example\"}}\nauth: bearer\n"
    );
    plain.spec.insert("api.yaml".to_owned(), api.into_bytes());
    all
}

/// Whether a description's `api.yaml` says only what those of all others say.
fn is_plain(spec: &Folder) -> bool {
    let api = String::from_utf8_lossy(&spec["api.yaml"]);
    let has_one_server = api.lines().any(|line| line.starts_with("servers:") && !line.contains(','));
    let said: Vec<&str> = api.lines().filter(|line| !NAMES.iter().any(|name| line.starts_with(name))).collect();
    has_one_server && said == ["version: \"1\"", "auth: bearer"] && api.lines().count() == said.len() + NAMES.len()
}

/// Makes the emitted tests of a crate modules of one program.
fn link_once(krate: &Path) {
    let mut tests = support::read_folder(&krate.join("tests"));
    let is_emitted = |text: &[u8]| text.starts_with(b"// @generated");
    let (emitted, mut rest): (Folder, Folder) =
        std::mem::take(&mut tests).into_iter().partition(|(_, text)| is_emitted(text));
    let modules: String = emitted.keys().map(|path| format!("mod {};\n", path.trim_end_matches(".rs"))).collect();
    if !emitted.is_empty() {
        rest.insert("examples/main.rs".to_owned(), modules.into_bytes());
        rest.extend(emitted.into_iter().map(|(path, text)| (format!("examples/{path}"), text)));
    }
    support::write_folder(&krate.join("tests"), &rest);
}
