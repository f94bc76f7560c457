//! What stands on lines of its own.

use super::{
    flow,
    shape::{is_filled, may_flow, nests},
    texts::{self, Place},
};
use crate::yaml::{Content, Written};

/// What stands on one line ends before this column.
const WIDTH: usize = 140;
/// How far what is inside is moved in.
const STEP: usize = 2;

/// A whole file.
pub(super) fn file(root: Option<&Written>, after: &[String]) -> String {
    let mut printer = Printer::default();
    if let Some(root) = root {
        printer.root(root);
    }
    printer.lines(after, 0);
    printer.text
}

#[derive(Default)]
struct Printer {
    text: String,
}

impl Printer {
    fn line(&mut self, indent: usize, line: &str) {
        if !line.is_empty() {
            self.text.extend(std::iter::repeat_n(' ', indent));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    fn lines(&mut self, lines: impl IntoIterator<Item = impl AsRef<str>>, indent: usize) {
        for line in lines {
            self.line(indent, line.as_ref());
        }
    }

    fn root(&mut self, root: &Written) {
        if is_filled(&root.content) {
            self.lines(root.before.iter().chain(&root.beside), 0);
            self.inside(&root.content, 0, 0, false);
        } else {
            self.lines(beginning(root, 0, 0), 0);
            self.value("", root, 0, 0);
        }
    }

    /// What is in a list or mapping, each on lines of its own. What comes before the first may have been told already.
    fn inside(&mut self, content: &Content, indent: usize, level: usize, is_begun: bool) {
        let (Content::List(inside, end) | Content::Mapping(inside, end)) = content else { return };
        let mut before: Option<&Written> = None;
        for written in inside {
            if before.is_some_and(|before| are_parted(before, written, indent, level)) {
                self.line(0, "");
            }
            if !(is_begun && before.is_none()) {
                self.lines(beginning(written, indent, level), indent);
            }
            before = Some(written);
            match &written.key {
                Some(key) => self.value(&format!("{}:", texts::line(key, Place::Block)), written, indent, level + 1),
                None => self.item(written, indent, level),
            }
        }
        self.lines(end, indent);
    }

    /// `- value`, where what is in the value begins on the same line.
    fn item(&mut self, written: &Written, indent: usize, level: usize) {
        if !is_block(written, indent, level) {
            return self.value("-", written, indent, level);
        }
        let start = self.text.len() + indent;
        self.inside(&written.content, indent + STEP, level, true);
        self.text.replace_range(start..=start, "-");
    }

    /// A value behind `key:` or `-`.
    fn value(&mut self, head: &str, written: &Written, indent: usize, level: usize) {
        let beside = written.beside.as_deref().filter(|_| !comes_before(written)).unwrap_or_default();
        let column = indent + head.chars().count() + usize::from(!head.is_empty());
        if let Some(value) = on_line(written, column, level) {
            return self.line(indent, &joined(&[head, &value, beside]));
        }
        if let Some((sign, lines)) = block_of(&written.content) {
            self.line(indent, &joined(&[head, sign, beside]));
            return self.lines(lines, indent + STEP);
        }
        self.line(indent, &joined(&[head, beside]));
        self.inside(&written.content, indent + STEP, level, false);
    }
}

/// What stands beside each other, with a space between.
fn joined(parts: &[&str]) -> String {
    let filled: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    filled.join(" ")
}

/// The sign and the lines of a text that stands on lines of its own.
fn block_of(content: &Content) -> Option<(&str, Vec<&str>)> {
    match content {
        Content::Folded(sign, lines) => Some((sign, lines.iter().map(String::as_str).collect())),
        Content::Text(text) => texts::block(text),
        _ => None,
    }
}

/// Whether the comment beside something comes before it: behind the sign of a text without a key, a comment would belong to
/// what comes before the text.
fn comes_before(written: &Written) -> bool {
    written.key.is_none() && block_of(&written.content).is_some()
}

/// Whether an empty line stands between two entries: around the sections of a file and before keys that have comments there, and
/// between the items of a section that are more than a list of keys.
fn are_parted(one: &Written, other: &Written, indent: usize, level: usize) -> bool {
    let is_section = |it: &Written| it.key.is_some() && is_block(it, indent, level);
    match level {
        0 => is_section(one) || is_section(other) || other.key.is_some() && !other.before.is_empty(),
        1 => [one, other].iter().all(|it| is_section(it) && nests(&it.content)),
        _ => false,
    }
}

/// Whether an entry or item is a list or mapping on lines of its own.
fn is_block(written: &Written, indent: usize, level: usize) -> bool {
    let (head, level) = match &written.key {
        Some(key) => (texts::line(key, Place::Block).chars().count() + 2, level + 1),
        None => (2, level),
    };
    is_filled(&written.content) && on_line(written, indent + head, level).is_none()
}

/// The comments before an entry or item. Between the sign of an item and what begins in it there is no place for comments, so
/// they come before it.
fn beginning(written: &Written, indent: usize, level: usize) -> Vec<&str> {
    let mut comments: Vec<&str> = written.before.iter().map(String::as_str).collect();
    comments.extend(written.beside.as_deref().filter(|_| comes_before(written)));
    let inside = match &written.content {
        Content::List(inside, _) | Content::Mapping(inside, _) if written.key.is_none() => inside.first(),
        _ => None,
    };
    if let Some(first) = inside.filter(|_| is_block(written, indent, level)) {
        comments.extend(written.beside.as_deref());
        comments.extend(beginning(first, indent + STEP, level));
    }
    comments
}

/// What can stand on one line from a column on.
fn on_line(written: &Written, column: usize, level: usize) -> Option<String> {
    match &written.content {
        content if block_of(content).is_some() => None,
        Content::List(..) | Content::Mapping(..) => {
            let line = may_flow(&written.content, level).then(|| flow::content(&written.content, Place::Block))?;
            (column + line.chars().count() <= WIDTH || !is_filled(&written.content)).then_some(line)
        }
        Content::Nothing if written.key.is_none() => Some(flow::NOTHING.to_owned()),
        content => Some(flow::content(content, Place::Block)),
    }
}
