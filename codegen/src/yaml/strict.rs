//! YAML text to a tree: one pass over the parser's events.
//!
//! A description is plain data, so whatever makes YAML more than that (anchors, aliases, tags, merge keys, several
//! documents in a file) is refused. Nothing here recurses, and the parser limits the depth.

use std::collections::{HashMap, hash_map};

use granit_parser::{Event, Parser, ScalarStyle};

use super::{
    node::{Entry, Faulty, Node, Read, Spanned, Text, Value},
    scalar,
    syntax::{report_syntax, unprintable},
};
use crate::diag::{Diagnostic, Diagnostics, Sources, Span, code};

/// How deep lists and mappings may nest, in each of YAML's two styles.
const DEEPEST: usize = 50;

/// The tree of a file, or what hinders; an empty file is `null`.
pub(crate) fn read_strictly(sources: &Sources, file: usize, diagnostics: &mut Diagnostics) -> Read<Node> {
    let text = &sources.files[file].text;
    unprintable(text, file, diagnostics)?;
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut tree = Tree { text, file, diagnostics, open: Vec::new(), root: None, documents: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        match event {
            Ok((event, span)) => tree.event(event, span),
            Err(error) => return Err(report_syntax(&error, text, file, tree.diagnostics)),
        }
    }
    let nothing = Node { value: Value::Null, span: Span { file, bytes: 0..0 } };
    Ok(tree.root.unwrap_or(nothing))
}

/// A tree that grows.
struct Tree<'a> {
    text: &'a str,
    file: usize,
    diagnostics: &'a mut Diagnostics,
    /// Lists and mappings whose end is yet to come, outermost first.
    open: Vec<Open>,
    root: Option<Node>,
    documents: usize,
}

/// A list or mapping whose end is yet to come.
struct Open {
    start: usize,
    /// Where its last entry ends, which is where a block ends.
    end: usize,
    content: Content,
}

enum Content {
    List(Vec<Node>),
    Mapping { entries: Vec<Entry>, seen: HashMap<String, usize>, key: Option<Read<Text>> },
}

impl Tree<'_> {
    fn event(&mut self, event: Event, place: granit_parser::Span) {
        let tag = place.tag_span().and_then(|tag| tag.byte_range());
        let place = self.span(place.byte_range().unwrap_or_default());
        if let Some(tag) = tag.filter(|_| event.tag().is_some()) {
            self.refuse(&self.span(tag), "a tag (`!…`)", "remove the tag: quotes make a text, their absence the rest");
        }
        if event.anchor_id().is_some() && event.alias_id().is_none() {
            self.refuse(&place, "an anchor (`&…`)", "remove the anchor, and write out what referred to it");
        }
        match event {
            Event::DocumentStart(..) => self.document(&place),
            Event::Scalar(text, style, ..) => self.scalar(&text, style, place),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse(&place, "an alias (`*…`)", "write out what the alias refers to, or put the text in quotes");
                self.add(Node { value: Value::Faulty, span: place });
            }
            Event::SequenceStart(..) => self.open(&place, Content::List(Vec::new())),
            Event::MappingStart(..) => {
                self.open(&place, Content::Mapping { entries: Vec::new(), seen: HashMap::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(&place),
            _ => {}
        }
    }

    fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        Span { file: self.file, bytes }
    }

    fn document(&mut self, place: &Span) {
        self.documents += 1;
        if self.documents == 2 {
            self.refuse(place, "a second document", "keep one document in a file: a resource each, without `---`");
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, mut span: Span) {
        let written = self.text.get(span.bytes.clone()).unwrap_or_default();
        span.bytes.end = span.bytes.start + written.trim_end().len();
        if self.key_is_next() {
            let key = self.scalar_key(text, style, span);
            self.key(key);
            return;
        }
        let value = match style {
            ScalarStyle::Plain => scalar::plain(text).unwrap_or_else(|scalar::Unrepresentable| {
                let message = format!("{} is a number that does not fit in 64 bits of JSON", code(text));
                let fault = Diagnostic::new("unsupported-yaml", message, &span, "too large, or not a JSON number");
                self.diagnostics.push(fault.help("put it in quotes if it is text; otherwise write a smaller number"));
                Value::Faulty
            }),
            _ => Value::Text(text.to_owned()),
        };
        self.add(Node { value, span });
    }

    fn scalar_key(&mut self, text: &str, style: ScalarStyle, span: Span) -> Read<Text> {
        if text == "<<" && style == ScalarStyle::Plain {
            self.refuse(&span, "a merge key (`<<`)", "write out what it would merge");
            return Err(Faulty);
        }
        // The parser shows a key that is not there as `~`.
        let text = if span.bytes.is_empty() { "" } else { text };
        Ok(Spanned { value: text.to_owned(), span })
    }

    fn key_is_next(&self) -> bool {
        matches!(self.open.last(), Some(Open { content: Content::Mapping { key: None, .. }, .. }))
    }

    /// Notes the key of the value that comes next.
    fn key(&mut self, text: Read<Text>) {
        if let Some(Open { content: Content::Mapping { key, .. }, .. }) = self.open.last_mut() {
            *key = Some(text);
        }
    }

    fn open(&mut self, place: &Span, content: Content) {
        self.open.push(Open { start: place.bytes.start, end: place.bytes.end, content });
    }

    /// Ends the innermost list or mapping.
    fn close(&mut self, place: &Span) {
        let Some(Open { start, end, content }) = self.open.pop() else { return };
        // The end of a block is reported where the next thing begins, so its last entry tells more.
        let is_flow = !place.bytes.is_empty();
        let span = self.span(start..if is_flow { place.bytes.end } else { end });
        let value = match content {
            Content::List(list) => Value::List(list),
            Content::Mapping { entries, .. } => Value::Mapping(entries),
        };
        self.add(Node { value, span });
    }

    /// Puts a finished node where it belongs.
    fn add(&mut self, node: Node) {
        if self.key_is_next() {
            if !matches!(node.value, Value::Faulty) {
                self.refuse(&node.span, "a list or mapping as a key", "write a text as the key, in quotes if need be");
            }
            self.key(Err(Faulty));
            return;
        }
        let Some(parent) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        parent.end = parent.end.max(node.span.bytes.end);
        match &mut parent.content {
            Content::List(list) => list.push(node),
            Content::Mapping { entries, seen, key } => {
                let Some(Ok(key)) = key.take() else { return };
                match seen.entry(key.value.clone()) {
                    hash_map::Entry::Vacant(vacant) => {
                        vacant.insert(entries.len());
                        entries.push(Entry { key, value: node });
                    }
                    hash_map::Entry::Occupied(first) => {
                        let first = entries[*first.get()].key.span.clone();
                        self.duplicate_key(&key, &first);
                    }
                }
            }
        }
    }

    fn duplicate_key(&mut self, key: &Text, first: &Span) {
        let message = format!("the key {} is written twice", code(&key.value));
        let fault = Diagnostic::new("duplicate-key", message, &key.span, "again here").label(first, "first here");
        self.diagnostics.push(fault.help("rename one of the two, or remove it"));
    }

    fn refuse(&mut self, span: &Span, what: &str, help: &str) {
        let message = format!("a description has no place for {what}");
        self.diagnostics.push(Diagnostic::new("unsupported-yaml", message, span, "not read").help(help));
    }
}
