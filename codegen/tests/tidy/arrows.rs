//! Which module may know which: `yaml <- spec <- api <- rust <- emit -> output`.

use std::fs;

use crate::paths::{WrittenPath, paths};
use crate::sources::{Source, Token, sources};
use crate::{Breach, report, support};

/// Modules of the generator, each with those that it may use. `lib` and `main` see everything.
const ARROWS: &[(&str, &[&str])] = &[
    ("api", &["diag", "spec"]),
    ("casing", &[]),
    (
        "cli",
        &[
            "api",
            "diag",
            "diff",
            "format",
            "handbook",
            "history",
            "json_schema",
            "library",
            "openapi",
            "output",
            "report",
            "review",
        ],
    ),
    ("diag", &[]),
    ("diff", &["api", "diag", "spec", "surface"]),
    ("format", &["diag", "yaml"]),
    ("handbook", &[]),
    ("history", &["diag", "surface"]),
    ("json_schema", &["api", "spec"]),
    ("library", &["diag", "openapi", "output", "spec"]),
    ("emit", &["api", "output", "rust", "surface"]),
    ("openapi", &["casing", "diag", "spec", "yaml"]),
    ("output", &[]),
    ("report", &["diag", "diff"]),
    ("review", &["api", "diag", "diff", "emit", "history", "openapi", "spec", "surface"]),
    ("rust", &["api", "casing", "diag", "surface"]),
    ("spec", &["diag", "yaml"]),
    ("surface", &["diag"]),
    ("yaml", &["diag"]),
];
/// What emitters may take from `api`: plain enums that need no lookup.
const PLAIN_ENUMS: &[&str] = &["HttpMethod", "Location"];

#[test]
fn modules_know_only_what_lies_below_them() {
    let mut breaches = Vec::new();
    for source in sources(&["codegen/src"]) {
        let inside = source.path.trim_start_matches("codegen/src/").trim_end_matches(".rs");
        let module = inside.split('/').next().unwrap_or_default();
        if matches!(module, "lib" | "main") {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == module) else {
            let message =
                format!("`{module}` is a new module: say in `ARROWS` of tests/tidy/arrows.rs what it may use");
            breaches.push(Breach { path: source.path, line: 1, message });
            continue;
        };
        for (used, line) in modules_used(&source, depth(inside)) {
            let is_module = ARROWS.iter().any(|(name, _)| *name == used);
            if is_module && used != module && !allowed.contains(&used.as_str()) {
                let may = if allowed.is_empty() { "none".to_owned() } else { allowed.join(", ") };
                let message =
                    format!("`{module}` must not use `{used}` (it may use: {may}): move the code to where it belongs");
                breaches.push(Breach { path: source.path.clone(), line, message });
            }
        }
    }
    report(breaches);
}

/// How many modules a file lies in, itself included: that many `super` lead to the root.
fn depth(inside: &str) -> usize {
    inside.trim_end_matches("/mod").split('/').count()
}

/// The modules at the root of the crate that a file speaks of, with the lines.
fn modules_used(source: &Source, depth: usize) -> Vec<(String, usize)> {
    let of_root = |path: &WrittenPath| {
        let is_up = path.segments.len() > depth && path.segments[..depth].iter().all(|segment| segment == "super");
        let roots = if is_up { depth } else { usize::from(path.segments[0] == "crate") };
        Some((path.segments.get(roots).filter(|_| roots > 0)?.clone(), path.line))
    };
    paths(&source.tokens()).iter().filter_map(of_root).collect()
}

#[test]
fn emitters_take_only_plain_enums_from_the_model() {
    let mut breaches = Vec::new();
    for source in sources(&["codegen/src/emit"]) {
        let of_model = |path: WrittenPath| match path.segments.as_slice() {
            [root, api, name, ..] if root == "crate" && api == "api" => Some((name.clone(), path.line)),
            [api, name, ..] if api == "api" => Some((name.clone(), path.line)),
            _ => None,
        };
        let names = paths(&source.tokens()).into_iter().filter_map(of_model);
        for (name, line) in names.filter(|(name, _)| !PLAIN_ENUMS.contains(&name.as_str())) {
            let message =
                format!("an emitter uses `api::{name}`: let `rust::lower` put what it needs into `RustCrate`");
            breaches.push(Breach { path: source.path.clone(), line, message });
        }
    }
    report(breaches);
}

#[test]
fn runtime_modules_name_each_other_by_one_path() {
    let mut breaches = Vec::new();
    for source in sources(&["codegen/runtime/src"]) {
        let tokens = source.tokens();
        let paths = (0..tokens.len()).filter_map(|index| other_path(&tokens[..index], &tokens[index..]));
        breaches.extend(paths.map(|line| {
            let message = "write `crate::runtime::folder::file::Item`: a copied module has another root, and all \
                           modules are named in one way"
                .to_owned();
            Breach { path: source.path.clone(), line, message }
        }));
    }
    report(breaches);
}

/// The line of a path that leads to another module of the runtime, if it is no path such as `crate::runtime::json::slot`.
/// In a macro, `$crate::runtime::Slot` is what the root hands to generated code.
fn other_path(before: &[Token], tokens: &[Token]) -> Option<usize> {
    let words: Vec<&str> = tokens.iter().take(7).map(|token| token.text.as_str()).collect();
    let is_in_macro = before.last().is_some_and(|token| token.text == "$");
    let is_module = |name: &str| name.starts_with(|first: char| first.is_lowercase());
    let is_right = match words[..] {
        ["crate", ":", ":", "runtime", ":", ":", name] => is_in_macro || is_module(name),
        ["crate" | "super", ":", ":", ..] => false,
        _ => true,
    };
    (!is_right).then(|| tokens[0].line)
}

#[test]
fn other_paths_in_the_runtime_are_seen() {
    for (text, is_right) in [
        ("use crate::runtime::json::slot::Slot;", true),
        ("use crate::runtime::Slot;", false),
        ("use crate::json::slot::Slot;", false),
        ("use super::slot::Slot;", false),
        ("pub(super) fn f() { super::g() }", false),
        ("pub(super) fn f() {}", true),
        ("$crate::runtime::Slot", true),
    ] {
        let tokens = Source { path: String::new(), text: text.to_owned() }.tokens();
        let is_found = (0..tokens.len()).any(|index| other_path(&tokens[..index], &tokens[index..]).is_some());
        assert_eq!(is_found, !is_right, "{text}");
    }
}

#[test]
fn generator_does_not_depend_on_what_it_generates() {
    let mut breaches = Vec::new();
    for path in ["codegen/Cargo.toml", "codegen/runtime/Cargo.toml"] {
        let text = fs::read_to_string(support::workspace().join(path)).unwrap();
        for (index, line) in text.lines().enumerate() {
            if line.contains("stripe-billing") || line.contains("../generated") {
                let message =
                    "broken output must not lock out the tool that mends it: remove the dependency".to_owned();
                breaches.push(Breach { path: path.to_owned(), line: index + 1, message });
            }
        }
    }
    report(breaches);
}

#[test]
fn modules_in_use_trees_are_seen() {
    let text = "use crate::{api::{Api, Type}, diag::code}; use crate::spec; use super::super::emit::x; fn f() { crate::rust::g() }";
    let source = Source::new("codegen/src/output/x.rs", text);
    let used: Vec<String> = modules_used(&source, depth("output/x")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(used, ["api", "api", "diag", "spec", "emit", "rust"]);
}
