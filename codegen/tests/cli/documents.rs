//! Projects of published documents: how they begin, what is written, and what a change of the document means.

use std::fs;

use crate::project::Project;
use crate::repository::{Repository, report};

const DOCUMENT: &str = "\
openapi: 3.1.0
info: {title: Book Shop, version: '7'}
servers: [{url: 'https://books.example'}]
paths:
  /books:
    get:
      tags: [Books]
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Book'}}}}}}
    post:
      tags: [Books]
      operationId: addBook
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewBook'}}}}
      responses: {'201': {description: New., content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}}
  /internal/stock:
    get: {tags: [Internal], responses: {'204': {description: Nothing.}}}
components:
  schemas:
    Book: {type: object, required: [id], properties: {id: {type: string}, state: {enum: [new, used]}}}
    NewBook: {type: object, required: [title], properties: {title: {type: string}}}
";

/// A folder with the document, and nothing else.
fn folder() -> Project {
    let project = Project::of_case("presence");
    fs::remove_dir_all(project.path("spec")).unwrap();
    fs::write(project.path("books.yaml"), DOCUMENT).unwrap();
    project
}

/// A project of the document, whose crate is written.
fn imported() -> Project {
    let project = folder();
    project.run(&["import", "books.yaml"]).succeeds();
    project.generate().succeeds();
    project
}

