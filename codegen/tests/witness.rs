//! A program that uses every public item, each as the listing says that callers do, compiles against the crate.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clientsmith::diag::{Sources, Span};
use support::Folder;
use support::witness::witness;

/// The descriptions: the richest cases, and the one of the crate in `generated/`.
fn descriptions() -> BTreeMap<&'static str, PathBuf> {
    let case = |name: &'static str| (name, support::codegen(&format!("tests/cases/{name}/spec")));
    BTreeMap::from([case("order_service"), case("ledger_service"), ("main", support::workspace().join("spec"))])
}

#[test]
fn every_usage_compiles_against_its_crate() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("witnesses");
    let mut packages = Vec::new();
    for (name, spec) in descriptions() {
        let generated = support::generate(&spec).unwrap_or_else(|report| panic!("{name}:\n{report}"));
        let files = generated.iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        support::write_folder(&root.join(name), &files.collect());
        let package = format!("witness-of-{}", name.replace('_', "-"));
        support::write_folder(&root.join(&package), &program(name, &spec, &package));
        packages.push(package);
    }
    let manifest = format!("[workspace]\nresolver = \"3\"\nmembers = {packages:?}\n\n[profile.dev]\ndebug = false\n");
    support::write_file(&root.join("Cargo.toml"), manifest.as_bytes());
    // The versions that the repository is tested with.
    let lock = std::fs::read(support::workspace().join("Cargo.lock")).expect("the repository has a lock file");
    support::write_file(&root.join("Cargo.lock"), &lock);
    let mut cargo = support::cargo();
    cargo.current_dir(&root).args(["check", "--offline", "--quiet"]);
    cargo.args(packages.iter().flat_map(|package| ["-p", package]));
    cargo.env("CARGO_TARGET_DIR", support::shared_target());
    let output = cargo.output().expect("Cargo runs");
    assert!(output.status.success(), "{}", support::transcript(&output));
}

/// The package of a program that uses every item of a crate.
fn program(folder: &str, spec: &Path, package: &str) -> Folder {
    let (api, surface) = support::surface(spec).unwrap_or_else(|report| panic!("{folder}:\n{report}"));
    let modules = surface.iter().filter(|line| line.text.starts_with("pub mod "));
    let features: Vec<&str> = modules.filter_map(|line| line.text.split('"').nth(1)).collect();
    let manifest = format!(
        "[package]\nname = \"{package}\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n\
         serde_json = \"1\"\n{} = {{ path = \"../{folder}\", default-features = false, features = {features:?} }}\n",
        api.package.name
    );
    let text = witness(&surface, &api.package.name.replace('-', "_"));
    Folder::from([("Cargo.toml".to_owned(), manifest.into_bytes()), ("src/lib.rs".to_owned(), text.into_bytes())])
}

#[test]
fn every_line_points_to_the_name_that_it_speaks_of() {
    for (name, spec) in descriptions() {
        let sources = Sources::load(&spec).expect("the description can be read");
        let (_, surface) = support::surface(&spec).unwrap_or_else(|report| panic!("{name}:\n{report}"));
        let written = |span: &Span| sources.files[span.file].text[span.bytes.clone()].trim_matches('"').to_owned();
        let modules = surface.iter().filter_map(|line| line.text.strip_prefix("pub mod ")?.split(' ').next());
        let modules: Vec<String> = modules.map(|module| format!(" {module}::")).collect();
        for line in &surface {
            let Some(origin) = &line.origin else {
                let is_described = modules.iter().any(|module| line.text.contains(module));
                assert!(!is_described, "{name}: {} comes from nowhere", line.text);
                continue;
            };
            let wire = line.text.split_once(" // ").and_then(|(_, wire)| wire.split('"').nth(1)).unwrap_or_default();
            match &origin.member {
                Some(member) => assert_eq!(written(member), wire, "{name}: {}", line.text),
                None => assert!(!written(&origin.owner).is_empty(), "{name}: {}", line.text),
            }
        }
    }
}
