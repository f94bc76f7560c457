//! The operations of a document.

use super::{
    look::Look,
    references::{Document, Nowhere},
};
use crate::diag::Span;
use crate::yaml::{Entry, Node, Text};

/// The methods that a path can have.
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// A call.
#[derive(Clone, Copy)]
pub(in crate::openapi) struct Operation<'a> {
    pub(in crate::openapi) path: &'a Text,
    /// In lower case.
    pub(in crate::openapi) method: &'static str,
    /// Where the method is written.
    pub(in crate::openapi) span: &'a Span,
    pub(in crate::openapi) node: &'a Node,
    /// What all operations of the path share.
    pub(in crate::openapi) shared: &'a Node,
}

impl<'a> Operation<'a> {
    /// Its identifier, unless that says nothing.
    pub(in crate::openapi) fn id(&self) -> Option<&'a str> {
        self.node.text_at("operationId").filter(|id| id.bytes().any(|byte| byte.is_ascii_alphanumeric()))
    }

    /// All of its tags.
    pub(in crate::openapi) fn tags(&self) -> impl Iterator<Item = &'a str> + Clone {
        self.node.items_at("tags").iter().filter_map(Look::text)
    }

    /// The first of its tags.
    pub(in crate::openapi) fn tag(&self) -> Option<&'a str> {
        self.tags().find(|tag| tag.bytes().any(|byte| byte.is_ascii_alphanumeric()))
    }

    /// How a remark speaks of it.
    pub(in crate::openapi) fn label(&self) -> String {
        format!("{} {}", self.method.to_ascii_uppercase(), self.path.value)
    }
}

/// The methods of a path, each with its operation.
pub(in crate::openapi) fn methods(path: &Node) -> impl Iterator<Item = (&'static str, &Entry)> {
    METHODS.into_iter().filter_map(|method| Some((method, path.entry(method)?)))
}

/// The operations in the order of the document, and the paths whose `$ref` leads nowhere.
pub(in crate::openapi) fn operations<'a>(document: &Document<'a>) -> (Vec<Operation<'a>>, Vec<(&'a Text, Nowhere)>) {
    let (mut found, mut lost) = (Vec::new(), Vec::new());
    for entry in document.root().entries_at("paths") {
        if !entry.key.value.starts_with('/') {
            continue;
        }
        let shared = match document.follow(&entry.value) {
            Ok(target) => target.node,
            Err(nowhere) => {
                lost.push((&entry.key, nowhere));
                continue;
            }
        };
        found.extend(methods(shared).map(|(method, operation)| {
            let node = document.meant(&operation.value);
            Operation { path: &entry.key, method, span: &operation.key.span, node, shared }
        }));
    }
    (found, lost)
}
