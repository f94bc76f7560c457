//! What holds for any text, however odd its Markdown and HTML are.

use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Parser, Tag};

use super::rustdoc::{dangers, events, unmarked};
use super::{Doc, markdown};
use crate::diag::is_hidden;
use crate::rust::docs::{Summary, code, normal, plain, write};

/// Whatever means something to Markdown or to rustdoc, and some letters and signs of all sorts, one after the other.
const MARKDOWN: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "\n\n",
    " ",
    "  ",
    "    ",
    "\t",
    "\r\n",
    "`",
    "``",
    "```",
    "~",
    "~~",
    "~~~",
    "#",
    "##",
    ">",
    "> ",
    "* ",
    "*",
    "**",
    "***",
    "+",
    "+ ",
    "_",
    "__",
    "=",
    "===",
    "-",
    "- ",
    "--",
    "---",
    "1. ",
    "2) ",
    "0",
    "<",
    ">",
    "[",
    "]",
    "(",
    ")",
    "!",
    "&",
    ";",
    ":",
    "/",
    ".",
    "|",
    "\\",
    "\\\n",
    "|---|",
    "|---|\n",
    "| a | b |\n|---|---|\n",
    "a",
    "b",
    "c",
    "B",
    "é",
    "ß",
    "中",
    "。",
    "🦀",
    "\u{301}",
    "\u{a0}",
    "\u{3000}",
    "\u{202e}",
    "'",
    "\"",
    "snake_case",
    "CamelCase",
    "a::b",
    "f()",
    "PayPal's",
    "https://x.y/z",
    "http://a_b",
    "<https://x>",
    "<a@b.c>",
    "a@b_c.de",
    "[x]",
    "[x]: https://d.e",
    "[^1]",
    "[^1]: n",
    "](https://u.v)",
    "](mailto:a@b.c)",
    "](crate::x)",
    "![",
    "[ ] ",
    "[x] ",
    "&amp;",
    "&lt;",
    "&#x202E;",
    "&nbsp;",
    "&copy;",
    "```rust\n",
    "text",
    "ignore",
    "A. B",
    "e.g. ",
];
const HTML: &[&str] = &[
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<p>",
    "</p>",
    "<br>",
    "<code>",
    "</code>",
    "<pre>",
    "</pre>",
    "<ul>",
    "<ol>",
    "<li>",
    "</li>",
    "</ul>",
    "<a href=\"https://h.i\">",
    "<a href='/x'>",
    "</a>",
    "<img src=\"https://j.k\" alt=\"l\">",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    "<h2>",
    "</h2>",
    "<blockquote>",
    "</blockquote>",
    "<div>",
    "</div>",
    "<hr>",
    "<id>",
    "<script>",
    "<!--",
    "-->",
    "<sup>",
];

fn text_of(pieces: Vec<&'static str>) -> impl Strategy<Value = String> {
    proptest::collection::vec(select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

/// All but what begins HTML, and URLs, which stand in place of words where there are none.
fn words_and_marks() -> Vec<&'static str> {
    MARKDOWN
        .iter()
        .copied()
        .filter(|piece| !piece.contains("//") && !piece.contains('<') && !piece.starts_with("]("))
        .collect()
}

fn any_text() -> impl Strategy<Value = String> {
    text_of([MARKDOWN, MARKDOWN, HTML].concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_runs_or_acts(text in any_text()) {
        let summary = Summary::of(&text);
        let listed = Doc::of(&text).item("`x`:", "At most 3 items.").join("\n");
        for shown in [markdown(&text), listed, summary.markdown()] {
            prop_assert_eq!(dangers(&shown), Vec::<String>::new(), "{}", shown);
        }
        prop_assert!(!summary.plain().contains(is_hidden));
    }

    #[test]
    fn a_summary_is_one_line(text in any_text()) {
        let cell = format!("| a | b |\n|---|---|\n| {} | d |", Summary::of(&text).markdown().replace("\\|", "|").replace('|', "\\|"));
        let is_cell = |event: &&Event<'_>| matches!(event, Event::Start(Tag::TableCell));
        prop_assert_eq!(events(&cell).iter().filter(is_cell).count(), 4, "{}", cell);
        let item = format!("- `x`: {}", Summary::of(&text).markdown());
        let is_block = |event: &&Event<'_>| matches!(event, Event::Start(tag) if !is_inline(tag));
        prop_assert_eq!(events(&item).iter().filter(is_block).count(), 2, "{}", item);
    }

    #[test]
    fn the_normal_form_is_its_own(text in any_text()) {
        let once = markdown(&text);
        prop_assert_eq!(markdown(&once), once);
    }

    #[test]
    fn readers_see_what_was_read(text in any_text()) {
        let read = normal::document("", text.trim());
        let again = normal::document("", &write::lines(&read).join("\n"));
        prop_assert_eq!(again, read);
    }

    #[test]
    fn no_word_is_lost(text in text_of(words_and_marks())) {
        let words = letters(text.trim());
        // What has none is shown as it is written.
        prop_assert!(words.is_empty() || letters(&markdown(&text)) == words, "{}", markdown(&text));
    }

    #[test]
    fn what_stands_behind_keeps_its_meaning(text in any_text()) {
        let behind = "Sends [x], [^1] and `y`.\n\n- `z`: Z.\n\n# Examples\n\n```no_run\n# f()\n```";
        let both = format!("{}\n\n{behind}", markdown(&text));
        let (both, behind) = (events(&both), events(behind));
        // A list before is not continued, since a paragraph comes first.
        prop_assert!(both.ends_with(&behind), "{:#?}", both);
    }

    #[test]
    fn lints_find_nothing(text in any_text()) {
        let markdown = markdown(&text);
        prop_assert_eq!(unmarked(&markdown), Vec::<String>::new(), "{}", markdown);
        prop_assert!(markdown.lines().all(|line| line.trim_end() == line && !line.contains('\t')));
        prop_assert_eq!(markdown.is_empty(), !text.contains(|c: char| !c.is_whitespace() && !is_hidden(c)));
    }

    #[test]
    fn words_of_the_tool_come_first(text in any_text()) {
        let doc = Doc::led_by("HTTP 404: ", &text).lines().join("\n");
        prop_assert!(doc.starts_with("HTTP 404:"));
        prop_assert_eq!(dangers(&doc), Vec::<String>::new(), "{}", doc);
    }

    #[test]
    fn what_is_not_parsed_need_not_be(text in r"([A-Za-zé][A-Za-z.,:;()'/=-]{0,6}[ \n]{1,2}){0,12}") {
        if let Some(lines) = plain::lines("A: ", text.trim()) {
            prop_assert_eq!(lines, write::lines(&normal::document("A: ", text.trim())));
        }
    }

    #[test]
    fn a_code_span_is_one_code_span(text in r"[`a \n<\[]{0,12}a[`a \n<\[]{0,12}") {
        let span = code(&text);
        let events: Vec<_> = Parser::new(&span).filter(|event| matches!(event, Event::Code(_))).collect();
        prop_assert_eq!(events.len(), 1);
        prop_assert_eq!(Parser::new(&span).count(), 3);
    }
}

fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
}

/// The letters and digits that a reader sees.
fn letters(markdown: &str) -> String {
    let words = |event| match event {
        Event::Text(text) | Event::Code(text) | Event::FootnoteReference(text) => text.into_string(),
        Event::TaskListMarker(true) => "x".to_owned(),
        Event::Start(Tag::FootnoteDefinition(label)) => label.into_string(),
        _ => String::new(),
    };
    let mut letters: String = events(markdown).into_iter().map(words).collect();
    letters.retain(char::is_alphanumeric);
    letters
}
