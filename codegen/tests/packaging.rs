//! The tool's package stands alone: it holds the runtime, all of which the tool copies, and what a package should have.

mod support;

use std::fs;

#[test]
fn package_builds_from_its_archive_and_has_its_texts() {
    let target = support::shared_target();
    let mut cargo = support::cargo();
    cargo.current_dir(support::codegen("")).args(["package", "--allow-dirty", "--offline"]);
    // Cargo builds what it packed where it cannot see the repository.
    let output = cargo.env("CARGO_TARGET_DIR", &target).output().unwrap();
    assert!(output.status.success(), "see `include` in codegen/Cargo.toml\n{}", support::transcript(&output));

    let package = target.join(concat!("package/clientsmith-", env!("CARGO_PKG_VERSION")));
    for text in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
        let packed = fs::read_to_string(package.join(text)).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(packed, fs::read_to_string(support::workspace().join(text)).unwrap(), "{text}");
    }
}
