//! Paths as they stand in sources: in code, and in the trees of `use`.

use crate::sources::Token;

/// A path such as `super::model::Field`, as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct WrittenPath {
    pub(crate) segments: Vec<String>,
    /// The name that a `use` brings in, or `*` for all that a module has; nothing in code.
    pub(crate) brings: Option<String>,
    pub(crate) line: usize,
}

/// All paths: those of `use`, and in code those of more than one segment. That of a visibility, `pub(in …)`, is no use.
pub(crate) fn paths(tokens: &[Token]) -> Vec<WrittenPath> {
    let texts: Vec<&str> = tokens.iter().map(|token| token.text.as_str()).collect();
    let mut paths = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        at += match texts[at..] {
            ["use", next, ..] if next != "<" => 1 + add_tree(&tokens[at + 1..], &[], &mut paths),
            ["pub", "(", "in", ..] => texts[at..].iter().take_while(|text| **text != ")").count(),
            [first, ":", ":", ..] if is_name(first) => add_path(&tokens[at..], &mut paths),
            // What follows belongs to a type in angle brackets, or to the root of another crate.
            [":", ":", ..] => 3,
            _ => 1,
        };
    }
    paths
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Reads a path in code, and says how many tokens it has.
fn add_path(tokens: &[Token], paths: &mut Vec<WrittenPath>) -> usize {
    let mut segments = vec![tokens[0].text.clone()];
    let mut rest = &tokens[1..];
    while let [first, second, name, after @ ..] = rest
        && first.text == ":"
        && second.text == ":"
        && is_name(&name.text)
    {
        segments.push(name.text.clone());
        rest = after;
    }
    paths.push(WrittenPath { segments, brings: None, line: tokens[0].line });
    tokens.len() - rest.len()
}

/// Reads one tree of a `use`, and says how many tokens it has.
fn add_tree(tokens: &[Token], prefix: &[String], paths: &mut Vec<WrittenPath>) -> usize {
    let mut segments = prefix.to_vec();
    let mut brings = None;
    let mut at = 0;
    loop {
        match tokens[at].text.as_str() {
            "," | "}" | ";" => break,
            ":" => {}
            "{" => return at + add_trees(&tokens[at..], &segments, paths),
            "*" => brings = Some("*".to_owned()),
            "as" => {
                at += 1;
                brings = Some(tokens[at].text.clone());
            }
            name => segments.push(name.to_owned()),
        }
        at += 1;
    }
    if segments.len() > 1 && segments.last().is_some_and(|last| last == "self") {
        segments.pop();
    }
    let brings = brings.or_else(|| segments.last().cloned());
    paths.push(WrittenPath { segments, brings, line: tokens[0].line });
    at
}

/// Reads the trees between two braces, and says how many tokens there are, the braces included.
fn add_trees(tokens: &[Token], prefix: &[String], paths: &mut Vec<WrittenPath>) -> usize {
    let mut at = 1;
    while tokens[at].text != "}" {
        at += if tokens[at].text == "," { 1 } else { add_tree(&tokens[at..], prefix, paths) };
    }
    at + 1
}

#[test]
fn paths_are_seen_wherever_they_stand() {
    let text = "use crate::{api::{self, Api, Type as Kind}, diag::code}; use super::super::x::*;
        pub(in crate::rust) fn f(a: Vec<self::T>) -> impl Fn() + use<'_> { ::other::g(<T as a::B>::C, 'c') }";
    let tokens = crate::sources::tokens_of(text).unwrap();
    let seen: Vec<String> = (paths(&tokens).into_iter())
        .map(|path| match path.brings {
            Some(brings) => format!("{} as {brings}", path.segments.join("::")),
            None => path.segments.join("::"),
        })
        .collect();
    assert_eq!(
        seen,
        [
            "crate::api as api",
            "crate::api::Api as Api",
            "crate::api::Type as Kind",
            "crate::diag::code as code",
            "super::super::x as *",
            "self::T",
            "a::B",
        ]
    );
}
