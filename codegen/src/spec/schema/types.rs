//! Objects, unions and enums, and what is in them.

use super::{
    common::{BOUNDS, DOC, MADE_DOC, NAMED, OPTIONAL_TYPE, SAID, SECRET, TYPE, VALUE},
    kind::{
        Key, MappingKind, Rule,
        Shape::{self, Any, Each, Either, Kind, List, Prose, Text, Truth, Type, Word},
        Words, keys, kinds,
    },
    ways::TOLD,
};

/// An item that has nothing of its own: a text, or what every item takes.
pub(super) static SHORT_ITEM: Shape = Either(&[Prose, Kind(&VALUE)]);

pub(super) static FIELDS: &[Key] = keys! {
    "fields": optional Each(&Kind(&FIELD)), "The members of the object, by their names in JSON.";
};

pub(super) static VARIANTS: &[Key] = keys! {
    "union": optional TELLING, "What tells the variants apart: a member that names the one with the data, or `{inside: …}`, `{tag: …, content: …}`, `{by: key}`, `{by: shape}`.";
    "variants": optional Each(&Either(&[Prose, Kind(&VARIANT)])), "What it can be one of, by what tells it in JSON. A text alone describes a variant without data.";
};

pub(super) static REST_OF_OBJECT: &[Key] = keys! {
    "rest": optional Either(&[Type, Kind(&REST)]), "The type of all members that are not named: in Rust a map.";
};

pub(super) static VALUES: &[Key] = keys! {
    "values": optional Each(&SHORT_ITEM), "The values of the enum, each with what it means.";
};

pub(super) static OF_VALUES: &[Key] = keys! {
    "base": optional Word(Words::Bases), "What the values are in JSON: `string` unless said.";
    "closed": optional Truth, "Whether the service promises that there are no other values.";
};

/// What is written in place beside a type.
pub(super) static PLACED: &[Key] = keys! {
    "name": optional Text, "The name of the object, union or enum that is written here. Without it, it is made of the names around it.";
};

/// What is described in place, and the types that it belongs to, most of all the first.
pub(crate) static BESIDE: [(&str, &[&str]); 7] = [
    ("fields", &["object"]),
    ("union", &["union", "object"]),
    ("variants", &["union", "object"]),
    ("rest", &["object"]),
    ("values", &["enum"]),
    ("base", &["enum"]),
    ("closed", &["enum"]),
];

/// What makes an object where no type is written.
pub(crate) static MAKE_OBJECT: [&str; 4] = ["fields", "union", "variants", "rest"];

/// The value of `union`.
const TELLING: Shape = Either(&[Text, Kind(&UNION_TOLD)]);

/// What makes an object.
const OBJECT_RULES: &[Rule] = &[Rule::Any(&["fields", "variants", "rest"]), Rule::Together(&["union", "variants"])];

kinds! {
    ALIAS = MappingKind::new("alias", &[TYPE, SECRET, BOUNDS, DOC, NAMED]);
    OBJECT = MappingKind::new("object", &[FIELDS, VARIANTS, REST_OF_OBJECT, DOC, NAMED]).with_rules(OBJECT_RULES);
    REST = MappingKind::new("rest", &[TYPE, DOC, NAMED]);
    UNION = MappingKind::new("union", &[keys! {
        "union": required TELLING, "What tells the variants apart: a member that names the one with the data, or `{inside: …}`, `{tag: …, content: …}`, `{by: key}`, `{by: shape}`.";
        "variants": required Each(&Either(&[Prose, Kind(&VARIANT)])), "What it can be one of, by what tells it in JSON. A text alone describes a variant without data.";
    }, DOC, NAMED]);
    UNION_TOLD = MappingKind::new("way to tell a union", &[keys! {
        "beside": optional Text, "The member that names the member with the data: `{\"type\": \"week\", \"week\": {\"day\": 1}}`.";
        "inside": optional Text, "The member that names the variant, among those of the data: `{\"type\": \"week\", \"day\": 1}`.";
        "tag": optional Text, "The member that names the variant, beside the one with the data, which is `content`: `{\"type\": \"week\", \"data\": {\"day\": 1}}`.";
        "content": optional Text, "The member with the data, beside `tag`.";
        "by": optional Word(Words::These(&["key", "shape"])), "`key`: by the name of the only member, `{\"week\": {\"day\": 1}}`. `shape`: by what the data looks like.";
        "base": optional Word(Words::Bases), "What the names of variants are in JSON: `string` unless said.";
    }]).with_rules(&[Rule::Ways(TOLD)]);
    FIELD = MappingKind::new("field", &[TYPE, keys! {
        "optional": optional Either(&[Truth, Word(Words::Sides)]), "Whether the member may be left out, or the one side on which it may: `request` or `response`.";
        "only": optional Word(Words::Sides), "The one side on which the member is met: `request` for what callers send, `response` for what the service answers.";
        "const": optional Any, "What the member always says. The client writes it, and nobody gives it.";
        "const_also": optional List(&Any), "What else is met in answers beside `const`.";
    }, SAID, SECRET, BOUNDS, PLACED, FIELDS, VARIANTS, REST_OF_OBJECT, VALUES, OF_VALUES, DOC, NAMED]).with_rules(&[Rule::InPlace]);
    VARIANT = MappingKind::new("variant", &[OPTIONAL_TYPE, keys! {
        "only": optional Word(Words::Sides), "The one side on which the variant is met: `request` for what callers send, `response` for what the service answers.";
    }, PLACED, FIELDS, VARIANTS, REST_OF_OBJECT, VALUES, OF_VALUES, DOC, NAMED]).with_rules(&[Rule::InPlace]);
    ENUM = MappingKind::new("enum", &[keys! {
        "values": required Each(&SHORT_ITEM), "The values of the enum, each with what it means.";
    }, OF_VALUES, DOC, NAMED]);
    IDENTIFIER = MappingKind::new("identifier", &[keys! {
        "prefix": optional Text, "How such identifiers begin, for readers: `bilint` of `bilint_123`.";
    }, MADE_DOC, NAMED]);
}
