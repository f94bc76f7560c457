//! Writes a tree in its normal form as Markdown, line by line.

pub(super) mod escape;

use escape::code;
use pulldown_cmark::Alignment;

use super::lists;
use super::node::{Kind, Node, Style};

/// The lines of a document.
pub(crate) fn lines(document: &Node) -> Vec<String> {
    blocks(&document.children, true)
}

/// What stands within a paragraph or a heading.
pub(crate) fn inlines(nodes: &[Node]) -> String {
    let mut inlines = Inlines { text: String::new(), is_cell: false };
    inlines.add(nodes);
    inlines.text
}

/// Blocks one after the other; `is_wide` if there is an empty line between any two.
fn blocks(nodes: &[Node], is_wide: bool) -> Vec<String> {
    let mut lines = Vec::new();
    // A list right behind one of its kind takes another marker, so as not to become one with it.
    let mut has_other_marker = false;
    for (index, node) in nodes.iter().enumerate() {
        if index > 0 && is_wide {
            lines.push(String::new());
        }
        let before = index.checked_sub(1).map(|index| &nodes[index].kind);
        has_other_marker = !has_other_marker && before.is_some_and(|before| is_same_list(before, &node.kind));
        match &node.kind {
            Kind::Heading(level) => {
                let text = escape::heading(&inlines(&node.children));
                lines.push(format!("{} {text}", "#".repeat(usize::from(*level))));
            }
            Kind::Quote => {
                let quoted = |line: String| if line.is_empty() { ">".to_owned() } else { format!("> {line}") };
                lines.extend(blocks(&node.children, true).into_iter().map(quoted));
            }
            Kind::List(first) => lines.extend(list(*first, has_other_marker, &node.children)),
            Kind::CodeBlock { language, text } => lines.extend(code_block(language, text)),
            Kind::Table(alignments) => lines.extend(table(alignments, &node.children)),
            Kind::Rule => lines.push("---".to_owned()),
            _ => lines.extend(paragraph(&node.children)),
        }
    }
    lines
}

fn paragraph(nodes: &[Node]) -> Vec<String> {
    inlines(nodes).lines().map(|line| escape::line(line.trim())).collect()
}

fn is_same_list(before: &Kind, this: &Kind) -> bool {
    matches!((before, this), (Kind::List(before), Kind::List(this)) if before.is_some() == this.is_some())
}

fn list(first: Option<u64>, has_other_marker: bool, items: &[Node]) -> Vec<String> {
    let is_wide = lists::is_wide(items);
    let mut lines = Vec::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 && is_wide {
            lines.push(String::new());
        }
        let marker = match (first, has_other_marker) {
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
            (Some(first), false) => format!("{}. ", first + index as u64),
            (Some(first), true) => format!("{}) ", first + index as u64),
        };
        let task = match item.kind {
            Kind::Item(Some(true)) => "[x] ",
            Kind::Item(Some(false)) => "[ ] ",
            _ => "",
        };
        for (index, line) in blocks(&item.children, is_wide).into_iter().enumerate() {
            lines.push(match (index, line.is_empty()) {
                (0, _) => format!("{marker}{task}{line}"),
                (_, true) => line,
                (_, false) => format!("{:width$}{line}", "", width = marker.len()),
            });
        }
    }
    lines
}

fn code_block(language: &str, text: &str) -> Vec<String> {
    let longest_run = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest_run.max(2) + 1);
    let mut lines = vec![format!("{fence}{language}")];
    lines.extend(text.lines().map(str::to_owned));
    lines.push(fence);
    lines
}

fn table(alignments: &[Alignment], rows: &[Node]) -> Vec<String> {
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    let rule = alignments.iter().map(|alignment| match alignment {
        Alignment::None => "---|",
        Alignment::Left => ":--|",
        Alignment::Center => ":-:|",
        Alignment::Right => "--:|",
    });
    lines.insert(1, std::iter::once("|").chain(rule).collect());
    lines
}

fn row(row: &Node) -> String {
    let cells = row.children.iter().map(|cell| {
        let mut inlines = Inlines { text: " ".to_owned(), is_cell: true };
        inlines.add(&cell.children);
        if cell.children.is_empty() { " |".to_owned() } else { inlines.text + " |" }
    });
    std::iter::once("|".to_owned()).chain(cells).collect()
}

/// What stands within lines.
struct Inlines {
    text: String,
    is_cell: bool,
}

impl Inlines {
    fn add(&mut self, nodes: &[Node]) {
        for Node { kind, children } in nodes {
            match kind {
                Kind::Text(words) => escape::words(words, &mut self.text),
                // Even in code, a bar would end the cell.
                Kind::Code(words) if self.is_cell => self.text += &code(words).replace('|', "\\|"),
                Kind::Code(words) => self.text += &code(words),
                Kind::SoftBreak => self.text.push('\n'),
                Kind::HardBreak => self.text += "\\\n",
                Kind::Link(url) => self.add_link(url, children),
                Kind::Style(style) => {
                    let mark = mark(*style);
                    self.text += mark;
                    self.add(children);
                    self.text += mark;
                }
                _ => {}
            }
        }
    }

    fn add_link(&mut self, url: &str, label: &[Node]) {
        if matches!(label, [Node { kind: Kind::Text(label), .. }] if label == url && url.starts_with("http")) {
            self.text.extend(["<", url, ">"]);
            return;
        }
        // Otherwise it would be a picture.
        if self.text.ends_with('!') {
            self.text.insert(self.text.len() - 1, '\\');
        }
        self.text.push('[');
        self.add(label);
        self.text.extend(["](<", url, ">)"]);
    }
}

fn mark(style: Style) -> &'static str {
    match style {
        Style::Emphasis => "_",
        Style::Strong => "**",
        Style::Strikethrough => "~~",
    }
}
