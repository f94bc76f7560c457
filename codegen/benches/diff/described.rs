//! Descriptions that have many things of one kind in one place.

use std::fmt::Write;

use clientsmith::diag::{Source, Sources};

/// What there can be many of.
pub(crate) const KINDS: [&str; 6] = ["calls", "values", "fields", "objects", "codes", "renamed values"];

const API: &str = "\
api: growing
doc: A made-up API.
version: '1'
package: {name: growing, version: 0.1.0, license: MIT}
servers: {api: https://growing.example}
auth: bearer
";

/// A description with so many things of a kind; `prefix` begins the names of those that say what they were.
pub(crate) fn description(kind: &str, count: usize, prefix: &str) -> Sources {
    let is_first = |name: &str| if kind == name { count } else { 0 };
    let mut text = String::from(
        "resource: things\ndoc: Things.\nobjects:\n  Thing:\n    doc: A thing.\n    fields:\n      \
         state: {type: State, doc: Its state.}\n",
    );
    let mut add = |count: usize, line: &dyn Fn(usize) -> String| {
        // Writing to a `String` cannot fail.
        (0..count).for_each(|n| _ = writeln!(text, "{}", line(n)));
    };
    add(is_first("fields"), &|n| format!("      field_{n}: {{type: string, doc: A field.}}"));
    add(is_first("objects"), &|n| {
        format!("  Object{n}:\n    doc: An object.\n    fields: {{name: {{type: string, doc: Its name.}}}}")
    });
    add(1, &|_| "enums:\n  State:\n    doc: A state.\n    values:\n      one: One.".to_owned());
    add(is_first("values"), &|n| format!("      value_{n}: A value."));
    add(is_first("renamed values"), &|n| match prefix {
        "" => format!("      value_{n}: A value."),
        prefix => format!("      {prefix}value_{n}: {{doc: A value., was: value_{n}}}"),
    });
    add(1, &|_| "errors:\n  gone: {status: 404, doc: It is gone.}".to_owned());
    add(is_first("codes"), &|n| format!("  code_{n}: {{status: 400, doc: A code.}}"));
    let codes: Vec<String> =
        std::iter::once("gone".to_owned()).chain((0..is_first("codes")).map(|n| format!("code_{n}"))).collect();
    let codes = codes.join(", ");
    add(1, &|_| {
        format!(
            "endpoints:\n  get:\n    doc: Gets it.\n    http: GET /thing\n    returns: Thing\n    errors: [{codes}]"
        )
    });
    add(is_first("calls"), &|n| {
        format!(
            "  call_{n}:\n    doc: Calls it.\n    http: GET /things/{n}\n    \
             params: {{query: {{in: query, type: string, optional: true, doc: What to look for.}}}}\n    \
             returns: Thing\n    errors: [gone]"
        )
    });
    let file = |path: &str, text: String| Source { path: path.to_owned(), text };
    Sources { files: vec![file("spec/api.yaml", API.to_owned()), file("spec/things.yaml", text)] }
}
