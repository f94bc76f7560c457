//! Descriptions that are written: what is read again is the same, and so is the crate.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::diag::{Diagnostics, Sources};
use clientsmith::openapi::{self, Files};
use support::written::{fault, written};

/// So many lines are shown of what differs.
const SHOWN: usize = 30;

#[track_caller]
fn hold(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} are not the same, such as\n{}",
        faults.len(),
        faults.iter().take(5).cloned().collect::<String>()
    );
}

#[test]
fn what_is_written_of_a_description_is_read_as_the_same() {
    let specs = support::cases().into_values().map(|case| case.join("spec"));
    let specs = specs.chain([support::workspace().join("spec")]).chain(support::edited());
    let faults = specs.filter_map(|spec| fault(&spec.display().to_string(), &Sources::load(&spec).unwrap()));
    hold(&faults.collect::<Vec<_>>());
}

/// What is wrong with the description of a document.
fn fault_of_document(path: &Path) -> Option<String> {
    let name = path.display().to_string();
    let files = Files::open(path, &[], &mut Diagnostics::default()).unwrap_or_else(|why| panic!("{name}: {why}"));
    openapi::recognise(&files).unwrap();
    let direct = clientsmith::build_document(&files).unwrap();
    let (_, own) = clientsmith::describe_document(&files).unwrap();
    let sources = written(&own.description);
    let built = match clientsmith::build(&sources) {
        Ok(built) => built.value,
        Err(faults) => return Some(format!("{name}: {}\n", faults.render(&sources, false))),
    };
    let direct: Vec<_> = direct.value.iter().collect();
    let built: Vec<_> = built.iter().collect();
    if direct == built {
        return None;
    }
    let differing = direct.iter().zip(&built).find(|(one, other)| one != other);
    let (one, other) = differing.map_or((("", ""), ("", "")), |(one, other)| (*one, *other));
    let changes = similar::TextDiff::from_lines(one.1, other.1).unified_diff().to_string();
    let changes: String = changes.lines().take(SHOWN).fold(String::new(), |text, line| text + line + "\n");
    Some(format!("{name}: another crate, in {} and {}\n{changes}\n", one.0, other.0))
}

#[test]
fn the_description_of_a_document_gives_the_crate_of_the_document() {
    let folders = fs::read_dir(support::codegen("tests/openapi")).unwrap().map(|entry| entry.unwrap().path());
    let documents: Vec<PathBuf> =
        folders.map(|folder| folder.join("openapi.yaml")).filter(|path| path.is_file()).collect();
    assert!(documents.len() > 3);
    hold(&documents.iter().filter_map(|path| fault_of_document(path)).collect::<Vec<_>>());
}

/// Published documents in the folder that `CORPUS` names, those with the names in `DOCUMENTS`, or all.
#[test]
fn so_does_that_of_published_documents() {
    let Some(corpus) = std::env::var_os("CORPUS") else {
        eprintln!("skipped: `CORPUS` names no folder of published documents");
        return;
    };
    let wanted = std::env::var("DOCUMENTS").unwrap_or_default();
    let entries = fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path());
    let is_wanted = |path: &PathBuf| {
        let name = support::name_of(path);
        support::has_ending(&name, &["json", "yaml", "yml"])
            && (wanted.is_empty() || wanted.split(',').any(|wanted| name.starts_with(wanted)))
    };
    let mut documents: Vec<PathBuf> = entries.filter(is_wanted).collect();
    documents.sort();
    hold(&documents.iter().filter_map(|path| fault_of_document(path)).collect::<Vec<_>>());
}
