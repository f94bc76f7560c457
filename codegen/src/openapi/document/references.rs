//! Follows `$ref`.

use std::cell::RefCell;
use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use super::files::Files;
use super::look::Look;
use crate::yaml::{Node, Value};

/// So many `$ref`s may lead from one to the next.
const LONGEST_CHAIN: usize = 32;

/// What a `$ref` leads to.
#[derive(Clone, Debug)]
pub(in crate::openapi) struct Target<'a> {
    pub(in crate::openapi) node: &'a Node,
    /// The words of the place, such as `components`, `schemas` and `Pet`; those of a whole file are its name.
    pub(in crate::openapi) tokens: Vec<String>,
}

impl Target<'_> {
    /// What it is called.
    pub(in crate::openapi) fn name(&self) -> &str {
        self.tokens.last().map_or("", String::as_str)
    }

    /// Whether it is one of the components of a document, and not a part of one.
    pub(in crate::openapi) fn is_component(&self) -> bool {
        match self.tokens.as_slice() {
            [_] | [_, _] => true,
            [components, _, _] => components == "components",
            _ => false,
        }
    }
}

/// Why a `$ref` leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::openapi) enum Nowhere {
    /// It is a URL.
    Remote,
    /// There is nothing at that place.
    Dangling,
    /// It leads back to itself.
    Circle,
}

/// What a `$ref` leads to, if it leads anywhere.
type Found<'a> = Result<Target<'a>, Nowhere>;

/// All files of a document.
pub(in crate::openapi) struct Document<'a> {
    files: &'a Files,
    /// What each `$ref` of each file leads to.
    known: RefCell<HashMap<(usize, &'a str), Found<'a>>>,
}

impl<'a> Document<'a> {
    pub(in crate::openapi) fn new(files: &'a Files) -> Self {
        Self { files, known: RefCell::default() }
    }

    /// The first file.
    pub(in crate::openapi) fn root(&self) -> &'a Node {
        self.files.root()
    }

    /// What is written before a place in a file.
    pub(in crate::openapi) fn prefix(&self, file: usize) -> String {
        self.files.prefix(file)
    }

    /// The trees of all files.
    pub(in crate::openapi) fn trees(&self) -> &'a [Node] {
        self.files.trees()
    }

    /// What a `$ref` in a file leads to, though that may be a `$ref` itself.
    pub(in crate::openapi) fn step(&self, reference: &'a str, file: usize) -> Result<Target<'a>, Nowhere> {
        if let Some(known) = self.known.borrow().get(&(file, reference)) {
            return known.clone();
        }
        let found = self.find(reference, file);
        self.known.borrow_mut().insert((file, reference), found.clone());
        found
    }

    /// What a node stands for: itself, or what its `$ref` leads to in the end.
    pub(in crate::openapi) fn follow(&self, node: &'a Node) -> Result<Target<'a>, Nowhere> {
        let mut target = Target { node, tokens: Vec::new() };
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = target.node.text_at("$ref") else { return Ok(target) };
            target = self.step(reference, target.node.span.file)?;
        }
        Err(Nowhere::Circle)
    }

    /// The same; a node whose `$ref` leads nowhere stands for itself.
    pub(in crate::openapi) fn meant(&self, node: &'a Node) -> &'a Node {
        self.follow(node).map_or(node, |target| target.node)
    }

    /// The same of a text that need not stand in the document.
    pub(in crate::openapi) fn find(&self, reference: &str, file: usize) -> Result<Target<'a>, Nowhere> {
        let (path, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        if path.contains("://") {
            return Err(Nowhere::Remote);
        }
        let file = self.files.base(file);
        let file = if path.is_empty() { file } else { self.files.beside(file, path).ok_or(Nowhere::Dangling)? };
        let mut node = self.files.tree(file);
        let mut tokens: Vec<String> = pointer.split('/').skip(1).map(token).collect();
        for token in &tokens {
            node = inside(node, token).ok_or(Nowhere::Dangling)?;
        }
        if tokens.is_empty() {
            if !pointer.is_empty() {
                return Err(Nowhere::Dangling);
            }
            tokens.push(stem(path));
        }
        Ok(Target { node, tokens })
    }
}

/// The member or item of a name.
fn inside<'a>(node: &'a Node, token: &str) -> Option<&'a Node> {
    match &node.value {
        Value::Mapping(_) => node.entry(token).map(|entry| &entry.value),
        Value::List(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

/// A word of a pointer without its escapes.
fn token(written: &str) -> String {
    percent_decode_str(written).decode_utf8_lossy().replace("~1", "/").replace("~0", "~")
}

/// The name of a file without its folder and ending.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name).to_owned()
}
