//! `docs/description.md`, "Names in Rust", says what names come out: nothing else does, in any case, and all that it says does.

mod support;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use clientsmith::api::{Api, Item};
use clientsmith::surface::SurfaceLine;

/// What begins the line of a type.
const TYPES: [&str; 3] = ["pub struct ", "pub enum ", "pub type "];
/// What the section speaks of in backticks that is no name in Rust: names in descriptions, keys, values, signs.
const NO_NAMES: [&str; 17] = [
    "%",
    "*",
    "+",
    "+1",
    "-",
    "-height",
    "1.5",
    "<=",
    ">",
    "A-",
    "Display-Name",
    "UpperCamelCase",
    "X-GitHub-Api-Version",
    "null",
    "displayName",
    "rust",
    "snake_case",
];

/// What the section has in backticks.
fn section() -> Vec<String> {
    let docs = fs::read_to_string(support::workspace().join("docs/description.md")).expect("there are docs");
    let (_, section) = docs.split_once("\n## Names in Rust\n").expect("the section is there");
    let section = section.split_once("\n## ").map_or(section, |(section, _)| section);
    section.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A name without what letter case and signs between words make of it.
fn plain(name: &str) -> String {
    name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What the descriptions of all cases mean, and the public items of their crates; those of this repository among them.
static SURFACES: LazyLock<BTreeMap<String, (Api, Vec<SurfaceLine>)>> = LazyLock::new(|| {
    let specs = support::cases().into_iter().map(|(name, folder)| (name, folder.join("spec")));
    let specs = specs.chain([("spec".to_owned(), support::workspace().join("spec"))]);
    let surface = |spec: &Path| support::surface(spec).unwrap_or_else(|report| panic!("{}: {report}", spec.display()));
    specs.map(|(name, spec)| (name, surface(&spec))).collect()
});

/// What the items of a description are called there, or asked to be called in Rust.
fn described(api: &Api) -> HashSet<String> {
    let mut names = HashSet::new();
    let mut add = |item: &Item| {
        names.insert(plain(item.rust.as_ref().unwrap_or(&item.name)));
    };
    api.objects.iter().for_each(|object| add(&object.item));
    api.enums.iter().for_each(|described| add(&described.item));
    api.aliases.iter().for_each(|alias| add(&alias.item));
    api.identifiers.iter().for_each(|identifier| add(&identifier.item));
    for resource in &api.resources {
        resource.endpoints.iter().for_each(|endpoint| add(&endpoint.item));
        resource.events.iter().for_each(|event| add(&event.item));
    }
    names
}

/// Whether a line is a type of a resource by its present name.
fn is_type(line: &SurfaceLine) -> bool {
    let is_of_resource = !line.item().starts_with("events::") && line.item().matches("::").count() == 1;
    let is_type = TYPES.iter().any(|start| line.text.starts_with(start));
    is_type && is_of_resource && line.origin.is_some() && line.former_of.is_none()
}

#[test]
fn types_have_the_names_that_the_docs_say() {
    let section = section();
    let mut endings: Vec<&str> = section.iter().filter_map(|code| code.strip_prefix('…')).collect();
    endings.push("Id");
    let mut used = BTreeSet::new();
    let mut faults = Vec::new();
    for (case, (api, surface)) in SURFACES.iter() {
        let described = described(api);
        for line in surface.iter().filter(|line| is_type(line)) {
            let name = plain(line.name());
            let made = |ending: &&&str| name.strip_suffix(&plain(ending)).is_some_and(|base| described.contains(base));
            match endings.iter().find(made) {
                Some(ending) => _ = used.insert(*ending),
                None if described.contains(&name) => {}
                None => faults.push(format!("{case}: {}", line.text)),
            }
        }
    }
    assert!(faults.is_empty(), "the docs do not say why these are called so:\n{}", faults.join("\n"));
    let unused: Vec<&&str> = endings.iter().filter(|ending| !used.contains(**ending)).collect();
    assert!(unused.is_empty(), "no case has {unused:?}");
}

#[test]
fn names_in_the_docs_come_out() {
    let mut names = HashSet::new();
    for (_, surface) in SURFACES.values() {
        for line in surface {
            let words = line.text.split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '#');
            names.extend(words.map(str::to_owned));
        }
    }
    let is_absent = |code: &String| {
        !NO_NAMES.contains(&code.as_str())
            && match (code.strip_prefix('…'), code.strip_suffix('…')) {
                (Some(ending), _) => !names.iter().any(|name| name.ends_with(ending)),
                (_, Some(beginning)) => !names.iter().any(|name| name.starts_with(beginning)),
                _ => !names.contains(code),
            }
    };
    let absent: Vec<String> = section().into_iter().filter(is_absent).collect();
    assert!(absent.is_empty(), "no case has {absent:?}");
}
