//! Remarks on what lies in the folder of a description and looks as if it were read.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use super::diagnostics::{Diagnostic, Diagnostics, Severity};
use super::load::{display_path, is_hidden_name};
use super::wording::code;

/// How deep folders in the folder are looked into.
const DEEPEST: usize = 3;
/// Endings of files that people take for a description.
const ENDINGS: [&str; 5] = [".json", ".json5", ".jsonc", ".yaml.txt", ".yml.txt"];

/// Remarks on folders with descriptions in them and on files of other kinds, which [`Sources::load`] passes over.
///
/// [`Sources::load`]: super::Sources::load
#[must_use]
pub fn passed_over(folder: &Path) -> Diagnostics {
    let mut remarks = Diagnostics::default();
    for path in entries(folder) {
        let shown = code(&display_path(&path));
        let name = name(&path);
        if path.is_dir() {
            if holds_yaml(&path, DEEPEST) {
                let help = format!(
                    "move its files into {}: only what lies directly in it is read",
                    code(&display_path(folder))
                );
                remarks.push(remark(format!("the folder {shown} is passed over"), help));
            }
        } else if let Some(stem) = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)) {
            let help = format!("if it describes a resource, name it {}", code(&format!("{stem}.yaml")));
            remarks.push(remark(format!("the file {shown} is passed over"), help));
        }
    }
    remarks
}

fn remark(message: String, help: String) -> Diagnostic {
    Diagnostic::without_place(Severity::Remark, "passed-over", message).help(help)
}

/// Whether any file below a folder ends in `.yaml` or the like. Links to folders below it are not followed, so there is
/// an end.
fn holds_yaml(folder: &Path, depth: usize) -> bool {
    entries(folder).iter().any(|path| {
        let is_folder = path.is_dir() && !path.is_symlink();
        let ending = path.extension().map(OsStr::to_ascii_lowercase);
        let is_yaml = ending.is_some_and(|ending| ending == "yaml" || ending == "yml");
        if is_folder { depth > 1 && holds_yaml(path, depth - 1) } else { is_yaml }
    })
}

/// What a folder holds, by name, but for what is hidden; nothing if it cannot be read, which loading reports.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|path| !is_hidden_name(&name(path))).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
