//! The schemas of descriptions refuse what the reader refuses before it looks up names, and take what the tool takes: over all
//! descriptions of the tests, right and wrong, and edits of them.

#[path = "schema/descriptions.rs"]
mod descriptions;
#[path = "schema/edits.rs"]
mod edits;
#[path = "schema/judges.rs"]
mod judges;
mod support;

use std::collections::BTreeSet;

use clientsmith::json_schema;
use clientsmith::spec::schema::mappings;
use serde_json::json;

use descriptions::descriptions;
use judges::{Judged, Schemas};

/// Of the edits, each so-many-th is tried: all of them take an hour.
const STRIDE: usize = 101;

#[test]
fn schema_and_reader_agree_on_all_descriptions_of_the_tests() {
    let schemas = Schemas::new();
    let judged: Vec<Judged> = descriptions().iter().flat_map(|description| schemas.judge_all(description)).collect();
    assert!(judged.iter().filter(|judged| judged.is_taken).count() > 200, "most descriptions are right");
    assert!(judged.iter().filter(|judged| !judged.is_taken).count() > 20, "those of tests/errors are wrong");
    hold(&judged);
}

#[test]
fn schema_and_reader_agree_on_single_edits() {
    let schemas = Schemas::new();
    let descriptions = descriptions();
    let judged: Vec<Judged> = judges::in_parallel(edits::each(STRIDE, &descriptions), |edit| schemas.judge(&edit));
    let refused: BTreeSet<&str> = judged.iter().flat_map(|judged| &judged.rules).copied().collect();
    for rule in ["missing-doc", "missing-key", "misplaced-key", "unknown-key", "unknown-type", "wrong-kind"] {
        assert!(refused.contains(rule), "no edit is refused by `{rule}`");
    }
    hold(&judged);
}

#[test]
fn a_schema_that_takes_everything_is_found_out() {
    let schemas = Schemas::of(|_| json!(true));
    let descriptions = descriptions();
    let judged = descriptions.iter().flat_map(|description| schemas.judge_all(description));
    assert!(judged.filter(|judged| judged.fault.is_some()).count() > 10);
}

#[test]
fn each_key_is_in_a_schema_and_explained() {
    let definitions = json_schema::of_any_file()["$defs"].clone();
    for kind in mappings() {
        let schema = &definitions[kind.name.replace(' ', "_")];
        for key in kind.keys() {
            let property = &schema["properties"][key.name];
            assert_eq!(property["description"], json!(key.doc), "{} of {}", key.name, kind.name);
            assert!(key.doc.ends_with('.') && !key.doc.contains("  "), "{} of {}: {}", key.name, kind.name, key.doc);
        }
        assert_eq!(schema["additionalProperties"] == json!(false), kind.names.is_none(), "{}", kind.name);
    }
}

/// Kinds of mappings in files that are no part of a description.
const BESIDE_DESCRIPTIONS: [&str; 7] =
    ["accepted change", "project", "selection of calls", "hint on calls", "names", "name of a call", "name of a type"];

#[test]
fn all_kinds_are_listed() {
    let listed: BTreeSet<&str> = mappings().map(|kind| kind.name).chain(BESIDE_DESCRIPTIONS).collect();
    let definitions = json_schema::of_any_file()["$defs"].clone();
    let helpers = ["type", "type of object", "type of union", "type of enum"];
    let found = definitions.as_object().unwrap().keys().map(|name| name.replace('_', " "));
    let found: BTreeSet<String> = found.filter(|name| !helpers.contains(&name.as_str())).collect();
    assert_eq!(found.iter().map(String::as_str).collect::<BTreeSet<_>>(), listed);
}

#[test]
fn one_schema_tells_the_files_apart() {
    let any = Schemas::of(|_| json_schema::of_any_file());
    let each = Schemas::new();
    for description in descriptions().iter().step_by(3) {
        let verdicts =
            |schemas: &Schemas| schemas.judge_all(description).iter().map(|it| it.is_taken).collect::<Vec<_>>();
        assert_eq!(verdicts(&any), verdicts(&each), "{}", description.name);
    }
}

/// Fails if schema and reader disagree somewhere, and shows the first places.
#[track_caller]
fn hold(judged: &[Judged]) {
    let faults: Vec<&String> = judged.iter().filter_map(|judged| judged.fault.as_ref()).collect();
    let shown: Vec<String> = faults.iter().take(20).map(|fault| format!("{fault}\n")).collect();
    assert!(faults.is_empty(), "{} of {} disagree, such as\n{}", faults.len(), judged.len(), shown.concat());
}
