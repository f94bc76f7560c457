//! Takes a mapping apart by its keys, and reports every key that is unknown, missing or of the wrong kind.

use super::{former_keys, schema::MappingKind};
use crate::{
    diag::{Diagnostic, Diagnostics, Span, closest, code, did_you_mean, list},
    yaml::{Entry, Faulty, Node, Number, Read, Spanned, Text, Value, looks_like},
};

/// What says where a member may be left out.
pub(super) const SIDES: &str = "true, false, `request` or `response`";
/// What is true or not.
const TRUTH: &str = "true or false";
/// What counts.
const WHOLE: &str = "a whole number";
/// What bounds.
const NUMBER: &str = "a number";

/// So many keys are listed beside the one that was probably meant.
const MOST_KEYS: usize = 12;

/// A mapping with known keys.
pub(super) struct Mapping<'a> {
    /// What it describes, such as ``object `Book` ``.
    owner: String,
    /// Where that is named.
    place: Span,
    entries: &'a [Entry],
    /// Keys that were probably meant by unknown ones: they are neither there nor missing.
    misspelt: Vec<&'static str>,
}

impl<'a> Mapping<'a> {
    /// Opens a mapping and reports its unknown keys.
    pub(super) fn open(
        node: &'a Node,
        owner: String,
        place: &Span,
        kind: &MappingKind,
        diagnostics: &mut Diagnostics,
    ) -> Read<Self> {
        let entries = entries(node, &owner, diagnostics)?;
        let is_absent = |key: &&str| entries.iter().all(|entry| entry.key.value != *key);
        let absent: Vec<&'static str> = kind.key_names().filter(is_absent).collect();
        let mut misspelt = Vec::new();
        for entry in entries.iter().filter(|entry| is_unknown(entry, kind)) {
            let meant = closest(&entry.key.value, absent.iter().copied());
            diagnostics.push(unknown_key(entry, &owner, meant, kind));
            misspelt.extend(meant);
        }
        Ok(Self { owner, place: place.clone(), entries, misspelt })
    }

    /// Opens the mapping that is a whole file. What it lacks is reported at its first key.
    pub(super) fn open_file(
        node: &'a Node,
        owner: &str,
        kind: &MappingKind,
        diagnostics: &mut Diagnostics,
    ) -> Read<Self> {
        let place = match &node.value {
            Value::Mapping(entries) => entries.first().map(|entry| &entry.key.span),
            _ => None,
        };
        Self::open(node, owner.to_owned(), place.unwrap_or(&node.span), kind, diagnostics)
    }

    /// Whether a key is unknown.
    pub(super) fn has_unknown_keys(&self, kind: &MappingKind) -> bool {
        self.entries.iter().any(|entry| is_unknown(entry, kind))
    }

