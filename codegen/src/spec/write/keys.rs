//! A mapping that grows key by key, as one of the kinds that the reader knows.

use super::out::{Entry, Out, Shape};
use crate::{
    spec::{Item, schema, schema::MappingKind},
    yaml::Text,
};

/// The kinds that stand on lines of their own, apart from their neighbours.
static APART: [&MappingKind; 4] = [&schema::OBJECT, &schema::UNION, &schema::ENUM, &schema::ENDPOINT];

/// A mapping of a known kind.
pub(super) struct Keys {
    kind: &'static MappingKind,
    entries: Vec<Entry>,
}

impl Keys {
    /// One of a kind.
    pub(super) fn of(kind: &'static MappingKind) -> Self {
        Self { kind, entries: Vec::new() }
    }

    /// A key, if there is something to say.
    pub(super) fn put(mut self, key: &'static str, value: Option<Out>) -> Self {
        debug_assert!(self.kind.has_key(key), "the reader knows no `{key}` of the kind `{}`", self.kind.name);
        self.entries.extend(value.map(|value| Entry::named(key, value)));
        self
    }

    /// A text, if there is one.
    pub(super) fn text(self, key: &'static str, text: Option<&Text>) -> Self {
        self.put(key, text.map(Out::text))
    }

    /// A truth, which is not said where it is none.
    pub(super) fn flag(self, key: &'static str, is_so: bool) -> Self {
        self.put(key, is_so.then(|| Out::Bare("true".to_owned())))
    }

    /// A list of texts, if there are some.
    pub(super) fn texts(self, key: &'static str, texts: &[Text]) -> Self {
        self.put(key, Some(texts).filter(|texts| !texts.is_empty()).map(Out::texts))
    }

    /// Items with names, each on a line of its own, if there are some.
    pub(super) fn section(self, key: &'static str, items: impl IntoIterator<Item = Entry>) -> Self {
        self.filled(key, items, Shape::Block)
    }

    /// The same on one line, if they fit there.
    pub(super) fn few(self, key: &'static str, items: impl IntoIterator<Item = Entry>) -> Self {
        self.filled(key, items, Shape::Line)
    }

    fn filled(self, key: &'static str, items: impl IntoIterator<Item = Entry>, shape: Shape) -> Self {
        let items: Vec<Entry> = items.into_iter().collect();
        self.put(key, Some(items).filter(|items| !items.is_empty()).map(|items| Out::Mapping(items, shape)))
    }

    /// What each item may say, but for its name.
    pub(super) fn item(self, item: &Item) -> Self {
        self.named(item).doc(&item.doc)
    }

    /// The same without the text for readers.
    pub(super) fn named(self, item: &Item) -> Self {
        self.text("rust", item.rust.as_ref())
            .put("was", Some(&item.was).filter(|was| !was.is_empty()).map(|was| Out::text_or_texts(was)))
            .text("since", item.since.as_ref())
            .text("deprecated", item.deprecated.as_ref())
    }

    /// A text for readers, if there is one.
    pub(super) fn doc(self, doc: &Text) -> Self {
        let prose = Some(&doc.value).filter(|doc| !doc.is_empty());
        self.put("doc", prose.map(|doc| Out::Prose(doc.clone())))
    }

    /// All of it.
    pub(super) fn out(self) -> Out {
        let shape = if APART.iter().any(|kind| kind.name == self.kind.name) { Shape::Apart } else { Shape::Line };
        Out::Mapping(self.entries, shape)
    }

    /// All of it on lines of its own.
    pub(super) fn lines(self) -> Out {
        Out::Mapping(self.entries, Shape::Block)
    }

    /// The entries alone, of a whole file.
    pub(super) fn entries(self) -> Vec<Entry> {
        self.entries
    }
}

/// An item that has nothing of its own: its text for readers stands for it, where it says no more.
pub(super) fn short(item: &Item) -> Out {
    let says_more = item.since.is_some() || item.deprecated.is_some() || item.rust.is_some() || !item.was.is_empty();
    if says_more || item.doc.value.is_empty() {
        Keys::of(&schema::VALUE).item(item).out()
    } else {
        Out::Prose(item.doc.value.clone())
    }
}

/// Whether an item says nothing but its name.
pub(super) fn is_bare(item: &Item) -> bool {
    item.doc.value.is_empty()
        && item.since.is_none()
        && item.deprecated.is_none()
        && item.rust.is_none()
        && item.was.is_empty()
}
