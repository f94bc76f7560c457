//! The truth is the compiler: a program written against the old crate fails to compile with the new one if a report
//! says *major*, and compiles if it says less.
//!
//! All crates and programs are members of one workspace under the target folder; a file is only written there if it
//! changed, so that Cargo has little to do again. The crates are modules of a few.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clientsmith::api::Api;
use clientsmith::diff::{Report, Row, Source};
use clientsmith::surface::SurfaceLine;
use serde_json::Value;

use crate::batches;
use crate::generator::{self, Edit, Operation, in_parallel};
use crate::support::{self, Folder, witness::witness};
use crate::{BASES, Described, EDITS, Reported, hold, unchanged};

/// Programs are compiled for so many edits of each rule and source verdict. What is no break leaves less to be wrong.
const MOST_MAJOR: usize = 3;
const MOST_OTHER: usize = 1;
/// So many are compiled at least.
const FEWEST: usize = 60;

/// Edits whose report says *major* though the program compiles, and why that is right.
const EXPLAINED: &[(&str, &str)] = &[
    ("orchard: orders/objects.BoxSize.fields: height before width", ONE_TYPE),
    ("orchard: readings/endpoints.report.auth.session: remove all", SENDER),
    ("orchard: orders/endpoints.ship.body: add text", ONE_TYPE),
    ("orchard: readings/aliases.ScaleName.secret: add true", SHOWN),
    ("orchard: readings/aliases.Permit.secret: remove true (undone)", SHOWN),
    ("orchard: readings/objects.Session.fields.permit: alias written out", SHOWN),
    ("orchard: readings/objects.Reading.fields.scale: alias written out", IS_TEXT),
];
const ONE_TYPE: &str = "arguments of one type compile in any order, and then mean each other";
const SHOWN: &str = "a secret can no longer be shown, which these programs do with no value";
const IS_TEXT: &str = "a value of the alias is given as a text all the same, as long as the alias is there";
const SENDER: &str = "the type that sends batches needs a client, which these programs do without";

/// Rules of what these programs do not do: they make no client, and so give it no credentials and no place, walk through no
/// pages, and neither verify nor follow events. A program compiles if nothing else is major.
const UNSEEN: &[&str] = &[
    "base-url-argument-changed",
    "default-environment-changed",
    "default-server-changed",
    "environment-removed",
    "environment-renamed",
    "following-changed",
    "pages-changed",
    "pages-removed",
    "scheme-added",
    "scheme-changed",
    "scheme-removed",
    "scheme-renamed",
    "server-removed",
    "server-renamed",
    "server-variable-changed",
    "server-variable-removed",
    "server-variable-renamed",
    "signature-changed",
];

/// An edit, or an edit undone, for which a program is compiled.
struct Sample<'a> {
    name: String,
    edit: &'a Edit,
    is_undone: bool,
    report: &'a Report,
}

/// What the compiler says of a sample: the lines of `api.txt` whose use no longer compiles.
struct Judged<'a> {
    sample: Sample<'a>,
    broken: BTreeSet<String>,
}

#[test]
fn the_compiler_agrees_with_every_verdict() {
    let judged = compile(samples());
    let mut faults = Vec::new();
    for Judged { sample, broken } in &judged {
        let reason = EXPLAINED.iter().find(|(name, _)| *name == sample.name).map(|(_, reason)| reason);
        let says_major = is_major(sample.report);
        let fault = match (says_major, broken.is_empty(), reason) {
            (true, true, None) => "it compiles".to_owned(),
            (true, false, None) if !belongs(sample, broken) => format!("what fails is something else: {broken:?}"),
            (false, false, _) => format!("it does not compile: {broken:?}"),
            (_, is_fine, Some(reason)) if says_major != is_fine => format!("it is explained, but needs no {reason:?}"),
            _ => continue,
        };
        let rows = sample.report.rows.iter().map(|row| format!("\n  {} {} {}", row.verdict.source, row.rule, row.item));
        faults.push(format!("{}: {fault}{}", sample.name, rows.collect::<String>()));
    }
    let majors = judged.iter().filter(|judged| is_major(judged.sample.report)).count();
    eprintln!(
        "{} programs compiled, {majors} of them against a major change, {} explained",
        judged.len(),
        EXPLAINED.len()
    );
    assert!(judged.len() >= FEWEST, "only {} programs, at least {FEWEST} are meant to be compiled", judged.len());
    assert!(EXPLAINED.len() * 20 <= majors, "more than 5 % of the major changes are explained");
    hold(&faults);
}

/// Whether a report says that some program does not compile.
fn is_major(report: &Report) -> bool {
    let is_seen = |row: &Row| row.verdict.source == Source::Major && !UNSEEN.contains(&row.rule);
    report.rows.iter().any(is_seen)
}

