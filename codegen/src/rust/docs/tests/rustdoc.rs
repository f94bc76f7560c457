//! Reads documentation as rustdoc and its lints do.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

use crate::diag::is_hidden;

/// Everything that rustdoc knows beyond the standard.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_SMART_PUNCTUATION);

pub(super) fn events(markdown: &str) -> Vec<Event<'_>> {
    Parser::new_ext(markdown, OPTIONS).collect()
}

/// What of a text would run, act, lead into the crate, or stand above what the tool says.
pub(super) fn dangers(markdown: &str) -> Vec<String> {
    let danger = |event: &Event<'_>| match event {
        Event::Start(Tag::Link { dest_url, .. }) if is_foreign(dest_url) => None,
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if !is_rust(info) => None,
        Event::Start(Tag::Heading { level, .. }) if *level as u8 > 2 => None,
        Event::Start(
            tag @ (Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Heading { .. }
            | Tag::FootnoteDefinition(_)),
        ) => Some(format!("{tag:?}")),
        Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => Some(format!("{event:?}")),
        _ => None,
    };
    let invisible = markdown.chars().filter(|c| is_hidden(*c) && *c != '\n').map(|c| format!("{c:?}"));
    events(markdown).iter().filter_map(danger).chain(invisible).collect()
}

fn is_foreign(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
}

/// Whether rustdoc compiles a block of code: it does unless it is told a word that it does not know.
fn is_rust(info: &str) -> bool {
    info.split([',', ' ']).all(|word| {
        let is_error = word.len() == 5 && word.starts_with('E') && word[1..].bytes().all(|b| b.is_ascii_digit());
        let words =
            ["", "rust", "should_panic", "no_run", "ignore", "compile_fail", "test_harness", "standalone_crate"];
        words.contains(&word) || word.starts_with("edition") || word.starts_with("ignore-") || is_error
    })
}

/// The words outside code and links for which lints want back-ticks, and the URLs for which they want brackets.
pub(super) fn unmarked(markdown: &str) -> Vec<String> {
    let mut depth = 0;
    let mut unmarked = Vec::new();
    for event in Parser::new_ext(markdown, OPTIONS.difference(Options::ENABLE_SMART_PUNCTUATION)) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Link { .. }) => depth += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Link) => depth -= 1,
            Event::Text(text) if depth == 0 => {
                let words = text.split(|c: char| c.is_whitespace() || c == '\'');
                unmarked.extend(words.filter(|word| wants_mark(word)).map(str::to_owned));
            }
            _ => {}
        }
    }
    unmarked
}

/// As `clippy::doc_markdown` and `rustdoc::bare_urls` decide it.
fn wants_mark(word: &str) -> bool {
    let is_url = word.contains("http://") || word.contains("https://");
    let around = |c: char| !c.is_alphanumeric() && c != ':';
    let end = word.trim_end_matches(around).len();
    let end = if word[end..].starts_with("()") { end + 2 } else { end };
    let word = word[..end].trim_start_matches(around);
    let is_camel = word.starts_with(char::is_uppercase)
        && word.strip_suffix('s').unwrap_or(word).chars().all(char::is_alphanumeric)
        && word.strip_suffix('s').unwrap_or(word).chars().filter(|c| c.is_uppercase()).count() > 1
        && word.strip_suffix('s').unwrap_or(word).chars().any(char::is_lowercase);
    let is_path = word.contains("::") && !word.chars().all(|c| c == ':');
    is_url || is_camel || is_path || (word.ends_with("()") && word.len() > 2)
}
