//! The tool's package stands alone: it holds all that the compiler reads, such as the runtime, which the tool copies, and what a
//! package should have. `.ci/run` compiles it from its archive as well.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files that the compiler read to make the tool: Cargo lists them beside it, behind the tool itself.
fn sources() -> Vec<PathBuf> {
    let list = fs::read_to_string(Path::new(env!("CARGO_BIN_EXE_clientsmith")).with_extension("d")).unwrap();
    let list = list.replace("\\ ", "\0");
    list.split_ascii_whitespace().skip(1).map(|path| PathBuf::from(path.replace('\0', " "))).collect()
}

#[test]
fn package_holds_all_that_the_compiler_reads() {
    let mut cargo = support::cargo();
    cargo.current_dir(support::codegen("")).args(["package", "--list", "--allow-dirty", "--offline"]);
    let packed: BTreeSet<PathBuf> =
        run(&mut cargo).lines().filter_map(|path| support::codegen(path).canonicalize().ok()).collect();
    let sources = sources();
    assert!(sources.len() > 500, "only {} files", sources.len());
    // The runtime is read as a folder, whose own tests nobody needs who has the tool.
    let tests = support::codegen("runtime/src/tests");
    let needed = sources.iter().map(|path| path.canonicalize().unwrap()).filter(|path| !path.starts_with(&tests));
    let left_out: Vec<_> = needed.filter(|path| !packed.contains(path)).collect();
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
