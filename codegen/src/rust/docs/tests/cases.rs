//! Small texts, and what they become.

use super::rustdoc::dangers;
use super::{Doc, markdown};
use crate::rust::docs::read::languages;
use crate::rust::docs::{Summary, code, urls};

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(markdown(text), *expected, "{text}");
        assert_eq!(markdown(expected), *expected, "not its own normal form");
    }
}

#[test]
fn what_is_in_its_normal_form_stays_as_it_is() {
    let texts = [
        "Only words, on one line.",
        "Words on\ntwo lines, in\n\ntwo paragraphs.",
        "Some **strong**, _emphasized_ and ~~removed~~ words, and `code`.",
        "A line\\\nthat ends hard.",
        "### Heading\n\n#### Below\n\nWords.",
        "1. First\n   - nested\n     - deeper\n2. Second\n   ```sh\n   echo\n   ```",
        "- One\n\n  Still one.\n\n- Two",
        "- [ ] open\n- [x] done",
        "> Quoted\n>\n> > twice",
        "| Code | Meaning |\n|:--|--:|\n| `a\\|b` | **gone** |\n| 404 | |",
        "```json\n{\n  \"a\": \"`\"\n}\n```",
        "````text\n```\n````",
        "Words.\n\n---\n\nMore words.",
        "[Page](<https://a.b/c_d>), <https://a.b>, [x@y.z](<mailto:x@y.z>)",
        "5 < 6 & 7 > 6, AT&T, C#, #1, 50%, a-b, 2 + 3 = 5, {id}, $5, it's \"so\"",
    ];
    for text in texts {
        assert_eq!(markdown(text), text);
    }
}

