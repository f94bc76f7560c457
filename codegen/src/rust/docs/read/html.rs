//! What the HTML in a text means in Markdown: tags that people know become what they stand for, comments vanish, and what
//! looks like a tag but is none, such as `<id>`, is words.

use pulldown_cmark::{Event, Parser};

use super::languages;
use super::tags::{Piece, Tag, pieces};
use super::tree::{Floor, Tree};
use crate::rust::docs::node::{Kind, Style};
use crate::rust::docs::urls;

/// Tags that part what they hold from what stands around it, and say nothing else.
const PARTS: &[&str] = &[
    "article", "aside", "center", "dd", "details", "div", "dl", "dt", "footer", "main", "nav", "p", "section",
    "summary",
];
/// Tags that say nothing that Markdown could.
const SILENT: &[&str] = &[
    "abbr", "big", "body", "caption", "cite", "col", "colgroup", "dfn", "font", "html", "ins", "mark", "small", "span",
    "sub", "tbody", "tfoot", "thead", "u", "wbr",
];

/// Reads HTML into a tree.
pub(crate) fn read(html: &str, tree: &mut Tree, floor: Floor) {
    for piece in pieces(html) {
        match piece {
            Piece::Comment => {}
            Piece::Words(words) => text(&decoded(words), tree, floor),
            Piece::Tag(tag) => {
                let is_known = if tag.is_end { end(&tag.name, tree, floor) } else { start(&tag, tree, floor) };
                if !is_known {
                    tree.text(tag.source, floor);
                }
            }
        }
    }
}

/// Words, in which spaces count once; the lines of the source are kept.
fn text(words: &str, tree: &mut Tree, floor: Floor) {
    if matches!(tree.top(), Kind::CodeBlock { .. }) {
        return tree.text(words, floor);
    }
    let is_space = |c: char| c.is_ascii_whitespace();
    let space = |is_there: bool| if is_there { " " } else { "" };
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            tree.leaf(Kind::SoftBreak, floor);
        }
        let joined = line.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let (before, after) = (line.starts_with(is_space), line.ends_with(is_space) && !joined.is_empty());
        tree.text(&format!("{}{joined}{}", space(before), space(after)), floor);
    }
}

/// Reads the start of an element, if it is one of HTML.
fn start(tag: &Tag<'_>, tree: &mut Tree, floor: Floor) -> bool {
    match tag.name.as_str() {
        "br" => tree.end_line(floor),
        "hr" => tree.leaf(Kind::Rule, floor),
        "img" => image(tag, tree, floor),
        // Of ten to the power of six, more should be left than 106.
        "sup" => tree.text("^", floor),
        "code" if matches!(tree.top(), Kind::CodeBlock { .. }) => name_language(tag, tree),
        "a" => {
            if let Some(url) = tag.attribute("href").and_then(|url| urls::on_the_web(&decoded(url))) {
                tree.open(Kind::Link(url), floor);
            }
        }
        name if PARTS.contains(&name) => tree.part(floor),
        name if SILENT.contains(&name) => {}
        name => {
            let Some(kind) = element(name) else { return false };
            tree.open(kind, floor);
        }
    }
    true
}

/// Reads the end of an element, if it is one of HTML.
fn end(name: &str, tree: &mut Tree, floor: Floor) -> bool {
    match name {
        "br" | "hr" | "img" | "sup" => {}
        "a" => tree.close(&Kind::Link(String::new()), floor),
        name if PARTS.contains(&name) => tree.part(floor),
        name if SILENT.contains(&name) => {}
        name => {
            let Some(kind) = element(name) else { return false };
            tree.close(&kind, floor);
        }
    }
    true
}

/// What an element stands for.
fn element(name: &str) -> Option<Kind> {
    Some(match name {
        "b" | "strong" => Kind::Style(Style::Strong),
        "em" | "i" | "var" => Kind::Style(Style::Emphasis),
        "del" | "s" | "strike" => Kind::Style(Style::Strikethrough),
        "code" | "kbd" | "samp" | "tt" => Kind::Code(String::new()),
        "blockquote" => Kind::Quote,
        "h1" => Kind::Heading(1),
        "h2" => Kind::Heading(2),
        "h3" => Kind::Heading(3),
        "h4" => Kind::Heading(4),
        "h5" => Kind::Heading(5),
        "h6" => Kind::Heading(6),
        "li" => Kind::Item(None),
        "ol" => Kind::List(Some(1)),
        "ul" => Kind::List(None),
        "pre" => Kind::CodeBlock { language: languages::TEXT.to_owned(), text: String::new() },
        "table" => Kind::Table(Vec::new()),
        "td" | "th" => Kind::Cell,
        "tr" => Kind::Row,
        _ => return None,
    })
}

/// A picture is a link to it: it would tell its server who reads the page.
fn image(tag: &Tag<'_>, tree: &mut Tree, floor: Floor) {
    let alternative = tag.attribute("alt").map(decoded).unwrap_or_default();
    let url = tag.attribute("src").and_then(|url| urls::on_the_web(&decoded(url)));
    let depth = url.map_or(tree.depth(), |url| tree.open(Kind::Link(url), floor));
    text(&alternative, tree, floor);
    tree.close_to(depth);
}

/// The class of code in a block says its language, as in `language-json`.
fn name_language(tag: &Tag<'_>, tree: &mut Tree) {
    let class = tag.attribute("class").unwrap_or_default();
    if let (Some(name), Kind::CodeBlock { language, .. }) = (class.strip_prefix("language-"), tree.top()) {
        languages::harmless(name).clone_into(language);
    }
}

/// Text in which each entity is the character that it stands for. The parser of Markdown knows their names.
fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        let (before, entity) = rest.split_at(start);
        decoded.push_str(before);
        let name = |c: char| c.is_ascii_alphanumeric() || c == '#';
        let length = 1 + entity[1..].chars().take_while(|c| name(*c)).count();
        let end = if entity[length..].starts_with(';') { length + 1 } else { length };
        for event in Parser::new(&entity[..end]) {
            if let Event::Text(character) = event {
                decoded.push_str(&character);
            }
        }
        rest = &entity[end..];
    }
    decoded + rest
}
