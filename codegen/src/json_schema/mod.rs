//! JSON Schema of the files of a description, by which editors complete, explain and check what is written.
//!
//! It is made of the tables by which the reader itself opens mappings. What only names decide, such as whether there is an object
//! of a name, no schema can say.

mod rules;
mod shapes;
mod types;
mod words;

use serde_json::{Map, Value, json};

pub use crate::spec::schema::File;
use shapes::Definitions;

/// The version of JSON Schema.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a file.
#[must_use]
pub fn of_file(file: File) -> Value {
    let mut definitions = Definitions::default();
    let root = definitions.shape(&file.shape());
    document(title(file), root, definitions)
}

/// The schema of any file of a description: what stands in it says which it is.
#[must_use]
pub fn of_any_file() -> Value {
    let mut definitions = Definitions::default();
    let mut of = |file: File| Value::Object(definitions.shape(&file.shape()));
    let [api, resource, accepted] = [of(File::Api), of(File::Resource), of(File::Accepted)];
    let is_mapping = json!({"type": "object"});
    let is_resource = json!({"required": ["resource"]});
    let of_mapping = json!({"if": is_resource, "then": resource, "else": api});
    let root =
        Map::from_iter([("if".to_owned(), is_mapping), ("then".to_owned(), of_mapping), ("else".to_owned(), accepted)]);
    document("A file of a description for clientsmith", root, definitions)
}

fn title(file: File) -> &'static str {
    match file {
        File::Api => "api.yaml of a description for clientsmith",
        File::Resource => "A resource of a description for clientsmith",
        File::Accepted => "accepted.yaml of a description for clientsmith",
    }
}

fn document(title: &str, root: Map<String, Value>, definitions: Definitions) -> Value {
    let mut document = Map::new();
    document.insert("$schema".to_owned(), json!(DIALECT));
    document.insert("title".to_owned(), json!(title));
    document.extend(root);
    document.insert("$defs".to_owned(), Value::Object(definitions.into_schemas()));
    Value::Object(document)
}
