//! Error codes: where the bodies of errors list what their code can be, each with the statuses that it comes with.

use std::collections::HashMap;

use super::media;
use crate::diag::is_hidden;
use crate::openapi::document::{Document, Kind, Look, Operation, Schema, literal};
use crate::openapi::texts::{at, clean, item};
use crate::openapi::types::{follow_members, named_values, shown, value_doc};
use crate::spec::{Code, Item, Node, Spanned, Text};

/// The codes that the errors of calls list.
#[derive(Default)]
pub(in crate::openapi) struct Codes {
    all: Vec<Listed>,
    /// Where each is, by its value.
    known: HashMap<String, usize>,
    /// The members that lead to the code of an error.
    path: Option<&'static str>,
}

/// A code, and where it is listed.
struct Listed {
    item: Item,
    /// The statuses that it comes with; nothing if one is a class of them.
    statuses: Option<Vec<Spanned<i64>>>,
    is_defined: bool,
}

impl Codes {
    /// Those that all operations list, by the members that lead to the code of an error.
    pub(in crate::openapi) fn of<'a>(
        document: &Document<'a>,
        operations: &[Operation<'a>],
        path: Option<&'static str>,
    ) -> Self {
        let mut codes = Self { path, ..Self::default() };
        for operation in operations {
            for (node, value, status) in codes.listed(document, operation) {
                if let Some(index) = codes.known.get(&value.value) {
                    let statuses = &mut codes.all[*index].statuses;
                    *statuses = statuses.take().zip(status).map(|(statuses, status)| with(statuses, status));
                    continue;
                }
                codes.known.insert(value.value.clone(), codes.all.len());
                let statuses = status.map(|status| vec![status]);
                codes.all.push(Listed { item: value_item(node, value), statuses, is_defined: false });
            }
        }
        let named = named_values(codes.all.iter().map(|listed| (listed.item.clone(), None)).collect());
        for (listed, item) in codes.all.iter_mut().zip(named) {
            listed.item = item;
        }
        codes
    }

    /// The members that lead to the code of an error.
    pub(super) fn path(&self) -> Option<&'static str> {
        self.path
    }

    /// Those of a call, and the definitions of those that no call before it has.
    pub(super) fn of_call<'a>(&mut self, document: &Document<'a>, operation: &Operation<'a>) -> (Vec<Text>, Vec<Code>) {
        let (mut names, mut defined): (Vec<Text>, Vec<Code>) = (Vec::new(), Vec::new());
        for (_, value, _) in self.listed(document, operation) {
            let Some(listed) = self.known.get(&value.value).and_then(|index| self.all.get_mut(*index)) else {
                continue;
            };
            let Some(statuses) = listed.statuses.clone() else { continue };
            if names.iter().any(|name| name.value == value.value) {
                continue;
            }
            if !std::mem::replace(&mut listed.is_defined, true) {
                defined.push(Code { item: listed.item.clone(), statuses: Ok(statuses) });
            }
            names.push(value);
        }
        (names, defined)
    }

    /// The codes that the bodies of a call's errors list: where, what each is, and the status of its answer.
    fn listed<'a>(
        &self,
        document: &Document<'a>,
        operation: &Operation<'a>,
    ) -> Vec<(&'a Node, Text, Option<Spanned<i64>>)> {
        let Some(path) = self.path else { return Vec::new() };
        let mut found = Vec::new();
        let responses = operation.node.entries_at("responses").iter();
        for entry in responses.filter(|entry| is_error(&entry.key.value)) {
            let response = document.meant(&entry.value);
            let media = media::sorted(response).first().copied();
            let Some(schema) = media.and_then(|(media, _)| media.value.at("schema")) else { continue };
            let Some(node) = follow_members(schema, path, document) else { continue };
            for (node, value) in values(node, document) {
                found.push((node, value, single(&entry.key)));
            }
        }
        found
    }
}

/// Statuses with one that may be among them.
fn with(mut statuses: Vec<Spanned<i64>>, status: Spanned<i64>) -> Vec<Spanned<i64>> {
    if statuses.iter().all(|known| known.value != status.value) {
        statuses.push(status);
    }
    statuses
}

/// A code as an item, with what extensions say of it.
fn value_item(node: &Node, value: Text) -> Item {
    let doc = value_doc(node, &value.value).map(clean).filter(|doc| !doc.is_empty());
    let doc = doc.unwrap_or_else(|| format!("`{}`.", shown(&value.value)));
    let doc = at(&value.span, doc);
    item(value, doc, None)
}

/// Whether a response is that of an error.
fn is_error(status: &str) -> bool {
    status == "default" || status.len() == 3 && status.starts_with(['4', '5'])
}

/// The status of an error; nothing of a class of them.
fn single(written: &Text) -> Option<Spanned<i64>> {
    let value = written.value.parse::<i64>().ok().filter(|status| (400..=599).contains(status))?;
    Some(Spanned { value, span: written.span.clone() })
}

/// The texts that a schema lists, or that the branches of it do.
fn values<'a>(node: &'a Node, document: &Document<'a>) -> Vec<(&'a Node, Text)> {
    let branches = Schema(node).branches().map(|branch| document.meant(branch));
    let mut found: Vec<(&'a Node, Text)> = Vec::new();
    for listing in std::iter::once(node).chain(branches) {
        for value in Schema(listing).values() {
            let Some((Kind::Text, text)) = literal(value) else { continue };
            if !text.is_empty() && !text.chars().any(is_hidden) {
                found.push((listing, at(&value.span, text)));
            }
        }
    }
    found
}
