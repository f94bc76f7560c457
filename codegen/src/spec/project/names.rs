//! Reads `names.yaml`: the names that items of a document have, by their places in it.

use crate::spec::{
    item::owner,
    reader::{self, Mapping},
    schema,
};
use crate::{
    diag::{Diagnostic, Diagnostics, Span, code},
    yaml::{Entry, Node, Read, Text, Value},
};

/// The names that are kept.
#[derive(Debug, Default)]
pub struct NamesFile {
    /// Those of calls.
    pub calls: Vec<KeptCall>,
    /// Those of types.
    pub types: Vec<KeptType>,
    /// Where the entries of `calls` and of `types` lie, if there are any.
    pub sections: [Option<Span>; 2],
}

/// What is kept of a call.
#[derive(Debug)]
pub struct KeptCall {
    /// Method and path.
    pub place: Text,
    /// Module and function: `invoices::list`.
    pub name: Text,
    /// Former names of the function.
    pub was: Vec<Text>,
    /// Whether its body is `members` or `whole`, if it can be either.
    pub body: Option<Text>,
    /// How the next page is found: the key of `next`.
    pub pages: Option<Text>,
    /// All that is said of it.
    pub span: Span,
}

/// What is kept of a type.
#[derive(Debug)]
pub struct KeptType {
    /// Where its schema stands.
    pub place: Text,
    /// Its name.
    pub name: Text,
    /// Its former names.
    pub was: Vec<Text>,
    /// All that is said of it.
    pub span: Span,
}

/// The letters of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Snake,
    Camel,
}

/// Reads the file's tree.
pub(super) fn read(node: &Node, diagnostics: &mut Diagnostics) -> Read<NamesFile> {
    if matches!(node.value, Value::Null) {
        return Ok(NamesFile::default());
    }
    let file = Mapping::open_file(node, "the file of names", &schema::NAMES_FILE, diagnostics)?;
    let is_empty = |key| matches!(file.get(key), Ok(Some(Node { value: Value::Null, .. })));
    let calls = if is_empty("calls") { Ok(Vec::new()) } else { file.each("calls", diagnostics, kept_call) };
    let types = if is_empty("types") { Ok(Vec::new()) } else { file.each("types", diagnostics, kept_type) };
    let section = |key| Ok(file.get(key)?.map(|node| node.span.clone()));
    let sections = [section("calls")?, section("types")?];
    let (calls, types) = (calls?.into_iter().collect::<Read<_>>()?, types?.into_iter().collect::<Read<_>>()?);
    Ok(NamesFile { calls, types, sections })
}

/// `place: module::function`, or a mapping that says more.
fn kept_call(entry: &Entry, diagnostics: &mut Diagnostics) -> Read<KeptCall> {
    let Entry { key, value } = entry;
    let bare = |name: Text| KeptCall {
        place: key.clone(),
        name,
        was: Vec::new(),
        body: None,
        pages: None,
        span: value.span.clone(),
    };
    let kept = if let Value::Text(_) = &value.value {
        bare(reader::text(value, &code(&key.value), diagnostics)?)
    } else {
        let mapping = Mapping::open(value, owner("call", key), &key.span, &schema::KEPT_CALL, diagnostics)?;
        let name = mapping.required_text("name", diagnostics)?;
        let was = mapping.text_or_texts("was", diagnostics)?;
        let body = one_of(mapping.text("body", diagnostics)?, "body", &["members", "whole"], diagnostics)?;
        let pages = one_of(mapping.text("pages", diagnostics)?, "pages", &PAGES, diagnostics)?;
        KeptCall { was, body, pages, ..bare(name) }
    };
    let path = |text: &str| text.split_once("::").map(|(module, function)| [module.to_owned(), function.to_owned()]);
    let Some(parts) = path(&kept.name.value) else {
        let message = format!("{} is no module and function", code(&kept.name.value));
        let fault = Diagnostic::new("invalid-name", message, &kept.name.span, "not a path");
        diagnostics.push(fault.help("write both with `::` between them, such as `invoices::list`"));
        return Err(crate::yaml::Faulty);
    };
    for part in parts {
        checked(&Text { value: part, span: kept.name.span.clone() }, Letters::Snake, diagnostics)?;
    }
    Ok(kept)
}

/// The ways to the next page.
const PAGES: [&str; 5] = ["last_item", "token", "url", "offset", "number"];

fn one_of(text: Option<Text>, key: &str, words: &[&str], diagnostics: &mut Diagnostics) -> Read<Option<Text>> {
    let Some(text) = text else { return Ok(None) };
    if words.contains(&text.value.as_str()) {
        return Ok(Some(text));
    }
    let known = crate::diag::alternatives(words.iter().copied());
    let fault = Diagnostic::new("wrong-kind", format!("`{key}` is {known}"), &text.span, "another word");
    diagnostics.push(fault.help("write one of these, or leave it out"));
    Err(crate::yaml::Faulty)
}

/// `place: Name`, or a mapping that says more.
fn kept_type(entry: &Entry, diagnostics: &mut Diagnostics) -> Read<KeptType> {
    let Entry { key, value } = entry;
    let (place, span) = (key.clone(), value.span.clone());
    let kept = if let Value::Text(_) = &value.value {
        KeptType { place, name: reader::text(value, &code(&key.value), diagnostics)?, was: Vec::new(), span }
    } else {
        let mapping = Mapping::open(value, owner("type", key), &key.span, &schema::KEPT_TYPE, diagnostics)?;
        let name = mapping.required_text("name", diagnostics)?;
        KeptType { place, name, was: mapping.text_or_texts("was", diagnostics)?, span }
    };
    checked(&kept.name, Letters::Camel, diagnostics)?;
    Ok(kept)
}

/// Reports a name that cannot be one of its kind.
pub(super) fn checked(name: &Text, letters: Letters, diagnostics: &mut Diagnostics) -> Read<()> {
    let first = |letter: char| match letters {
        Letters::Snake => letter.is_ascii_lowercase(),
        Letters::Camel => letter.is_ascii_uppercase(),
    };
    let other = |letter: char| match letters {
        Letters::Snake => letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_',
        Letters::Camel => letter.is_ascii_alphanumeric(),
    };
    if name.value.starts_with(first) && name.value.chars().all(other) {
        return Ok(());
    }
    let form = if letters == Letters::Snake { "`snake_case`" } else { "`UpperCamelCase`" };
    let message = format!("{} is no name in {form}", code(&name.value));
    let fault = Diagnostic::new("invalid-name", message, &name.span, "not of this form");
    diagnostics.push(fault.help("write letters from a to z, and digits behind the first"));
    Err(crate::yaml::Faulty)
}