/// Whether something that fails is a use of what the report speaks of.
fn belongs(sample: &Sample, broken: &BTreeSet<String>) -> bool {
    sample.report.rows.iter().any(|row| {
        let lines: BTreeSet<&String> = row.lines.iter().filter_map(|line| line.before.as_ref()).collect();
        // What comes or changes places breaks the uses of its owner.
        let owner = plain(row.item.split('.').next().unwrap_or_default());
        let is_owned = |line: &str| line.split(' ').any(|word| word.contains("::") && plain(word).starts_with(&owner));
        row.rule == "package-renamed" || broken.iter().any(|line| lines.contains(line) || is_owned(line))
    })
}

/// A path without signs and letter case, in which an item and what is made of it are alike.
fn plain(path: &str) -> String {
    path.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The first edits of each rule and source verdict, and of each kind of refactoring, those with one row before others. An
/// edit undone that is judged as the edit was, such as a change of places, shows nothing new.
fn samples() -> Vec<Sample<'static>> {
    let mut taken: BTreeMap<(&str, Source), Vec<&str>> = BTreeMap::new();
    let mut samples = Vec::new();
    for rows in [0..2, 2..usize::MAX] {
        for is_undone in [false, true] {
            for (edit, Reported { there, back }) in &EDITS.list {
                let report = if is_undone { back } else { there };
                let refactoring =
                    (edit.operation == Operation::Refactor).then_some((edit.subject, report.verdict.source));
                let rules = report.rows.iter().map(|row| (row.rule, row.verdict.source));
                let pairs: BTreeSet<_> = rules.chain(refactoring).collect();
                let is_wanted = |pair: &(&'static str, Source)| {
                    let names = taken.get(pair).map_or(&[][..], Vec::as_slice);
                    names.len() < most(pair.1) && !names.contains(&edit.name.as_str())
                };
                if rows.contains(&report.rows.len()) && pairs.iter().any(is_wanted) {
                    for pair in pairs {
                        taken.entry(pair).or_default().push(&edit.name);
                    }
                    let name = if is_undone { format!("{} (undone)", edit.name) } else { edit.name.clone() };
                    samples.push(Sample { name, edit, is_undone, report });
                }
            }
        }
    }
    samples
}

fn most(source: Source) -> usize {
    if source == Source::Major { MOST_MAJOR } else { MOST_OTHER }
}

/// A program that uses every item of the old crate but those of resources that are the same in the new one, against which it is
/// compiled.
struct Program {
    /// The lines of the old listing.
    listing: Vec<String>,
    text: String,
    /// The name of the new crate, and the features of it that are needed.
    krate: String,
    features: Vec<String>,
}

