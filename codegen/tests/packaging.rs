//! The tool's package stands alone: it holds the runtime, all of which the tool copies, and what a package should have.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn package_compiles_from_its_archive_and_has_its_texts() {
    // Cargo looks for no workspace above a folder of this name, so what is unpacked there stands alone.
    let packages = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packaging/target/package");
    let name = concat!("clientsmith-", env!("CARGO_PKG_VERSION"));
    let package = packages.join(name);
    if package.exists() {
        fs::remove_dir_all(&package).unwrap();
    }
    // Cargo itself would build it, which takes three times as long as to check it and shows no more.
    let mut cargo = support::cargo();
    cargo.current_dir(support::codegen("")).args(["package", "--allow-dirty", "--offline", "--no-verify"]);
    run(cargo.env("CARGO_TARGET_DIR", packages.parent().unwrap()));
    run(Command::new("tar").current_dir(&packages).args(["-xzf", &format!("{name}.crate")]));
    let mut cargo = support::cargo();
    run(cargo.current_dir(&package).args(["check", "--offline"]).env("CARGO_TARGET_DIR", support::shared_target()));

    for text in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        let packed = fs::read_to_string(package.join(text)).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(packed, fs::read_to_string(support::workspace().join(text)).unwrap(), "{text}");
    }
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "see `include` in codegen/Cargo.toml\n{}", support::transcript(&output));
}
