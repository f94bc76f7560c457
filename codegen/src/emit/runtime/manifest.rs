//! The runtime's manifest: a generated crate has its features, and those of its dependencies that it needs.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::modules::RuntimeModule;
use super::needs::{all, selected};
use crate::rust::{Feature, RustCrate};

/// The text of `runtime/Cargo.toml`. It is a link, because Cargo packs no file of that name from a folder inside.
const MANIFEST: &str = include_str!("../../../runtime-manifest.toml");

/// An entry of a section, which is one line, with what stands above it: comments and empty lines.
struct Entry {
    name: &'static str,
    lines: Vec<&'static str>,
}

impl Entry {
    /// The names that a feature brings: every second piece lies between quotes.
    fn brought(&self) -> Vec<&'static str> {
        self.lines.last().into_iter().flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
    }
}

/// The entries of a section such as `[features]`.
fn entries(section: &str) -> Vec<Entry> {
    let body = MANIFEST.lines().skip_while(|line| *line != section).skip(1).take_while(|line| !line.starts_with('['));
    let mut entries = Vec::new();
    let mut lines = Vec::new();
    for line in body {
        lines.push(line);
        if let Some((name, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            entries.push(Entry { name, lines: std::mem::take(&mut lines) });
        }
    }
    entries
}

/// The sections `[features]` and `[dependencies]` of a crate.
pub(crate) fn sections(krate: &RustCrate) -> String {
    let (modules, features) = (selected(krate), needed_features(krate));
    let needed = entries("[dependencies]").into_iter().filter(|entry| is_needed(entry, &modules, &features));
    let dependencies: Vec<&str> = needed.flat_map(|entry| entry.lines).collect();
    let features = features_of(krate, features, &modules);
    format!("[features]\n{}\n\n[dependencies]\n{}", features.join("\n"), dependencies.join("\n"))
}

/// The lines of all features: those of the runtime and one for each resource, all of which are chosen by default.
fn features_of(krate: &RustCrate, of_runtime: Vec<Entry>, modules: &[&RuntimeModule]) -> Vec<String> {
    let resources = || krate.modules.iter().map(|module| &module.feature);
    let chosen = resources().filter(|feature| feature.is_default);
    let names: Vec<String> = chosen.map(|feature| format!(", {:?}", feature.name)).collect();
    let mut lines = Vec::new();
    // A module brings what the runtime has of its name, and is chosen only by those who want that.
    let (shared, of_runtime): (Vec<Entry>, Vec<Entry>) =
        of_runtime.into_iter().partition(|entry| resources().any(|feature| feature.name == entry.name));
    for entry in of_runtime {
        lines.extend(entry.lines.into_iter().map(str::to_owned));
        if entry.name == "default"
            && let Some(default) = lines.last_mut()
        {
            *default = format!("{}{}]", default.trim_end_matches(']'), names.concat());
        }
    }
    for Feature { name, adds, needs, .. } in resources() {
        let shared = shared.iter().filter(|entry| entry.name == name).flat_map(Entry::brought);
        let is_used =
            |brought: &&str| brought.strip_prefix("dep:").is_none_or(|name| speak_of(modules, &OF_CRATES, name));
        let shared = shared.filter(is_used).map(str::to_owned);
        let needs: Vec<String> = shared.chain(needs.iter().cloned()).map(|name| format!("{name:?}")).collect();
        lines.extend([format!("# {adds}"), format!("{} = [{}]", key(name), needs.join(", "))]);
    }
    lines
}

/// A key of TOML, which has quotes where it holds more than it may.
fn key(name: &str) -> String {
    let is_bare = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_bare { name.to_owned() } else { format!("{name:?}") }
}

/// The features of the runtime, but those of which only modules speak that a crate does not need.
fn needed_features(krate: &RustCrate) -> Vec<Entry> {
    let needed = selected(krate);
    let changes_something =
        |feature: &Entry| OF_FEATURES[feature.name].is_empty() || speak_of(&needed, &OF_FEATURES, feature.name);
    entries("[features]").into_iter().filter(changes_something).collect()
}

/// The paths of the modules that speak of a feature or a dependency, by its name.
type Speaking = BTreeMap<&'static str, BTreeSet<&'static str>>;

/// Those of features.
static OF_FEATURES: LazyLock<Speaking> =
    LazyLock::new(|| speaking("[features]", |feature| format!("feature = {feature:?}")));
/// Those of dependencies.
static OF_CRATES: LazyLock<Speaking> =
    LazyLock::new(|| speaking("[dependencies]", |dependency| format!("{}::", dependency.replace('-', "_"))));

/// The modules that speak of each entry of a section. They are the same for all crates, and take long to look for.
fn speaking(section: &str, spoken: impl Fn(&str) -> String) -> Speaking {
    let modules = all();
    let of = |name| {
        let words = spoken(name);
        modules.iter().filter(|module| module.text.contains(&words)).map(|module| module.path.as_str()).collect()
    };
    entries(section).into_iter().map(|entry| (entry.name, of(entry.name))).collect()
}

/// Whether one of these modules speaks of something.
fn speak_of(modules: &[&RuntimeModule], all: &Speaking, name: &str) -> bool {
    all.get(name).is_some_and(|speaking| modules.iter().any(|module| speaking.contains(module.path.as_str())))
}

/// Whether a crate needs a dependency: features bring those that are optional, the copied modules speak of the others.
fn is_needed(dependency: &Entry, modules: &[&RuntimeModule], features: &[Entry]) -> bool {
    let brought = format!("\"dep:{}\"", dependency.name);
    let is_optional = dependency.lines.iter().any(|line| line.contains("optional = true"));
    let is_brought = || features.iter().any(|feature| feature.lines.iter().any(|line| line.contains(&brought)));
    speak_of(modules, &OF_CRATES, dependency.name) && (!is_optional || is_brought())
}

/// A feature of the runtime that users of a generated crate may choose.
pub(crate) struct RuntimeFeature {
    pub name: &'static str,
    /// What it adds, as the comment above it says.
    pub adds: String,
    /// Whether it is chosen by default.
    pub is_default: bool,
}

/// The features of the runtime that change something in a crate, but not `default`.
pub(crate) fn features(krate: &RustCrate) -> Vec<RuntimeFeature> {
    let is_module = |name: &str| krate.modules.iter().any(|module| module.feature.name == name);
    described(&needed_features(krate)).into_iter().filter(|feature| !is_module(feature.name)).collect()
}

fn described(entries: &[Entry]) -> Vec<RuntimeFeature> {
    let feature = |Entry { name, lines }: &Entry| {
        let comment: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("# ")).collect();
        RuntimeFeature { name, adds: comment.join(" "), is_default: brings("default", name, entries) }
    };
    entries.iter().filter(|entry| entry.name != "default").map(feature).collect()
}

