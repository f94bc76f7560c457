//! Documentation texts: a description's Markdown, made safe and lint-clean for `rustdoc`.
//!
//! A text is data from outside. It must not open a code block (which `cargo test` would run), link to what does not
//! exist, or hold HTML, and words that look like code get back-ticks so that `clippy::doc_markdown` is content.

pub(crate) mod links;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// Lines of documentation, each without its `///`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc(Vec<String>);

impl Doc {
    /// A text of the description.
    pub(super) fn of(text: &str) -> Self {
        let mut in_list = false;
        let lines = text.trim().lines().map(|line| {
            let line = line.replace('\t', " ");
            let (marker, words) = list_item(line.trim());
            in_list = !words.is_empty() && (in_list || !marker.is_empty());
            // Lists continue only on lines that are indented; anything deeper would be a code block.
            let marker = if in_list && marker.is_empty() { "  " } else { marker };
            format!("{marker}{}", tidy_line(words))
        });
        Self(lines.collect())
    }

    /// Adds lines of the tool's own, as they are, after an empty line; nothing if there are none.
    pub fn section(&mut self, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() && !self.0.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(lines);
    }

    /// The same text with words put before its first line.
    pub(super) fn prefixed(mut self, prefix: &str) -> Self {
        match self.0.first_mut() {
            Some(first) => *first = format!("{prefix}{first}"),
            None => self.0.push(prefix.trim_end().to_owned()),
        }
        self
    }

    /// The first paragraph on one line.
    #[must_use]
    pub fn summary(&self) -> String {
        let lines: Vec<&str> = self.0.iter().map(|line| line.trim()).take_while(|line| !line.is_empty()).collect();
        lines.join(" ")
    }

    /// The lines, each without a line end.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.0
    }

    /// The lines as documentation of the enclosing file.
    #[must_use]
    pub fn inner(&self) -> TokenStream {
        let lines = self.padded();
        quote!(#(#![doc = #lines])*)
    }

    /// A `///` is followed by a space, but for an empty line.
    fn padded(&self) -> impl Iterator<Item = String> {
        self.0.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let lines = self.padded();
        tokens.extend(quote!(#(#[doc = #lines])*));
    }
}

/// Text as a code span, whatever it holds.
pub(crate) fn code(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    let longest_run = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest_run + 1);
    let gap = if longest_run > 0 { " " } else { "" };
    format!("{fence}{gap}{text}{gap}{fence}")
}

/// The marker of a list item, its space included, and the words behind it; other lines have no marker.
fn list_item(line: &str) -> (&str, &str) {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let marker = match line.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => 1,
        Some(b'.' | b')') if (1..=9).contains(&digits) => digits + 1,
        _ => return ("", line),
    };
    match line[marker..].strip_prefix(' ') {
        Some(words) if !words.trim().is_empty() => (&line[..=marker], words.trim()),
        _ => ("", line),
    }
}

/// One line, outside code spans escaped and with back-ticks around what looks like code. Nothing at its start opens a
/// block: no heading, fence, rule, table or list in a list.
fn tidy_line(line: &str) -> String {
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    let spans: Vec<&str> = line.split('`').collect();
    // A fence, or a span that does not end on its line, would swallow what follows.
    let tidy = if spans.len().is_multiple_of(2) || line.contains("``") {
        tidy_text(&line.replace('`', "'"))
    } else {
        // Every second piece lies between back-ticks.
        let tidy_piece =
            |(index, piece): (usize, &&str)| if index % 2 == 0 { tidy_text(piece) } else { (*piece).to_owned() };
        spans.iter().enumerate().map(tidy_piece).collect::<Vec<_>>().join("`")
    };
    let (marker, _) = list_item(&tidy);
    match marker.trim_end().len() {
        0 if tidy.starts_with(['#', '=', '-', '+']) => format!("\\{tidy}"),
        0 => tidy,
        // The last character of the marker is what makes it one.
        length => format!("{}\\{}", &tidy[..length - 1], &tidy[length - 1..]),
    }
}

/// Text without code spans. Links to web pages stay links; no other brackets mean anything.
fn tidy_text(text: &str) -> String {
    match next_link(text) {
        Some((before, label, url, after)) => {
            format!("{}[{}](<{url}>){}", tidy_words(before), tidy_words(label), tidy_text(after))
        }
        None => tidy_words(text),
    }
}

/// The first `[label](https://…)`, with what stands before and after it.
fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (head, tail) = text.split_once("](")?;
    let (before, label) = head.rsplit_once('[')?;
    let (url, after) = tail.split_once(')')?;
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    let is_plain = url.chars().all(|c| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\'));
    (is_web && is_plain && !label.contains([']', '<'])).then_some((before, label, url, after))
}

fn tidy_words(text: &str) -> String {
    text.split(' ').map(tidy_word).collect::<Vec<_>>().join(" ")
}

