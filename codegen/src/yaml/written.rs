//! A text as a tree with all that its layout says: comments, and how texts are written.

use std::{iter, ops::Range};

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::{
    comments::{self, Comment},
    layout, scalar, strict,
};
use crate::diag::is_hidden;

/// Something written, with the comments around it.
#[derive(Debug, Default)]
pub(crate) struct Written {
    /// Comments on lines of their own before it.
    pub(crate) before: Vec<String>,
    /// Its key, if it is an entry of a mapping.
    pub(crate) key: Option<String>,
    /// What it is.
    pub(crate) content: Content,
    /// A comment on its line.
    pub(crate) beside: Option<String>,
}

/// What is written.
#[derive(Debug, Default)]
pub(crate) enum Content {
    /// Nothing.
    #[default]
    Nothing,
    /// A text, in whatever quotes, or in lines behind a `|`.
    Text(String),
    /// A text in lines behind a `>`: its sign, and the lines as they are written, without their common indentation.
    Folded(String, Vec<String>),
    /// What is no text: a number, `true`, `null`.
    Other(String),
    /// A list, and the comments after its last item.
    List(Vec<Written>, Vec<String>),
    /// A mapping, and the comments after its last entry.
    Mapping(Vec<Written>, Vec<String>),
}

/// All of a text, which is known to be plain data: what stands in it, and the comments after that.
pub(crate) fn read(text: &str) -> (Option<Written>, Vec<String>) {
    let events = Parser::new_from_str_with_options(text, strict::options()).map_while(Result::ok);
    let tokens: Vec<Token> = events.filter_map(|(event, span)| token(text, event, &span)).collect();
    let mut reader = Reader { text, read: 0, frames: Vec::new(), waiting: Vec::new(), root: None };
    for (index, token) in tokens.iter().enumerate() {
        let next = tokens[index..].iter().find_map(Token::start).unwrap_or(text.len());
        reader.take(token, next);
    }
    reader.gather(text.len());
    let after = reader.waiting.drain(..).map(|comment| comment.text);
    match reader.root {
        Some(Written { content: Content::Nothing, before, beside, .. }) => {
            (None, before.into_iter().chain(beside).chain(after).collect())
        }
        root => (root, after.collect()),
    }
}

/// What an event of the parser is to a layout.
enum Token {
    Scalar { content: Content, key: String, bytes: Range<usize> },
    Open { is_list: bool, is_block: bool, bytes: Range<usize> },
    Close { is_block: bool, bytes: Range<usize> },
}

impl Token {
    /// Where it begins. The end of a block has no sign.
    fn start(&self) -> Option<usize> {
        match self {
            Self::Scalar { bytes, .. } | Self::Open { bytes, .. } | Self::Close { is_block: false, bytes } => {
                Some(bytes.start)
            }
            Self::Close { is_block: true, .. } => None,
        }
    }
}

fn token(text: &str, event: Event<'_>, span: &granit_parser::Span) -> Option<Token> {
    let bytes = span.byte_range().unwrap_or_default();
    Some(match event {
        Event::Scalar(value, style, ..) => {
            // The parser shows what is not there as `~`.
            let key = if bytes.is_empty() && style == ScalarStyle::Plain { String::new() } else { value.to_string() };
            Token::Scalar { content: content(text, &value, style, &bytes), key, bytes }
        }
        Event::SequenceStart(style, ..) => {
            Token::Open { is_list: true, is_block: style == StructureStyle::Block, bytes }
        }
        Event::MappingStart(style, ..) => {
            Token::Open { is_list: false, is_block: style == StructureStyle::Block, bytes }
        }
        Event::SequenceEnd | Event::MappingEnd => Token::Close { is_block: bytes.is_empty(), bytes },
        _ => return None,
    })
}

fn content(text: &str, value: &str, style: ScalarStyle, bytes: &Range<usize>) -> Content {
    match style {
        ScalarStyle::Plain if bytes.is_empty() => Content::Nothing,
        ScalarStyle::Plain if scalar::looks_like(value).is_some() => Content::Other(value.to_owned()),
        ScalarStyle::Folded => folded(text, value, bytes),
        _ => Content::Text(value.to_owned()),
    }
}

/// The lines of a text behind `>`, of which those that are empty at its end count only if they are kept.
fn folded(text: &str, value: &str, bytes: &Range<usize>) -> Content {
    let start = comments::line_start(text, bytes.start);
    let written = text[start..bytes.end].replace("\r\n", "\n");
    // Empty lines at its beginning may be in its place or before it.
    let lines: Vec<&str> = written.split(['\n', '\r']).skip_while(|line| line.trim().is_empty()).collect();
    let indent = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let Some(common) = filled.map(indent).min().filter(|_| !value.is_empty()) else {
        return Content::Text(value.to_owned());
    };
    let begins_deeper = lines.first().is_some_and(|line| indent(line) > common);
    let empty_ones = value.len() - value.trim_start_matches('\n').len();
    let lines = lines.iter().map(|line| line.get(common..).unwrap_or_default());
    let mut lines: Vec<String> = iter::repeat_n("", empty_ones).chain(lines).map(str::to_owned).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let ends = value.len() - value.trim_end_matches('\n').len();
    // What readers do not see, and a text that is all of a file, needs quotes.
    let is_odd = common == 0 || value.chars().any(|character| character != '\n' && is_hidden(character));
    match ends {
        _ if begins_deeper || is_odd => Content::Text(value.to_owned()),
        0 => Content::Folded(">-".to_owned(), lines),
        1 => Content::Folded(">".to_owned(), lines),
        _ => Content::Text(value.to_owned()),
    }
}