/// Whether a feature brings another one, directly or through others.
fn brings(feature: &str, other: &str, features: &[Entry]) -> bool {
    let mut brought = features.iter().filter(|entry| entry.name == feature).flat_map(Entry::brought);
    brought.any(|name| name == other || brings(name, other, features))
}

#[cfg(test)]
mod tests {
    use super::{RuntimeFeature, brings, described, entries};
    use crate::rust::FEATURE_NAMES;

    #[test]
    fn every_line_of_the_sections_is_read() {
        for section in ["[features]", "[dependencies]"] {
            let entries = entries(section);
            assert!(entries.len() > 3, "{section}");
            for line in entries.iter().flat_map(|entry| &entry.lines) {
                let is_entry = line.split_once(" = ").is_some_and(|(_, value)| value.ends_with(['"', ']', '}']));
                assert!(
                    line.is_empty() || line.starts_with("# ") || is_entry,
                    "write it on one line in runtime/Cargo.toml, as `name = value`: {line}"
                );
            }
        }
    }

    #[test]
    fn each_feature_says_what_it_adds() {
        for feature in described(&entries("[features]")) {
            let (name, adds) = (feature.name, feature.adds);
            assert!(
                adds.ends_with('.') && !adds.contains('|'),
                "say in runtime/Cargo.toml what `{name}` adds: {adds:?}"
            );
        }
    }

    #[test]
    fn no_resource_is_named_like_a_feature() {
        // `events` is what the module of that name brings.
        let is_own = |feature: &RuntimeFeature| !feature.name.contains('-') && feature.name != "events";
        let reserved = described(&entries("[features]")).into_iter().filter(is_own);
        for name in reserved.map(|feature| feature.name).chain(["default"]) {
            assert!(FEATURE_NAMES.contains(&name), "add `{name}` to `FEATURE_NAMES` of rust/declare.rs");
        }
    }

    #[test]
    fn features_bring_others_through_others() {
        let features = entries("[features]");
        assert!(brings("async-tls", "async", &features));
        assert!(!brings("async", "async-tls", &features));
        assert!(brings("async-tls", "dep:hyper-util", &features));
    }
}
