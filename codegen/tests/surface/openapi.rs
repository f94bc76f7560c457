//! `spec/` says of events of version 2 what the service's published `OpenAPI` documents say.
//!
//! `openapi.txt` holds their facts, so that the comparison always runs. The documents themselves are no part of the project:
//! where `CLIENTSMITH_OPENAPI` names a folder with them, or there is one at `../shared/openapi` beside the repository,
//! `openapi.txt` is held against them; `UPDATE_EXPECT=1 cargo test -p clientsmith --test surface` takes it from there.

use std::io::Write as _;
use std::path::PathBuf;

use serde_json::Value;

use crate::differences::{Explained, differences, unexplained};
use crate::facts::Facts;
use crate::{SPEC, described, support};

/// The calls that the documents hold. They lack the stream, which has a server of its own.
const PATHS: &[&str] =
    &["/v2/billing/meter_event_adjustments", "/v2/billing/meter_event_session", "/v2/billing/meter_events"];
/// What the calls answer.
const OBJECTS: &[&str] =
    &["v2.billing.meter_event", "v2.billing.meter_event_adjustment", "v2.billing.meter_event_session"];
/// What a description says and the documents have no word for: the status of an error, and what is secret.
const UNPUBLISHED: &[&str] = &["later", "secret", "status"];
/// Where the description differs from the documents, and why that is right.
const EXPLAINED: &[Explained] = &[];

#[test]
fn the_description_says_what_the_openapi_documents_say() {
    let mut described = described::facts(&SPEC);
    described.known.retain(|key, said| {
        said.retain(|attribute, _| !UNPUBLISHED.contains(&attribute.as_str()));
        key.split(' ').any(|word| PATHS.contains(&word) || OBJECTS.contains(&word))
    });
    let published = Facts::read(include_str!("openapi.txt"));
    let faults = unexplained(differences(&published, &described), EXPLAINED);
    assert!(faults.is_empty(), "the OpenAPI documents and spec/ differ\n{}", faults.join("\n"));
}

#[test]
fn the_facts_are_those_of_the_openapi_documents() {
    let documents = documents();
    let stored = support::codegen("tests/surface/openapi.txt");
    for (name, document) in &documents {
        let facts = published(document);
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            let head = "# Facts of the service's OpenAPI documents on events of version 2, in the form of documentation.txt.\n";
            std::fs::write(&stored, format!("{head}\n{}", facts.write())).unwrap();
        }
        let stored = Facts::read(&std::fs::read_to_string(&stored).unwrap());
        assert_eq!(stored.write(), facts.write(), "{name} says something else than openapi.txt");
    }
    if documents.is_empty() {
        // Past the capture of test output, which would hide it.
        let line =
            "skipped: no OpenAPI documents to hold openapi.txt against; CLIENTSMITH_OPENAPI can name their folder";
        writeln!(std::io::stderr(), "{line}").expect("standard error takes a line");
    }
}

/// The documents of version 2, with their names.
fn documents() -> Vec<(String, Value)> {
    let named = std::env::var_os("CLIENTSMITH_OPENAPI").map(PathBuf::from);
    let folder = named.clone().unwrap_or_else(|| support::workspace().join("../shared/openapi"));
    let mut documents = Vec::new();
    for (name, bytes) in support::read_folder(&folder) {
        if name.contains("v2") && support::has_ending(&name, &["json"]) {
            documents.push((name, serde_json::from_slice(&bytes).expect("the document is JSON")));
        }
    }
    assert!(named.is_none() || !documents.is_empty(), "no `*v2*.json` in CLIENTSMITH_OPENAPI: {}", folder.display());
    documents
}

/// The facts that a document states of the calls and objects in question.
fn published(document: &Value) -> Facts {
    let mut facts = Facts::default();
    for path in PATHS {
        let methods = document["paths"][path].as_object().unwrap_or_else(|| panic!("there is no path {path}"));
        for (method, operation) in methods {
            call(&mut facts, &format!("{} {path}", method.to_uppercase()), operation);
        }
    }
    for object in OBJECTS {
        members(&mut facts, &format!("member {object}"), "", &document["components"]["schemas"][object]);
    }
    facts
}

fn call(facts: &mut Facts, call: &str, operation: &Value) {
    let answer = |status: &str| &operation["responses"][status]["content"]["application/json"]["schema"];
    facts.add(format!("endpoint {call}"), [("server", "api"), ("returns", reference(answer("200")))]);
    assert!(operation["parameters"].is_null(), "{call} has parameters outside its body");
    members(
        facts,
        &format!("param {call} body"),
        "",
        &operation["requestBody"]["content"]["application/json"]["schema"],
    );
    for error in answer("default")["oneOf"].as_array().into_iter().flatten() {
        // The last one has no code: it stands for all others.
        if let Some(code) = reference(error).strip_prefix("v2.error.") {
            facts.add(format!("error {call} {code}"), []);
        }
    }
}

/// The name of the schema that is referred to.
fn reference(schema: &Value) -> &str {
    let name = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    name.unwrap_or_else(|| panic!("no reference: {schema}"))
}

/// The members of a schema, and what is inside them.
fn members(facts: &mut Facts, owner: &str, prefix: &str, schema: &Value) {
    let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    for (name, member) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{prefix}{name}");
        let values: Vec<&str> = member["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let word = word(name, member);
        let mut said = vec![
            ("type", word.as_str()),
            ("required", if required.contains(&name.as_str().into()) { "yes" } else { "no" }),
        ];
        if owner.starts_with("member ") {
            said.push(("nullable", if member["nullable"] == true { "yes" } else { "no" }));
        }
        match word.as_str() {
            "const" => said.push(("tag", values[0])),
            "enum" => {
                let is_open = member["description"].as_str().is_some_and(|doc| doc.starts_with("Open Enum."));
                said.push(("kind", if is_open { "open" } else { "unstated" }));
                for value in &values {
                    facts.add(format!("value {owner} {path} {value}"), []);
                }
            }
            _ => members(facts, owner, &format!("{path}."), member),
        }
        facts.add(format!("{owner} {path}"), said);
    }
}

/// What a member holds, in the terms of the facts.
fn word(name: &str, schema: &Value) -> String {
    let text = |name: &str| schema[name].as_str().unwrap_or_default();
    match (text("type"), text("format")) {
        ("string", "date-time") => "ts".to_owned(),
        ("string", _) if name == "object" => "const".to_owned(),
        ("string", _) if !schema["enum"].is_null() => "enum".to_owned(),
        ("object", _) if schema["additionalProperties"].is_object() => {
            format!("map({})", word("", &schema["additionalProperties"]))
        }
        (word @ ("string" | "boolean" | "object"), _) => word.to_owned(),
        (other, _) => panic!("the facts have no word for `{other}`: {schema}"),
    }
}
