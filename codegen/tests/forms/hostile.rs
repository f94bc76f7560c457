//! Texts that would act if a form let them.

use clientsmith::diff::{LineChange, Migration, Report, Row, Source};
use clientsmith::report::{Format, changelog};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use similar::TextDiff;

use crate::{sample, shown};

/// Texts, each with what it would do.
const TEXTS: &[(&str, &str)] = &[
    ("a script", "<script>alert(1)</script>"),
    ("a tag with an attribute", "<img src=x onerror=alert(1)>"),
    ("the end of an element", "</code></summary></details></h3></style></script>"),
    ("the end of an attribute", "\" onmouseover=\"alert(1)\" x='"),
    ("an entity", "&lt;script&gt; &#60; &amp;"),
    ("cells of a table", "a | b || c \\| d"),
    ("cells in code", "`a|b` and `c\\|d`"),
    ("code without an end", "a ` b `` c ``` d"),
    ("a block of code", "x\n```\n<b>out</b>\n````\n~~~"),
    ("lines", "one\ntwo\r\nthree\n\n# Heading\n\n- item\n\n1. item\n\n---"),
    ("a heading", "# Heading"),
    ("a list", "- item"),
    ("a numbered list", "1. item"),
    ("a quote", "> quote"),
    ("a rule", "--- ***"),
    ("emphasis", "*a* _b_ **c** ~~d~~ __e__"),
    ("a link", "[text](https://example.com) <https://example.com> ![image](x.png)"),
    ("a reference", "[x]\n\n[x]: https://example.com"),
    ("a footnote and a task", "[^1] [ ] [x]"),
    ("a bare address", "https://example.com www.example.com a@example.com"),
    ("a mention", "@octocat @org/team"),
    ("an issue", "#123 GH-123 owner/repo#123"),
    ("an emoji", ":smile: :+1:"),
    ("a formula", "$x$ $$y$$ \\(z\\)"),
    ("a command of a workflow", "::error file=x,line=1::bad\n::set-output name=x::y"),
    ("the end of a comment", "--> <!-- x"),
    ("an escape code", "\u{1B}[31mred\u{7}\u{9B}31m"),
    ("hidden characters", "a\u{202E}b\u{200B}c\u{2028}d\u{0}e"),
    ("a back-slash at the end", "a\\"),
    ("nothing", ""),
    ("a long word", concat!("0123456789", "0123456789", "0123456789", "0123456789", "0123456789", "0123456789")),
];

/// A report in which a text stands wherever one can.
fn everywhere(text: &str) -> Report {
    let text = || text.to_owned();
    let line = || LineChange { before: Some(text()), after: Some(text()) };
    let mut report = sample::report();
    report.old.label = text();
    report.new.api_version = text();
    report.generator = vec![line()];
    report.stale[0].rule = text();
    report.stale[0].item = text();
    for row in &mut report.rows {
        let Row { sentence, source_reason, wire_reason, advice, accepted, .. } = row;
        *sentence = text();
        for reason in [source_reason, wire_reason, advice] {
            *reason = Some(text());
        }
        *accepted = accepted.as_ref().map(|_| text());
        row.item = text();
        row.resource = row.resource.as_ref().map(|_| text());
        row.place.path = text();
        row.used_by = vec![text()];
        row.lines = vec![line()];
        row.migration = Some(Migration { before: text() + "\nlet x;", after: Some(text()) });
    }
    report
}

/// The same report with so many rows: many of them are folded, so that names of resources stand in other places.
fn long(report: Report, rows: usize) -> Report {
    let rows = report.rows.iter().cycle().take(rows).cloned().collect();
    Report { rows, ..report }
}

#[test]
fn markdown_keeps_its_structure() {
    for rows in [15, 60] {
        let shown = |text: &str| structure(&shown(Format::Markdown, &long(everywhere(text), rows)));
        let harmless = shown("harmless");
        assert!(harmless.len() > 100, "{harmless:?}");
        for (what, text) in TEXTS {
            let structure = shown(text);
            assert!(structure == harmless, "{what} acts:\n{}", difference(&harmless, &structure));
        }
    }
}

#[test]
fn a_changelog_keeps_its_structure() {
    let harmless = structure(&changelog(&everywhere("harmless"), None));
    for (what, text) in TEXTS {
        let structure = structure(&changelog(&everywhere(text), None));
        assert!(structure == harmless, "{what} acts:\n{}", difference(&harmless, &structure));
    }
}

fn difference(expected: &[String], found: &[String]) -> String {
    let [expected, found] = [expected, found].map(|parts| parts.join("\n") + "\n");
    TextDiff::from_lines(&expected, &found).unified_diff().to_string()
}

