//! A made-up description of any size, for measuring what the tool costs where an API is large.

use std::fmt::Write;
use std::ops::Range;

use clientsmith::diag::{Source, Sources};

/// Objects and endpoints in one resource file.
const PER_RESOURCE: usize = 50;

const API: &str = "\
api: warehouse
doc: A made-up API.
version: '1'
package: {name: warehouse, version: 0.1.0, license: MIT}
servers: {api: https://warehouse.example}
auth: bearer
protocol: {request_id: Request-Id, error_code: error.code, error_message: error.message}
";

/// A description of so many objects of ten members, of which the first `calls` have an identifier and an endpoint each.
pub(crate) fn description(objects: usize, calls: usize) -> Sources {
    let mut files = vec![Source { path: "spec/api.yaml".to_owned(), text: API.to_owned() }];
    for first in (0..objects).step_by(PER_RESOURCE) {
        let end = objects.min(first + PER_RESOURCE);
        let text = resource(first, end, calls.clamp(first, end));
        files.push(Source { path: format!("spec/shelf_{first}.yaml"), text });
    }
    Sources { files }
}

/// A resource of the objects from `first` to `end`, of which those before `called` have an identifier and an endpoint.
fn resource(first: usize, end: usize, called: usize) -> String {
    let mut text = format!(
        "resource: shelf_{first}\ndoc: A shelf.\n\
         enums:\n  State{first}:\n    doc: A state.\n    values: {{new: It is new., used: It is used.}}\n\
         objects:\n"
    );
    for n in first..end {
        let id = if n < called { "id" } else { "string" };
        // Writing to a `String` cannot fail.
        let _ = write!(
            text,
            "  Item{n}:\n    doc: An item.\n    fields:\n      \
             id: {{type: {id}, doc: Identifies the item.}}\n      \
             name: {{type: string, doc: Its name.}}\n      \
             note: {{type: string?, doc: A note.}}\n      \
             count: {{type: integer, doc: How many there are.}}\n      \
             weight: {{type: integer, optional: true, doc: Grams.}}\n      \
             price: {{type: money, doc: What it costs.}}\n      \
             fragile: {{type: boolean, doc: Whether it breaks.}}\n      \
             stored: {{type: timestamp, doc: When it came.}}\n      \
             state: {{type: State{first}, doc: Its state.}}\n      \
             labels: {{type: '[string]', doc: Its labels.}}\n"
        );
    }
    if first < called {
        add_calls(first..called, &mut text);
    }
    text
}

/// Adds an identifier and an endpoint for each of the objects.
fn add_calls(range: Range<usize>, text: &mut String) {
    let first = range.start;
    text.push_str("ids:\n");
    for n in range.clone() {
        let _ = writeln!(text, "  Item{n}: {{prefix: item, doc: Identifies an item.}}");
    }
    let _ = writeln!(text, "errors:\n  missing_{first}: {{status: 404, doc: There is no such item.}}\nendpoints:");
    for n in range {
        let _ = write!(
            text,
            "  move_{n}:\n    doc: Moves an item.\n    http: POST /v1/items_{n}/{{id}}/move\n    params:\n      \
             id: {{in: path, type: id(Item{n}), doc: Which item.}}\n      \
             target: {{in: body, type: string, optional: true, doc: Where to.}}\n    \
             returns: Item{n}\n    errors: [missing_{first}]\n"
        );
    }
}
