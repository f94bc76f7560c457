//! The reader of descriptions in our own format.
//!
//! A description is plain data, so whatever makes YAML more than that (anchors, aliases, tags, merge keys, several
//! documents in a file) is refused.

use granit_parser::{Options, ScalarStyle};

use super::{
    entries::Stays,
    events::{self, Properties, Scalar, Tolerance},
    input::{self, Input},
    node::{Entry, Faulty, Node, Read, Text, Value},
    scalar::{self, Plain},
    tree::{Finished, Key, Kind},
};
use crate::diag::{Diagnostic, Diagnostics, Sources, Span, code};

/// How deep lists and mappings may nest, in each of YAML's two styles.
const DEEPEST: usize = 50;

/// The tree of a file in our own format, or what hinders; an empty file is `null`.
pub fn read_strictly(sources: &Sources, file: usize, diagnostics: &mut Diagnostics) -> Read<Node> {
    let text = &sources.files[file].text;
    let read = match input::first_unprintable(text) {
        Some((at, character)) => Err(unprintable(character, &Span { file, bytes: at..at + character.len_utf8() })),
        None => events::read(&Input::exact(text, file), &mut Strict { diagnostics }),
    };
    read.map_err(|fault| {
        diagnostics.push(fault);
        Faulty
    })
}

/// What the parser is to let through.
pub(super) fn options() -> Options {
    granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    }
}

fn unprintable(character: char, span: &Span) -> Diagnostic {
    let message = format!("this is not YAML: it holds the control character {}", character.escape_unicode());
    let fault = Diagnostic::new("yaml-syntax", message, span, "here");
    fault.help("remove it; a text in double quotes may hold it as an escape")
}

/// Plain data; everything else is a fault.
struct Strict<'a> {
    diagnostics: &'a mut Diagnostics,
}

impl Strict<'_> {
    fn refuse(&mut self, span: &Span, what: &str, help: &str) {
        let message = format!("a description has no place for {what}");
        self.diagnostics.push(Diagnostic::new("unsupported-yaml", message, span, "not read").help(help));
    }

    fn unrepresentable(&mut self, text: &str, span: &Span) -> Value {
        let message = format!("{} is a number that does not fit in 64 bits of JSON", code(text));
        let fault = Diagnostic::new("unsupported-yaml", message, span, "too large, or not a JSON number");
        self.diagnostics.push(fault.help("put it in quotes if it is text; otherwise write a smaller number"));
        Value::Faulty
    }
}

impl Tolerance for Strict<'_> {
    fn options() -> Options {
        options()
    }

    fn goes_on(&mut self, second_document: &Span) -> bool {
        self.refuse(
            second_document,
            "a second document",
            "keep one document in a file: a resource each, without `---`",
        );
        true
    }

    fn properties(&mut self, properties: &Properties<'_>, _: Option<Kind>, span: &Span) {
        if let Some(tag) = &properties.tag {
            self.refuse(&tag.span, "a tag (`!…`)", "remove the tag: quotes make a text, their absence the rest");
        }
        if properties.anchor.is_some() {
            self.refuse(span, "an anchor (`&…`)", "remove the anchor, and write out what referred to it");
        }
    }

    fn value(&mut self, scalar: Scalar<'_>, span: &Span) -> Value {
        if scalar.style != ScalarStyle::Plain {
            return Value::Text(scalar.text.into_owned());
        }
        match scalar::plain(&scalar.text) {
            Plain::Null => Value::Null,
            Plain::Boolean(value) => Value::Boolean(value),
            Plain::Number(number) if number.to_json().is_some() => Value::Number(number),
            Plain::Number(_) | Plain::Unrepresentable => self.unrepresentable(&scalar.text, span),
            Plain::Text => Value::Text(scalar.text.into_owned()),
        }
    }

    fn merge_key(&mut self, span: &Span) -> Key {
        self.refuse(span, "a merge key (`<<`)", "write out what it would merge");
        Key::Faulty
    }

    fn key(&mut self, node: Node) -> Key {
        if !matches!(node.value, Value::Faulty) {
            self.refuse(&node.span, "a list or mapping as a key", "write a text as the key, in quotes if need be");
        }
        Key::Faulty
    }

    fn merged<'n>(&mut self, _: &'n Node) -> Vec<&'n [Entry]> {
        Vec::new()
    }

    fn stays(&mut self, first: &Text, again: &Text) -> Stays {
        let message = format!("the key {} is written twice", code(&again.value));
        let fault = Diagnostic::new("duplicate-key", message, &again.span, "again here");
        self.diagnostics.push(fault.label(&first.span, "first here").help("rename one of the two, or remove it"));
        Stays::First
    }

    fn anchored(&mut self, _: usize, _: &Finished) {}

    fn alias(&mut self, _: Option<usize>, span: &Span) -> Result<Finished, Diagnostic> {
        self.refuse(span, "an alias (`*…`)", "write out what the alias refers to, or put the text in quotes");
        Ok(Finished::leaf(Node { value: Value::Faulty, span: span.clone() }))
    }
}