    /// The value of a key, if there is one.
    pub(super) fn get(&self, key: &str) -> Read<Option<&'a Node>> {
        let found = self.entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.value);
        match found {
            Some(Node { value: Value::Faulty, .. }) => Err(Faulty),
            None if self.misspelt.contains(&key) => Err(Faulty),
            found => Ok(found),
        }
    }

    /// The value of a key that must be there.
    pub(super) fn require(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<&'a Node> {
        self.get(key)?.ok_or_else(|| {
            let message = format!("{} has no `{key}`", self.owner);
            let fault = Diagnostic::new("missing-key", message, &self.place, format!("`{key}` is missing"));
            diagnostics.push(fault.help(format!("add `{key}: …`")));
            Faulty
        })
    }

    /// A text that may be absent.
    pub(super) fn text(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Option<Text>> {
        self.get(key)?.map(|node| text(node, &format!("`{key}`"), diagnostics)).transpose()
    }

    /// A text that must be there.
    pub(super) fn required_text(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Text> {
        text(self.require(key, diagnostics)?, &format!("`{key}`"), diagnostics)
    }

    /// `true` or `false`, and `false` if absent.
    pub(super) fn boolean(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<bool> {
        match self.get(key)? {
            None => Ok(false),
            Some(Node { value: Value::Boolean(value), .. }) => Ok(*value),
            Some(node) => Err(wrong_kind(node, &format!("`{key}`"), TRUTH, diagnostics)),
        }
    }

    /// The place of `true`; nothing if the value is `false`, or absent.
    pub(super) fn flag(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Option<Span>> {
        let is_set = self.boolean(key, diagnostics)?;
        Ok(self.get(key)?.filter(|_| is_set).map(|node| node.span.clone()))
    }

    /// A whole number that may be absent.
    pub(super) fn integer(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Option<Spanned<i64>>> {
        self.get(key)?.map(|node| integer(node, key, diagnostics)).transpose()
    }

    /// The digits of a number that may be absent. One that JSON has no room for stands in quotes.
    pub(super) fn number(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Option<Text>> {
        match self.get(key)? {
            None => Ok(None),
            Some(Node { value: Value::Text(text), span }) if is_large_number(text) => {
                Ok(Some(Spanned { value: text.clone(), span: span.clone() }))
            }
            Some(Node { value: Value::Number(number), span }) => {
                Ok(Some(Spanned { value: number.as_str().to_owned(), span: span.clone() }))
            }
            Some(node) => Err(wrong_kind(node, &format!("`{key}`"), NUMBER, diagnostics)),
        }
    }

    /// A whole number or a list of them, which must be there.
    pub(super) fn required_integers(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Vec<Spanned<i64>>> {
        match self.require(key, diagnostics)? {
            Node { value: Value::List(items), .. } => each_integer(items, key, diagnostics),
            node => Ok(vec![integer(node, key, diagnostics)?]),
        }
    }

    /// Anything, if it is there.
    pub(super) fn node(&self, key: &str) -> Read<Option<Node>> {
        Ok(self.get(key)?.cloned())
    }

    /// A list of anything, empty if absent.
    pub(super) fn nodes(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<&'a [Node]> {
        match self.get(key)? {
            None => Ok(&[]),
            Some(Node { value: Value::List(items), .. }) => Ok(items),
            Some(node) => Err(wrong_kind(node, &format!("`{key}`"), "a list", diagnostics)),
        }
    }

    /// A list of texts, empty if absent.
    pub(super) fn texts(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Vec<Text>> {
        let items = self.nodes(key, diagnostics)?;
        let items: Vec<_> = items.iter().map(|item| text(item, &format!("an item of `{key}`"), diagnostics)).collect();
        items.into_iter().collect()
    }

    /// A list of whole numbers that may be absent.
    pub(super) fn integers(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Option<Vec<Spanned<i64>>>> {
        if self.get(key)?.is_none() {
            return Ok(None);
        }
        each_integer(self.nodes(key, diagnostics)?, key, diagnostics).map(Some)
    }

    /// A text or a list of them, empty if absent.
    pub(super) fn text_or_texts(&self, key: &str, diagnostics: &mut Diagnostics) -> Read<Vec<Text>> {
        match self.get(key)? {
            Some(Node { value: Value::List(_), .. }) => self.texts(key, diagnostics),
            _ => self.text(key, diagnostics).map(|text| text.into_iter().collect()),
        }
    }

    /// Reads each entry of a mapping whose keys are names; nothing if the key is absent.
    pub(super) fn each<T>(
        &self,
        key: &str,
        diagnostics: &mut Diagnostics,
        mut read: impl FnMut(&'a Entry, &mut Diagnostics) -> T,
    ) -> Read<Vec<T>> {
        let Some(node) = self.get(key)? else { return Ok(Vec::new()) };
        let entries = entries(node, &format!("`{key}`"), diagnostics)?;
        Ok(entries.iter().map(|entry| read(entry, diagnostics)).collect())
    }

    /// The same for a key that must be there.
    pub(super) fn require_each<T>(
        &self,
        key: &str,
        diagnostics: &mut Diagnostics,
        read: impl FnMut(&'a Entry, &mut Diagnostics) -> T,
    ) -> Read<Vec<T>> {
        self.require(key, diagnostics)?;
        self.each(key, diagnostics, read)
    }

    /// Where a key is written, if it is there.
    pub(super) fn key(&self, key: &str) -> Option<&'a Span> {
        self.entries.iter().find(|entry| entry.key.value == key).map(|entry| &entry.key.span)
    }

    /// All entries, known or not.
    pub(super) fn entries(&self) -> &'a [Entry] {
        self.entries
    }

    /// What the mapping describes.
    pub(super) fn owner(&self) -> &str {
        &self.owner
    }

    /// Where that is named.
    pub(super) fn place(&self) -> &Span {
        &self.place
    }
}

/// Whether an entry has no place in a kind of mapping.
fn is_unknown(entry: &Entry, kind: &MappingKind) -> bool {
    kind.names.is_none() && !kind.has_key(&entry.key.value)
}

/// The entries of a node that must be a mapping.
fn entries<'a>(node: &'a Node, what: &str, diagnostics: &mut Diagnostics) -> Read<&'a [Entry]> {
    match &node.value {
        Value::Mapping(entries) => Ok(entries),
        _ => Err(wrong_kind(node, what, "a mapping", diagnostics)),
    }
}

/// The text of a node that must be one.
pub(super) fn text(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Read<Text> {
    match &node.value {
        Value::Text(text) => Ok(Spanned { value: text.clone(), span: node.span.clone() }),
        _ => Err(wrong_kind(node, what, "text", diagnostics)),
    }
}

/// Whether a text is a number in digits that 64 bits do not hold.
pub(super) fn is_large_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain && looks_like(text).is_some() && Number::of_json(text).to_json().is_none()
}

fn each_integer(items: &[Node], key: &str, diagnostics: &mut Diagnostics) -> Read<Vec<Spanned<i64>>> {
    let items: Vec<_> = items.iter().map(|item| integer(item, key, diagnostics)).collect();
    items.into_iter().collect()
}

fn integer(node: &Node, key: &str, diagnostics: &mut Diagnostics) -> Read<Spanned<i64>> {
    let Value::Number(number) = &node.value else {
        return Err(wrong_kind(node, &format!("`{key}`"), WHOLE, diagnostics));
    };
    number.as_i64().map(|value| Spanned { value, span: node.span.clone() }).ok_or_else(|| {
        let (kind, label, help) = if number.is_whole() {
            (format!("of at most {}", i64::MAX), "this is more", "write a smaller one, or leave out the key")
        } else {
            ("in digits alone".to_owned(), "this has a fraction or an exponent", "write digits alone, such as `1000`")
        };
        let message = format!("`{key}` must be a whole number {kind}");
        diagnostics.push(Diagnostic::new("wrong-kind", message, &node.span, label).help(help));
        Faulty
    })
}

/// Reports a node that is not what it should be, unless it was reported already.
pub(super) fn wrong_kind(node: &Node, what: &str, expected: &str, diagnostics: &mut Diagnostics) -> Faulty {
    if matches!(node.value, Value::Faulty) {
        return Faulty;
    }
    let found = node.kind();
    let fault = Diagnostic::new(
        "wrong-kind",
        format!("{what} must be {expected}, not {found}"),
        &node.span,
        format!("this is {found}"),
    );
    diagnostics.push(fault.help(match (expected, &node.value) {
        ("text", Value::Number(_) | Value::Boolean(_)) => "put it in quotes, if this is the text",
        ("text", _) => "write a text here, in quotes if it has special characters",
        ("a mapping", _) => "write a mapping: `key: value` on lines of their own, or `{key: value}`",
        ("a list", _) => "write a list: `[one, two]`, or `- one` on lines of their own",
        (TRUTH, Value::Text(text)) => truth(text).unwrap_or("write `true` or `false`"),
        (TRUTH, _) => "write `true` or `false`",
        (SIDES, _) => "write `true`, or the one side on which it may be left out: `request` or `response`",
        (NUMBER, _) => "write a number in digits, without quotes and separators",
        (WHOLE, Value::Text(_)) => "write a whole number in digits, without quotes and separators",
        _ => "write a whole number in digits",
    }));
    Faulty
}

/// What to write instead of a text by which many mean a truth.
pub(super) fn truth(text: &str) -> Option<&'static str> {
    match text.to_ascii_lowercase().as_str() {
        "true" => Some("write `true` without quotes"),
        "false" => Some("write `false` without quotes"),
        "yes" | "y" | "on" => Some("write `true`: to YAML, any other word is a text"),
        "no" | "n" | "off" => Some("write `false`: to YAML, any other word is a text"),
        _ => None,
    }
}

fn unknown_key(entry: &Entry, owner: &str, meant: Option<&str>, kind: &MappingKind) -> Diagnostic {
    let Entry { key, value } = entry;
    let message = format!("{owner} has no key {}", code(&key.value));
    let known = format!("the keys here are {}", list(kind.key_names()));
    let help = match meant {
        _ if let Some(instead) = former_keys::instead(kind.name, &key.value) => instead.to_owned(),
        Some(meant) if kind.keys().count() > MOST_KEYS => did_you_mean(meant),
        Some(meant) => format!("{} {known}", did_you_mean(meant)),
        // `{doc: One, two}` is read as the keys `doc` and `two`.
        None if value.span.bytes.is_empty() => {
            format!("put the whole text in quotes, if a comma before this belongs to it; {known}")
        }
        None => known,
    };
    Diagnostic::new("unknown-key", message, &key.span, "unknown").help(help)
}
