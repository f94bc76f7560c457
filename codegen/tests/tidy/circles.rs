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

/// The groups of those that can all be reached from each other, each with more than one member.
fn circles<'a>(arrows: &BTreeSet<(&'a str, &'a str)>) -> BTreeSet<BTreeSet<&'a str>> {
    let reached = |start: &'a str| {
        let mut reached = BTreeSet::new();
        let mut open = vec![start];
        while let Some(next) = open.pop() {
            let ahead = arrows.iter().filter(|(from, _)| *from == next).map(|(_, to)| *to);
            open.extend(ahead.filter(|to| reached.insert(*to)));
        }
        reached
    };
    let all: BTreeMap<&str, BTreeSet<&str>> = arrows.iter().map(|(from, _)| (*from, reached(from))).collect();
    let circle = |start: &&'a str| {
        let comes_back = |other: &&&'a str| all.get(**other).is_some_and(|reached| reached.contains(start));
        all[start].iter().filter(comes_back).copied().collect::<BTreeSet<_>>()
    };
    all.keys().map(circle).filter(|circle| circle.len() > 1).collect()
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
        let judged = judged(&arrows, None);
        for circle in circles(&judged) {
            let inside = judged.iter().filter(|(from, to)| circle.contains(from) && circle.contains(to));
            breaches.extend(inside.map(|(from, to)| {
                let Mention { from: path, line, name, .. } = &arrows[&((*from).to_owned(), (*to).to_owned())];
                let message = format!("a circle: this names `{name}` of {to}, which needs {from}: move what both need");
                Breach { path: path.clone(), line: *line, message }
            }));
        }
    }
    report(breaches);
}

#[test]
fn listed_exceptions_are_needed() {
    let arrows = arrows();
    for (index, (from, to, _)) in EXCEPTIONS.iter().enumerate() {
        let is_needed = arrows.values().any(|arrows| {
            let circles = circles(&judged(arrows, Some(index)));
            circles.iter().any(|circle| circle.contains(from) && circle.contains(to))
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
    assert_eq!(circles(&of_root), BTreeSet::from([BTreeSet::from(["src/low.rs", "src/middle"])]));
    assert_eq!(judged(&arrows["src/middle"], None), BTreeSet::from([("src/middle/mod.rs", "src/middle/inner.rs")]));
}
