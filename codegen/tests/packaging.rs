//! The tool's package holds the runtime's sources, and the tool copies all of them.

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
fn package_holds_every_source_of_the_runtime() {
    let mut cargo = support::cargo();
    cargo.current_dir(support::codegen("")).args(["package", "--list", "--allow-dirty", "--offline"]);
    let output = cargo.output().unwrap();
    assert!(output.status.success(), "{}", support::transcript(&output));
    let listed = String::from_utf8(output.stdout).unwrap().replace('\\', "/");
    let listed: BTreeSet<&str> = listed.lines().collect();
    let missing: Vec<String> = (modules().into_iter().chain(["lib".to_owned()]))
        .map(|module| format!("runtime-sources/{module}.rs"))
        .filter(|path| !listed.contains(path.as_str()))
        .collect();
    assert!(missing.is_empty(), "the package lacks {missing:?}; see `include` in codegen/Cargo.toml\n{listed:#?}");
}
