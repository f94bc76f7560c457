//! The normal form of a text: nothing empty, headings that fit below those of the tool, and a first paragraph that can
//! stand for the whole in a list.

use pulldown_cmark::Alignment;

use super::node::{Kind, Node};
use super::read::{Tree, read};
use super::{inline, lists, sentence, write};

/// The level of the highest headings of a text. Those of the tool are higher, in documentation and in the README.
const HIGHEST_HEADING: u8 = 3;
const LOWEST_HEADING: u8 = 6;
/// The greatest number that an item of a list can have.
const GREATEST_NUMBER: u64 = 999_999_999;
/// The most bytes of a first paragraph, by `clippy::too_long_first_doc_paragraph`, which counts its end too.
pub(super) const LONGEST_FIRST: usize = 199;

/// The normal form of a text with words of the tool before it. What is no text to readers is shown as it is written.
pub(super) fn document(lead: &str, text: &str) -> Node {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut blocks = tidied(read(&text).children);
    if blocks.is_empty() {
        blocks = tidied(as_written(&text).children);
    }
    if !lead.is_empty() {
        begin(lead, &mut blocks);
    }
    lower_headings(&mut blocks);
    shorten_first(&mut blocks);
    Node { kind: Kind::Document, children: blocks }
}

/// A text that means nothing, such as a comment alone, in one paragraph.
fn as_written(text: &str) -> Node {
    let mut tree = Tree::new();
    for line in text.lines() {
        tree.text(line, 1);
        tree.leaf(Kind::SoftBreak, 1);
    }
    tree.finish()
}

/// Puts words before the first ones.
fn begin(lead: &str, blocks: &mut Vec<Node>) {
    match blocks.first_mut() {
        Some(Node { kind: Kind::Paragraph, children }) => {
            let words = std::mem::take(children);
            *children = inline::tidied(std::iter::once(Node::text(lead)).chain(words).collect());
        }
        _ => blocks.insert(0, Node { kind: Kind::Paragraph, children: vec![Node::text(lead.trim_end())] }),
    }
}

/// Blocks in their normal form. Lines stand between two of them only.
fn tidied(blocks: Vec<Node>) -> Vec<Node> {
    let mut tidied: Vec<Node> = Vec::new();
    for block in blocks.into_iter().filter_map(tidied_block) {
        let is_first_of_two = tidied.last().is_some_and(|last| last.kind != Kind::Rule);
        if block.kind != Kind::Rule || is_first_of_two {
            tidied.push(block);
        }
    }
    tidied.pop_if(|last| last.kind == Kind::Rule);
    tidied
}

/// A block in its normal form, if there is anything in it.
fn tidied_block(block: Node) -> Option<Node> {
    let Node { kind, children } = block;
    match kind {
        Kind::Rule => Some(kind.into()),
        Kind::CodeBlock { language, text } => code_block(language, &text),
        Kind::Table(alignments) => table(alignments, children),
        Kind::Paragraph => filled(kind, inline::tidied(children)),
        Kind::Heading(_) => filled(kind, inline::on_one_line(children)),
        Kind::List(first) => {
            let mut items = tidied(children);
            if lists::is_wide(&items) {
                items.iter_mut().for_each(spell_task);
            }
            let first = first.map(|first| first.min(GREATEST_NUMBER.saturating_sub(items.len() as u64)));
            filled(Kind::List(first), items)
        }
        Kind::Item(_) => {
            let mut item = Node { kind, children: tidied(children) };
            if item.children.first().is_none_or(|first| first.kind != Kind::Paragraph) {
                spell_task(&mut item);
            }
            filled(item.kind, item.children)
        }
        kind => filled(kind, tidied(children)),
    }
}

/// Puts the mark of a task into words: no text follows that it could stand before, or, in a list with empty lines,
/// `clippy::doc_lazy_continuation` wants lines to begin below the text, where they would be code.
fn spell_task(item: &mut Node) {
    if let Kind::Item(Some(is_done)) = std::mem::replace(&mut item.kind, Kind::Item(None)) {
        begin(if is_done { "[x] " } else { "[ ] " }, &mut item.children);
    }
}

fn filled(kind: Kind, children: Vec<Node>) -> Option<Node> {
    (!children.is_empty()).then_some(Node { kind, children })
}

/// Code without empty lines around it, and without spaces that nobody sees.
fn code_block(language: String, text: &str) -> Option<Node> {
    let mut lines: Vec<&str> = text.lines().map(str::trim_end).skip_while(|line| line.is_empty()).collect();
    while lines.pop_if(|line| line.is_empty()).is_some() {}
    (!lines.is_empty()).then(|| Kind::CodeBlock { language, text: lines.join("\n") }.into())
}

/// A table of which all rows have the same number of cells.
fn table(mut alignments: Vec<Alignment>, rows: Vec<Node>) -> Option<Node> {
    let cell = |cell: Node| Node { kind: Kind::Cell, children: inline::on_one_line(cell.children) };
    let row = |row: Node| filled(Kind::Row, row.children.into_iter().map(cell).collect());
    let mut rows: Vec<Node> = rows.into_iter().filter_map(row).collect();
    if rows.iter().flat_map(|row| &row.children).all(|cell| cell.children.is_empty()) {
        return None;
    }
    let width = rows.iter().map(|row| row.children.len()).max()?;
    alignments.resize(width, Alignment::None);
    for row in &mut rows {
        row.children.resize(width, Kind::Cell.into());
    }
    Some(Node { kind: Kind::Table(alignments), children: rows })
}

/// Moves all headings, so that the highest one has the highest level that is left to them.
fn lower_headings(blocks: &mut [Node]) {
    let mut levels = Vec::new();
    for_each_heading(blocks, &mut |level| levels.push(*level));
    if let Some(highest) = levels.into_iter().min() {
        for_each_heading(blocks, &mut |level| *level = (*level - highest + HIGHEST_HEADING).min(LOWEST_HEADING));
    }
}

fn for_each_heading(blocks: &mut [Node], act: &mut impl FnMut(&mut u8)) {
    for block in blocks {
        if let Kind::Heading(level) = &mut block.kind {
            act(level);
        }
        for_each_heading(&mut block.children, act);
    }
}

/// Makes the first sentence a paragraph of its own where the first paragraph is long.
fn shorten_first(blocks: &mut Vec<Node>) {
    let Some(index) = blocks.iter().position(|block| block.kind == Kind::Paragraph) else { return };
    let children = &mut blocks[index].children;
    if write::inlines(children).len() <= LONGEST_FIRST {
        return;
    }
    if let Some((first, rest)) = sentence::split(children)
        && write::inlines(&first).len() <= LONGEST_FIRST
    {
        *children = first;
        blocks.insert(index + 1, Node { kind: Kind::Paragraph, children: rest });
    }
}
