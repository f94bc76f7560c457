//! Documentation texts: a description's Markdown in its normal form, safe and lint-clean for `rustdoc`.
//!
//! A text is data from outside. It must not hold code that `cargo test` runs, HTML, or a link to what does not exist, and it
//! must not change what the tool says behind it. So it is read as Markdown into a tree, which knows nothing of that kind,
//! and written out of it again.

mod inline;
mod item;
mod joined;
mod known;
pub(crate) mod links;
mod lists;
mod node;
mod normal;
mod plain;
mod read;
mod sentence;
mod summary;
#[cfg(test)]
mod tests;
mod urls;
mod write;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

pub(super) use summary::Summary;
pub(crate) use write::escape::code;

/// Lines of documentation, each without its `///`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    lines: Vec<String>,
    /// How many of the lines are the description's own.
    own: usize,
}

impl Doc {
    /// A text of the description.
    pub(super) fn of(text: &str) -> Self {
        Self::led_by("", text)
    }

    /// The same with words of the tool's own before the first ones.
    pub(super) fn led_by(lead: &str, text: &str) -> Self {
        let text = text.trim();
        let lines = plain::lines(lead, text).unwrap_or_else(|| known::lines(lead, text));
        Self { own: lines.len(), lines }
    }

    /// Adds lines of the tool's own, as they are, after an empty line; nothing if there are none.
    pub fn section(&mut self, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_some() && !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.lines.extend(lines);
    }

    /// The description's text as an item of a list, between words of the tool's own.
    pub(super) fn item(&self, lead: &str, end: &str) -> Vec<String> {
        item::lines(lead, &self.lines[..self.own].join("\n"), end)
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

    /// A `///` is followed by a space, but for an empty line. What the tool adds stands behind a short text, and below others.
    fn padded(&self) -> impl Iterator<Item = String> {
        let joined = (self.own == 1).then(|| joined::joined(&self.lines[0], &self.lines[1..])).flatten();
        let below = if joined.is_some() { self.lines.len() } else { 0 };
        let lines = joined.into_iter().chain(self.lines[below..].iter().cloned());
        lines.map(|line| if line.is_empty() { line } else { format!(" {line}") })
    }
}

impl ToTokens for Doc {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let lines = self.padded();
        tokens.extend(quote!(#(#[doc = #lines])*));
    }
}
