//! Answers for instance, as a document shows them: they become samples and tests, unless they do not fit.

use std::collections::HashSet;

use super::{maker::Calls, media};
use crate::openapi::document::{Document, Look, Operation, literal};
use crate::openapi::names::{snake, words};
use crate::openapi::texts::at;
use crate::spec::{Entry, Example, Node, Spanned, Text};

/// So many examples of a call are taken.
const MOST: usize = 3;
/// An example of more values teaches nobody, and its test would be pages long.
const MOST_VALUES: usize = 250;
/// The most words of a name.
const LONGEST_NAME: usize = 5;

/// A value that a document shows.
struct Shown<'a> {
    name: &'a str,
    value: &'a Node,
}

impl<'a> Calls<'_, 'a> {
    /// The answers of a call that are shown; `codes` are those that its errors list.
    pub(super) fn examples(
        &mut self,
        operation: &Operation<'a>,
        function: &str,
        codes: &[Text],
        met: &mut HashSet<String>,
    ) -> Vec<Example> {
        let mut found = Vec::new();
        for entry in operation.node.entries_at("responses") {
            let Some(status) = status(&entry.key.value) else { continue };
            for shown in self.shown(entry) {
                if status >= 400 && !self.is_of_codes(shown.value, codes) {
                    continue;
                }
                let name = name(shown.name, status);
                let mut is_new = || met.insert(format!("{} {function} {name}", status >= 400).replace(' ', "_"));
                if found.len() == MOST || size(shown.value) > MOST_VALUES || !is_new() {
                    continue;
                }
                found.push(Example {
                    name: at(&shown.value.span, name),
                    status: Ok(Some(Spanned { value: status, span: entry.key.span.clone() })),
                    response: Ok(shown.value.clone()),
                });
            }
        }
        found
    }

    /// The values that a response shows, of the media type that is asked for.
    fn shown(&self, response: &'a Entry) -> Vec<Shown<'a>> {
        let document = self.types.document;
        let response_node = document.meant(&response.value);
        media::json_body(response_node).map(|media| shown(media, document)).unwrap_or_default()
    }

    /// Whether the body of an error has a code that the call lists, or none at all.
    fn is_of_codes(&self, body: &Node, codes: &[Text]) -> bool {
        let path = self.codes.path().unwrap_or("error.code");
        let found = path.split('.').try_fold(body, |node, name| match name.parse::<usize>() {
            Ok(index) => node.items().get(index),
            Err(_) => node.at(name),
        });
        found.and_then(literal).is_none_or(|(_, text)| codes.iter().any(|code| code.value == text))
    }
}

/// The values that a media type shows.
fn shown<'a>(media: &'a Entry, document: &Document<'a>) -> Vec<Shown<'a>> {
    let listed = media.value.entries_at("examples").iter();
    let listed = listed
        .filter_map(|entry| Some(Shown { name: &entry.key.value, value: document.meant(&entry.value).at("value")? }));
    let listed: Vec<Shown<'a>> = listed.collect();
    if !listed.is_empty() {
        return listed;
    }
    let of_schema = || {
        let schema = document.meant(media.value.at("schema")?);
        schema.at("example").or_else(|| schema.items_at("examples").first())
    };
    let only = media.value.at("example").or_else(of_schema);
    only.map(|value| Shown { name: "", value }).into_iter().collect()
}

/// The same without their names, but for those that are too long.
pub(in crate::openapi) fn shown_values<'a>(
    media: &'a Entry,
    document: &Document<'a>,
) -> impl Iterator<Item = &'a Node> {
    shown(media, document).into_iter().map(|shown| shown.value).filter(|value| size(value) <= MOST_VALUES)
}

/// The name of an example, which is that of a test; nothing is said of a success, and of an error its status.
fn name(shown: &str, status: i64) -> String {
    let mut name = words(shown);
    name.truncate(LONGEST_NAME);
    match (name.is_empty(), status < 400) {
        (true, true) => "example".to_owned(),
        (false, true) => snake(&name),
        (true, false) => format!("status_{status}"),
        (false, false) => format!("status_{status}_{}", name.join("_")),
    }
}

/// The status of a success or of an error.
fn status(written: &str) -> Option<i64> {
    written.parse::<i64>().ok().filter(|status| matches!(status, 200..=299 | 400..=599))
}

/// How many values there are in one.
fn size(node: &Node) -> usize {
    let mut open = vec![node];
    let mut count = 0;
    while let Some(node) = open.pop() {
        count += 1;
        if count > MOST_VALUES {
            break;
        }
        open.extend(node.items());
        open.extend(node.entries().iter().map(|entry| &entry.value));
    }
    count
}