/// A list or mapping whose end is yet to come.
struct Frame {
    is_list: bool,
    /// The column of what is in it, if it is a block: comments that stand as far in belong to it.
    column: Option<usize>,
    inside: Vec<Written>,
    /// What it is itself.
    holder: Written,
    /// The entry whose value is yet to come.
    entry: Option<Written>,
}

struct Reader<'a> {
    text: &'a str,
    /// How far the text has been read.
    read: usize,
    frames: Vec<Frame>,
    /// Comments on lines of their own, of which nobody knows yet to what they belong.
    waiting: Vec<Comment>,
    root: Option<Written>,
}

impl Reader<'_> {
    fn take(&mut self, token: &Token, next: usize) {
        let before = self.read;
        self.gather(next);
        match token {
            Token::Scalar { content, key, bytes } => {
                self.read = self.read.max(bytes.end);
                self.scalar(content, key);
            }
            Token::Open { is_list, is_block, bytes } => {
                self.read = self.read.max(if *is_block { bytes.start } else { bytes.end });
                self.open(*is_list, is_block.then(|| self.block_start(*is_list, before, bytes.start)));
            }
            Token::Close { is_block, bytes } => {
                if !is_block {
                    self.read = bytes.end;
                }
                self.close();
            }
        }
    }

    /// Takes the comments up to the next thing that is none. One that stands on the line of what was read last belongs to it.
    fn gather(&mut self, next: usize) {
        let gap = self.read..next.max(self.read);
        // Behind the lines of a text, another line has begun.
        let before = self.text[..gap.start].trim_end_matches([' ', '\t']);
        let is_new_line = before.is_empty() || before.ends_with(['\n', '\r']);
        for comment in comments::between(self.text, gap.clone()) {
            let is_beside = !is_new_line && !self.text[gap.start..comment.start].contains(['\n', '\r']);
            match self.last().filter(|_| is_beside) {
                Some(last) => {
                    let earlier = last.beside.replace(comment.text);
                    last.before.extend(earlier);
                }
                None => self.waiting.push(comment),
            }
        }
        self.read = gap.end;
    }

    /// What was read last.
    fn last(&mut self) -> Option<&mut Written> {
        match self.frames.last_mut() {
            None => self.root.as_mut(),
            Some(Frame { entry: Some(entry), .. }) => Some(entry),
            Some(Frame { inside, holder, .. }) => Some(inside.last_mut().unwrap_or(holder)),
        }
    }

    /// The comments that wait.
    fn waiting(&mut self) -> impl Iterator<Item = String> {
        self.waiting.drain(..).map(|comment| comment.text)
    }

    fn scalar(&mut self, content: &Content, key: &str) {
        let before: Vec<String> = self.waiting().collect();
        if let Some(Frame { is_list: false, entry: entry @ None, .. }) = self.frames.last_mut() {
            *entry = Some(Written { before, key: Some(key.to_owned()), ..Written::default() });
            return;
        }
        let mut written = self.holder();
        if !before.is_empty() {
            written.before.extend(written.beside.take());
            written.before.extend(before);
        }
        written.content = content.again();
        self.put(written);
    }

    /// What the next list, mapping or scalar belongs to: an entry whose key was read, or a new item.
    fn holder(&mut self) -> Written {
        let entry = self.frames.last_mut().and_then(|frame| frame.entry.take());
        entry.unwrap_or_default()
    }

    fn open(&mut self, is_list: bool, block: Option<usize>) {
        let column = block.map(|start| self.column(is_list, start));
        let holder = self.holder();
        self.frames.push(Frame { is_list, column, inside: Vec::new(), holder, entry: None });
    }

    /// Where a block begins. Of a list that is the value of a key, the parser may give the place of the first item.
    fn block_start(&self, is_list: bool, before: usize, start: usize) -> usize {
        let is_value = self.frames.last().is_some_and(|frame| frame.entry.is_some());
        if is_list && is_value { layout::block_list(self.text, before, start).start } else { start }
    }

    /// How far in a comment must stand to belong to a block that begins here.
    fn column(&self, is_list: bool, start: usize) -> usize {
        let line = comments::line_start(self.text, start);
        let own = self.text[line..start].chars().count();
        // Items may have the indentation of their key, and a comment there belongs to what comes after them.
        let around = self.frames.last().and_then(|frame| frame.column);
        if is_list && around == Some(own) { own + 1 } else { own }
    }

    fn close(&mut self) {
        let Some(Frame { is_list, column, inside, mut holder, .. }) = self.frames.pop() else { return };
        let is_its_own = |comment: &Comment| column.is_none_or(|column| comment.column >= column);
        let count = self.waiting.iter().take_while(|comment| is_its_own(comment)).count();
        let mut end = self.waiting.drain(..count).map(|comment| comment.text).collect();
        if inside.is_empty() {
            holder.before.append(&mut end);
        }
        holder.content = if is_list { Content::List(inside, end) } else { Content::Mapping(inside, end) };
        self.put(holder);
    }

    /// Puts what is complete where it belongs.
    fn put(&mut self, written: Written) {
        match self.frames.last_mut() {
            Some(frame) => frame.inside.push(written),
            None => self.root = Some(written),
        }
    }
}

impl Content {
    /// The same once more; lists and mappings are never asked for it.
    fn again(&self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text.clone()),
            Self::Folded(sign, lines) => Self::Folded(sign.clone(), lines.clone()),
            Self::Other(text) => Self::Other(text.clone()),
            Self::Nothing | Self::List(..) | Self::Mapping(..) => Self::Nothing,
        }
    }
}
