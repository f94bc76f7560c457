//! A made-up description of any size, for measuring what the tool costs where an API is large.

use std::fmt::Write;

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

/// A description of `count` objects of ten members and as many endpoints.
pub(crate) fn description(count: usize) -> Sources {
    let mut files = vec![Source { path: "spec/api.yaml".to_owned(), text: API.to_owned() }];
    for first in (0..count).step_by(PER_RESOURCE) {
        let range = first..count.min(first + PER_RESOURCE);
        files.push(Source { path: format!("spec/shelf_{first}.yaml"), text: resource(first, range) });
    }
    Sources { files }
}

fn resource(first: usize, range: std::ops::Range<usize>) -> String {
    let mut text = format!("resource: shelf_{first}\ndoc: A shelf.\nids:\n");
    // Writing to a `String` cannot fail.
    for n in range.clone() {
        let _ = writeln!(text, "  Item{n}: {{prefix: item, doc: Identifies an item.}}");
    }
    let _ = writeln!(
        text,
        "enums:\n  State{first}:\n    doc: A state.\n    values: {{new: It is new., used: It is used.}}"
    );
    text.push_str("objects:\n");
    for n in range.clone() {
        let _ = write!(
            text,
            "  Item{n}:\n    doc: An item.\n    fields:\n      \
             id: {{type: id, doc: Identifies the item.}}\n      \
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
    text.push_str("errors:\n");
    let _ = writeln!(text, "  missing_{first}: {{status: 404, doc: There is no such item.}}\nendpoints:");
    for n in range {
        let _ = write!(
            text,
            "  move_{n}:\n    doc: Moves an item.\n    http: POST /v1/items_{n}/{{id}}/move\n    params:\n      \
             id: {{in: path, type: id(Item{n}), doc: Which item.}}\n      \
             target: {{in: body, type: string, optional: true, doc: Where to.}}\n    \
             returns: Item{n}\n    errors: [missing_{first}]\n"
        );
    }
    text
}
