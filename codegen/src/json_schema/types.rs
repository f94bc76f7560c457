//! Types as schemas: `string`, `[Book]`, `id(Book)?`.

use serde_json::{Value, json};

use crate::api::Scalar;

/// The name of the schema of types.
pub(super) const NAME: &str = "type";
/// A name in a type, and what stands in brackets behind it.
const NAMED: &str = r"[\p{L}\p{N}_]+(\([\p{L}\p{N}_]+\))?";

/// Types that are no scalars, with what they are.
const OTHERS: [(&str, &str); 5] = [
    ("id", "The identifier of the object that the member is in. `id(Book)` is that of another one."),
    ("json", "Anything."),
    ("object", "An object, which is described beside the type."),
    ("union", "One of several things, which are described beside the type."),
    ("enum", "One of the `values` beside the type."),
];

/// Where a schema of this name is.
pub(super) fn reference(name: &str) -> String {
    format!("#/$defs/{name}")
}

/// The schema of a type. That brackets have their ends is for the reader to say.
pub(super) fn schema() -> Value {
    let scalars = Scalar::ALL.iter().map(|scalar| (scalar.facts().name, scalar.doc()));
    let named = scalars.chain(OTHERS).map(|(name, doc)| json!({"const": name, "description": doc}));
    let mut forms: Vec<Value> = named.collect();
    forms.push(json!({"type": "string", "pattern": format!(r"^[\[{{]*{NAMED}[\]}}?]*$")}));
    forms.extend(in_brackets(NAME, NAMED));
    json!({"anyOf": forms})
}

/// The name of the schema of types with this word in all brackets and before each `?`.
pub(super) fn name_of(word: &str) -> String {
    format!("type_of_{word}")
}

/// The schema of these.
pub(super) fn schema_of(word: &str) -> Value {
    let mut forms = vec![json!({"type": "string", "pattern": format!(r"^[\[{{]*{word}[\]}}?]*$")})];
    forms.extend(in_brackets(&name_of(word), word));
    json!({"anyOf": forms})
}

/// What YAML makes of brackets without quotes: a list of one item, or a mapping of one key without a value.
fn in_brackets(item: &str, key: &str) -> [Value; 2] {
    let key = format!(r"^[\[{{]*{key}[\]}}?]*$");
    [
        json!({"type": "array", "items": {"$ref": reference(item)}, "minItems": 1, "maxItems": 1}),
        json!({
            "type": "object",
            "propertyNames": {"pattern": key},
            "additionalProperties": {"type": "null"},
            "minProperties": 1,
            "maxProperties": 1,
        }),
    ]
}
