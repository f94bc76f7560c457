//! YAML to a tree: one pass over the parser's events. What not every reader takes is for its tolerance to judge.
//!
//! Nothing here recurses, and the depth is limited.

use std::{borrow::Cow, ops::Range};

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StructureStyle, Tag};

use super::{
    entries::Stays,
    input::Input,
    layout,
    node::{Entry, Node, Spanned, Text, Value},
    syntax,
    tree::{Finished, Key, Kind, Next, TooDeep, Tree},
};
use crate::diag::{Diagnostic, Span};

/// What a reader makes of what goes beyond plain data.
pub(super) trait Tolerance {
    /// What the parser is to let through.
    fn options() -> Options;

    /// Whether to go on after the first document, for what is wrong in the others.
    fn goes_on(&mut self, second_document: &Span) -> bool;

    /// Sees what stands before a scalar, or before a list or mapping that begins there.
    fn properties(&mut self, properties: &Properties<'_>, kind: Option<Kind>, span: &Span);

    /// What a scalar means.
    fn value(&mut self, scalar: Scalar<'_>, span: &Span) -> Value;

    /// What kind of key `<<` is.
    fn merge_key(&mut self, span: &Span) -> Key;

    /// What kind of key a list, a mapping, or what an alias stands for is.
    fn key(&mut self, node: Node) -> Key;

    /// The mappings that `<<` merges.
    fn merged<'n>(&mut self, value: &'n Node) -> Vec<&'n [Entry]>;

    /// Which of two entries with one key stays.
    fn stays(&mut self, first: &Text, again: &Text) -> Stays;

    /// Sees a node that has an anchor.
    fn anchored(&mut self, anchor: usize, node: &Finished);

    /// What an alias stands for; there is no anchor if none has that name.
    fn alias(&mut self, anchor: Option<usize>, span: &Span) -> Result<Finished, Diagnostic>;
}

/// What stands before a node.
#[derive(Default)]
pub(super) struct Properties<'a> {
    /// The number of its anchor.
    pub(super) anchor: Option<usize>,
    pub(super) tag: Option<Tagged<'a>>,
}

/// A tag and where it is written.
pub(super) struct Tagged<'a> {
    pub(super) tag: Cow<'a, Tag>,
    pub(super) span: Span,
}

/// A scalar as the parser gives it.
pub(super) struct Scalar<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) style: ScalarStyle,
    pub(super) tag: Option<&'a Tagged<'a>>,
}

/// The tree of a text, which is `null` for an empty one, or why the text is no YAML.
pub(super) fn read<T: Tolerance>(input: &Input<'_>, tolerance: &mut T) -> Result<Node, Diagnostic> {
    let mut events = Events { input, tolerance, tree: Tree::default(), anchors: Vec::new(), read: 0 };
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(&input.text, T::options()) {
        let (event, place) = event.map_err(|error| events.give_up(&error))?;
        let bytes = place.byte_range().unwrap_or_default();
        if let Event::DocumentStart(is_written, _) = event {
            documents += 1;
            if documents == 2 && !events.tolerance.goes_on(&input.span(bytes.clone())) {
                break;
            }
            // Where the sign is not written, the parser gives the place of what comes first.
            if is_written {
                events.read = bytes.end;
            }
        }
        events.event(event, &place, bytes)?;
    }
    let nothing = Node { value: Value::Null, span: input.span(0..0) };
    Ok(events.tree.into_root().unwrap_or(nothing))
}

/// What is known while events come.
struct Events<'a, T> {
    input: &'a Input<'a>,
    tolerance: &'a mut T,
    tree: Tree,
    /// The anchors of lists and mappings whose end is yet to come.
    anchors: Vec<Option<usize>>,
    /// How far the text has been read.
    read: usize,
}

