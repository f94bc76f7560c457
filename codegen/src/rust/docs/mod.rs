//! Documentation texts: a description's Markdown in its normal form, safe and lint-clean for `rustdoc`.
//!
//! A text is data from outside. It must not hold code that `cargo test` runs, HTML, or a link to what does not exist, and it
//! must not change what the tool says behind it. So it is read as Markdown into a tree, which knows nothing of that kind,
//! and written out of it again.

mod escape;
mod html;
mod inline;
mod labels;
mod languages;
pub(crate) mod links;
mod markdown;
mod nesting;
mod node;
mod normal;
mod plain;
mod sentence;
mod styles;
mod summary;
mod tags;
#[cfg(test)]
mod tests;
mod tree;
mod urls;
mod words;
mod write;

pub(crate) use escape::code;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
pub(super) use summary::Summary;

/// Lines of documentation, each without its `///`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    lines: Vec<String>,
    summary: String,
}

impl Doc {
    /// A text of the description.
    pub(super) fn of(text: &str) -> Self {
        Self::led_by("", text)
    }

    /// The same with words of the tool's own before the first ones.
    pub(super) fn led_by(lead: &str, text: &str) -> Self {
        let text = text.trim();
        if plain::is_plain(text) {
            let lines: Vec<String> = format!("{lead}{text}").lines().map(str::to_owned).collect();
            let summary = lines.split(String::is_empty).next().unwrap_or_default().join(" ");
            if summary.len() <= normal::LONGEST_FIRST {
                return Self { lines, summary };
            }
        }
        let document = normal::document(lead, text);
        Self { lines: write::lines(&document), summary: Summary::of_document(&document).markdown() }
    }

    /// Adds lines of the tool's own, as they are, after an empty line; nothing if there are none.
    pub fn section(&mut self, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() && !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }

    /// The first words of the description's text, on one line.
    #[must_use]
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// The lines, each without a line end.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The lines as documentation of the enclosing file.
    #[must_use]
    pub fn inner(&self) -> TokenStream {
        let lines = self.padded();
        quote!(#(#![doc = #lines])*)
    }

    /// A `///` is followed by a space, but for an empty line.
    fn padded(&self) -> impl Iterator<Item = String> {
        self.lines.iter().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") })
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let lines = self.padded();
        tokens.extend(quote!(#(#[doc = #lines])*));
    }
}
