//! The tool's package stands alone: it holds the runtime, all of which the tool copies, and what a package should have.

mod support;

use std::collections::BTreeSet;
use std::fs;

/// The names of the runtime's modules; its root and its tests are none.
fn modules() -> BTreeSet<String> {
    let files =
        fs::read_dir(support::codegen("runtime/src")).unwrap().map(|entry| support::name_of(&entry.unwrap().path()));
    let modules = files.filter_map(|file| file.strip_suffix(".rs").map(str::to_owned));
    let modules: BTreeSet<String> = modules.filter(|module| module != "lib").collect();
    assert!(modules.len() > 20, "only {modules:?} were found");
    modules
}

#[test]
fn list_of_modules_is_whole() {
    let text = fs::read_to_string(support::codegen("src/emit/runtime_modules.rs")).unwrap();
    let lines = text.lines().map(str::trim);
    let listed = lines.filter_map(|line| line.strip_prefix('"')?.strip_suffix('"').map(str::to_owned));
    assert_eq!(listed.collect::<BTreeSet<_>>(), modules(), "left: src/emit/runtime_modules.rs; right: runtime/src");
}

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