impl<T: Tolerance> Events<'_, T> {
    fn event(&mut self, event: Event<'_>, place: &granit_parser::Span, bytes: Range<usize>) -> Result<(), Diagnostic> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let properties = self.properties(anchor, tag, place);
                self.scalar(text, style, &properties, bytes);
            }
            Event::SequenceStart(style, anchor, tag) => {
                let properties = self.properties(anchor, tag, place);
                self.open(Kind::List, style, &properties, bytes)?;
            }
            Event::MappingStart(style, anchor, tag) => {
                let properties = self.properties(anchor, tag, place);
                self.open(Kind::Mapping, style, &properties, bytes)?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(bytes),
            Event::Alias(anchor) => self.alias(Some(anchor), bytes)?,
            Event::UnresolvedAlias(_) => self.alias(None, bytes)?,
            _ => {}
        }
        Ok(())
    }

    /// Ends what is open, for what is wrong in it, and says what is no YAML.
    fn give_up(&mut self, error: &ScanError) -> Diagnostic {
        while self.tree.innermost().is_some() {
            self.close(0..0);
        }
        syntax::not_yaml(error, self.input)
    }

    fn properties<'t>(&self, anchor: usize, tag: Option<Cow<'t, Tag>>, place: &granit_parser::Span) -> Properties<'t> {
        let span = place.tag_span().and_then(|span| span.byte_range()).unwrap_or_default();
        let tag = tag.map(|tag| Tagged { tag, span: self.input.span(span) });
        Properties { anchor: Some(anchor).filter(|anchor| *anchor > 0), tag }
    }

    /// The place of a node, which begins at its tag if it has one. The tolerance sees what stands before it.
    fn begin(&mut self, bytes: Range<usize>, kind: Option<Kind>, properties: &Properties<'_>) -> Span {
        let mut span = self.input.span(bytes);
        if properties.anchor.is_some() || properties.tag.is_some() {
            self.tolerance.properties(properties, kind, &span);
        }
        if let Some(tag) = &properties.tag {
            span.bytes.start = tag.span.bytes.start;
        }
        span
    }

    fn scalar(&mut self, text: Cow<'_, str>, style: ScalarStyle, properties: &Properties<'_>, bytes: Range<usize>) {
        let before = std::mem::replace(&mut self.read, bytes.end);
        // The parser shows what is not there as `~`.
        let is_there = !bytes.is_empty();
        let bytes = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => layout::block_scalar(&self.input.text, before, bytes, &text),
            _ => bytes,
        };
        let span = self.begin(bytes, None, properties);
        let scalar = Scalar { text, style, tag: properties.tag.as_ref() };
        if let Next::Key = self.tree.next() {
            let key = Spanned { value: if is_there { scalar.text.to_string() } else { String::new() }, span };
            self.scalar_key(scalar, properties.anchor, key);
            return;
        }
        let value = self.tolerance.value(scalar, &span);
        self.finish(Finished::leaf(Node { value, span }), properties.anchor);
        if !is_there {
            let end = layout::bare_key(&self.input.text, self.read);
            self.tree.reach(self.input.span(end..end).bytes.end);
        }
    }

    fn scalar_key(&mut self, scalar: Scalar<'_>, anchor: Option<usize>, key: Text) {
        if scalar.text == "<<" && scalar.style == ScalarStyle::Plain && scalar.tag.is_none() {
            let key = self.tolerance.merge_key(&key.span);
            self.tree.key(key);
            return;
        }
        if let Some(anchor) = anchor {
            let value = self.tolerance.value(scalar, &key.span);
            self.tolerance.anchored(anchor, &Finished::leaf(Node { value, span: key.span.clone() }));
        }
        self.tree.key(Key::Text(key));
    }

    fn open(
        &mut self,
        kind: Kind,
        style: StructureStyle,
        properties: &Properties<'_>,
        bytes: Range<usize>,
    ) -> Result<(), Diagnostic> {
        let is_value = self.tree.innermost() == Some(Kind::Mapping);
        let bytes = match (kind, style) {
            // Of a list that has the indentation of its key, the parser gives the place of the first item.
            (Kind::List, StructureStyle::Block) if is_value => {
                layout::block_list(&self.input.text, self.read, bytes.start)
            }
            _ => bytes,
        };
        self.read = bytes.end;
        let span = self.begin(bytes, Some(kind), properties);
        self.anchors.push(properties.anchor);
        self.tree.open(kind, span.clone()).map_err(|TooDeep| syntax::too_deep(&span))
    }

    /// Ends the innermost list or mapping.
    fn close(&mut self, bytes: Range<usize>) {
        // The end of a block is told where the next thing begins, so its last entry tells more.
        let mut end = None;
        if !bytes.is_empty() {
            self.read = bytes.end;
            end = Some(self.input.span(bytes).bytes.end);
        }
        let anchor = self.anchors.pop().flatten();
        let finished = self.tree.close(end, |first, again| self.tolerance.stays(first, again));
        if let Some(finished) = finished {
            self.finish(finished, anchor);
        }
    }

    fn alias(&mut self, anchor: Option<usize>, bytes: Range<usize>) -> Result<(), Diagnostic> {
        self.read = bytes.end;
        let span = self.input.span(bytes);
        let finished = self.tolerance.alias(anchor, &span)?;
        self.tree.fits(finished.depth).map_err(|TooDeep| syntax::too_deep(&span))?;
        self.add(finished);
        Ok(())
    }

    fn finish(&mut self, finished: Finished, anchor: Option<usize>) {
        if let Some(anchor) = anchor {
            self.tolerance.anchored(anchor, &finished);
        }
        self.add(finished);
    }

    /// Puts a finished node where it belongs.
    fn add(&mut self, finished: Finished) {
        match self.tree.next() {
            Next::Key => {
                let key = self.tolerance.key(finished.node);
                self.tree.key(key);
            }
            Next::Merge => self.tree.merge(&finished, &self.tolerance.merged(&finished.node)),
            Next::Value => self.tree.add(finished),
        }
    }
}
