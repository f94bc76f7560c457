//! The text of `names.yaml`. What people wrote in it stays as it is.

use super::model::{CallKept, CallPlace, Facts, Kept, TypeKept};
use crate::diag::Span;
use crate::spec::project::NamesFile;
use crate::yaml::quoted;

/// How a new file begins.
const HEAD: &str = "\
# The names that calls and types of the document have in the crate, by their places in it. `clientsmith generate` adds what
# is missing, and reads what is here: a name can be changed by hand.
";

/// An entry of a section.
struct Line {
    /// By which entries are sorted.
    order: (String, String),
    key: String,
    value: String,
    /// Where its value is written, if it is.
    span: Option<Span>,
    /// Whether what is written there is right.
    is_right: bool,
}

/// The text of the file with all that is kept. `old` is the one that is there, and what was read from it.
pub(in crate::openapi) fn text(old: Option<(&str, &NamesFile)>, said: &Kept, kept: &Kept) -> String {
    let sections = [calls(said, kept), types(said, kept)];
    let Some((old, file)) = old else { return whole(HEAD, &sections) };
    let mut text = old.to_owned();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    let mut added = String::new();
    for ((lines, span), name) in sections.iter().zip(&file.sections).zip(["calls", "types"]) {
        let written = span.as_ref().map(|span| (span, text[span.bytes.clone()].trim()));
        match written {
            // Braces, or nothing between them, are written anew.
            Some((span, written)) if written.is_empty() || written.starts_with('{') => {
                let lines: String = lines.iter().map(Line::text).collect();
                edits.push((span.bytes.start, span.bytes.end, format!("\n{}", lines.trim_end())));
            }
            Some(_) => {
                edits.extend(lines.iter().filter_map(Line::correction));
                edits.extend(missing(lines, &text));
            }
            None if lines.is_empty() => {}
            None => added.push_str(&section(name, lines)),
        }
    }
    edits.sort_by_key(|(start, ..)| std::cmp::Reverse(*start));
    for (start, end, new) in edits {
        text.replace_range(start..end, &new);
    }
    text + &added
}

fn whole(head: &str, sections: &[Vec<Line>; 2]) -> String {
    let texts = sections.iter().zip(["calls", "types"]).filter(|(lines, _)| !lines.is_empty());
    head.chars().chain(texts.flat_map(|(lines, name)| section(name, lines).chars().collect::<Vec<_>>())).collect()
}

fn section(name: &str, lines: &[Line]) -> String {
    let lines: String = lines.iter().map(Line::text).collect();
    format!("{name}:\n{lines}")
}

impl Line {
    /// What is to be written in place of a value that is not right any more.
    fn correction(&self) -> Option<(usize, usize, String)> {
        let span = self.span.as_ref().filter(|_| !self.is_right)?;
        Some((span.bytes.start, span.bytes.end, self.value.clone()))
    }

    fn text(&self) -> String {
        format!("  {}: {}\n", quoted(&self.key), self.value)
    }
}

/// Where the lines go that are missing: each before the next one that is there, or behind the last.
fn missing(lines: &[Line], old: &str) -> Vec<(usize, usize, String)> {
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.span.is_none()) {
        let next = lines[index..].iter().find_map(|line| line.span.as_ref());
        let last = || lines.iter().rev().find_map(|line| line.span.as_ref());
        let at = match next {
            Some(next) => above(old, next.bytes.start),
            None => last().map_or(old.len(), |last| below(old, last.bytes.end)),
        };
        match edits.last_mut() {
            Some((start, _, text)) if *start == at => text.push_str(&line.text()),
            _ => edits.push((at, at, line.text())),
        }
    }
    edits
}

/// The beginning of the line of a place, or of the comments above it.
fn above(text: &str, at: usize) -> usize {
    let start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let mut line = start(at);
    // A value may begin below its key.
    while line > 0 && (!text[line..].starts_with("  ") || text[line..].starts_with("   ")) {
        line = start(line - 1);
    }
    while line > 0 && text[start(line - 1)..].starts_with("  #") {
        line = start(line - 1);
    }
    line
}

/// The beginning of the line behind a place.
fn below(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end + 1)
}

fn calls(said: &Kept, kept: &Kept) -> Vec<Line> {
    let all = said.clone().with(kept);
    let line = |(place, _): (&CallPlace, &CallKept)| {
        let (written, now) = (said.calls.get(place), kept.calls.get(place));
        let right = now.or(written)?;
        Some(Line {
            order: (place.path.clone(), place.method.clone()),
            key: place.label(),
            value: call_value(right, written.map(|call| call.was.as_slice()).unwrap_or_default()),
            span: written.and_then(|call| call.span.clone()),
            is_right: written == Some(right),
        })
    };
    sorted(all.calls.iter().filter_map(line).collect())
}

fn types(said: &Kept, kept: &Kept) -> Vec<Line> {
    let all = said.clone().with(kept);
    let line = |(place, _): (&String, &TypeKept)| {
        let (written, now) = (said.types.get(place), kept.types.get(place));
        let right = now.or(written)?;
        let was = written.map(|ty| ty.was.as_slice()).unwrap_or_default();
        let facts = was_fact(was);
        let name = quoted(&right.name);
        let value = if facts.is_empty() { name } else { format!("{{name: {name}{facts}}}") };
        Some(Line {
            order: (place.clone(), String::new()),
            key: place.clone(),
            value,
            span: written.and_then(|ty| ty.span.clone()),
            is_right: written == Some(right),
        })
    };
    sorted(all.types.iter().filter_map(line).collect())
}

fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|one, other| one.order.cmp(&other.order));
    lines
}

fn call_value(CallKept { module, function, facts, .. }: &CallKept, was: &[crate::spec::Text]) -> String {
    let name = format!("{module}::{function}");
    let Facts { body, pages } = facts;
    let fact = |key: &str, word: Option<&str>| word.map(|word| format!(", {key}: {word}")).unwrap_or_default();
    let facts = was_fact(was) + &fact("body", *body) + &fact("pages", *pages);
    if facts.is_empty() { name } else { format!("{{name: {name}{facts}}}") }
}

fn was_fact(was: &[crate::spec::Text]) -> String {
    let names: Vec<String> = was.iter().map(|was| quoted(&was.value)).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => format!(", was: {only}"),
        several => format!(", was: [{}]", several.join(", ")),
    }
}
