//! Documentation texts: a description's Markdown, made safe and lint-clean for `rustdoc`.
//!
//! A text is data from outside. It must not open a code block (which `cargo test` would run), link to what does not
//! exist, or hold HTML, and words that look like code get back-ticks so that `clippy::doc_markdown` is content.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// Lines of documentation, each without its `///`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc(Vec<String>);

impl Doc {
    /// A text of the description.
    pub(super) fn of(text: &str) -> Self {
        let mut doc = Self::default();
        doc.paragraph(text);
        doc
    }

    /// Adds a text of the description as a paragraph of its own.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.gap();
        let mut in_list = false;
        for line in text.trim().lines() {
            let line = line.trim();
            in_list = !line.is_empty() && (in_list || is_list_item(line));
            // Lists continue only on lines that are indented; anything deeper would be a code block.
            let indent = if in_list && !is_list_item(line) { "  " } else { "" };
            self.0.push(format!("{indent}{}", tidy_line(line)));
        }
    }

    /// Adds lines of the tool's own, as they are, after an empty line.
    pub(super) fn section(&mut self, lines: impl IntoIterator<Item = String>) {
        self.gap();
        self.0.extend(lines);
    }

    /// The same text with words put before its first line, which then goes on in lower case if it can.
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

    fn gap(&mut self) {
        if !self.0.is_empty() {
            self.0.push(String::new());
        }
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

fn is_list_item(line: &str) -> bool {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with("- ")
        || line.starts_with("* ")
        || line.starts_with("+ ")
        || (number.len() < line.len() && number.starts_with(". "))
}

/// One line, outside code spans escaped and with back-ticks around what looks like code.
fn tidy_line(line: &str) -> String {
    let line: String = line.chars().filter(|c| !c.is_control()).collect();
    let spans: Vec<&str> = line.split('`').collect();
    // A fence, or a span that does not end on its line, would swallow what follows.
    if spans.len().is_multiple_of(2) || line.contains("``") || line.starts_with("~~~") {
        return tidy_text(&line.replace('`', "'").replace("~~~", "- - -"));
    }
    // Every second piece lies between back-ticks.
    let pieces = spans
        .iter()
        .enumerate()
        .map(|(index, piece)| if index % 2 == 0 { tidy_text(piece) } else { (*piece).to_owned() });
    let tidy = pieces.collect::<Vec<_>>().join("`");
    if tidy.starts_with('#') || tidy.starts_with("---") || tidy.starts_with("===") { format!("\\{tidy}") } else { tidy }
}

fn tidy_text(text: &str) -> String {
    text.split(' ').map(tidy_word).collect::<Vec<_>>().join(" ")
}

fn tidy_word(word: &str) -> String {
    let is_edge =
        |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '(' | ')' | '"' | '\'' | '[' | ']' | '<' | '>');
    let start = word.trim_start_matches(is_edge);
    let core = start.trim_end_matches(is_edge);
    let before = escape(&word[..word.len() - start.len()]);
    let after = escape(&start[core.len()..]);
    if core.starts_with("https://") || core.starts_with("http://") {
        format!("{before}<{}>{after}", core.replace(['<', '>'], ""))
    } else if looks_like_code(core) {
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

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '[' | ']' | '<' | '>' | '\\' | '*' | '_' | '|') && !(c == '*' && text.len() == 1) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
