//! Reads Markdown as people write it, with the tables, tasks, footnotes and alerts of GitHub.

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::tree::{Floor, Tree};
use super::{html, languages};
use crate::rust::docs::node::{Kind, Node, Style};
use crate::rust::docs::urls;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_GFM);

/// The tree of a text.
pub(crate) fn read(text: &str) -> Node {
    let mut reader = Reader { tree: Tree::new(), floors: Vec::new(), html: String::new(), note: None };
    for event in Parser::new_ext(text, OPTIONS) {
        reader.read(event);
    }
    reader.tree.finish()
}

struct Reader {
    tree: Tree,
    /// At which depth each tag of Markdown that is open closes.
    floors: Vec<Floor>,
    /// The lines so far of a block of HTML.
    html: String,
    /// The mark of a footnote whose words come next.
    note: Option<String>,
}

impl Reader {
    fn floor(&self) -> Floor {
        self.floors.last().copied().unwrap_or(1)
    }

    fn read(&mut self, event: Event<'_>) {
        let floor = self.floor();
        match event {
            Event::Start(Tag::HtmlBlock) => self.html.clear(),
            Event::Html(line) => self.html.push_str(&line),
            Event::End(TagEnd::HtmlBlock) => html::read(&self.html, &mut self.tree, floor),
            Event::Start(tag) => {
                let depth = self.start(tag);
                self.floors.push(depth);
            }
            Event::End(_) => {
                self.end_note();
                let depth = self.floors.pop().unwrap_or(1);
                self.tree.close_to(depth);
            }
            Event::Text(text) => self.tree.text(&text, floor),
            Event::Code(code) => self.tree.code(&code, floor),
            Event::InlineHtml(tag) => html::read(&tag, &mut self.tree, floor),
            Event::FootnoteReference(label) => self.tree.text(&mark(&label), floor),
            Event::SoftBreak => {
                // Who draws a line below a paragraph means no heading of several lines.
                self.tree.demote_heading();
                self.tree.leaf(Kind::SoftBreak, floor);
            }
            Event::HardBreak => self.tree.leaf(Kind::HardBreak, floor),
            Event::Rule => self.tree.leaf(Kind::Rule, floor),
            Event::TaskListMarker(is_done) => self.tree.mark_as_task(is_done),
            Event::InlineMath(math) | Event::DisplayMath(math) => self.tree.text(&math, floor),
        }
    }

    /// Opens what a tag stands for. Gives the depth at which it closes.
    fn start(&mut self, tag: Tag<'_>) -> Floor {
        let floor = self.floor();
        if tag != Tag::Paragraph {
            self.end_note();
        }
        match tag {
            Tag::BlockQuote(kind) => {
                let depth = self.tree.open(Kind::Quote, floor);
                if let Some(kind) = kind {
                    self.add_title(kind, depth + 1);
                }
                return depth;
            }
            Tag::FootnoteDefinition(label) => {
                self.note = Some(format!("{} ", mark(&label)));
                self.tree.part(floor);
                return self.tree.depth();
            }
            _ => {}
        }
        let Some(kind) = kind(tag) else { return self.tree.depth() };
        let depth = self.tree.open(kind, floor);
        self.end_note();
        depth
    }

    /// Writes the mark of a footnote where its words are to come, if that is still to be done.
    fn end_note(&mut self) {
        if let Some(mark) = self.note.take() {
            self.tree.text(&mark, self.floor());
        }
    }

    /// The first words of a quote that is an alert on GitHub.
    fn add_title(&mut self, kind: BlockQuoteKind, floor: Floor) {
        let depth = self.tree.open(Kind::Paragraph, floor);
        self.tree.open(Kind::Style(Style::Strong), floor);
        self.tree.text(title(kind), floor);
        self.tree.close_to(depth);
    }
}

/// What a tag is in the tree, if it is anything.
fn kind(tag: Tag<'_>) -> Option<Kind> {
    match tag {
        Tag::Paragraph => Some(Kind::Paragraph),
        Tag::Heading { level, .. } => Some(Kind::Heading(level as u8)),
        Tag::List(first) => Some(Kind::List(first)),
        Tag::Item => Some(Kind::Item(None)),
        Tag::CodeBlock(kind) => {
            let language = match &kind {
                CodeBlockKind::Fenced(info) => languages::harmless(info),
                CodeBlockKind::Indented => languages::TEXT,
            };
            Some(Kind::CodeBlock { language: language.to_owned(), text: String::new() })
        }
        Tag::Table(alignments) => Some(Kind::Table(alignments)),
        Tag::TableHead | Tag::TableRow => Some(Kind::Row),
        Tag::TableCell => Some(Kind::Cell),
        Tag::Emphasis => Some(Kind::Style(Style::Emphasis)),
        Tag::Strong => Some(Kind::Style(Style::Strong)),
        Tag::Strikethrough => Some(Kind::Style(Style::Strikethrough)),
        Tag::Link { link_type: LinkType::Email, dest_url, .. } => link(&format!("mailto:{dest_url}")),
        // A picture would tell its server who reads the page.
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => link(&dest_url),
        _ => None,
    }
}

/// What GitHub shows above an alert.
fn title(kind: BlockQuoteKind) -> &'static str {
    match kind {
        BlockQuoteKind::Note => "Note",
        BlockQuoteKind::Tip => "Tip",
        BlockQuoteKind::Important => "Important",
        BlockQuoteKind::Warning => "Warning",
        BlockQuoteKind::Caution => "Caution",
    }
}

fn link(url: &str) -> Option<Kind> {
    urls::on_the_web(url).map(Kind::Link)
}

/// What stands where a footnote is meant, and before its words.
fn mark(label: &CowStr<'_>) -> String {
    format!("[{label}]")
}
