//! JSON to a tree.
//!
//! Nothing here recurses, and the depth is limited.

use std::ops::Range;

use super::{
    input::Input,
    json_text::{JsonText, Wrong},
    json_tokens::{BYTE_ORDER_MARK, Token, Tokens, WHITE_SPACE},
    lenient,
    node::{Node, Spanned, Value},
    remarks::Remarks,
    syntax,
    tree::{Finished, Key, Kind, TooDeep, Tree},
};
use crate::diag::Diagnostic;

/// Whether a text begins as documents in JSON do. It may be YAML all the same.
pub(super) fn is_likely(text: &str) -> bool {
    text.trim_start_matches(BYTE_ORDER_MARK).trim_start_matches(WHITE_SPACE).starts_with(['{', '['])
}

/// The tree of a text of JSON, or why it is none.
pub(super) fn read(input: &Input<'_>, remarks: &mut Remarks) -> Result<Node, Diagnostic> {
    let mut json = Json { input, tree: Tree::default(), remarks, expects: Expects::Value };
    let mut tokens = Tokens::new(&input.text);
    loop {
        let (token, bytes) = tokens.next().map_err(|wrong| json.not_json(wrong))?;
        if let (Token::End, Expects::End) = (&token, json.expects) {
            break;
        }
        json.token(token, bytes)?;
    }
    let nothing = Node { value: Value::Null, span: input.span(0..0) };
    Ok(json.tree.into_root().unwrap_or(nothing))
}

/// What may come next.
#[derive(Clone, Copy)]
enum Expects {
    Value,
    ItemOrEnd,
    Key,
    KeyOrEnd,
    Colon,
    CommaOrEnd,
    /// The end of the text.
    End,
}

struct Json<'a> {
    input: &'a Input<'a>,
    tree: Tree,
    remarks: &'a mut Remarks,
    expects: Expects,
}

impl Json<'_> {
    fn token(&mut self, token: Token, bytes: Range<usize>) -> Result<(), Diagnostic> {
        use Expects::{Colon, CommaOrEnd, ItemOrEnd, KeyOrEnd};
        self.expects = match (self.expects, token) {
            (Expects::Value | ItemOrEnd, Token::Scalar(value)) => self.add(value, bytes),
            (Expects::Value | ItemOrEnd, Token::Text(text)) => {
                let text = self.text(text, &bytes);
                self.add(Value::Text(text), bytes)
            }
            (Expects::Value | ItemOrEnd, Token::Open(kind)) => self.open(kind, bytes)?,
            (Expects::Key | KeyOrEnd, Token::Text(text)) => {
                let value = self.text(text, &bytes);
                self.tree.key(Key::Text(Spanned { value, span: self.input.span(bytes) }));
                Colon
            }
            (Colon, Token::Colon) => Expects::Value,
            (CommaOrEnd, Token::Comma) => self.after_comma(),
            (ItemOrEnd | KeyOrEnd | CommaOrEnd, Token::Close(kind)) if self.is_in(kind) => self.close(bytes.end),
            _ => return Err(self.not_json(self.missing(bytes))),
        };
        Ok(())
    }

    fn is_in(&self, kind: Kind) -> bool {
        self.tree.innermost() == Some(kind)
    }

    fn open(&mut self, kind: Kind, bytes: Range<usize>) -> Result<Expects, Diagnostic> {
        let span = self.input.span(bytes);
        self.tree.open(kind, span.clone()).map_err(|TooDeep| syntax::too_deep(&span))?;
        Ok(match kind {
            Kind::List => Expects::ItemOrEnd,
            Kind::Mapping => Expects::KeyOrEnd,
        })
    }

    fn add(&mut self, value: Value, bytes: Range<usize>) -> Expects {
        let span = self.input.span(bytes);
        self.tree.add(Finished::leaf(Node { value, span }));
        self.after_value()
    }

    fn close(&mut self, end: usize) -> Expects {
        let end = self.input.span(end..end).bytes.end;
        let stays = |first: &_, again: &_| lenient::last_stays(first, again, self.remarks);
        if let Some(finished) = self.tree.close(Some(end), stays) {
            self.tree.add(finished);
        }
        self.after_value()
    }

    fn after_comma(&self) -> Expects {
        if self.is_in(Kind::Mapping) { Expects::Key } else { Expects::Value }
    }

    fn after_value(&self) -> Expects {
        if self.tree.innermost().is_some() { Expects::CommaOrEnd } else { Expects::End }
    }

    /// The text, with remarks on what is loose in it.
    fn text(&mut self, JsonText { text, is_raw, is_halved }: JsonText, bytes: &Range<usize>) -> String {
        if is_raw {
            let message = "a line break or tab in a text of JSON is read as it stands";
            let remark = Diagnostic::remark("loose-json", message, &self.input.span(bytes.clone()), "in here");
            self.remarks.add(remark.help("write `\\n` for a line break and `\\t` for a tab"));
        }
        if is_halved {
            let message = "half of a surrogate pair is read as U+FFFD";
            let remark =
                Diagnostic::remark("unprintable-character", message, &self.input.span(bytes.clone()), "in here");
            self.remarks.add(remark.help("write both halves, one after the other, or the character itself"));
        }
        text
    }

    /// What is there in place of what is expected.
    fn missing(&self, bytes: Range<usize>) -> Wrong {
        let (what, help) = match self.expects {
            Expects::Value | Expects::ItemOrEnd => ("a value is missing", "write a value, or remove what asks for one"),
            Expects::Key | Expects::KeyOrEnd => {
                ("a key is missing", "write a key in double quotes, or remove the comma")
            }
            Expects::Colon => ("a `:` is missing", "write `:` between a key and its value"),
            Expects::CommaOrEnd if self.is_in(Kind::List) => ("`,` or `]` is missing", syntax::ENDS_AND_COMMAS),
            Expects::CommaOrEnd => ("`,` or `}` is missing", syntax::ENDS_AND_COMMAS),
            Expects::End => ("something follows the end", "keep one document in a file"),
        };
        Wrong { bytes, what, help }
    }

    fn not_json(&self, Wrong { bytes, what, help }: Wrong) -> Diagnostic {
        let message = format!("this is not JSON: {what}");
        Diagnostic::new("yaml-syntax", message, &self.input.span(bytes), "here").help(help)
    }
}
