//! Published documents in YAML, which go beyond plain data, within bounds.

use std::collections::HashMap;

use granit_parser::{Options, ScalarStyle};

use super::{
    entries::Stays,
    events::{self, Properties, Scalar, Tagged, Tolerance},
    input::Input,
    node::{Entry, Node, Spanned, Text, Value},
    remarks::Remarks,
    scalar::{self, Plain},
    tags,
    tree::{DEEPEST, Finished, Key, Kind},
};
use crate::diag::{Diagnostic, Span, code};

/// The memory that all aliases together would take if what they stand for was written out: 128 MiB.
const MOST_WRITTEN_OUT: usize = 128 << 20;

/// The tree of a text of YAML, or why it is none.
pub(super) fn read(input: &Input<'_>, remarks: &mut Remarks) -> Result<Node, Diagnostic> {
    events::read(input, &mut Lenient { remarks, anchors: HashMap::new(), written_out: 0 })
}

/// Of two entries with one key, the last one stays: what reads YAML or JSON elsewhere does so, or gives up.
pub(super) fn last_stays(first: &Text, again: &Text, remarks: &mut Remarks) -> Stays {
    let message = format!("the key {} is written twice, and the last one is read", code(&again.value));
    let remark = Diagnostic::remark("duplicate-key", message, &again.span, "read").label(&first.span, "passed over");
    remarks.add(remark.help("rename one of the two, or remove it"));
    Stays::Last
}

/// YAML with all that it has, as far as JSON could say it.
struct Lenient<'a> {
    remarks: &'a mut Remarks,
    /// What has an anchor and has come to its end, by the anchor's number.
    anchors: HashMap<usize, Finished>,
    /// The memory that aliases stand for so far.
    written_out: usize,
}

impl Lenient<'_> {
    fn remark(&mut self, rule: &'static str, message: impl Into<String>, span: &Span, label: &str, help: &str) {
        self.remarks.add(Diagnostic::remark(rule, message, span, label).help(help));
    }

    fn unknown_tag(&mut self, Tagged { span, .. }: &Tagged<'_>) {
        let help = "remove the tag if the value means the same without it, or write what it would make of it";
        self.remark("unknown-tag", "a tag is passed over", span, "not one of YAML that fits what it marks", help);
    }

    fn ambiguous(&mut self, text: &str, why: &str, span: &Span) {
        let message = format!("{} is read as text: {why}", code(text));
        let help = "put it in quotes if it is text; otherwise write the number as JSON does";
        self.remark("ambiguous-number", message, span, "text", help);
    }
}

impl Tolerance for Lenient<'_> {
    fn options() -> Options {
        granit_parser::options! {
            emit_unresolved_aliases: true,
            flow_nesting_limit: DEEPEST,
            block_nesting_limit: DEEPEST,
        }
    }

    fn goes_on(&mut self, second_document: &Span) -> bool {
        let message = "of several documents in a file, the first one is read";
        let help = "give each document a file of its own";
        self.remark("several-documents", message, second_document, "from here on nothing is read", help);
        false
    }

    fn properties(&mut self, properties: &Properties<'_>, kind: Option<Kind>, _: &Span) {
        if let (Some(tagged), Some(kind)) = (&properties.tag, kind)
            && !tags::fits(&tagged.tag, kind)
        {
            self.unknown_tag(tagged);
        }
    }

    fn value(&mut self, Scalar { text, style, tag }: Scalar<'_>, span: &Span) -> Value {
        if let Some(tagged) = tag {
            match tags::value(&tagged.tag, &text) {
                Some(value) => return value,
                None => self.unknown_tag(tagged),
            }
        }
        let meaning = if style == ScalarStyle::Plain { scalar::plain(&text) } else { Plain::Text };
        match meaning {
            Plain::Null => return Value::Null,
            Plain::Boolean(value) => return Value::Boolean(value),
            Plain::Number(_) if scalar::is_padded(&text) => {
                self.ambiguous(&text, "readers of YAML take it for different numbers", span);
            }
            Plain::Number(number) => return Value::Number(number),
            Plain::Unrepresentable => self.ambiguous(&text, "JSON has no such number", span),
            Plain::Text => {}
        }
        Value::Text(text.into_owned())
    }

    fn merge_key(&mut self, _: &Span) -> Key {
        Key::Merge
    }

    fn key(&mut self, Node { value, span }: Node) -> Key {
        let value = match value {
            Value::Null => "null".to_owned(),
            Value::Boolean(value) => value.to_string(),
            Value::Number(number) => number.as_str().to_owned(),
            Value::Text(text) => text,
            Value::List(_) | Value::Mapping(_) => {
                let message = "a list or mapping as a key is left out, and its value with it";
                let help = "write a text as the key, in quotes if need be";
                self.remark("invalid-key", message, &span, "not read", help);
                return Key::Faulty;
            }
            Value::Faulty => return Key::Faulty,
        };
        Key::Text(Spanned { value, span })
    }

    fn merged<'n>(&mut self, node: &'n Node) -> Vec<&'n [Entry]> {
        let nodes = if let Value::List(items) = &node.value { items } else { std::slice::from_ref(node) };
        let mut mappings = Vec::new();
        for node in nodes {
            match &node.value {
                Value::Mapping(entries) => mappings.push(&**entries),
                Value::Faulty => {}
                _ => {
                    let message = format!("`<<` merges mappings, and leaves out {}", node.kind());
                    let help = "let `<<` refer to a mapping, or to a list of them";
                    self.remark("invalid-merge", message, &node.span, "not read", help);
                }
            }
        }
        mappings
    }

    fn stays(&mut self, first: &Text, again: &Text) -> Stays {
        last_stays(first, again, self.remarks)
    }

    fn anchored(&mut self, anchor: usize, node: &Finished) {
        self.anchors.insert(anchor, node.clone());
    }

    fn alias(&mut self, anchor: Option<usize>, span: &Span) -> Result<Finished, Diagnostic> {
        let Some(finished) = anchor.and_then(|anchor| self.anchors.get(&anchor)) else {
            let why = if anchor.is_some() { "it would hold itself" } else { "no anchor before it has its name" };
            let message = format!("an alias is left out: {why}");
            let help = "write out what the alias refers to, or put the text in quotes";
            self.remark("unknown-alias", message, span, "not read", help);
            return Ok(Finished::leaf(Node { value: Value::Faulty, span: span.clone() }));
        };
        self.written_out += finished.weight;
        if self.written_out > MOST_WRITTEN_OUT {
            return Err(too_much(span));
        }
        let node = Node { value: finished.node.value.clone(), span: span.clone() };
        Ok(Finished { node, ..*finished })
    }
}

fn too_much(span: &Span) -> Diagnostic {
    let most = MOST_WRITTEN_OUT >> 20;
    let message = format!("the aliases of this file stand for more than {most} MiB");
    let fault = Diagnostic::new("unsupported-yaml", message, span, "no more than this is read");
    fault.help("use fewer aliases, above all such as refer to what has aliases in it")
}