/// Compiles all programs, each against its crate.
fn compile(samples: Vec<Sample<'static>>) -> Vec<Judged<'static>> {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("edits");
    let unedited: Vec<Folder> = BASES.iter().map(|base| sources(&base.api)).collect();
    let made = in_parallel(samples.iter().enumerate().collect(), |(index, sample)| make(index, sample, &unedited));
    let (mut programs, crates): (Vec<Program>, Vec<_>) = made.into_iter().unzip();
    programs.extend(
        BASES.iter().enumerate().map(|(index, base)| program(base, base, &name_of_unedited(index), &BTreeSet::new())),
    );
    let unedited = unedited.into_iter().enumerate().map(|(index, files)| (name_of_unedited(index), files));
    let crates = crates.into_iter().flatten().chain(unedited);
    let packages = batches::write(&root, UNEDITED, crates.collect());
    for (index, program) in programs.iter().enumerate() {
        write(&root, &name(index), program, &packages[&program.krate]);
    }
    let members: BTreeSet<String> = packages.into_values().chain((0..programs.len()).map(name)).collect();
    support::write_workspace(&root, &members.into_iter().collect::<Vec<_>>());
    let mut failing = check(&root);
    let of_unedited = failing.remove(&name(samples.len()));
    assert_eq!(
        of_unedited, None,
        "what is left out of programs compiles, since all of it does where nothing is edited"
    );
    let judge = |(index, (sample, program)): (usize, (Sample<'static>, Program))| {
        let places = failing.remove(&name(index)).unwrap_or_default();
        Judged { sample, broken: places.into_iter().map(|line| used(&program, line)).collect() }
    };
    samples.into_iter().zip(programs).enumerate().map(judge).collect()
}

/// Begins the names of the crates before any edit, which are what all edits that are undone lead to.
const UNEDITED: &str = "unedited_";

fn name_of_unedited(base: usize) -> String {
    format!("{UNEDITED}{}", generator::BASES[base])
}

/// The name of the package of a program.
fn name(index: usize) -> String {
    format!("witness-{index:03}")
}

/// Makes the program against the old crate of a sample, and the new crate unless that is the unedited one.
fn make(index: usize, sample: &Sample, unedited: &[Folder]) -> (Program, Option<(String, Folder)>) {
    let (base, of) = (&BASES[sample.edit.base], sample.edit.base);
    let edited = Described::new(sample.edit.sources.clone());
    let files = sources(&edited.api);
    let same = unchanged::folders_that_mean_the_same(&unedited[of], &files);
    if sample.is_undone {
        return (program(&edited, base, &name_of_unedited(of), &same), None);
    }
    let krate = format!("edited_{index:03}");
    (program(base, &edited, &krate, &same), Some((krate, files)))
}

/// The program against an old crate, to be compiled with a new one, in which these resources are the same.
fn program(old: &Described, new: &Described, krate: &str, same: &BTreeSet<String>) -> Program {
    let resources =
        |api: &Api| -> BTreeSet<String> { api.resources.iter().map(|resource| resource.item.name.clone()).collect() };
    let [old_name, new_name] = [old, new].map(|made| made.api.package.name.replace('-', "_"));
    let mut used = old.surface.clone();
    for line in used.iter_mut().filter(|line| resource(line).is_some_and(|resource| same.contains(resource))) {
        line.usage = None;
    }
    Program {
        listing: old.surface.iter().map(|line| line.text.clone()).collect(),
        text: witness(&used, &old_name) + &format!("\nuse edited::{krate} as {new_name};\n"),
        krate: krate.to_owned(),
        features: resources(&old.api).intersection(&resources(&new.api)).cloned().collect(),
    }
}

/// The resource that an item is in: `Request<C, alerts::List>::limit` is one of `alerts`.
fn resource(line: &SurfaceLine) -> Option<&str> {
    let item = line.item();
    let path = item.split_once(", ").map_or(item, |(_, operation)| operation);
    Some(path.split_once("::")?.0)
}

/// The manifest and the sources of a crate.
fn sources(api: &Api) -> Folder {
    let files = clientsmith::generate(api).expect("the description is valid").value;
    let is_needed = |path: &str| path == "Cargo.toml" || path.starts_with("src/");
    let needed = files.iter().filter(|(path, _)| is_needed(path));
    needed.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect()
}

/// Writes a program against a crate that is a module of a package.
fn write(root: &Path, name: &str, Program { text, features, .. }: &Program, package: &str) {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\nserde_json = \"1\"\n\
         edited = {{ package = \"{package}\", path = \"../{package}\", default-features = false, features = {features:?} }}\n",
    );
    let files = [("Cargo.toml", &manifest), ("src/lib.rs", text)];
    support::write_folder(
        &root.join(name),
        &files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into(),
    );
}

/// Checks the programs, and gives for each the lines at which it does not compile. Crates are not asked for by themselves:
/// that would add all their clients, which no program uses, and which cost more to check than the rest.
fn check(root: &Path) -> BTreeMap<String, BTreeSet<usize>> {
    let mut cargo = support::cargo();
    cargo.current_dir(root).env("CARGO_TARGET_DIR", support::shared_target());
    cargo.args(["check", "--offline", "-p", "witness-*", "--keep-going", "--message-format=json"]);
    let output = cargo.output().expect("Cargo runs");
    let mut failing: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    let (mut checked, mut errors) = (BTreeSet::new(), String::new());
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: Value = serde_json::from_str(line).expect("Cargo writes JSON");
        let target = message["target"]["name"].as_str().unwrap_or_default().replace('_', "-");
        match message["reason"].as_str() {
            Some("compiler-artifact") => {
                checked.insert(target);
            }
            Some("compiler-message") if message["message"]["level"] == "error" => {
                if target.starts_with("edited-") {
                    errors += message["message"]["rendered"].as_str().unwrap_or_default();
                }
                let spans = message["message"]["spans"].as_array().into_iter().flatten();
                let lines = spans.filter(|span| span["is_primary"] == true);
                let lines = lines.filter_map(|span| usize::try_from(span["line_start"].as_u64()?).ok());
                failing.entry(target).or_default().extend(lines);
            }
            _ => {}
        }
    }
    assert!(!checked.is_empty(), "{}", support::transcript(&output));
    assert!(errors.is_empty(), "generated crates that do not compile:\n{errors}");
    failing
}

/// The line of the listing that the function at a line of the program uses.
fn used(Program { text, listing, .. }: &Program, line: usize) -> String {
    let before = text.lines().take(line).filter_map(|line| line.strip_prefix("fn line_"));
    let index = before.last().and_then(|rest| rest.split('<').next()?.parse::<usize>().ok());
    index.map_or_else(|| "the head of the program".to_owned(), |index| listing[index].clone())
}