#[test]
fn markdown_as_people_write_it_is_understood() {
    check(&[
        ("*a* __b__ ***c***", "_a_ **b** _**c**_"),
        ("* a\n* b\n+ c\n\n7) d\n3) e\n\n2. f", "- a\n- b\n\n* c\n\n7. d\n8. e\n\n2) f"),
        ("- one\ntwo\n- three", "- one\n  two\n- three"),
        ("A line  \nthat ends hard   \n", "A line\\\nthat ends hard"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\tb\u{a0}c", "a b c"),
        ("Title\n=====\n\nBelow\n---", "### Title\n\n#### Below"),
        ("##### Small", "### Small"),
        ("# a #\n## C#", "### a\n\n#### C\\#"),
        ("Words\n    more words\n\n    code\n\tmore", "Words\nmore words\n\n```text\ncode\nmore\n```"),
        ("~~~ yaml title=x\na: 1\n~~~", "```yaml\na: 1\n```"),
        ("```\nnever closed", "```text\nnever closed\n```"),
        ("- [ ] a\n\n  b\n- [x] c", "- \\[ \\] a\n\n  b\n\n- \\[x\\] c"),
        ("> quoted\nlazily", "> quoted\n> lazily"),
        ("> [!WARNING]\n> Hot.", "> **Warning**\n>\n> Hot."),
        ("a | b\n--|:-:\n1 | 2 | 3", "| a | b |\n|---|:-:|\n| 1 | 2 |"),
        ("***\na\n* * *\n***\nb\n___", "a\n\n---\n\nb"),
        (
            "See [it][1] and ![a sign](https://a.b/c.png).\n\n[1]: https://a.b \"t\"",
            "See [it](<https://a.b>) and [a sign](<https://a.b/c.png>).",
        ),
        ("A note[^n].\n\n[^n]: Of few words.", "A note\\[n\\].\n\n\\[n\\] Of few words."),
        ("&lt;b&gt; &copy; &amp;amp;", "\\<b> © \\&amp;"),
        ("a<b>\"b\"</b>c <b>\"d\"</b> *e*f **g**h", "a\"b\"c **\"d\"** ef **g**h"),
    ]);
}

#[test]
fn html_becomes_markdown() {
    check(&[
        ("<b>Note: </b>it <i>is</i> <s>old</s>", "**Note:** it _is_ ~~old~~"),
        ("<p>One &amp; <code>a*b</code></p>\n<p>Two<br/>lines</p>", "One & `a*b`\n\nTwo\\\nlines"),
        ("a<br>\nb<br><br>c", "a\\\nb\n\nc"),
        ("<ul><li>One<li>Two<ol><li>Three</ol></ul>", "- One\n- Two\n  1. Three"),
        ("<a href=\"https://a.b?c=1&amp;d\">page</a> <A HREF='/x'>here</A>", "[page](<https://a.b?c=1&d>) here"),
        ("<img src=https://a.b/c.png alt='a sign'> <img src='x.png' alt='none'>", "[a sign](<https://a.b/c.png>) none"),
        (
            "<h1>Title</h1>\n<h2>Below</h2><hr>\n<blockquote>Words</blockquote>",
            "### Title\n\n#### Below\n\n---\n\n> Words",
        ),
        (
            "<pre><code class=\"language-json\">{\n  \"a\": \"&lt;\"\n}</code></pre>",
            "```json\n{\n  \"a\": \"<\"\n}\n```",
        ),
        (
            "<table><thead><tr><th>A</th><th>B</th></tr></thead>\n<tr><td>1<td><p>2</p><p>3</p></table>",
            "| A | B |\n|---|---|\n| 1 | 2 3 |",
        ),
        ("<details><summary>More</summary>\n\nSome *words*.\n\n</details>", "More\n\nSome _words_."),
        ("a<!-- hidden -->b <!-- never closed", "ab \\<!-- never closed"),
        ("10<sup>6</sup> H<sub>2</sub>O <span class='x'>so</span>", "10^6 H2O so"),
        ("<b>never <i>closed\n\nand then", "**never _closed_**\n\nand then"),
        ("Send <id> or <your_key>, a Vec<String>.", "Send \\<id> or \\<`your_key`>, a Vec\\<String>."),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
    ]);
}

#[test]
fn words_that_are_code_get_back_ticks() {
    check(&[
        ("It is snake_case, CamelCase or a::path.", "It is `snake_case`, `CamelCase` or `a::path`."),
        ("Call create(), a.b() or f(x_y).", "Call `create()`, `a.b()` or `f(x_y)`."),
        ("PayPal's /v1/a_b/{id} and key=a_b", "`PayPal`'s `/v1/a_b/{id}` and `key=a_b`"),
        ("**a_b** (_C_) *CamelCase*", "**`a_b`** (_C_) _`CamelCase`_"),
        ("IDs, URLs, iPhone, HTTP", "IDs, URLs, iPhone, HTTP"),
        ("`a`_b `c`<!-- -->`d`", "`a_b` `cd`"),
        (
            "[snake_case](https://a.b) [\"quoted\"](https://a.b)",
            "[snake\\_case](<https://a.b>) [“quoted”](<https://a.b>)",
        ),
        ("See https://a.b/c_d, ftp://a.b", "See <https://a.b/c_d>, `ftp://a.b`"),
    ]);
}

#[test]
fn lines_begin_no_block_by_chance() {
    check(&[
        ("\\# a\n\\- b\n\\+ c\n1\\. d\n\\> e\n\\=\n---x", "\\# a\n\\- b\n\\+ c\n1\\. d\n\\> e\n\\=\n\\---x"),
        ("\\[a]: https://b.c\n\n| a |\n\\|---|", "\\[a\\]: <https://b.c>\n\n\\| a \\|\n\\|---\\|"),
        ("In\n2024. A year\n10\\. a", "In\n2024\\. A year\n10\\. a"),
    ]);
}

#[test]
fn what_says_nothing_is_shown_as_it_is_written() {
    check(&[
        ("<!-- a comment -->", "\\<!-- a comment -->"),
        ("[a]: https://b.c", "\\[a\\]: <https://b.c>"),
        ("***", "\\*\\*\\*"),
        ("```\n```", "\\`\\`\\`\n\\`\\`\\`"),
        ("&#x202E;", "\\&#x202E;"),
    ]);
}

#[test]
fn nothing_of_a_text_acts() {
    let texts = [
        "```\npanic!()\n```",
        "~~~rust,should_panic\npanic!()\n~~~",
        "- ~~~\n  panic!()",
        "-      panic!()",
        "1. ```\n   panic!()",
        "1) - \tpanic!()",
        "- - - ~~~ x",
        "words\n\n      panic!()",
        "# Examples",
        "> quoted\n> ```",
        "[broken] [link](crate::x) ![image](x) [^1]\n\n[^1]: note",
        "[`Vec`]: crate::x\n\n[Vec] [`Vec`] [struct@Vec] [a](#b) [c](javascript:alert(1)) [d](mailto:struct@Vec)",
        "<script>alert(1)</script> <!-- x --> <b",
        "<a href='javascript:alert(1)' onclick='x'>a</a> <img src=x onerror=alert(1)>",
        "`open and <b>never</b> closed",
        "``two`` <b> ```three``` `x` <i>",
        "https://x.y/<script> foo=https://x.y <javascript:alert(1)>",
        "[a](https://x.y/\"onclick) [b](javascript:alert(1))",
        "&lt;script&gt; &#60;script> \\<script> &#x202e;",
    ];
    for text in texts {
        assert_eq!(dangers(&markdown(text)), Vec::<String>::new(), "{text}\n{}", markdown(text));
        assert_eq!(dangers(&Summary::of(text).markdown()), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn only_languages_that_rustdoc_does_not_know_are_named() {
    for info in ["json", "sh", "C++", "c#", "yaml title=x", "json,ignore"] {
        assert_ne!(languages::harmless(info), "text", "{info}");
    }
    let orders = "|rust|Rust|rust,ignore|ignore|ignore-wasm|should_panic|should-panic|no_run|compile_fail|compilefail|\
                  edition2021|rust2018|test_harness|standalone|standalone_crate|custom|{.json}|E0425|e0425|a_b|,json";
    for info in orders.split('|') {
        assert_eq!(languages::harmless(info), "text", "{info}");
    }
}

#[test]
fn links_lead_to_the_web_and_to_addresses() {
    let kept = [
        ("https://a.b", "https://a.b"),
        ("HTTP://a.b/c?d=e#f", "http://a.b/c?d=e#f"),
        ("https://a.b/c d<e>\\f|g", "https://a.b/c%20d%3Ce%3E%5Cf%7Cg"),
        ("https://a.b?c&copy;", "https://a.b?c&copy%3B"),
        ("mailto:a+b@c.de?subject=f", "mailto:a+b@c.de?subject=f"),
    ];
    for (url, expected) in kept {
        assert_eq!(urls::on_the_web(url).as_deref(), Some(expected));
    }
    let dropped = "/a|a.html|#a|crate::a|struct@A|javascript:a|data:text/html,a|https:a|https://|http:///a|file:///a|\
                   mailto:a|mailto:a@b|mailto:a@b.c#d|https://a.b/\u{202e}";
    for url in dropped.split('|') {
        assert_eq!(urls::on_the_web(url), None, "{url}");
    }
}

#[test]
fn the_first_words_stand_for_the_whole() {
    let long = format!("This does it, e.g. for A. Smith.\nIt does {} more.", "much ".repeat(40));
    let cases = [
        ("Words on\ntwo lines.\n\nMore.", "Words on two lines."),
        ("# Title\n\nSome **words**.", "Some **words**."),
        ("- One\n- two", "One"),
        ("# Title", "Title"),
        ("| a | | `b` |\n|---|---|---|", "a, `b`"),
        ("```\n\n  let x;\nlet y;\n```", "`let x;`"),
        ("\\- a", "\\- a"),
        (&long, "This does it, e.g. for A. Smith."),
    ];
    for (text, summary) in cases {
        assert_eq!(Summary::of(text).markdown(), summary);
    }
    let plain = Summary::of("The `a_b` of [*all*](https://b.c)\\\n& <b>more</b>! Then more.").first_sentence().plain();
    assert_eq!(plain, "The a_b of all & more!");
}

#[test]
fn what_is_one_paragraph_is_one_line_of_a_list() {
    let cases = [
        ("Words on\ntwo lines.", "- `x`: Words on two lines. At most 3."),
        ("\\# One", "- `x`: # One At most 3."),
        ("One.\n\nTwo\nlines.", "- `x`: One.\n\n  Two\n  lines.\n\n  At most 3."),
        ("- One\n- two", "- `x`:\n\n  - One\n  - two\n\n  At most 3."),
    ];
    for (text, expected) in cases {
        let mut doc = Doc::of(text);
        doc.section(["At most 3.".to_owned()]);
        assert_eq!(doc.item("`x`:", "At most 3.").join("\n"), expected);
    }
    assert_eq!(Doc::of("One.\n\nTwo.").item("`x`:", ""), ["- `x`: One.", "", "  Two."]);
}

#[test]
fn what_the_tool_adds_stands_behind_a_short_text() {
    let long = format!("It is {}long.", "very ".repeat(40));
    let two = ["At most 3.", "The service takes 1 unless told."];
    for (text, added, lines) in [
        ("How many.", &two[..1], vec![" How many. At most 3."]),
        ("How many.", &two, vec![" How many. At most 3. The service takes 1 unless told."]),
        ("How many", &two[..1], vec![" How many", "", " At most 3."]),
        ("- One.", &two[..1], vec![" - One.", "", " At most 3."]),
        ("Two\nlines.", &two[..1], vec![" Two", " lines.", "", " At most 3."]),
        ("How many.", &["# Errors", "Some."], vec![" How many.", "", " # Errors", "", " Some."]),
        ("How many.", &[], vec![" How many."]),
    ] {
        let mut doc = Doc::of(text);
        for said in added {
            doc.section([(*said).to_owned()]);
        }
        assert_eq!(doc.padded().collect::<Vec<_>>(), lines, "{text}");
    }
    let mut doc = Doc::of(&long);
    doc.section(["At most 3.".to_owned()]);
    assert_eq!(doc.padded().count(), 3);
}

#[test]
fn a_long_first_paragraph_ends_with_its_first_sentence() {
    let rest = "and on ".repeat(30).trim_end().to_owned();
    let cases = [
        (format!("One sentence. Two {rest}."), format!("One sentence.\n\nTwo {rest}.")),
        (format!("One\nsentence.\n`Two` {rest}."), format!("One\nsentence.\n\n`Two` {rest}.")),
        (format!("One (as in e.g. Two). Two {rest}."), format!("One (as in e.g. Two).\n\nTwo {rest}.")),
        (format!("One v. two {rest}."), format!("One v. two {rest}.")),
        (format!("One {rest}. Two."), format!("One {rest}. Two.")),
    ];
    for (text, expected) in cases {
        assert_eq!(markdown(&text), expected);
    }
}

#[test]
fn words_of_the_tool_join_the_first_paragraph() {
    let led = |text: &str| Doc::led_by("HTTP 404: ", text).lines().join("\n");
    assert_eq!(led("It is gone."), "HTTP 404: It is gone.");
    assert_eq!(led("# `gone`\n\nIt is."), "HTTP 404:\n\n### `gone`\n\nIt is.");
    assert_eq!(led("\\- a\n- b"), "HTTP 404: - a\n\n- b");
}

#[test]
fn code_is_seen_whatever_it_is() {
    assert_eq!(["a", "`a", "a``b", "a\nb", ""].map(code), ["`a`", "`` `a ``", "``` a``b ```", "`a b`", "`\"\"`"]);
}

#[test]
fn texts_without_an_end_come_to_one() {
    let pieces = [
        "> ",
        "- ",
        "1. ",
        "**a ",
        "*a_b* ",
        "<b>a",
        "<p><ul><li>",
        "<!--",
        "<a ",
        "<a '",
        "[",
        "![a](",
        "`a",
        "<div>\n<!--",
        "&",
        "|a",
        "a. A ",
        "<br>",
        "a::",
    ];
    for piece in pieces {
        let text = piece.repeat(5_000);
        let once = markdown(&text);
        assert_eq!(markdown(&once), once, "{piece}");
    }
}
