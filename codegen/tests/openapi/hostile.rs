//! Documents that nobody would publish in good faith: each is read to an end, without a panic, in bounded time and memory.

use std::fmt::Write as _;

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::Files;

const HEAD: &str = "openapi: 3.1.0\ninfo: {title: Hostile, version: '1'}\nservers: [{url: 'https://a.example'}]\n";

/// Makes a crate of a document, if one can be made.
fn made(text: String) -> Option<usize> {
    let files = Files::of_text("openapi.yaml", text, &mut Diagnostics::default()).ok()?;
    let settled = clientsmith::build_document(&files).ok()?;
    Some(settled.value.iter().count())
}

fn with_schemas(schemas: &str) -> String {
    format!(
        "{HEAD}paths: {{/a: {{get: {{responses: {{'200': {{description: A., content: {{application/json: {{schema: {{$ref: \
         '#/components/schemas/S0'}}}}}}}}}}}}}}}}\ncomponents:\n  schemas:\n{schemas}"
    )
}

#[test]
fn circles_of_references_end() {
    for schemas in [
        "    S0: {$ref: '#/components/schemas/S0'}\n",
        "    S0: {$ref: '#/components/schemas/S1'}\n    S1: {$ref: '#/components/schemas/S0'}\n",
        "    S0: {allOf: [{$ref: '#/components/schemas/S0'}]}\n",
        "    S0: {oneOf: [{$ref: '#/components/schemas/S0'}, {type: 'null'}]}\n",
        "    S0: {anyOf: [{$ref: '#/components/schemas/S1'}, {type: string}]}\n    S1: {anyOf: [{$ref: '#/components/schemas/S0'}, {type: integer}]}\n",
        "    S0: {type: array, items: {$ref: '#/components/schemas/S0'}}\n",
        "    S0: {type: object, additionalProperties: {$ref: '#/components/schemas/S0'}}\n",
        "    S0: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/S1'}}}\n    S1: {allOf: [{$ref: '#/components/schemas/S0'}], required: [b], properties: {b: {$ref: '#/components/schemas/S0'}}}\n",
        "    S0: {$ref: '#/components/schemas/S0/properties/a'}\n",
        "    S0: {discriminator: {propertyName: k}, oneOf: [{oneOf: [{type: 'null'}]}, {anyOf: [{type: 'null'}, {enum: [null]}]}]}\n",
        "    S0: {discriminator: {propertyName: k}, allOf: [{$ref: '#/components/schemas/S0'}], properties: {k: {type: string}}}\n",
    ] {
        assert!(made(with_schemas(schemas)).is_some(), "{schemas}");
    }
}

#[test]
fn long_chains_of_references_end() {
    for link in [
        "{type: object, properties: {a: {$ref: '#/components/schemas/S%'}}}",
        "{type: object, required: [a], properties: {a: {$ref: '#/components/schemas/S%'}}}",
        "{allOf: [{$ref: '#/components/schemas/S%'}, {type: object, properties: {a: {type: string}}}]}",
        "{oneOf: [{$ref: '#/components/schemas/S%'}, {type: string}]}",
        "{$ref: '#/components/schemas/S%'}",
    ] {
        let mut schemas = String::new();
        for number in 0..2_000 {
            _ = writeln!(schemas, "    S{number}: {}", link.replace('%', &(number + 1).to_string()));
        }
        schemas.push_str("    S2000: {type: string}\n");
        assert!(made(with_schemas(&schemas)).is_some(), "{link}");
    }
}

#[test]
fn deep_nesting_is_refused_or_read() {
    for depth in [30, 60, 10_000] {
        let deep = format!("    S0: {}{{type: string}}{}\n", "{type: array, items: ".repeat(depth), "}".repeat(depth));
        _ = made(with_schemas(&deep));
        let deep = format!("    S0: {}{{type: string}}{}\n", "{properties: {a: ".repeat(depth), "}}".repeat(depth));
        _ = made(with_schemas(&deep));
        let deep =
            format!("    S0: {}{{type: string}}{}\n", "{oneOf: [{type: integer}, ".repeat(depth), "]}".repeat(depth));
        _ = made(with_schemas(&deep));
    }
}

#[test]
fn aliases_do_not_explode() {
    let mut text = with_schemas("    S0: &a0 {type: object, properties: {x: {type: string}}}\n");
    for number in 1..40 {
        _ = writeln!(
            text,
            "    S{number}: &a{number} {{oneOf: [*a{0}, *a{0}], properties: {{l: *a{0}, r: *a{0}}}}}",
            number - 1
        );
    }
    _ = made(text);
}

#[test]
fn names_and_texts_cannot_leave_their_places() {
    let odd = ["\\\"", "\\n}}", "\\u202E", "*/", "`", "#", "{", "$(x)", "r#\\\"", "\\0", "日本", "'", ";"];
    let mut schemas = String::from("    S0:\n      type: object\n      properties:\n");
    for (number, name) in odd.iter().enumerate() {
        _ = writeln!(
            schemas,
            "        \"{name}{number}\": {{type: string, enum: [\"{name}\", \"a{name}\"], default: \"{name}\", description: \"{name} */ ]]> #![x] </script>\"}}"
        );
        _ = writeln!(
            schemas,
            "        \"{name}\": {{type: object, title: \"{name}\", properties: {{\"{name}\": {{type: string}}}}}}"
        );
    }
    assert!(made(with_schemas(&schemas)).is_some());
    let path = format!(
        "{HEAD}paths:\n  '/a/{{b\"c}}/..%2f/\u{202E}': {{get: {{tags: [\"a\\\"b\"], operationId: \"*/ x\", responses: {{}}}}}}\n"
    );
    assert!(made(path).is_some());
}

#[test]
fn files_outside_of_the_repository_are_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("inside");
    std::fs::create_dir(&inside).unwrap();
    std::fs::write(folder.path().join("secret.yaml"), "type: object\nproperties: {secret: {type: string}}\n").unwrap();
    let text = with_schemas("    S0: {$ref: '../secret.yaml'}\n");
    std::fs::write(inside.join("openapi.yaml"), text).unwrap();
    let open = |allowed: &[std::path::PathBuf]| {
        let mut remarks = Diagnostics::default();
        let files = Files::open(&inside.join("openapi.yaml"), allowed, &mut remarks).unwrap();
        (files.sources.files.len(), remarks.list().iter().filter(|remark| remark.rule == "unread-file").count())
    };
    assert_eq!(open(&[]), (1, 1));
    assert_eq!(open(&[folder.path().to_owned()]), (2, 0));
}
