//! What a right description means: the repository's own, and a small one that uses every form of writing.

#[path = "description/constructs.rs"]
mod constructs;
#[path = "description/signatures.rs"]
mod signatures;

use std::{fs, path::Path};

use clientsmith::{
    api::{Api, Location, PathPart, Scalar, Sides, Type},
    diag::{LoadError, Source, Sources},
};
use serde_json::json;

#[test]
fn the_description_of_this_repository_has_no_faults() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let sources = Sources::load(&folder).unwrap();
    let api = read(&sources);
    let names: Vec<_> = api.resources.iter().map(|resource| resource.item.name.as_str()).collect();
    assert_eq!(names, ["alerts", "billing_intents", "events", "meter_events", "meters"]);
    let endpoints = |resource: usize| api.resources[resource].endpoints.iter();
    assert_eq!([0, 1, 2, 3, 4].map(|resource| endpoints(resource).count()), [6, 9, 1, 6, 7]);
    let codes: Vec<_> = endpoints(1).map(|call| (call.item.name.as_str(), call.errors.len())).collect();
    assert_eq!(
        codes,
        [
            ("list", 0),
            ("create", 63),
            ("retrieve", 2),
            ("cancel", 3),
            ("reserve", 9),
            ("commit", 23),
            ("release_reservation", 3),
            ("list_actions", 2),
            ("retrieve_action", 3),
        ]
    );
    assert_eq!(api.resources[1].lifecycles[0].transitions.len(), 4);
    assert_eq!(api.headers[0].value.as_deref(), Some(&*api.version));
    let reserve = endpoints(1).find(|call| call.item.name == "reserve").unwrap();
    let literal = |text: &str| PathPart::Literal(text.to_owned());
    assert_eq!(reserve.path, [literal("/v2/billing/intents/"), PathPart::Parameter(0), literal("/reserve")]);
}

