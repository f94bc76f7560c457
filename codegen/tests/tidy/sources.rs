//! Rust sources as tokens with their lines.

use std::fs;
use std::path::Path;

use proc_macro2::{LexError, TokenStream, TokenTree};

use crate::support;

/// A Rust file of the repository.
pub(crate) struct Source {
    /// Its path from the repository's root, with forward slashes.
    pub(crate) path: String,
    pub(crate) text: String,
}

/// A token as it is written: a word, a literal, a sign or a bracket.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    pub(crate) text: String,
    pub(crate) line: usize,
}

/// All Rust files in folders, which are given from the repository's root. Tests of the sources are data, not sources.
pub(crate) fn sources(folders: &[&str]) -> Vec<Source> {
    let mut sources = Vec::new();
    for folder in folders {
        for path in files(&support::workspace().join(folder)) {
            let path = format!("{folder}/{path}");
            if is_source(&path) {
                let text = fs::read_to_string(support::workspace().join(&path)).unwrap();
                sources.push(Source { path, text });
            }
        }
    }
    assert!(!sources.is_empty(), "no sources in {folders:?}");
    sources
}

/// Whether a file is Rust that is built into something, and not a test.
fn is_source(path: &str) -> bool {
    support::has_ending(path, &["rs"]) && !path.contains("/tests/")
}

fn files(folder: &Path) -> Vec<String> {
    support::read_folder(folder).into_keys().collect()
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The tokens of this file, but not those of templates: what stands in `quote!` belongs to another crate.
    pub(crate) fn tokens(&self) -> Vec<Token> {
        tokens_of(&self.text).unwrap_or_else(|error| panic!("{}: {error}", self.path))
    }
}

/// The tokens of a text.
pub(crate) fn tokens_of(text: &str) -> Result<Vec<Token>, LexError> {
    let mut tokens = Vec::new();
    flatten(text.parse()?, &mut tokens);
    Ok(tokens)
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    for tree in stream {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Group(group) => {
                if is_template(tokens) {
                    continue;
                }
                let [open, close] = brackets(group.delimiter());
                tokens.push(Token { text: open.to_owned(), line });
                flatten(group.stream(), tokens);
                tokens.push(Token { text: close.to_owned(), line: group.span_close().start().line });
            }
            other => tokens.push(Token { text: other.to_string(), line }),
        }
    }
}

fn is_template(tokens: &[Token]) -> bool {
    matches!(tokens, [.., quote, sign] if quote.text == "quote" && sign.text == "!")
}

fn brackets(delimiter: proc_macro2::Delimiter) -> [&'static str; 2] {
    match delimiter {
        proc_macro2::Delimiter::Parenthesis => ["(", ")"],
        proc_macro2::Delimiter::Brace => ["{", "}"],
        proc_macro2::Delimiter::Bracket => ["[", "]"],
        proc_macro2::Delimiter::None => ["", ""],
    }
}

/// The lines at which a sequence of tokens stands.
pub(crate) fn find(tokens: &[Token], sequence: &[&str]) -> Vec<usize> {
    let is_here = |window: &&[Token]| window.iter().zip(sequence).all(|(token, text)| token.text == *text);
    tokens.windows(sequence.len()).filter(is_here).map(|window| window[0].line).collect()
}

/// The same tokens without modules that are only there for unit tests.
pub(crate) fn without_tests(tokens: &[Token]) -> Vec<Token> {
    const MARK: [&str; 10] = ["#", "[", "cfg", "(", "test", ")", "]", "mod", "tests", "{"];
    let mut kept = Vec::new();
    let mut rest = tokens;
    while let Some((first, after)) = rest.split_first() {
        let is_tests = rest.len() >= MARK.len() && rest.iter().zip(MARK).all(|(token, text)| token.text == text);
        rest = if is_tests { after_block(&rest[MARK.len()..]) } else { after };
        if !is_tests {
            kept.push(first.clone());
        }
    }
    kept
}

/// What follows a block whose `{` was just read.
fn after_block(tokens: &[Token]) -> &[Token] {
    let mut depth = 1;
    for (index, token) in tokens.iter().enumerate() {
        match token.text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &tokens[index + 1..];
        }
    }
    &[]
}
