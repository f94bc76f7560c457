//! The rows of macros, which stand in braces and end in a semicolon each: written one a line, as a person writes a table, each
//! below its documentation.

use std::fmt::Write as _;

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::{File, Item, Lit, MacroDelimiter};

use super::width::WIDTH;

/// What holds the place of rows while the file around them is formatted.
const MARK: &str = "rows_of_macro_";

/// Rows that were taken out of a file.
pub(super) struct Rows(Vec<String>);

impl Rows {
    /// Takes the rows out of a file, and leaves marks in their places.
    pub(super) fn taken_from(file: &mut File) -> Self {
        let mut rows = Vec::new();
        for item in &mut file.items {
            let Item::Macro(item) = item else { continue };
            if item.ident.is_none() && matches!(item.mac.delimiter, MacroDelimiter::Brace(_)) {
                let mark = format!("{MARK}{}", rows.len());
                let mark = TokenTree::from(proc_macro2::Ident::new(&mark, proc_macro2::Span::call_site()));
                rows.push(written(std::mem::replace(&mut item.mac.tokens, mark.into())));
            }
        }
        Self(rows)
    }

    /// The formatted file with its rows.
    pub(super) fn put_into(self, text: &str) -> String {
        let mut rows = self.0.into_iter();
        let lines = text.split_inclusive('\n').map(|line| {
            if line.trim_start().starts_with(MARK) { rows.next().unwrap_or_default() } else { line.to_owned() }
        });
        lines.collect()
    }
}

/// The rows, one a line.
fn written(tokens: TokenStream) -> String {
    let mut text = String::new();
    let mut row = Vec::new();
    for token in tokens {
        let is_end = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == ';');
        row.push(token);
        if is_end {
            let row = std::mem::take(&mut row);
            let start = attributes(&mut text, &row);
            let mut line = String::new();
            write(&mut line, row.into_iter().skip(start));
            text.push_str(&laid_out(&line));
        }
    }
    text
}

/// Writes what stands above a row; gives where the row itself begins.
fn attributes(text: &mut String, row: &[TokenTree]) -> usize {
    let mut start = 0;
    while let [TokenTree::Punct(sign), TokenTree::Group(group), ..] = &row[start..]
        && sign.as_char() == '#'
    {
        let inside: Vec<TokenTree> = group.stream().into_iter().collect();
        match inside.as_slice() {
            [TokenTree::Ident(key), _, TokenTree::Literal(said)] if key == "doc" => {
                let said = if let Lit::Str(said) = Lit::new(said.clone()) { said.value() } else { String::new() };
                _ = writeln!(text, "    ///{}", said.trim_end());
            }
            _ => {
                text.push_str("    #");
                write_group(text, group.delimiter(), group.stream());
                text.push('\n');
            }
        }
        start += 2;
    }
    start
}

/// A row on its line. What stands in braces has one of its own where there is no room, or one for each part; so has a type.
fn laid_out(row: &str) -> String {
    let is_long = row.len() + 4 > WIDTH;
    match row.split_once(", { ").map(|(head, inside)| (head, inside.strip_suffix(" };"))) {
        Some((head, Some(inside))) if is_long && !inside.trim().is_empty() => {
            let inside = if inside.len() + 8 > WIDTH { parts(inside).join(",\n        ") } else { inside.to_owned() };
            format!("    {head}, {{\n        {inside}\n    }};\n")
        }
        _ => match row.split_once(": ") {
            Some((name, ty)) if is_long && !name.contains('"') => format!("    {name}:\n        {ty}\n"),
            _ => format!("    {row}\n"),
        },
    }
}

/// What commas part, but those in brackets or in texts.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    let (mut is_text, mut is_escaped) = (false, false);
    for (index, sign) in text.char_indices() {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => is_text = !is_text,
            _ if is_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(text[start..index].trim());
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
}

/// Tokens with spaces where a person puts them.
fn write(text: &mut String, tokens: impl Iterator<Item = TokenTree>) {
    let mut is_tight = true;
    let mut is_word = false;
    let mut is_angle = false;
    for token in tokens {
        let follows_word = std::mem::replace(&mut is_word, matches!(token, TokenTree::Ident(_)));
        let follows_angle =
            std::mem::replace(&mut is_angle, matches!(&token, TokenTree::Punct(sign) if sign.as_char() == '>'));
        let hugs = match &token {
            TokenTree::Punct(sign) => match sign.as_char() {
                ',' | ';' | '>' => true,
                ':' => follows_word || follows_angle,
                '<' => follows_word,
                _ => false,
            },
            TokenTree::Group(group) => group.delimiter() == Delimiter::Parenthesis && follows_word,
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        if !is_tight && !hugs {
            text.push(' ');
        }
        is_tight = matches!(&token, TokenTree::Punct(sign)
            if sign.spacing() == Spacing::Joint || matches!(sign.as_char(), '-' | '<' | '&') || sign.as_char() == ':' && is_tight);
        match token {
            TokenTree::Group(group) => write_group(text, group.delimiter(), group.stream()),
            other => text.push_str(&other.to_string()),
        }
    }
}

fn write_group(text: &mut String, delimiter: Delimiter, inside: TokenStream) {
    let (open, close) = match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{ ", " }"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    };
    text.push_str(open);
    write(text, inside.into_iter());
    text.push_str(close);
}
