//! Documents that are taken over, and documents that are corrected.

use std::fs;

use crate::project::Project;
use crate::support;

const DOCUMENT: &str = "\
openapi: 3.1.0
info: {title: Book Shop, version: '7'}
servers: [{url: 'https://books.example'}]
paths:
  /books/{id}:
    put:
      tags: [books]
      operationId: updateBook
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {id: {type: string}, title: {type: string}}}}}
      responses: {'200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
components:
  schemas:
    Book: {type: object, required: [id], properties: {id: {type: string, maxLength: 8}, state: {enum: [new, used]}}}
";
const OVERLAY: &str = "\
overlay: 1.0.0
info: {title: Corrections, version: 1.0.0}
actions:
  - target: $.components.schemas.Book.properties
    update: {pages: {type: integer, description: How many pages.}}
";
/// What the publisher has done already.
const UNMET: &str = "  - target: $.paths['/shelves']\n    remove: true\n";

/// A folder with the document and an overlay, and nothing else.
fn folder() -> Project {
    let project = Project::of_case("presence");
    fs::remove_dir_all(project.path("spec")).unwrap();
    fs::write(project.path("books.yaml"), DOCUMENT).unwrap();
    fs::write(project.path("corrections.yaml"), OVERLAY).unwrap();
    project
}

#[test]
fn a_document_that_is_taken_over_gives_the_same_crate() {
    let project = folder();
    let said =
        project.run(&["import", "--own", "books.yaml", "--spec", "new/own", "--report", "report.json"]).succeeds();
    assert!(said.contains("wrote 3 files into `new/own`"), "{said}");
    assert!(fs::read_to_string(project.path("report.json")).unwrap().contains("\"version\": 1"));
    let written = fs::read_to_string(project.path("new/own/books.yaml")).unwrap();
    assert!(written.contains("body_id: {in: body, wire_name: id, type: string, optional: true"), "{written}");
    assert!(!fs::read_to_string(project.path("new/own/api.yaml")).unwrap().contains("repeats"));
    project.run(&["generate", "--spec", "new/own", "--out", "own"]).succeeds();
    project.run(&["generate", "--openapi", "books.yaml", "--out", "direct"]).succeeds();
    assert!(project.files_in("own") == project.files_in("direct"));
}

#[test]
fn a_folder_with_files_is_not_taken_for_a_description() {
    let project = folder();
    fs::create_dir(project.path("spec")).unwrap();
    project.run(&["import", "--own", "books.yaml"]).succeeds();
    let before = support::read_folder(&project.path("spec"));
    let said = project.run(&["import", "--own", "books.yaml"]).fails();
    assert!(said.contains("is there already") && said.contains("--spec DIR"), "{said}");
    assert!(support::read_folder(&project.path("spec")) == before);
}

#[test]
fn overlays_correct_a_document_however_it_is_used() {
    let project = folder();
    let overlaid = ["--overlay", "corrections.yaml"];
    let pages = "pub types::Book::pages: Option<i64>";
    let generate = [&["generate", "--openapi", "books.yaml", "--out", "direct"][..], &overlaid].concat();
    fs::write(project.path("corrections.yaml"), OVERLAY.to_owned() + UNMET).unwrap();
    let run = project.run(&generate);
    assert!(run.code == 0 && run.stderr.contains("remark[unmet-action]"), "{run:?}");
    assert!(run.stderr.contains("corrections.yaml:6:13"), "{run:?}");
    fs::write(project.path("corrections.yaml"), OVERLAY).unwrap();
    project.run(&generate).succeeds();
    assert!(fs::read_to_string(project.path("direct/api.txt")).unwrap().contains(pages));
    project.run(&[&["import", "--own", "books.yaml", "--spec", "own"][..], &overlaid].concat()).succeeds();
    let own = fs::read_to_string(project.path("own/types.yaml")).unwrap();
    assert!(own.contains("pages: {type: integer, optional: true, doc: How many pages.}"), "{own}");

    project.run(&[&["import", "books.yaml"][..], &overlaid].concat()).succeeds();
    let api = fs::read_to_string(project.path("spec/api.yaml")).unwrap();
    assert!(api.contains("overlays:\n  - ../corrections.yaml\n"), "{api}");
    project.generate().succeeds();
    assert!(fs::read_to_string(project.path("generated/api.txt")).unwrap().contains(pages));
    fs::write(project.path("corrections.yaml"), OVERLAY.replace("actions", "action")).unwrap();
    let said = project.run(&["generate", "--check"]).fails();
    assert!(said.contains("the overlay has no actions") && said.contains("corrections.yaml:1:1"), "{said}");
    fs::remove_file(project.path("corrections.yaml")).unwrap();
    let said = project.run(&["generate", "--check"]).fails();
    assert!(said.contains("corrections.yaml"), "{said}");
}
