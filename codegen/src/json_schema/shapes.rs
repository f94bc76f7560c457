//! What may be written at a place, as a schema.

use serde_json::{Map, Value, json};

use super::{rules, types, words};
use crate::spec::schema::{Key, MappingKind, Shape};

/// A schema.
pub(super) type Schema = Map<String, Value>;

/// The schemas that others refer to, by their names.
#[derive(Default)]
pub(super) struct Definitions(Schema);

impl Definitions {
    /// All of them.
    pub(super) fn into_schemas(self) -> Schema {
        self.0
    }

    /// The schema of what may be written at a place.
    pub(super) fn shape(&mut self, shape: &Shape) -> Schema {
        let schema = match shape {
            Shape::Nothing => json!({"type": "null"}),
            Shape::Text => json!({"type": "string"}),
            Shape::Prose => json!({"type": "string", "pattern": r"\S"}),
            Shape::Word(words) => json!({"type": "string", "enum": words::all(*words)}),
            Shape::Truth => json!({"type": "boolean"}),
            Shape::Whole => json!({"type": "integer", "minimum": i64::MIN, "maximum": i64::MAX}),
            Shape::Number => json!({"type": "number"}),
            Shape::Any => json!({}),
            Shape::Call => json!({"type": "string", "pattern": words::call()}),
            Shape::Type => self.refer(types::NAME, |_| types::schema()),
            Shape::List(item) => json!({"type": "array", "items": self.shape(item)}),
            Shape::Each(value) => json!({"type": "object", "additionalProperties": self.shape(value)}),
            Shape::Some(value) => {
                json!({"type": "object", "minProperties": 1, "additionalProperties": self.shape(value)})
            }
            Shape::ByStatus(value) => json!({
                "type": "object",
                "patternProperties": {words::STATUS: self.shape(value)},
                "additionalProperties": false,
            }),
            Shape::Kind(kind) => self.refer(&name(kind), |definitions| definitions.mapping(kind)),
            Shape::Either(shapes) => {
                let schemas: Vec<Schema> = shapes.iter().map(|shape| self.shape(shape)).collect();
                json!({"anyOf": schemas})
            }
        };
        object(schema)
    }

    /// A reference to a schema, which is made when it is first asked for.
    fn refer(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.0.contains_key(name) {
            // A kind may hold itself.
            self.0.insert(name.to_owned(), Value::Null);
            let schema = make(self);
            self.0.insert(name.to_owned(), schema);
        }
        json!({"$ref": types::reference(name)})
    }

    /// The schema of a kind of mapping.
    fn mapping(&mut self, kind: &'static MappingKind) -> Value {
        let properties: Schema = kind.keys().map(|key| (key.name.to_owned(), self.key(key))).collect();
        let required: Vec<&str> = kind.keys().filter(|key| key.is_required).map(|key| key.name).collect();
        let others = kind.names.map_or(json!(false), |shape| Value::Object(self.shape(&shape)));
        let mut schema = object(json!({"type": "object", "properties": properties}));
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        schema.insert("additionalProperties".to_owned(), others);
        let rules = rules::all(kind, |name, make| self.refer(name, |_| make()));
        if !rules.is_empty() {
            schema.insert("allOf".to_owned(), json!(rules));
        }
        Value::Object(schema)
    }

    fn key(&mut self, key: &Key) -> Value {
        let mut schema = object(json!({"description": key.doc}));
        if key.doc.contains('`') {
            // Editors take the other one for plain text, and show its signs.
            schema.insert("markdownDescription".to_owned(), json!(key.doc));
        }
        schema.extend(self.shape(&key.shape));
        Value::Object(schema)
    }
}

/// The name of the schema of a kind of mapping.
fn name(kind: &MappingKind) -> String {
    kind.name.replace(' ', "_")
}

/// The members of what is an object.
fn object(schema: Value) -> Schema {
    match schema {
        Value::Object(members) => members,
        _ => Schema::new(),
    }
}
