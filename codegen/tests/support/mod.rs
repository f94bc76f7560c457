//! What the test files share: where things lie, running the pipeline, reading and comparing folders.

#![allow(dead_code, reason = "each test file uses a part of it")]

pub(crate) mod pieces;
pub(crate) mod witness;
pub(crate) mod written;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use clientsmith::api::Api;
use clientsmith::diag::{self, Diagnostics, Sources};
use clientsmith::output::Files;
use clientsmith::surface::SurfaceLine;

/// The files of a folder: paths inside it, with forward slashes, and what they hold.
pub(crate) type Folder = BTreeMap<String, Vec<u8>>;

/// The root of the repository.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package lies in the workspace").to_owned()
}

/// The folder of this package, or something in it.
pub(crate) fn codegen(inside: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(inside)
}

/// The folders of all cases, by name.
pub(crate) fn cases() -> BTreeMap<String, PathBuf> {
    let folders = fs::read_dir(codegen("tests/cases")).expect("there are cases");
    let folders = folders.map(|folder| folder.unwrap().path()).filter(|path| path.is_dir());
    folders.map(|folder| (name_of(&folder), folder)).collect()
}

/// The descriptions that are edited.
pub(crate) fn edited() -> impl Iterator<Item = PathBuf> {
    let folders = fs::read_dir(codegen("tests/edits")).expect("there are descriptions to edit");
    folders.map(|folder| folder.unwrap().path()).filter(|path| path.join("api.yaml").is_file())
}

/// The last part of a path.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().expect("a path with a name").to_string_lossy().into_owned()
}

/// Whether a path ends in a dot and one of `endings`.
pub(crate) fn has_ending(path: &str, endings: &[&str]) -> bool {
    Path::new(path).extension().is_some_and(|found| endings.iter().any(|ending| found == *ending))
}

/// The files of the crate that a description asks for, or the report of what is wrong with it, or remarked on.
pub(crate) fn generate(spec: &Path) -> Result<Files, String> {
    let sources = Sources::load(spec).map_err(|error| error.to_string())?;
    let built = clientsmith::build(&sources).map_err(|faults| faults.render(&sources, false))?;
    let remarks = [diag::passed_over(spec), built.remarks].map(|remarks| remarks.render(&sources, false)).concat();
    if remarks.is_empty() { Ok(built.value) } else { Err(remarks) }
}

/// What a description means, and the public items of its crate.
pub(crate) fn surface(spec: &Path) -> Result<(Api, Vec<SurfaceLine>), String> {
    let sources = Sources::load(spec).map_err(|error| error.to_string())?;
    let api = clientsmith::read(&sources).map_err(|faults| faults.render(&sources, false))?.value;
    let mut faults = Diagnostics::default();
    let krate = clientsmith::rust::lower(&api, &mut faults);
    if faults.has_faults() {
        Err(faults.render(&sources, false))
    } else {
        Ok((api, clientsmith::emit::surface(&krate)))
    }
}

/// Everything in a folder; nothing if there is no such folder.
pub(crate) fn read_folder(folder: &Path) -> Folder {
    let mut files = Folder::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(inside, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Writes a file, unless it holds just that already: an untouched file keeps what Cargo knows of it fresh.
pub(crate) fn write_file(path: &Path, bytes: &[u8]) {
    if fs::read(path).is_ok_and(|old| old == bytes) {
        return;
    }
    fs::create_dir_all(path.parent().expect("a file in a folder")).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Makes a folder hold just these files.
pub(crate) fn write_folder(folder: &Path, files: &Folder) {
    for surplus in read_folder(folder).keys().filter(|path| !files.contains_key(*path)) {
        fs::remove_file(folder.join(surplus)).unwrap();
    }
    for (path, bytes) in files {
        write_file(&folder.join(path), bytes);
    }
}

/// Makes a folder hold the crate that a description asks for, and the programs of callers in `tests` beside it.
pub(crate) fn write_crate(folder: &Path, spec: &Path) {
    let generated = generate(spec).unwrap_or_else(|report| panic!("{}:\n{report}", spec.display()));
    let mut files: Folder = generated.iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
    let programs = read_folder(&spec.with_file_name("tests"));
    if !programs.is_empty() {
        files.insert("tests/service/mod.rs".to_owned(), include_bytes!("service.rs").to_vec());
        files.insert("tests/recorder/mod.rs".to_owned(), include_bytes!("recorder.rs").to_vec());
    }
    files.extend(programs.into_iter().map(|(path, text)| (format!("tests/{path}"), text)));
    write_folder(folder, &files);
}

/// Makes a folder a workspace of the packages in these folders of it.
pub(crate) fn write_workspace(root: &Path, members: &[impl Debug]) {
    // Everywhere the same, so that dependencies are built once. What is for debuggers and for the next edit does not pay.
    let profile = "[profile.dev]\ndebug = false\nincremental = false\n";
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{profile}");
    write_file(&root.join("Cargo.toml"), manifest.as_bytes());
    // The versions that the repository is tested with.
    let lock = fs::read(workspace().join("Cargo.lock")).expect("the repository has a lock file");
    write_file(&root.join("Cargo.lock"), &lock);
}

/// The Cargo that runs the tests, without what it says to them about their own build.
pub(crate) fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    for (name, _) in std::env::vars_os() {
        let is_ours =
            name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG") || name.starts_with("CARGO_MANIFEST"));
        if is_ours {
            cargo.env_remove(name);
        }
    }
    cargo.env("CARGO_TERM_COLOR", "never").env_remove("RUSTFLAGS").env_remove("RUSTDOCFLAGS");
    cargo
}

/// The folder under the target folder that Cargo invocations of tests share, so that dependencies are built once.
pub(crate) fn shared_target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases-target")
}

/// Standard output and standard error of a finished process, for a message.
pub(crate) fn transcript(output: &Output) -> String {
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    format!("{}\n{stdout}{stderr}", output.status)
}