fn text(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn replace(project: &Project, path: &str, old: &str, new: &str) {
    let before = text(project, path);
    assert!(before.contains(old), "{old:?} in {before}");
    fs::write(project.path(path), before.replace(old, new)).unwrap();
}

#[test]
fn a_document_becomes_a_project() {
    let project = folder();
    let said = project.run(&["import", "books.yaml"]).succeeds();
    assert!(
        said.contains("emitted 3 of 3 calls") && said.contains("wrote spec/api.yaml and spec/names.yaml"),
        "{said}"
    );
    let api = text(&project, "spec/api.yaml");
    assert!(api.contains("openapi: ../books.yaml\n") && api.contains("name: book-shop-client\n"), "{api}");
    let names = text(&project, "spec/names.yaml");
    assert!(names.contains("  POST /books: {name: books::add, body: members}\n"), "{names}");
    assert!(names.contains("  /components/schemas/Book/properties/state: BookState\n"), "{names}");
    project.generate().succeeds();
    assert_eq!(text(&project, "spec/names.yaml"), names);
    assert!(project.read("Cargo.toml").contains("name = \"book-shop-client\""));
    assert!(project.read("api.txt").contains("pub fn books::add("));
    let said = project.run(&["generate", "--check"]).succeeds();
    assert!(said.contains("everything is up to date"), "{said}");
}

#[test]
fn an_import_overwrites_nothing() {
    let project = imported();
    replace(&project, "spec/api.yaml", "version: 0.1.0", "version: 0.2.0");
    replace(&project, "spec/names.yaml", "books::add", "books::buy");
    let (api, names) = (text(&project, "spec/api.yaml"), text(&project, "spec/names.yaml"));
    let why = project.run(&["import", "books.yaml"]).fails();
    assert!(why.contains("`spec/api.yaml` is there already") && why.contains("--force"), "{why}");
    assert_eq!((text(&project, "spec/api.yaml"), text(&project, "spec/names.yaml")), (api, names.clone()));
    // Names are kept even then.
    project.run(&["import", "books.yaml", "--force"]).succeeds();
    assert!(text(&project, "spec/api.yaml").contains("version: 0.1.0"));
    assert_eq!(text(&project, "spec/names.yaml"), names);
}

#[test]
fn what_cannot_be_imported_leaves_nothing() {
    let project = folder();
    for (name, wrong, words) in [
        ("old.yaml", "swagger: '2.0'\n", "swagger2openapi"),
        ("broken.yaml", "openapi: [", "yaml-syntax"),
        ("other.yaml", "a: b\n", "openapi: 3.1.0"),
    ] {
        fs::write(project.path(name), wrong).unwrap();
        let why = project.run(&["import", name]).fails();
        assert!(why.contains(words), "{why}");
    }
    let why = project.run(&["import", "absent.yaml"]).fails();
    assert!(why.contains("absent.yaml") && why.contains("cannot be read"), "{why}");
    assert!(!project.path("spec").exists());
}

#[test]
fn a_name_that_is_missing_is_stale() {
    let project = imported();
    let names = text(&project, "spec/names.yaml");
    replace(&project, "spec/names.yaml", "  GET /books: books::list\n", "");
    let run = project.run(&["generate", "--check"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("+  GET /books: books::list\n"), "{run:?}");
    assert!(run.stderr.contains("`spec/names.yaml` does not hold all names"), "{run:?}");
    project.generate().succeeds();
    assert_eq!(text(&project, "spec/names.yaml"), names);
    project.run(&["generate", "--check"]).succeeds();
}

#[test]
fn a_name_of_nothing_is_a_remark_and_two_of_one_name_are_a_fault() {
    let project = imported();
    replace(&project, "spec/names.yaml", "types:\n", "types:\n  /components/schemas/Author: Author\n");
    let run = project.generate();
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stderr.contains("remark[unmet-name]: the document has no `/components/schemas/Author`"), "{run:?}");
    assert!(text(&project, "spec/names.yaml").contains("Author: Author"));
    replace(&project, "spec/names.yaml", "schemas/Book: Book\n", "schemas/Book: BookState\n");
    let why = project.generate().fails();
    assert!(why.contains("error[name-collision]: two types have the name `BookState`"), "{why}");
    assert!(why.contains("--> spec/names.yaml:"), "{why}");
    replace(&project, "spec/names.yaml", "schemas/Book: BookState\n", "schemas/Book: new book\n");
    let why = project.generate().fails();
    assert!(why.contains("error[invalid-name]"), "{why}");
}

#[test]
fn hints_choose_calls_and_pages() {
    let project = imported();
    let hints = "\
leave_out: {paths: '/internal/**'}
modules: {Books: shelf}
calls:
  GET /books: {pages: {next: link}}
";
    let api = text(&project, "spec/api.yaml");
    fs::write(project.path("spec/api.yaml"), format!("{api}{hints}")).unwrap();
    let run = project.generate();
    assert!(run.stdout.contains("emitted 2 of 2 calls, 1 of them in pages"), "{run:?}");
    // Names of what is left out are kept, should it come back.
    assert_eq!(run.stderr, "", "{run:?}");
    let listing = project.read("api.txt");
    assert!(listing.contains("pub fn shelf::list(") && !listing.contains("internal"), "{listing}");
    assert!(text(&project, "spec/names.yaml").contains("  GET /books: shelf::list\n"));
    for (hint, words) in [
        ("take: {tags: Bookz}\n", "remark[unmet-hint]: `Bookz` meets nothing"),
        ("calls: {GET /books: {pages: {next: {token: cursor, parameter: after}}}}\n", "error["),
        ("leave_out: {path: x}\n", "error[unknown-key]"),
        ("protocol: {request_id: 'no header'}\n", "error[invalid-header]"),
    ] {
        fs::write(project.path("spec/api.yaml"), format!("{api}{hint}")).unwrap();
        let run = project.run(&["generate", "--check"]);
        assert!(run.stderr.contains(words) && run.stderr.contains("spec/api.yaml:"), "{hint} {run:?}");
    }
}

#[test]
fn a_document_that_is_gone_is_told_where_it_is_named() {
    let project = imported();
    fs::remove_file(project.path("books.yaml")).unwrap();
    let why = project.generate().fails();
    assert!(why.contains("error[unread-document]") && why.contains("--> spec/api.yaml:2:"), "{why}");
}

#[test]
fn two_documents_are_compared() {
    let project = folder();
    let new = DOCUMENT.replace("enum: [new, used]", "enum: [new, used, lost]").replace("name: limit", "name: size");
    fs::write(project.path("new.yaml"), new).unwrap();
    let report = report(&project.run(&["diff", "books.yaml", "new.yaml", "--format", "json"]).succeeds());
    let rules: Vec<&str> = report["rows"].as_array().unwrap().iter().map(|row| row["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["parameter-removed", "parameter-added", "value-added"], "{report:#}");
    assert_eq!(report["rows"][2]["place"]["path"], "new.yaml");
    // What only our own format can say is not advised, and nobody has written a version.
    assert!(report["rows"].as_array().unwrap().iter().all(|row| row["advice"].is_null()), "{report:#}");
    assert_eq!(report["bump"]["is_enough"], true);
    assert_eq!(report["rows"][2]["place"]["line"], 19);
}

#[test]
fn what_is_no_document_is_not_compared() {
    let project = folder();
    fs::write(project.path("other.yaml"), "a: b\n").unwrap();
    let why = project.run(&["diff", "books.yaml", "other.yaml"]).fails();
    assert!(why.contains("error[unread-document]: `other.yaml` is no document of OpenAPI 3"), "{why}");
}

#[test]
fn revisions_of_a_project_are_compared() {
    let repository = Repository::empty();
    let project = &repository.project;
    fs::remove_dir_all(project.path("spec")).unwrap();
    fs::write(project.path("books.yaml"), DOCUMENT).unwrap();
    project.run(&["import", "books.yaml"]).succeeds();
    project.generate().succeeds();
    repository.commit("Import the document.");
    // The document gives another name, and the project keeps its own for callers.
    replace(project, "books.yaml", "schemas/NewBook", "schemas/BookToAdd");
    replace(project, "books.yaml", "    NewBook:", "    BookToAdd:");
    replace(project, "spec/names.yaml", "POST /books: {name: books::add,", "POST /books: {name: books::buy, was: add,");
    project.run(&["generate"]);
    let found = repository.report(&["main"]);
    let rows = found["rows"].as_array().unwrap();
    let rules: Vec<&str> = rows.iter().map(|row| row["rule"].as_str().unwrap()).collect();
    assert_eq!(rules, ["endpoint-renamed"], "{found:#}");
    assert_eq!(rows[0]["place"]["path"], "books.yaml", "{found:#}");
    assert_eq!(found["generator"].as_array().unwrap().len(), 0, "{found:#}");
    assert!(project.read("api.txt").contains("pub fn books::add = buy (deprecated)"));
    let of_document = repository.report(&["main:books.yaml", "books.yaml"]);
    assert_eq!(of_document["rows"].as_array().unwrap().len(), 0, "{of_document:#}");
}
