//! Rust names for wire names, and what a keyword becomes.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::prelude::is_used_by_templates;
use crate::api::{Item, KEYWORDS};
use crate::casing;

/// A valid Rust identifier, ready to be emitted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

/// The letter case that a kind of item takes in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// `snake_case`: modules, functions, fields.
    Snake,
    /// The same of the name of a header. Its capitals mean nothing to HTTP, so where hyphens part it, they alone do:
    /// `X-GitHub-Api-Version` is `x_github_api_version`.
    Header,
    /// `UpperCamelCase`: types and variants.
    Camel,
    /// `SCREAMING_SNAKE_CASE`: constants.
    Screaming,
}

/// Keywords that no `r#` makes usable.
const PATH_KEYWORDS: &[&str] = &["self", "Self", "super", "crate"];

impl Name {
    /// The name that an item gets, or `None` if it is given none and its wire name makes none.
    pub(super) fn of(item: &Item, case: Case) -> Option<Self> {
        match &item.rust {
            Some(rust) => Self::exact(rust),
            None => Self::new(&item.name, case),
        }
    }

    /// The name that an item with this wire name gets, or `None` if no letter or digit of it can stand in a name.
    pub(super) fn new(wire: &str, case: Case) -> Option<Self> {
        let text = match case {
            Case::Snake => casing::snake(wire),
            Case::Header => casing::header(wire),
            Case::Camel => casing::camel(wire),
            Case::Screaming => casing::screaming(wire),
        };
        Self::exact(&text)
    }

    /// Exactly this name, but for what a keyword needs.
    pub(super) fn exact(text: &str) -> Option<Self> {
        let text = if PATH_KEYWORDS.contains(&text) { format!("{text}_") } else { text.to_owned() };
        let raw = KEYWORDS.contains(&text.as_str());
        let valid = raw || is_identifier(&text);
        valid.then(|| Self(if raw { format!("r#{text}") } else { text }))
    }

    /// A name made of this one and an ending, with which it is no keyword any more. An empty one changes nothing.
    pub(super) fn with_ending(&self, ending: &str) -> Self {
        if ending.is_empty() {
            return self.clone();
        }
        Self(format!("{}{ending}", self.plain().trim_end_matches('_')))
    }

    /// A name made of a beginning and this one, with which it is no keyword any more.
    pub(crate) fn with_beginning(&self, beginning: &str) -> Self {
        Self(format!("{beginning}{}", self.plain().trim_end_matches('_')))
    }

    /// The name of a variable that holds what has this name.
    #[must_use]
    pub fn variable(&self) -> Self {
        Self::new(self.plain(), Case::Snake).unwrap_or_default()
    }

    /// The name of several of what a variable of this name holds.
    #[must_use]
    pub fn plural(&self) -> Self {
        let one = self.plain();
        let many = match one.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'i', 'o', 'u']) => format!("{stem}ies"),
            _ if ["s", "x", "z", "ch", "sh"].iter().any(|end| one.ends_with(end)) => format!("{one}es"),
            _ => format!("{one}s"),
        };
        Self::new(&many, Case::Snake).unwrap_or_default()
    }

    /// As Rust code writes it, `r#` included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Without `r#`, for file names and texts.
    #[must_use]
    pub fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }

    /// Its first letters, as they stand in the name of a file.
    #[must_use]
    pub fn start(&self, letters: usize) -> String {
        self.plain().chars().take(letters).collect::<String>().to_lowercase()
    }
}

/// Whether a text that is no keyword is an identifier. A parser that can tell places, as in tests, keeps each text that it is
/// given, so it is given only those that are not ASCII.
fn is_identifier(text: &str) -> bool {
    if !text.is_ascii() {
        return syn::parse_str::<Ident>(text).is_ok();
    }
    let is_start = |first: char| first.is_ascii_alphabetic() || first == '_';
    text != "_" && text.starts_with(is_start) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

impl std::fmt::Display for Name {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let ident = match self.0.strip_prefix("r#") {
            Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
            // Told from what templates mean by this name.
            None if is_used_by_templates(&self.0) => Ident::new_raw(&self.0, Span::call_site()),
            None => Ident::new(&self.0, Span::call_site()),
        };
        tokens.append(ident);
    }
}

/// Stands where a fault was reported and no name could be given; nothing is emitted then.
impl Default for Name {
    fn default() -> Self {
        Self("unnamed".to_owned())
    }
}