/// What GitHub reads: a paragraph with a colon in it is no definition there.
fn as_on_github() -> Options {
    Options::all()
        - Options::ENABLE_DEFINITION_LIST
        - Options::ENABLE_HEADING_ATTRIBUTES
        - Options::ENABLE_SMART_PUNCTUATION
}

/// What Markdown makes of a text, but for words: tags and their ends, HTML with its names.
fn structure(markdown: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for event in Parser::new_ext(markdown, as_on_github()) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => parts.push(format!("{kind:?}").to_lowercase()),
            Event::End(TagEnd::CodeBlock) => parts.push("end of code".to_owned()),
            Event::Start(tag) => parts.push(format!("{tag:?}")),
            Event::End(tag) => parts.push(format!("end of {tag:?}")),
            // Code is spelled in one of two ways, and both only show it.
            Event::InlineHtml(html) if matches!(&*html, "<code>" | "</code>") => {}
            Event::Code(_) | Event::Text(_) => {}
            Event::Html(html) if html.starts_with("<summary>") => {
                parts.push(format!("{} tags in a summary", html.matches('<').count()));
            }
            other => parts.push(format!("{other:?}")),
        }
    }
    parts
}

#[test]
fn nothing_in_markdown_is_acted_on_by_github() {
    for (what, text) in TEXTS {
        let words = words(&shown(Format::Markdown, &everywhere(text)));
        for sign in
            ["@octocat", "@org", "@example", "#123", "GH-123", "https://", "www.example", ":smile:", ":+1:", "::error"]
        {
            assert!(!words.contains(sign), "{what}: `{sign}` stands outside code:\n{words}");
        }
    }
}

/// The words of a text, without code.
fn words(markdown: &str) -> String {
    let (mut words, mut code) = (String::new(), 0);
    for event in Parser::new_ext(markdown, as_on_github()) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code += 1,
            Event::End(TagEnd::CodeBlock) => code -= 1,
            Event::InlineHtml(html) if &*html == "<code>" => code += 1,
            Event::InlineHtml(html) if &*html == "</code>" => code -= 1,
            Event::Text(text) if code == 0 => words += &text,
            Event::End(_) => words.push('\n'),
            _ => {}
        }
    }
    words
}

#[test]
fn a_page_keeps_its_structure() {
    let harmless = tags(&shown(Format::Html, &everywhere("harmless")));
    assert!(harmless.len() > 200);
    for (what, text) in TEXTS {
        let tags = tags(&shown(Format::Html, &everywhere(text)));
        assert!(tags == harmless, "{what} acts:\n{}", difference(&harmless, &tags));
    }
}

/// All that a browser would take for a tag in the part of the page that holds texts, but for code and its lines, of which
/// one text may have more than another.
fn tags(page: &str) -> Vec<String> {
    let (_, page) = page.split_once("</style>").expect("the page has a style");
    let (page, _) = page.split_once("<script>").expect("the page has a script");
    let tags = page.split_inclusive('>').filter_map(|part| part.find('<').map(|start| &part[start..]));
    let is_code = |tag: &&str| !["<code>", "</code>", "<ins>", "</ins>", "<del>", "</del>"].contains(tag);
    tags.filter(is_code).map(str::to_owned).collect()
}

#[test]
fn workflow_commands_stay_one_a_line() {
    for (what, text) in TEXTS {
        let report = everywhere(text);
        let rows =
            report.rows.iter().filter(|row| row.accepted.is_some() || row.verdict.source > Source::Patch).count();
        let commands = shown(Format::Github, &report);
        // Besides the rows: a stale acceptance, the version, the generator, the figures.
        assert_eq!(commands.lines().count(), rows + 4, "{what} acts:\n{commands}");
        for line in commands.lines() {
            let (command, message) = line[2..].split_once("::").unwrap();
            assert!(line.starts_with("::") && !message.contains('\r'), "{what}: {line}");
            let properties = command.split_once(' ').unwrap().1.split(',');
            let names: Vec<&str> = properties.map(|property| property.split_once('=').unwrap().0).collect();
            assert!(matches!(names[..], ["title"] | ["file", "line", "col", "title"]), "{what}: {line}");
        }
    }
}

#[test]
fn a_terminal_is_not_commanded() {
    for (what, text) in TEXTS {
        let shown = shown(Format::Text, &everywhere(text));
        let hidden = |character: char| character.is_control() && character != '\n';
        assert!(!shown.contains(hidden) && !shown.contains(['\u{202E}', '\u{200B}', '\u{2028}']), "{what}: {shown:?}");
    }
}
