//! Reads the file of a resource.

use super::{
    description::{Code, Enum, Field, Identifier, Item, Object, Resource},
    endpoint,
    item::{bare_item, doc, item, item_with_doc, keys, owner, short_item},
    node::{Entry, Faulty, Node, Read, Text, Value},
    reader::{self, Mapping},
    type_expression,
};
use crate::diag::Diagnostics;

/// Reads the file's tree, and says whether none of its definitions was lost.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<(Resource, bool)> {
    let keys = keys!["resource", "ids", "objects", "enums", "errors", "endpoints", "lifecycles"];
    let file = Mapping::open_file(node, "the resource", &keys, diagnostics)?;
    let mut complete = !file.has_unknown_keys(&keys);
    let mut kept = |read: Read<()>| complete &= read.is_ok();

    let name = file.required_text("resource", diagnostics)?;
    let resource = Resource {
        item: item(&name, &file, diagnostics),
        identifiers: section(file.each("ids", diagnostics, identifier), &mut kept),
        objects: section(file.each("objects", diagnostics, object), &mut kept),
        enums: section(file.each("enums", diagnostics, enumeration), &mut kept),
        codes: section(file.each("errors", diagnostics, code), &mut kept),
        endpoints: section(file.each("endpoints", diagnostics, endpoint::endpoint), &mut kept),
        lifecycles: section(file.each("lifecycles", diagnostics, endpoint::lifecycle), &mut kept),
    };
    Ok((resource, complete))
}

/// The items of a section; none if it could not be read, which is then noted.
fn section<T>(items: Read<Vec<T>>, kept: &mut impl FnMut(Read<()>)) -> Vec<T> {
    kept(items.as_ref().map(|_| ()).map_err(|faulty| *faulty));
    items.unwrap_or_default()
}

/// `BillingIntent: bilint` is short for `BillingIntent: {prefix: bilint}`; documentation is made if there is none.
fn identifier(entry: &Entry, diagnostics: &mut Diagnostics) -> Identifier {
    let Entry { key, value } = entry;
    let made_doc = Text { value: format!("Identifies one `{}`.", key.value), span: key.span.clone() };
    let mut read = || {
        if let Value::Text(_) = value.value {
            let prefix = reader::text(value, "a prefix", diagnostics)?;
            return Ok(Identifier { item: Item { doc: made_doc.clone(), ..bare_item(key) }, prefix: Some(prefix) });
        }
        let mapping = Mapping::open(value, owner("identifier", key), &key.span, &keys!["prefix"], diagnostics)?;
        let prefix = mapping.text("prefix", diagnostics).ok().flatten();
        let doc = if mapping.get("doc")?.is_some() { doc(&mapping, diagnostics) } else { made_doc.clone() };
        Ok(Identifier { item: item_with_doc(key, doc, &mapping, diagnostics), prefix })
    };
    read().unwrap_or_else(|Faulty| Identifier { item: bare_item(key), prefix: None })
}

fn object(entry: &Entry, diagnostics: &mut Diagnostics) -> Object {
    let Entry { key, value } = entry;
    let keys = keys!["fields"];
    match Mapping::open(value, owner("object", key), &key.span, &keys, diagnostics) {
        Ok(mapping) => Object {
            item: item(key, &mapping, diagnostics),
            fields: mapping.require_each("fields", diagnostics, field),
        },
        Err(Faulty) => Object { item: bare_item(key), fields: Err(Faulty) },
    }
}

fn field(entry: &Entry, diagnostics: &mut Diagnostics) -> Field {
    let Entry { key, value } = entry;
    let keys = keys!["type", "optional", "tag", "tag_also"];
    let Ok(mapping) = Mapping::open(value, owner("field", key), &key.span, &keys, diagnostics) else {
        return Field {
            item: bare_item(key),
            ty: Err(Faulty),
            optional: Err(Faulty),
            tag: Err(Faulty),
            tag_also: Err(Faulty),
        };
    };
    Field {
        item: item(key, &mapping, diagnostics),
        ty: mapping.require("type", diagnostics).and_then(|node| type_expression::read(node, diagnostics)),
        optional: mapping.boolean("optional", diagnostics),
        tag: mapping.text("tag", diagnostics),
        tag_also: mapping.texts("tag_also", diagnostics),
    }
}

fn enumeration(entry: &Entry, diagnostics: &mut Diagnostics) -> Enum {
    let Entry { key, value } = entry;
    let keys = keys!["values"];
    match Mapping::open(value, owner("enum", key), &key.span, &keys, diagnostics) {
        Ok(mapping) => Enum {
            item: item(key, &mapping, diagnostics),
            values: mapping
                .require_each("values", diagnostics, |entry, diagnostics| short_item(entry, "value", diagnostics)),
        },
        Err(Faulty) => Enum { item: bare_item(key), values: Err(Faulty) },
    }
}

fn code(entry: &Entry, diagnostics: &mut Diagnostics) -> Code {
    let Entry { key, value } = entry;
    let keys = keys!["status"];
    match Mapping::open(value, owner("error code", key), &key.span, &keys, diagnostics) {
        Ok(mapping) => {
            Code { item: item(key, &mapping, diagnostics), status: mapping.required_integer("status", diagnostics) }
        }
        Err(Faulty) => Code { item: bare_item(key), status: Err(Faulty) },
    }
}
