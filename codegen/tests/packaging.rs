//! The tool's package stands alone: it holds its sources, the runtime, which the tool copies, and what a package should have.
//! `.ci/run` compiles it from its archive.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn package_holds_all_sources() {
    let mut cargo = support::cargo();
    cargo.current_dir(support::codegen("")).args(["package", "--list", "--allow-dirty", "--offline"]);
    let packed: BTreeSet<PathBuf> =
        run(&mut cargo).lines().filter_map(|path| support::codegen(path).canonicalize().ok()).collect();
    let below = |folder: &str| -> Vec<PathBuf> {
        let folder = support::codegen(folder).canonicalize().unwrap();
        support::read_folder(&folder).into_keys().map(|path| folder.join(path).canonicalize().unwrap()).collect()
    };
    // Nobody who has the tool needs the runtime's own tests.
    let tests = support::codegen("runtime/src/tests").canonicalize().unwrap();
    let runtime = below("runtime/src").into_iter().filter(|path| !path.starts_with(&tests));
    let manifest = support::codegen("runtime/Cargo.toml").canonicalize().unwrap();
    let sources: Vec<PathBuf> = below("src").into_iter().chain(runtime).chain([manifest]).collect();
    assert!(sources.len() > 500, "only {} files", sources.len());
    let left_out: Vec<_> = sources.iter().filter(|path| !packed.contains(*path)).collect();
    assert!(left_out.is_empty(), "see `include` in codegen/Cargo.toml: {left_out:#?}");
}

#[test]
fn package_has_its_texts() {
    let packages = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packaging/package");
    let mut cargo = support::cargo();
    cargo.current_dir(support::codegen("")).args(["package", "--allow-dirty", "--offline", "--no-verify"]);
    run(cargo.env("CARGO_TARGET_DIR", packages.parent().unwrap()));
    let name = concat!("clientsmith-", env!("CARGO_PKG_VERSION"));
    run(Command::new("tar").current_dir(&packages).args(["-xzf", &format!("{name}.crate")]));
    for text in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        let packed = packages.join(name).join(text);
        let packed = fs::read_to_string(&packed).unwrap_or_else(|error| panic!("{}: {error}", packed.display()));
        assert_eq!(packed, fs::read_to_string(support::workspace().join(text)).unwrap(), "{text}");
    }
}

/// What a command printed, which must end well.
fn run(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "see `include` in codegen/Cargo.toml\n{}", support::transcript(&output));
    String::from_utf8(output.stdout).unwrap()
}
