//! Reads the file of a resource.

use super::{
    alias,
    calls::endpoint,
    calls::shared,
    description::{Code, Identifier, Item, Resource},
    enumeration, events,
    in_place::Definitions,
    item::{bare_item, doc, item, item_with_doc, owner},
    lifecycle, object,
    reader::{self, Mapping},
    schema,
    security::security,
};
use crate::{
    diag::Diagnostics,
    yaml::{Entry, Faulty, Node, Read, Text, Value},
};

/// Reads the file's tree, and says whether none of its definitions was lost.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<(Resource, bool)> {
    let file = Mapping::open_file(node, "the resource", &schema::RESOURCE, diagnostics)?;
    let mut complete = !file.has_unknown_keys(&schema::RESOURCE);
    let mut kept = |read: Read<()>| complete &= read.is_ok();

    let name = file.required_text("resource", diagnostics)?;
    let mut definitions = Definitions::default();
    let mut read_object = |entry: &Entry, diagnostics: &mut _| object::object(entry, &mut definitions, diagnostics);
    let item = item(&name, &file, diagnostics);
    let security = file.get("auth").ok().flatten().and_then(|node| security(node, diagnostics).ok());
    let identifiers = section(file.each("ids", diagnostics, identifier), &mut kept);
    let aliases = section(file.each("aliases", diagnostics, alias::alias), &mut kept);
    section(file.each("objects", diagnostics, &mut read_object), &mut kept);
    let mut read_union = |entry: &Entry, diagnostics: &mut _| object::union(entry, &mut definitions, diagnostics);
    section(file.each("unions", diagnostics, &mut read_union), &mut kept);
    definitions.enums.extend(section(file.each("enums", diagnostics, enumeration::enumeration), &mut kept));
    let codes = section(file.each("errors", diagnostics, code), &mut kept);
    let mut read_endpoint =
        |entry: &Entry, diagnostics: &mut _| endpoint::endpoint(entry, &mut definitions, diagnostics);
    let endpoints = section(file.each("endpoints", diagnostics, &mut read_endpoint), &mut kept);
    let mut read_event =
        |entry: &Entry, diagnostics: &mut _| events::event(entry, &item, &mut definitions, diagnostics);
    let events = section(file.each("events", diagnostics, &mut read_event), &mut kept);
    let shared = shared::of_resource(&file, &item, &mut definitions, diagnostics);
    let lifecycles = section(file.each("lifecycles", diagnostics, lifecycle::lifecycle), &mut kept);
    let Definitions { objects, enums, lost } = definitions;
    Ok((
        Resource { item, security, identifiers, aliases, objects, enums, codes, endpoints, lifecycles, events, shared },
        complete && !lost,
    ))
}

/// The items of a section; none if it could not be read, which is then noted.
fn section<T>(items: Read<Vec<T>>, kept: &mut impl FnMut(Read<()>)) -> Vec<T> {
    kept(items.as_ref().map(|_| ()).map_err(|faulty| *faulty));
    items.unwrap_or_default()
}

/// `BillingIntent: bilint` is short for `BillingIntent: {prefix: bilint}`; documentation is made if there is none.
fn identifier(entry: &Entry, diagnostics: &mut Diagnostics) -> Identifier {
    let Entry { key, value } = entry;
    let made_doc = made_doc(key);
    let mut read = || {
        if let Value::Text(_) = value.value {
            let prefix = reader::text(value, "a prefix", diagnostics)?;
            return Ok(Identifier { item: Item { doc: made_doc.clone(), ..bare_item(key) }, prefix: Some(prefix) });
        }
        let mapping = Mapping::open(value, owner("identifier", key), &key.span, &schema::IDENTIFIER, diagnostics)?;
        let prefix = mapping.text("prefix", diagnostics).ok().flatten();
        let doc = if mapping.get("doc")?.is_some() { doc(&mapping, diagnostics) } else { made_doc.clone() };
        Ok(Identifier { item: item_with_doc(key, doc, &mapping, diagnostics), prefix })
    };
    read().unwrap_or_else(|Faulty| Identifier { item: bare_item(key), prefix: None })
}

/// What is said of identifiers of which nothing is said.
pub(super) fn made_doc(name: &Text) -> Text {
    Text { value: format!("Identifies one `{}`.", name.value), span: name.span.clone() }
}

fn code(entry: &Entry, diagnostics: &mut Diagnostics) -> Code {
    let Entry { key, value } = entry;
    match Mapping::open(value, owner("error code", key), &key.span, &schema::ERROR_CODE, diagnostics) {
        Ok(mapping) => {
            Code { item: item(key, &mapping, diagnostics), statuses: mapping.required_integers("status", diagnostics) }
        }
        Err(Faulty) => Code { item: bare_item(key), statuses: Err(Faulty) },
    }
}