const API: &str = r#"
api: library
doc: A library.
version: "1"
package: {name: library, version: 0.1.0, license: MIT}
servers: {api: https://api.example.com}
auth: bearer
"#;

const BOOKS: &str = r#"
resource: books
doc: Books.
ids: {Book: bk, Author: {}, Shelf: {prefix: sh, doc: Identifies a shelf., since: "2"}}
objects:
  Book:
    doc: |
      A book.

      It has pages.
    fields:
      id: {type: id, doc: The book.}
      kind: {type: string, const: book, const_also: [volume], doc: The kind.}
      author: {type: id(Author), doc: The author.}
      pages: {type: [Page], doc: A list as YAML has it.}
      quoted: {type: "[Page?]?", doc: A list in quotes.}
      index: {type: {integer}, doc: A map as YAML has it.}
      nested: {type: {"[Page]"}, doc: A map of lists.}
      sequel: {type: Book, optional: true, doc: The next book., rust: next_book, was: follow_up, deprecated: Use `id`.}
      sequels: {type: [Book], doc: All next books.}
      price: {type: money, doc: The price.}
      bought_at: {type: timestamp?, doc: When it was bought.}
      404: {type: boolean, doc: A number as a name.}
  Page:
    doc: A page.
    fields:
      side: {type: Side, doc: The side.}
enums:
  Side:
    doc: A side.
    values:
      left: The left one.
      right: {doc: The right one., since: "2"}
endpoints:
  list:
    doc: Lists books.
    http: GET /books
    params: {shelf: {in: query, type: id(Shelf), optional: true, doc: The shelf.}}
    returns: [Page]
    examples: {one: {response: [{side: right}]}}
"#;

#[test]
fn every_form_of_writing_is_read() {
    let api = read(&small(BOOKS));
    let book = &api.objects[0];
    let ty = |name: &str| &book.fields.iter().find(|field| field.item.name == name).unwrap().ty;
    let page = || Box::new(ty_of_page(&api));
    let nullable = |ty| Box::new(Type::Nullable(ty));

    assert_eq!(book.item.doc, "A book.\n\nIt has pages.");
    assert_eq!(*ty("pages"), Type::List(page()));
    assert_eq!(*ty("quoted"), *nullable(Box::new(Type::List(nullable(page())))));
    assert_eq!(*ty("index"), Type::Map(Box::new(Type::Scalar(Scalar::Integer))));
    assert_eq!(*ty("nested"), Type::Map(Box::new(Type::List(page()))));
    let sequel = book.fields.iter().find(|field| field.item.name == "sequel").unwrap();
    assert_eq!(sequel.optional, Sides::BOTH);
    assert_eq!(sequel.item.rust.as_deref(), Some("next_book"));
    assert_eq!(sequel.item.was, ["follow_up"]);
    assert_eq!(sequel.item.deprecated.as_deref(), Some("Use `id`."));
    let ids: Vec<_> = api.identifiers.iter().map(|id| (id.prefix.as_deref(), id.item.doc.as_str())).collect();
    let made = "Identifies one `Book`.";
    assert_eq!(ids, [(Some("bk"), made), (None, "Identifies one `Author`."), (Some("sh"), "Identifies a shelf.")]);
    let values: Vec<_> = api.enums[0].values.iter().map(|value| value.item.doc.as_str()).collect();
    assert_eq!(values, ["The left one.", "The right one."]);
    assert_eq!(api.resources[0].endpoints[0].parameters[0].location, Location::Query);
    assert_eq!(api.protocol.error_code, ["error", "code"]);
}

fn ty_of_page(api: &Api) -> Type {
    api.resources[0].objects.iter().map(|id| Type::Object(*id)).nth(1).unwrap()
}

#[test]
fn an_object_without_an_example_gets_one_made_from_its_types() {
    let api = read(&small(BOOKS));
    let made = json!({
        "id": "bk_example", "kind": "book", "author": "example", "pages": [{"side": "left"}], "quoted": null,
        "index": {"example": 1}, "nested": {"example": [{"side": "left"}]}, "sequels": [], "price": 1000,
        "bought_at": null, "404": true,
    });
    assert_eq!(api.objects[0].example.to_string(), made.to_string(), "in the order of the fields");
    assert_eq!(api.objects[1].example, json!({"side": "right"}), "taken from the endpoint's example");
}

#[test]
fn plain_scalars_follow_the_core_schema() {
    let example = r#"
endpoints:
  show:
    doc: Shows anything.
    http: GET /
    returns: json
    examples:
      all:
        response:
          null: [null, Null, ~, NULL, ""]
          boolean: [true, False, yes, "true"]
          integer: [1, -1, +1, 0x1F, 0o17, 007, 1_000, 18446744073709551615, "1"]
          float: [1.5, -.5, 1e3, 2., 1.2.3, .]
          text: [2025-01-01T00:00:00Z, 12:30, a b, 0xZ]
          key: {"<<": 1, 404: 2, true: 3}
"#;
    let api = read(&small(&format!("resource: books\ndoc: Books.\n{example}")));
    let expected = json!({
        "null": [null, null, null, null, ""],
        "boolean": [true, false, "yes", "true"],
        "integer": [1, -1, 1, 31, 15, 7, "1_000", 18_446_744_073_709_551_615_u64, "1"],
        "float": [1.5, -0.5, 1000.0, 2.0, "1.2.3", "."],
        "text": ["2025-01-01T00:00:00Z", "12:30", "a b", "0xZ"],
        "key": {"<<": 1, "404": 2, "true": 3},
    });
    assert_eq!(api.resources[0].endpoints[0].examples[0].response, expected);
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let plain = read(&small(BOOKS));
    let windows = read(&small(&format!("\u{FEFF}{}", BOOKS.replace('\n', "\r\n"))));
    assert_eq!(windows.objects[0].item.doc, plain.objects[0].item.doc);
    assert_eq!(windows.objects[0].example, plain.objects[0].example);
}

#[test]
fn spans_point_at_names() {
    let sources = small(&format!("\u{FEFF}# Bücher\r\n{BOOKS}"));
    let api = read(&sources);
    let items = api.objects.iter().map(|object| &object.item).chain(api.objects[0].fields.iter().map(|it| &it.item));
    for item in items {
        assert_eq!(sources.files[item.span.file].text[item.span.bytes.clone()], item.name);
    }
}

#[test]
fn a_package_has_a_name_that_builds() {
    let accepts = |name: &str| is_read(&API.replace("name: library", &format!("name: {name}")));
    for name in ["a", "library", "town-library", "town_library", "v2-api", "http-client", "serde-jsonl", "stdlib"] {
        assert!(accepts(name), "{name} is refused");
    }
    let malformed = ["Library", "townLibrary", "a--b", "a__b", "a-_b", "a-", "_a", "-a", "2d", "bücher", "a.b", "''"];
    let taken = ["type", "async", "std", "core", "proc-macro", "test", "deps", "http", "serde-json", "hyper_util"];
    for name in malformed.into_iter().chain(taken).chain([&*"a".repeat(65)]) {
        assert!(!accepts(name), "{name} is let through");
    }
    let (_, manifest) = include_str!("../runtime-manifest.toml").split_once("\n[dependencies]\n").unwrap();
    let (dependencies, _) = manifest.split_once("\n[").unwrap();
    for (name, _) in
        dependencies.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "))
    {
        assert!(!accepts(name), "generated crates use {name}: add it to `TAKEN` of src/api/check/file/package.rs");
    }
}

#[test]
fn a_licence_is_an_spdx_expression() {
    let accepts = |license: &str| is_read(&API.replace("license: MIT", &format!("license: '{license}'")));
    for license in ["MIT", "MIT OR Apache-2.0", "(MIT AND BSD-3-Clause) OR Apache-2.0 WITH LLVM-exception"] {
        assert!(accepts(license), "{license} is refused");
    }
    assert!(accepts("LicenseRef-Proprietary"));
    for license in ["", "((", "(MIT", "MIT Apache-2.0", "MIT/Apache-2.0", "MIT, or so", "MIT OR", "OR MIT", "MITT"] {
        assert!(!accepts(license), "{license} is let through");
    }
}

#[test]
fn paths_of_members_are_names_with_dots_between_them() {
    let accepts = |path: &str| is_read(&format!("{API}protocol: {{error_code: \"{path}\"}}"));
    assert!(accepts("error.code") && accepts("code"));
    for path in ["", ".", "error.", "error..code", "error.\\n", "error.co\\u00adde"] {
        assert!(!accepts(path), "{path} is let through");
    }
}

#[test]
fn headers_that_http_or_the_client_controls_are_refused() {
    let sets = |name: &str| is_read(&format!("{API}headers: {{{name}: \"1\"}}"));
    let keys = |name: &str| is_read(&format!("{API}protocol: {{idempotency_key: {name}}}"));
    let asks = |name: &str| is_read(&format!("{API}protocol: {{request_id: {name}}}"));
    let repeats = |name: &str| is_read(&format!("{API}protocol: {{should_retry: {name}}}"));
    for name in ["Accept-Language", "If-Match", "Prefer", "Stripe-Version", "X-Request-Id"] {
        assert!(sets(name) && keys(name), "{name} is refused");
    }
    let connection = ["Connection", "Keep-Alive", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "http2-settings"];
    let body = ["Content-Encoding", "Content-Length", "Content-Type", "content-range"];
    let client = ["Accept", "accept-encoding", "AUTHORIZATION", "Cookie", "Expect", "Host", "Range", "User-Agent"];
    for name in connection.into_iter().chain(body).chain(client) {
        assert!(!sets(name) && !keys(name), "{name} is let through");
    }
    for name in ["Request-Id", "ETag", "Location", "X-Amzn-RequestId"] {
        assert!(asks(name) && repeats(name), "{name} is refused");
    }
    for name in ["Authorization", "user-agent", "Cookie", "If-Match", "Content-Type", "Connection", "Retry-After"] {
        assert!(!asks(name) && !repeats(name), "{name} is let through");
    }
    assert!(!is_read(&format!("{API}protocol: {{request_id: X-Id, should_retry: x-id}}")));
}

/// Whether the text of `api.yaml` has no fault.
fn is_read(api: &str) -> bool {
    let source = Source { path: "api.yaml".to_owned(), text: api.to_owned() };
    clientsmith::read(&Sources { files: vec![source] }).is_ok()
}

#[test]
fn files_are_loaded_by_name_after_the_api_file() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["b.yaml", "api.yaml", "a.yaml", "notes.md", ".a.yaml", "._a.YML", "a.yaml~", "yaml"] {
        fs::write(folder.path().join(name), name).unwrap();
    }
    let sources = Sources::load(folder.path()).unwrap();
    let texts: Vec<_> = sources.files.iter().map(|file| file.text.as_str()).collect();
    assert_eq!(texts, ["api.yaml", "a.yaml", "b.yaml"]);
    assert!(sources.files[1].path.ends_with("/a.yaml"), "{}", sources.files[1].path);
}

