//! Published documents: each folder of `openapi/` has one, the remarks on it, and the public items of its crate.
//! `UPDATE_EXPECT=1` writes both anew.

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::{self, Files, OpenError, Settled};

#[path = "openapi/hostile.rs"]
mod hostile;
#[path = "openapi/json.rs"]
mod json;
#[path = "openapi/kept.rs"]
mod kept;
#[path = "openapi/mutants.rs"]
mod mutants;
#[path = "openapi/overlays.rs"]
mod overlays;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/openapi")
}

fn folders() -> Vec<PathBuf> {
    let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The overlays that correct a document, in their order.
fn overlays_of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder.join("overlays")).into_iter().flatten();
    let mut overlays: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    overlays.sort();
    overlays
}

/// What becomes of a document, with the remarks on its text, as the command line shows it.
fn built(folder: &Path) -> (Settled<clientsmith::output::Files>, String) {
    let mut remarks = Diagnostics::default();
    let mut files = Files::open_with(&folder.join("openapi.yaml"), &[], &overlays_of(folder), &mut remarks).unwrap();
    openapi::recognise(&files).unwrap();
    let settled = clientsmith::build_document(&files)
        .unwrap_or_else(|faults| panic!("{}\n{}", folder.display(), faults.render(&files.sources, false)));
    remarks.append(settled.remarks.clone());
    for file in &mut files.sources.files {
        file.path = file.path.rsplit_once("tests/openapi/").map_or(&*file.path, |(_, path)| path).to_owned();
    }
    let report = format!("{}\n{}", settled.summary.sentence(), remarks.render(&files.sources, false));
    (settled, report)
}

#[test]
fn each_document_becomes_a_crate_with_its_remarks() {
    let mut differing = Vec::new();
    for folder in folders() {
        let (settled, report) = built(&folder);
        let listing =
            settled.value.iter().find(|(path, _)| *path == "api.txt").expect("each crate has a list of its items").1;
        for (name, text) in [("remarks.txt", report.as_str()), ("api.txt", listing)] {
            let expected = folder.join(name);
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                fs::write(&expected, text).unwrap();
            } else if fs::read_to_string(&expected).unwrap_or_default() != text {
                differing.push(format!("--- {}\n{text}", expected.display()));
            }
        }
    }
    assert!(
        differing.is_empty(),
        "these differ; if they are better, run again with UPDATE_EXPECT=1\n{}",
        differing.join("\n")
    );
}

#[test]
fn what_a_document_shows_is_shown() {
    let files = built(&root().join("examples")).0.value;
    let text = |path: &str| files.iter().find(|(found, _)| *found == path).expect("there is such a file").1;
    let (calls, objects, examples) = ("src/search/requests.rs", "src/types/objects.rs", "src/types/examples.rs");
    for (path, shown) in [
        // The first that says something is set.
        (calls, "shown_client::search::cats(&client).breed(\"Siamese\")"),
        (calls, "For example `Siamese`."),
        (calls, "For example `red`, `black`."),
        (calls, "For example `Paris`."),
        (calls, "For example `276098102345678`."),
        (calls, "For example `40`."),
        (calls, "shown_client::search::keep(&client, \"black and white\")"),
        (calls, ".until(\"2026-01-31T00:00:00Z\""),
        (objects, "For example `12`."),
        (calls, "Ask for - a _breed_."),
        (objects, "They are not counted any more."),
        (examples, "{ \"count\": 12, \"chip\": \"276098102345678\", \"owner\": {} }"),
    ] {
        assert!(text(path).contains(shown), "{path} does not show {shown}:\n{}", text(path));
    }
}

/// The first call in the README, which is one of a published document in the folder that `CORPUS` names.
#[test]
fn readme_shows_a_call_that_is_there() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md")).unwrap();
    let (_, shown) = readme.split_once("use redocly_museum_api_client::").expect("it shows one");
    let (_, call) = shown.split_once("let events = ").expect("it makes a call");
    let (function, setter) = call.split_once("(&client).").expect("it gives the client");
    let Some(corpus) = std::env::var_os("CORPUS") else {
        eprintln!("skipped: `CORPUS` names no folder of published documents");
        return;
    };
    let document = Path::new(&corpus).join("museum.yaml");
    let files = Files::open(&document, &[], &mut Diagnostics::default()).unwrap();
    let made =
        clientsmith::build_document(&files).unwrap_or_else(|faults| panic!("{}", faults.render(&files.sources, false)));
    let listing = made.value.iter().find(|(path, _)| *path == "api.txt").expect("each crate has one").1;
    let setter = setter.split_once('(').expect("it sets something").0;
    for shown in [
        format!("pub fn {function}(client: &C)"),
        format!(">::{setter}(self"),
        "Client::new(impl Into<ApiKey>, impl".to_owned(),
    ] {
        assert!(listing.contains(&shown), "{shown}");
    }
}

#[test]
fn a_document_gives_the_same_bytes_again() {
    for folder in folders() {
        let files = |settled: Settled<clientsmith::output::Files>| -> Vec<(String, String)> {
            settled.value.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
        };
        assert!(files(built(&folder).0) == files(built(&folder).0), "{}", folder.display());
    }
}

#[test]
fn remarks_are_of_known_kinds() {
    assert!(openapi::REMARKS.is_sorted_by_key(|rule| rule.name));
    for folder in folders() {
        for remark in built(&folder).0.remarks.list() {
            let is_known =
                openapi::REMARKS.iter().chain(clientsmith::diag::REMARKS).any(|rule| rule.name == remark.rule);
            assert!(is_known && remark.help.is_some(), "{}: {}", remark.rule, remark.message);
        }
    }
}

#[test]
fn another_file_is_refused_in_a_sentence() {
    for (text, words) in [
        ("swagger: '2.0'\ninfo: {}\npaths: {}\n", "swagger2openapi"),
        ("asyncapi: 3.0.0\n", "openapi: 3."),
        ("openapi: 4.0.0\n", "openapi: 3."),
        ("", "openapi: 3."),
    ] {
        let files = Files::of_text("api.yaml", text.to_owned(), &mut Diagnostics::default()).unwrap();
        let why = openapi::recognise(&files).unwrap_err();
        assert!(why.contains(words), "{why}");
    }
    let broken = Files::of_text("api.yaml", "openapi: [".to_owned(), &mut Diagnostics::default());
    assert!(matches!(broken, Err(OpenError::Faulty(..))));
}

#[test]
fn what_is_no_text_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("openapi.yaml");
    fs::write(&path, b"openapi: 3.0.0\ninfo: {title: \"\xFF\"}\n").unwrap();
    assert!(matches!(Files::open(&path, &[], &mut Diagnostics::default()), Err(OpenError::Faulty(..))));
    let absent = folder.path().join("absent.yaml");
    assert!(matches!(Files::open(&absent, &[], &mut Diagnostics::default()), Err(OpenError::Unreadable(..))));
}

#[test]
fn the_report_says_all_that_was_left_out() {
    let folder = root().join("broken");
    let mut found = Diagnostics::default();
    let files = Files::open(&folder.join("openapi.yaml"), &[], &mut found).unwrap();
    let settled = clientsmith::build_document(&files).unwrap();
    let report = openapi::report(&settled.summary, &settled.remarks, &files.sources);
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["version"], 1);
    assert_eq!(report["remarks"].as_array().unwrap().len(), settled.remarks.list().len());
    assert_eq!(report["calls"]["described"], settled.summary.operations);
    assert!(report["remarks"][0]["line"].as_u64().unwrap() > 0);
}
