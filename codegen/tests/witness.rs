//! A program that uses every public item, each as the listing says that callers do, compiles against the crate.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clientsmith::diag::{Sources, Span};
use support::witness;

/// The descriptions: the richest cases, and the one of the crate in `generated/`.
fn descriptions() -> BTreeMap<&'static str, PathBuf> {
    let case = |name: &'static str| (name, support::codegen(&format!("tests/cases/{name}/spec")));
    BTreeMap::from([
        case("ledger_service"),
        case("order_service"),
        case("renames"),
        ("main", support::workspace().join("spec")),
    ])
}

#[test]
fn every_usage_compiles_against_its_crate() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("witnesses");
    let mut packages = Vec::new();
    for (name, spec) in descriptions() {
        support::write_crate(&root.join(name), &spec);
        let package = format!("witness-of-{}", name.replace('_', "-"));
        let (api, surface) = support::surface(&spec).unwrap_or_else(|report| panic!("{name}:\n{report}"));
        let krate = witness::Krate { package: &api.package.name, path: &format!("../{name}") };
        support::write_folder(&root.join(&package), &witness::package(&package, krate, &surface));
        packages.push(package);
    }
    support::write_workspace(&root, &packages);
    let mut cargo = support::cargo();
    cargo.current_dir(&root).args(["check", "--offline", "--quiet"]);
    cargo.args(packages.iter().flat_map(|package| ["-p", package]));
    cargo.env("CARGO_TARGET_DIR", support::shared_target());
    let output = cargo.output().expect("Cargo runs");
    assert!(output.status.success(), "{}", support::transcript(&output));
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
            assert!(!written(&origin.owner).is_empty(), "{name}: {}", line.text);
            // A former name is on no wire.
            let wire = line.text.split_once(" // ").and_then(|(_, wire)| wire.split('"').nth(1));
            if let (Some(member), Some(wire)) = (&origin.member, wire) {
                assert_eq!(written(member), wire, "{name}: {}", line.text);
            }
        }
    }
}