#[test]
fn what_cannot_be_loaded_says_why_and_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let error = |path: &Path| Sources::load(path).unwrap_err();
    assert!(matches!(error(&folder.path().join("none")), LoadError::NoFolder(_)));
    assert!(matches!(error(folder.path()), LoadError::NoApiFile(_)));
    fs::write(folder.path().join("api.yaml"), b"api: \xFF").unwrap();
    assert!(matches!(error(folder.path()), LoadError::NotUtf8(_, 5)));
    fs::write(folder.path().join("api.yaml"), "").unwrap();
    for ending in ["yml", "YAML", "YML", "Yaml"] {
        let path = folder.path().join(format!("books.{ending}"));
        fs::write(&path, "").unwrap();
        let message = error(folder.path()).to_string();
        assert!(message.contains(&format!("books.{ending}` ends in `.{ending}`: rename it")), "{message}");
        fs::remove_file(path).unwrap();
    }
    fs::create_dir(folder.path().join("folder.yaml")).unwrap();
    assert!(matches!(error(folder.path()), LoadError::NotAFile(_)));
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_not_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("api.yaml"), "").unwrap();
    std::os::unix::fs::symlink("gone", folder.path().join("books.yaml")).unwrap();
    assert!(
        matches!(Sources::load(folder.path()), Err(LoadError::Unreadable(path, _)) if path.ends_with("books.yaml"))
    );
}

#[cfg(unix)]
#[test]
fn what_could_not_be_seen_in_the_name_of_a_file_is_escaped() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["api.yaml", "b\u{1B}[31m\u{202E}ü.yaml"] {
        fs::write(folder.path().join(name), "").unwrap();
    }
    let sources = Sources::load(folder.path()).unwrap();
    assert!(sources.files[1].path.ends_with("/b\\u{1b}[31m\\u{202e}ü.yaml"), "{}", sources.files[1].path);
}

fn small(books: &str) -> Sources {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    Sources { files: vec![source("api.yaml", API), source("books.yaml", books)] }
}

fn read(sources: &Sources) -> Api {
    clientsmith::read(sources).unwrap_or_else(|faults| panic!("{}", faults.render(sources, false))).value
}
