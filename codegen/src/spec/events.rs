//! Reads events, and how an API delivers them.

use super::{
    description::{Event, Hmac, Item, Located, Resource, Signature, SignaturePairs, Webhooks},
    in_place::{Definitions, Holder},
    item::{bare_item, item, owner},
    object,
    reader::{self, Mapping},
    schema, type_expression,
};
use crate::{
    diag::{Diagnostics, code},
    yaml::{Entry, Faulty, Node, Read, Text, Value},
};

/// The resource in whose module the enum of all events stands.
pub(crate) const HOME: &str = "events";

/// Reads the section `webhooks` of `api.yaml`.
pub(super) fn webhooks(file: &Mapping, diagnostics: &mut Diagnostics) -> Read<Option<Webhooks>> {
    let (Some(node), Some(place)) = (file.get("webhooks")?, file.key("webhooks")) else { return Ok(None) };
    let section = Mapping::open(node, "`webhooks`".to_owned(), place, &schema::WEBHOOKS, diagnostics)?;
    let headers = section.each("headers", diagnostics, |Entry { key, value }, diagnostics: &mut Diagnostics| {
        (key.clone(), reader::text(value, &code(&key.value), diagnostics))
    });
    Ok(Some(Webhooks {
        place: place.clone(),
        signature: section.require("signature", diagnostics).and_then(|node| signature(node, diagnostics)),
        event_type: places("type", &section, diagnostics),
        id: section.get("id").and_then(|node| node.map(|node| located("id", node, diagnostics)).transpose()),
        retrieve: section.text("retrieve", diagnostics),
        headers: headers.unwrap_or_default(),
    }))
}

/// A place, or a list of them; none if the key is absent.
fn places(key: &str, section: &Mapping, diagnostics: &mut Diagnostics) -> Read<Vec<Located>> {
    let nodes = match section.get(key)? {
        None => &[][..],
        Some(Node { value: Value::List(items), .. }) => items,
        Some(node) => std::slice::from_ref(node),
    };
    let places: Vec<_> = nodes.iter().map(|node| located(key, node, diagnostics)).collect();
    places.into_iter().collect()
}

/// `type: members` is short for a place in the body; `type: {header: Name}` is one in the headers.
fn located(key: &str, node: &Node, diagnostics: &mut Diagnostics) -> Read<Located> {
    if !matches!(node.value, Value::Mapping(_)) {
        return reader::text(node, &code(key), diagnostics).map(Located::Members);
    }
    let place = Mapping::open(node, code(key), &node.span, &schema::IN_HEADER, diagnostics)?;
    place.required_text("header", diagnostics).map(Located::Header)
}

/// A word names a way to sign; a mapping describes an HMAC.
fn signature(node: &Node, diagnostics: &mut Diagnostics) -> Read<Signature> {
    if !matches!(node.value, Value::Mapping(_)) {
        return reader::text(node, "`signature`", diagnostics).map(Signature::Named);
    }
    let hmac = Mapping::open(node, "`signature`".to_owned(), &node.span, &schema::SIGNATURE, diagnostics)?;
    Ok(Signature::Hmac(Box::new(Hmac {
        header: hmac.required_text("header", diagnostics),
        prefix: hmac.text("prefix", diagnostics),
        pairs: hmac.get("pairs").and_then(|node| node.map(|node| pairs(node, diagnostics)).transpose()),
        encoding: hmac.text("encoding", diagnostics),
        signed: hmac.text("signed", diagnostics),
        timestamp: hmac.text("timestamp", diagnostics),
        id: hmac.text("id", diagnostics),
        secret: hmac.text("secret", diagnostics),
        tolerance: hmac.integer("tolerance", diagnostics),
    })))
}

fn pairs(node: &Node, diagnostics: &mut Diagnostics) -> Read<SignaturePairs> {
    let pairs = Mapping::open(node, "`pairs`".to_owned(), &node.span, &schema::SIGNATURE_PAIRS, diagnostics)?;
    Ok(SignaturePairs {
        timestamp: pairs.required_text("timestamp", diagnostics),
        signature: pairs.required_text("signature", diagnostics),
        separator: pairs.text("separator", diagnostics),
    })
}

/// Reads an entry of `events`. What is written in it is named after it.
pub(super) fn event(
    entry: &Entry,
    resource: &Item,
    definitions: &mut Definitions,
    diagnostics: &mut Diagnostics,
) -> Event {
    let Entry { key, value } = entry;
    let Ok(mapping) = Mapping::open(value, owner("event", key), &key.span, &schema::EVENT, diagnostics) else {
        definitions.lost = true;
        let item = bare_item(key);
        return Event { item, kind: Err(Faulty), data: Err(Faulty), related: Err(Faulty), examples: Vec::new() };
    };
    let item = item(key, &mapping, diagnostics);
    let holder = Holder { mapping: &mapping, owner: resource, item: &item };
    let related =
        mapping.get("related").and_then(|node| node.map(|node| type_expression::read(node, diagnostics)).transpose());
    let examples = mapping.each("examples", diagnostics, |Entry { key, value }, diagnostics: &mut Diagnostics| {
        let owner = owner("example", key);
        let example = Mapping::open(value, owner, &key.span, &schema::EVENT_EXAMPLE, diagnostics);
        (key.clone(), example.and_then(|example| example.require("body", diagnostics).cloned()))
    });
    Event {
        kind: mapping.text("kind", diagnostics),
        data: object::optional_ty(&holder, definitions, diagnostics),
        related,
        examples: examples.unwrap_or_default(),
        item,
    }
}

/// The resource in which the enum of all events stands, where no file describes it.
pub(crate) fn home(webhooks: &Webhooks) -> Resource {
    let text = |value: &str| Text { value: value.to_owned(), span: webhooks.place.clone() };
    let doc = text("Events: what the service tells by itself.");
    Resource::empty(Item { doc, ..bare_item(&text(HOME)) })
}