fn tidy_word(word: &str) -> String {
    let is_edge =
        |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '\'' | '[' | ']' | '<' | '>');
    let start = word.trim_start_matches(is_edge);
    let core = start.trim_end_matches(is_edge);
    let before = escape(&word[..word.len() - start.len()]);
    let after = escape(&start[core.len()..]);
    let is_link = (core.starts_with("https://") || core.starts_with("http://")) && !core.contains(['<', '>']);
    if is_link {
        format!("{before}<{core}>{after}")
    } else if looks_like_code(core) || core.contains("://") {
        format!("{before}`{core}`{after}")
    } else {
        format!("{before}{}{after}", escape(core))
    }
}

/// What `clippy::doc_markdown` takes for code: inner capitals, underscores, paths, calls.
fn looks_like_code(word: &str) -> bool {
    let name = word.strip_suffix("()").unwrap_or(word);
    let singular = name.strip_suffix('s').unwrap_or(name);
    let capitals = singular.chars().filter(|c| c.is_uppercase()).count();
    let is_camel =
        capitals > 1 && singular.chars().any(char::is_lowercase) && singular.chars().all(char::is_alphanumeric);
    let is_path = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '.'));
    let is_joined = name.contains('_') || name.contains("::") || name.len() < word.len();
    is_camel || (is_joined && is_path && name.chars().any(char::is_alphanumeric))
}

/// Takes their meaning from the characters that have one within a line.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '[' | ']' | '<' | '>' | '\\' | '*' | '_' | '|' | '~' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::{Doc, code};

    /// What of a text, as rustdoc reads it, would be more than words.
    fn dangers(doc: &Doc) -> Vec<String> {
        let text = doc.lines().join("\n");
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
        let danger = |event: Event<'_>| match event {
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("http") => None,
            Event::Start(
                tag @ (Tag::CodeBlock(_)
                | Tag::HtmlBlock
                | Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::Heading { .. }
                | Tag::Table(_)
                | Tag::BlockQuote(_)
                | Tag::FootnoteDefinition(_)),
            ) => Some(format!("{tag:?}")),
            Event::Html(html) | Event::InlineHtml(html) => Some(html.to_string()),
            _ => None,
        };
        Parser::new_ext(&text, options).filter_map(danger).collect()
    }

    #[test]
    fn text_that_tries_to_be_more_is_only_text() {
        let cases = [
            "```\npanic!()\n```",
            "~~~\npanic!()\n~~~",
            "- ~~~\n  panic!()",
            "-      panic!()",
            "1. ```\n   panic!()",
            "1) - \tpanic!()",
            "- - - ~~~ x",
            "words\n\n      panic!()",
            "words\n===\nmore\n---",
            "# Examples",
            "> quoted\n> ```",
            "| a | b |\n|---|---|\n| c | d |",
            "[broken] [link](crate::x) ![image](x) [^1]\n\n[^1]: note",
            "<script>alert(1)</script> <!-- x --> <b",
            "`open and <b>never</b> closed",
            "``two`` <b> ```three``` `x` <i>",
            "https://x.y/<script> foo=https://x.y <javascript:alert(1)>",
            "[a](https://x.y/\"onclick) [b](javascript:alert(1))",
        ];
        for case in cases {
            assert_eq!(dangers(&Doc::of(case)), Vec::<String>::new(), "{case}\n{:?}", Doc::of(case));
        }
    }

    #[test]
    fn links_and_code_stay_what_they_are() {
        let cases = [
            (
                "See [the guide](https://x.y/a_b) and `some_code`.",
                "See [the guide](<https://x.y/a_b>) and `some_code`.",
            ),
            ("It is snake_case, CamelCase or a::path.", "It is `snake_case`, `CamelCase` or `a::path`."),
            ("- one\ntwo\n- three", "- one\n  two\n- three"),
        ];
        for (text, expected) in cases {
            assert_eq!(Doc::of(text).lines().join("\n"), expected);
        }
    }

    /// Texts of what Markdown has a meaning for.
    const ODD_TEXT: &str =
        concat!(r"([ \t\n`~#>*_+=|<\[\]()!&;:/.\\-]|", r"[a-c1]|https://x|<b>|\[x\]\(|- |1\. |    ){0,24}");

    proptest! {
        #[test]
        fn no_text_is_more_than_text(text in ODD_TEXT) {
            prop_assert_eq!(dangers(&Doc::of(&text)), Vec::<String>::new());
        }

        #[test]
        fn a_code_span_is_one_code_span(text in r"[`a \n<\[]{0,12}a[`a \n<\[]{0,12}") {
            let span = code(&text);
            let events: Vec<_> = Parser::new(&span).filter(|event| matches!(event, Event::Code(_))).collect();
            prop_assert_eq!(events.len(), 1);
            prop_assert_eq!(Parser::new(&span).count(), 3);
        }
    }
}
