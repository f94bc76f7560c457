//! Reads what a project says of the calls of a document: which it takes, and how some are to be read.

use crate::spec::{
    item::owner,
    pages::{PagesOf, pages_of},
    reader::Mapping,
    schema,
};
use crate::{
    diag::{Diagnostics, Span},
    yaml::{Entry, Node, Read, Text, Value},
};

/// Some of the calls of a document, by patterns.
#[derive(Debug, Default)]
pub struct Selection {
    /// Those with one of these tags.
    pub tags: Vec<Text>,
    /// Those with one of these paths.
    pub paths: Vec<Text>,
    /// Those with one of these names: method and path, or what the document calls them.
    pub calls: Vec<Text>,
}

/// What is said of some calls.
#[derive(Debug)]
pub struct CallHint {
    /// Which they are.
    pub pattern: Text,
    /// How their answers are cut into pages.
    pub pages: Option<PagesHint>,
}

/// What is said of pages.
#[derive(Debug)]
pub enum PagesHint {
    /// There are none.
    None(Span),
    /// They are cut like this.
    As(PagesOf),
}

/// Reads a selection; nothing if it is not there.
pub(super) fn selection(file: &Mapping, key: &str, diagnostics: &mut Diagnostics) -> Read<Option<Selection>> {
    let Some(node) = file.get(key)? else { return Ok(None) };
    let mapping = Mapping::open(node, format!("`{key}`"), &node.span, &schema::SELECTION, diagnostics)?;
    let mut patterns = |key| mapping.text_or_texts(key, diagnostics);
    let (tags, paths, calls) = (patterns("tags"), patterns("paths"), patterns("calls"));
    Ok(Some(Selection { tags: tags?, paths: paths?, calls: calls? }))
}

/// Reads an entry of `calls`.
pub(super) fn call(entry: &Entry, diagnostics: &mut Diagnostics) -> Read<CallHint> {
    let Entry { key, value } = entry;
    let mapping = Mapping::open(value, owner("call", key), &key.span, &schema::CALL_HINT, diagnostics)?;
    let pages = mapping.get("pages")?.map(|node| pages(node, diagnostics)).transpose()?;
    Ok(CallHint { pattern: key.clone(), pages })
}

fn pages(node: &Node, diagnostics: &mut Diagnostics) -> Read<PagesHint> {
    match &node.value {
        Value::Text(word) if word == "none" => Ok(PagesHint::None(node.span.clone())),
        Value::Mapping(_) => pages_of(node, diagnostics).map(PagesHint::As),
        _ => Err(crate::spec::reader::wrong_kind(node, "`pages`", "`none` or a mapping", diagnostics)),
    }
}
