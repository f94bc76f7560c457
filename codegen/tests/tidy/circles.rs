//! No circles: of the files and folders beside each other in a folder, none needs another one that needs it.

use std::collections::{BTreeMap, BTreeSet};

use crate::modules::{Mention, Modules};
use crate::sources::{Source, sources};
use crate::{Breach, report};

/// The sources that people write, each with the name of the crate.
const CRATES: &[(&str, &str)] =
    &[("codegen/src", "clientsmith"), ("codegen/runtime/src", "clientsmith_runtime"), ("examples/src", "examples")];

/// Arrows between two files or folders that may close a circle, each with the reason.
const EXCEPTIONS: &[(&str, &str, &str)] = &[];

/// Of each folder, who speaks of whom: between files and folders that lie directly in it, with one place for each.
type Arrows = BTreeMap<String, BTreeMap<(String, String), Mention>>;

fn arrows() -> Arrows {
    CRATES.iter().flat_map(|(folder, krate)| arrows_of(&Modules::new(folder, krate, sources(&[folder])))).collect()
}

fn arrows_of(modules: &Modules) -> Arrows {
    let mut arrows = Arrows::new();
    for mention in modules.mentions() {
        let (folder, from, to) = meeting(&mention);
        arrows.entry(folder).or_default().entry((from, to)).or_insert(mention);
    }
    arrows
}

/// The innermost folder in which both files are, and what of it each is or lies in.
fn meeting(mention: &Mention) -> (String, String, String) {
    let (from, to): (Vec<&str>, Vec<&str>) = (mention.from.split('/').collect(), mention.to.split('/').collect());
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let child = |path: &[&str]| path[..=common].join("/");
    (from[..common].join("/"), child(&from), child(&to))
}

/// The shortest way from one to another along arrows, both included; just the one if they are the same.
fn way<'a>(arrows: &BTreeSet<(&'a str, &'a str)>, from: &'a str, to: &str) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![from]];
    let mut seen = BTreeSet::from([from]);
    while !ways.is_empty() {
        if let Some(way) = ways.iter().find(|way| way.last() == Some(&to)) {
            return Some(way.clone());
        }
        let ahead = ways.iter().flat_map(|way| {
            let steps = arrows.iter().filter(|(start, _)| way.last() == Some(start));
            steps.map(move |(_, end)| [&way[..], &[*end]].concat())
        });
        ways = ahead.filter(|way| way.last().is_some_and(|end| seen.insert(*end))).collect();
    }
    None
}

/// The shortest circle, if there is one: its end leads to its beginning.
fn circle<'a>(arrows: &BTreeSet<(&'a str, &'a str)>) -> Option<Vec<&'a str>> {
    arrows.iter().filter_map(|(from, to)| way(arrows, to, from)).min_by_key(Vec::len)
}

/// Arrows without those that may close a circle; of these, one can be left in.
fn judged(arrows: &BTreeMap<(String, String), Mention>, left_in: Option<usize>) -> BTreeSet<(&str, &str)> {
    let is_left_out = |from: &str, to: &str| {
        let mut exceptions = EXCEPTIONS.iter().enumerate().filter(|(index, _)| Some(*index) != left_in);
        exceptions.any(|(_, (start, end, _))| (*start, *end) == (from, to))
    };
    let all = arrows.keys().map(|(from, to)| (from.as_str(), to.as_str()));
    all.filter(|(from, to)| !is_left_out(from, to)).collect()
}

#[test]
fn no_folder_has_a_circle() {
    let mut breaches = Vec::new();
    for arrows in arrows().into_values() {
        let Some(circle) = circle(&judged(&arrows, None)) else { continue };
        for (from, to) in circle.iter().zip(circle.iter().cycle().skip(1)) {
            let Mention { from: path, line, name, .. } = &arrows[&((*from).to_owned(), (*to).to_owned())];
            let message = format!("a circle: this names `{name}` of {to}, which needs {from}: move what both need");
            breaches.push(Breach { path: path.clone(), line: *line, message });
        }
    }
    report(breaches);
}

#[test]
fn listed_exceptions_are_needed() {
    let arrows = arrows();
    for (index, (from, to, _)) in EXCEPTIONS.iter().enumerate() {
        let is_needed = arrows.values().any(|arrows| {
            let judged = judged(arrows, Some(index));
            judged.contains(&(from, to)) && way(&judged, to, from).is_some()
        });
        assert!(is_needed, "from {from} to {to}: remove it from `EXCEPTIONS` of tests/tidy/circles.rs");
    }
}

#[test]
fn circles_are_seen_through_folders_and_re_exports() {
    let sources = [
        ("src/lib.rs", "mod low; mod middle; mod high; pub fn start() { high::run() }"),
        // It names what `middle/mod.rs` has from its folder.
        ("src/low.rs", "use crate::middle::Inner; pub struct Low;"),
        ("src/middle/mod.rs", "mod inner; pub use inner::Inner;"),
        ("src/middle/inner.rs", "pub struct Inner(super::super::low::Low);"),
        ("src/high.rs", "use super::low::*; #[cfg(test)] mod tests { use crate::start; } pub fn run() {}"),
    ];
    let modules = Modules::new("src", "example", sources.map(|(path, text)| Source::new(path, text)).into());
    let arrows = arrows_of(&modules);
    let of_root: BTreeSet<_> = judged(&arrows["src"], None);
    assert_eq!(
        of_root,
        BTreeSet::from([
            ("src/high.rs", "src/low.rs"),
            ("src/lib.rs", "src/high.rs"),
            ("src/low.rs", "src/middle"),
            ("src/middle", "src/low.rs"),
        ])
    );
    assert_eq!(circle(&of_root), Some(vec!["src/middle", "src/low.rs"]));
    assert_eq!(judged(&arrows["src/middle"], None), BTreeSet::from([("src/middle/mod.rs", "src/middle/inner.rs")]));
}
