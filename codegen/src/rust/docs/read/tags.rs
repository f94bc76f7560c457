//! Takes HTML apart into words, tags and comments. What only begins like a tag is words.

/// A part of HTML.
pub(crate) enum Piece<'a> {
    Words(&'a str),
    Tag(Tag<'a>),
    Comment,
}

/// The start or the end of an element.
pub(crate) struct Tag<'a> {
    /// In lower case.
    pub name: String,
    pub is_end: bool,
    /// All of the tag as it is written.
    pub source: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// What an attribute is set to; entities in it are not decoded.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    }
}

/// A longer tag is words: so none is looked through again and again for its end.
const LONGEST_TAG: usize = 4000;

/// The pieces of HTML, in their order.
pub(crate) fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let last_comment = html.rfind("-->").unwrap_or_default();
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = html.get(at..).filter(|rest| !rest.is_empty())?;
        let (piece, length) = piece(rest, at < last_comment);
        at += length;
        Some(piece)
    })
}

/// The first piece, and its length.
fn piece(html: &str, has_comment: bool) -> (Piece<'_>, usize) {
    if has_comment
        && html.starts_with("<!--")
        && let Some(end) = html[2..].find("-->")
    {
        return (Piece::Comment, end + 5);
    }
    if let Some(tag) = tag(html) {
        let length = tag.source.len();
        return (Piece::Tag(tag), length);
    }
    let length = html.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(html.len(), |(index, _)| index);
    (Piece::Words(&html[..length]), length)
}

/// The tag at the start of HTML, if there is one.
fn tag(html: &str) -> Option<Tag<'_>> {
    let inside = html.strip_prefix('<')?;
    let (is_end, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
    let (name, mut rest) = word(inside, |c| c.is_ascii_alphanumeric() || c == '-');
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let length = html.len() - rest.len();
        if rest.starts_with('>') {
            let source = &html[..=length];
            return Some(Tag { name: name.to_ascii_lowercase(), is_end, source, attributes });
        }
        let (attribute, after) = attribute(rest)?;
        if length > LONGEST_TAG {
            return None;
        }
        attributes.push(attribute);
        rest = after;
    }
}

/// An attribute with its value, which is empty if there is none, and what comes behind.
fn attribute(text: &str) -> Option<((&str, &str), &str)> {
    let (name, rest) = word(text, |c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '@'));
    if name.is_empty() {
        return None;
    }
    let Some(value) = rest.trim_ascii_start().strip_prefix('=') else { return Some(((name, ""), rest)) };
    let value = value.trim_ascii_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (value, rest) = match quote {
        Some(quote) => value[1..].split_once(quote)?,
        None => word(value, |c| !c.is_ascii_whitespace() && !matches!(c, '"' | '\'' | '=' | '<' | '>' | '`')),
    };
    Some(((name, value), rest))
}

/// The longest start of a text that has only such characters, and the rest.
fn word(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(|c| !belongs(c)).unwrap_or(text.len());
    text.split_at(end)
}
