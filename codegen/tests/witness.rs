//! A program that uses every public item, each as the listing says that callers do, compiles against the crate; what the
//! listing has of the runtime can be named.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clientsmith::diag::{Sources, Span};
use clientsmith::surface::SurfaceLine;
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
    check("witnesses", witness::package);
}

#[test]
fn every_type_and_variant_of_the_runtime_has_a_public_name() {
    check("names", |package, krate, surface| {
        let mut folder = witness::package(package, krate, surface);
        let manifest = String::from_utf8(folder.remove("Cargo.toml").unwrap()).unwrap();
        // Clients bring most of what there is.
        let manifest = manifest.replace("features = [", "features = [\"async\", \"blocking\", ");
        let krate = krate.package.replace('-', "_");
        let uses: Vec<String> = names(surface).map(|name| format!("use {krate}::{name} as _;")).collect();
        assert!(uses.len() > 40, "{uses:?}");
        folder.insert("Cargo.toml".to_owned(), manifest.into_bytes());
        folder
            .insert("src/lib.rs".to_owned(), format!("#![allow(unused_imports)]\n{}\n", uses.join("\n")).into_bytes());
        folder
    });
}

/// The paths of types, traits and variants that come from no description.
fn names(surface: &[SurfaceLine]) -> impl Iterator<Item = &str> {
    let lines = surface.iter().filter(|line| line.origin.is_none()).filter_map(|line| line.text.strip_prefix("pub "));
    lines.filter_map(|line| {
        let kinds = ["struct ", "enum ", "trait ", "type "];
        let declared = kinds.iter().find_map(|kind| line.strip_prefix(kind));
        let end = |path: &str| path.find(['<', '(', ' ']).unwrap_or(path.len());
        match declared {
            Some(path) => Some(&path[..end(path)]).filter(|path| !path.contains("::")),
            None => Some(&line[..end(line)]).filter(|path| is_variant(path)),
        }
    })
}

fn is_variant(path: &str) -> bool {
    path.split_once("::").is_some_and(|(_, name)| name.starts_with(|first: char| first.is_uppercase()))
}

/// Checks a program against the crate of each description. `program` makes its package, with a name, for a crate.
fn check(folder: &str, program: impl Fn(&str, witness::Krate<'_>, &[SurfaceLine]) -> support::Folder) {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let mut packages = Vec::new();
    for (name, spec) in descriptions() {
        support::write_crate(&root.join(name), &spec);
        let package = format!("{folder}-of-{}", name.replace('_', "-"));
        let (api, surface) = support::surface(&spec).unwrap_or_else(|report| panic!("{name}:\n{report}"));
        let krate = witness::Krate { package: &api.package.name, path: &format!("../{name}") };
        support::write_folder(&root.join(&package), &program(&package, krate, &surface));
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
