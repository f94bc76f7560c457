//! What a document says of a webhook.

use crate::openapi::calls::json_body;
use crate::openapi::document::{Document, Look, Schema, literal, methods};
use crate::openapi::types::member;
use crate::spec::{Entry, Node, Text};

/// The keys of a document under which webhooks stand.
const KEYS: [&str; 2] = ["webhooks", "x-webhooks"];

/// A webhook.
#[derive(Clone, Copy)]
pub(in crate::openapi) struct Delivery<'a> {
    /// What the document calls it.
    pub(in crate::openapi) name: &'a Text,
    pub(in crate::openapi) node: &'a Node,
    /// What all operations of the path share.
    shared: &'a Node,
    /// The media type of its body, if that is JSON.
    pub(super) json: Option<&'a Entry>,
}

/// The webhooks of a document, in its order.
pub(in crate::openapi) fn deliveries<'a>(document: &Document<'a>) -> Vec<Delivery<'a>> {
    let root = document.root();
    let mut found = Vec::new();
    for entry in KEYS.into_iter().flat_map(|key| root.entries_at(key)) {
        let shared = document.meant(&entry.value);
        found.extend(methods(shared).map(|(_, operation)| {
            let node = document.meant(&operation.value);
            let json = node.at("requestBody").and_then(|body| json_body(document.meant(body)));
            Delivery { name: &entry.key, node, shared, json }
        }));
    }
    found
}

impl<'a> Delivery<'a> {
    /// Its tags.
    pub(in crate::openapi) fn tags(&self) -> impl Iterator<Item = &'a str> + Clone {
        self.node.items_at("tags").iter().filter_map(Look::text)
    }

    /// The schema of its body.
    pub(super) fn schema(&self) -> Option<&'a Node> {
        self.json?.value.at("schema")
    }

    /// What a member of its body always says: the only text that it can say, or of several the name of the webhook.
    pub(super) fn says(&self, name: &str, document: &Document<'a>) -> Option<String> {
        let values = Schema(document.meant(member(self.schema()?, name, document, 0)?)).values();
        match values.as_slice() {
            [value] => value.text().map(str::to_owned),
            several => {
                several.iter().filter_map(|value| value.text()).find(|text| *text == self.name.value).map(str::to_owned)
            }
        }
    }

    /// The names of the members of its body.
    pub(super) fn members(&self, document: &Document<'a>) -> Vec<&'a str> {
        let mut names = Vec::new();
        if let Some(schema) = self.schema() {
            names_of(schema, document, &mut names, 0);
        }
        names
    }

    /// Its headers, each with the text that the document says of it, if there is one.
    pub(super) fn headers(&self, document: &Document<'a>) -> Vec<(&'a str, Option<String>)> {
        let parameters = [self.node, self.shared].into_iter().flat_map(|node| node.items_at("parameters"));
        let parameters = parameters.map(|parameter| document.meant(parameter));
        let headers = parameters.filter(|parameter| parameter.text_at("in") == Some("header"));
        headers.filter_map(|header| Some((header.text_at("name")?, said_of(header, document)))).collect()
    }

    /// What is said of it, its own first.
    pub(super) fn nodes(&self) -> [&'a Node; 2] {
        [self.node, self.shared]
    }
}

/// So deep may schemas be made of each other.
const DEEPEST: usize = 12;

fn names_of<'a>(node: &'a Node, document: &Document<'a>, names: &mut Vec<&'a str>, depth: usize) {
    let schema = Schema(document.meant(node));
    for entry in schema.properties() {
        if !names.contains(&entry.key.value.as_str()) {
            names.push(&entry.key.value);
        }
    }
    for part in schema.all_of().iter().filter(|_| depth < DEEPEST) {
        names_of(part, document, names, depth + 1);
    }
}

/// What a header always says, or for instance.
fn said_of<'a>(header: &'a Node, document: &Document<'a>) -> Option<String> {
    let schema = header.at("schema").map(|schema| document.meant(schema));
    let constant = schema.and_then(|schema| match Schema(schema).values().as_slice() {
        [value] => Some(*value),
        _ => None,
    });
    let example = constant.or_else(|| header.at("example")).or_else(|| schema?.at("example"));
    example.and_then(literal).map(|(_, text)| text.to_owned())
}
