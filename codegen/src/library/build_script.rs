//! Generation in a build script, for a crate whose code is never checked in.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use toml::de::DeTable;

use super::error::Error;
use super::generation::generate_from;
use crate::output;

/// The folder of the crate in `OUT_DIR`.
const FOLDER: &str = "client";

/// Makes the crate of a description while Cargo builds it: for the `build.rs` of a package that has the sections `[features]`
/// and `[dependencies]` of the crate.
///
/// The folder `spec` is named from that of the package. The code comes into `OUT_DIR`, and the library of the package has
/// two lines:
///
/// ```text
/// #![doc = include_str!(concat!(env!("OUT_DIR"), "/client.md"))]
/// include!(concat!(env!("OUT_DIR"), "/client/src/included.rs"));
/// ```
///
/// Cargo runs the script again when the description has changed, and not otherwise. What there is to remark on it is a
/// warning of Cargo's.
///
/// # Errors
/// As [`generate`](super::generate); where there is no build script that runs; and if the package lacks features or
/// dependencies of the crate, which are then named.
pub fn generate_in_build_script(spec: impl AsRef<Path>) -> Result<(), Error> {
    let variable = |name: &str| {
        let missing = || Error::new(format!("there is no variable `{name}`: call this in a build script"));
        env::var_os(name).map(PathBuf::from).ok_or_else(missing)
    };
    let (package, target) = (variable("CARGO_MANIFEST_DIR")?, variable("OUT_DIR")?);
    let spec = package.join(spec);
    // Said first, so that whoever mends a fault need not do more than that.
    println!("cargo::rerun-if-changed={}", spec.display());
    let folder = target.join(FOLDER);
    let (generated, sources) = generate_from(&spec, &folder)?;
    for source in &sources.files {
        println!("cargo::rerun-if-changed={}", source.path);
    }
    for line in generated.remarks.lines() {
        println!("cargo::warning={line}");
    }
    let read = |path: &Path| {
        fs::read_to_string(path).map_err(|why| Error::new(format!("cannot read `{}`: {why}", path.display())))
    };
    let (docs, code) = apart(&read(&folder.join("src/lib.rs"))?);
    for (path, text) in [(target.join("client.md"), docs), (folder.join("src/included.rs"), code)] {
        output::write_file(&path, &text).map_err(Error::new)?;
    }
    let written = folder.join("Cargo.toml");
    match lacking(&read(&package.join("Cargo.toml"))?, &read(&written)?) {
        lacking if lacking.is_empty() => Ok(()),
        lacking => Err(Error::new(format!(
            "the package lacks what the crate needs:\n{lacking}  = help: take the sections `[features]` and \
             `[dependencies]` from `{}`",
            written.display()
        ))),
    }
}

/// The documentation of a library, and its code without what may only stand at the beginning of a file.
fn apart(library: &str) -> (String, String) {
    let (mut docs, mut code) = (String::new(), String::new());
    for line in library.lines() {
        if let Some(words) = line.strip_prefix("//!") {
            docs.extend([words.strip_prefix(' ').unwrap_or(words), "\n"]);
        } else if !line.starts_with("#![") {
            code.extend([line, "\n"]);
        }
    }
    (docs, code)
}

/// The features and dependencies that a package does not have, a line each.
fn lacking(package: &str, written: &str) -> String {
    let mut lacking = String::new();
    for section in ["features", "dependencies"] {
        let there = keys(package, section);
        for key in keys(written, section).into_iter().filter(|key| !there.contains(key)) {
            _ = writeln!(lacking, "  `{key}` in `[{section}]`");
        }
    }
    lacking
}

/// The keys of a section.
fn keys(manifest: &str, section: &str) -> Vec<String> {
    let Ok(table) = DeTable::parse(manifest) else { return Vec::new() };
    let section = table.get_ref().get(section).and_then(|section| section.get_ref().as_table());
    section.into_iter().flat_map(|section| section.keys()).map(|key| key.get_ref().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::{apart, lacking};

    #[test]
    fn documentation_and_code_come_apart() {
        let library =
            "// Made.\n\n//! A client.\n//!\n//! ```\n//! # use x;\n//! ```\n#![forbid(unsafe_code)]\n\npub mod a;\n";
        let (docs, code) = apart(library);
        assert_eq!(docs, "A client.\n\n```\n# use x;\n```\n");
        assert_eq!(code, "// Made.\n\n\npub mod a;\n");
    }

    #[test]
    fn what_a_package_lacks_is_named() {
        let written = "[features]\ndefault = []\nbooks = []\n\n[dependencies]\nhttp = '1'\nbytes.version = '1'\n";
        let package = "[features]\nbooks = []\n\n[dependencies.http]\nversion = '1'\n";
        assert_eq!(lacking(package, written), "  `default` in `[features]`\n  `bytes` in `[dependencies]`\n");
        assert_eq!(lacking(written, written), "");
    }
}
