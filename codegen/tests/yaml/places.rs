//! Where everything is.

use clientsmith::yaml::{Node, Value};

use super::{read, shown, tree};

/// The parts of a text that keys, scalars, lists and mappings are.
fn parts<'a>(text: &'a str, node: &Node) -> Vec<&'a str> {
    let part = |span: &clientsmith::diag::Span| &text[span.bytes.clone()];
    let mut parts = vec![part(&node.span)];
    match &node.value {
        Value::List(items) => parts.extend(items.iter().flat_map(|item| self::parts(text, item))),
        Value::Mapping(entries) => {
            for entry in entries.iter() {
                parts.push(part(&entry.key.span));
                parts.extend(self::parts(text, &entry.value));
            }
        }
        _ => {}
    }
    parts
}

#[test]
fn keys_and_values_are_where_they_are_written() {
    let texts: &[(&str, &[&str])] = &[
        // JSON, with and without escapes.
        (
            r#" {"a\u0041": ["\ud83e\udd80é", -1.50] , "b": null }"#,
            &[
                r#"{"a\u0041": ["\ud83e\udd80é", -1.50] , "b": null }"#,
                r#""a\u0041""#,
                r#"["\ud83e\udd80é", -1.50]"#,
                r#""\ud83e\udd80é""#,
                "-1.50",
                r#""b""#,
                "null",
            ],
        ),
        ("\u{FEFF}[1]", &["[1]", "1"]),
        // Blocks reach from their first entry to their last.
        (
            "# é\na:\n  - b # c\n  - d: e\n    f: g\n# h\n",
            &[
                "a:\n  - b # c\n  - d: e\n    f: g",
                "a",
                "- b # c\n  - d: e\n    f: g",
                "b",
                "d: e\n    f: g",
                "d",
                "e",
                "f",
                "g",
            ],
        ),
        ("a:\n- - b\n  - c\n", &["a:\n- - b\n  - c", "a", "- - b\n  - c", "- b\n  - c", "b", "c"]),
        ("a:\n# - b\n- # - c\n  d\n", &["a:\n# - b\n- # - c\n  d", "a", "- # - c\n  d", "d"]),
        // Texts on several lines, with what says how they are written.
        (
            "a: b\n  c\n\n  d # e\nf: 'g\n  h'\n",
            &["a: b\n  c\n\n  d # e\nf: 'g\n  h'", "a", "b\n  c\n\n  d", "f", "'g\n  h'"],
        ),
        ("a: |\n  b\n   c\n\nd: >-\n  e\n", &["a: |\n  b\n   c\n\nd: >-\n  e", "a", "|\n  b\n   c", "d", ">-\n  e"]),
        (
            "a|b: |+ # >c\n\n  d\n\n\ne: 1\n",
            &["a|b: |+ # >c\n\n  d\n\n\ne: 1", "a|b", "|+ # >c\n\n  d\n\n\n", "e", "1"],
        ),
        ("- |\n a\n- >2\n   b\n", &["- |\n a\n- >2\n   b", "|\n a", ">2\n   b"]),
        ("--- >\na\n", &[">\na"]),
        ("? |\n  a\n: |\n  b\n", &["? |\n  a\n: |\n  b", "|\n  a", "|\n  b"]),
        ("a: # |\n  &b|c !!str\n  |\n  d\n", &["a: # |\n  &b|c !!str\n  |\n  d", "a", "!!str\n  |\n  d"]),
        // What is tagged begins at its tag.
        (
            "a: !!str 1\nb: &x !!map {c: 1}\n",
            &["a: !!str 1\nb: &x !!map {c: 1}", "a", "!!str 1", "b", "!!map {c: 1}", "c", "1"],
        ),
        // A mapping has the colon of its last key, though nothing comes after it.
        ("a:\nb:   \n", &["a:\nb:", "a", "", "b", ""]),
        ("[a: , ? b\n # c\n : , d]", &["[a: , ? b\n # c\n : , d]", "a:", "a", "", "? b\n # c\n : ", "b", "", "d"]),
        ("? a\n? b\n", &["? a\n? b\n", "a", "", "b", ""]),
        // An alias is where it stands, what is inside is where it has its anchor.
        ("a: &x [b]\nc: *x\nd: *x\n", &["a: &x [b]\nc: *x\nd: *x", "a", "[b]", "b", "c", "*x", "b", "d", "*x", "b"]),
        ("a: &x b\n*x : *x\n", &["a: &x b\n*x : *x", "a", "b", "*x", "*x"]),
        (
            "a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\n",
            &[
                "a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}",
                "a",
                "{b: 1, c: 2}",
                "b",
                "1",
                "c",
                "2",
                "d",
                "{<<: *x, c: 3}",
                "b",
                "1",
                "c",
                "3",
            ],
        ),
        // Of two equal keys, the one that is read.
        ("{a: 1, 'a': 2}", &["{a: 1, 'a': 2}", "'a'", "2"]),
        // Characters that cannot be printed are longer in what is read.
        (
            "\u{1}a: \u{7F}b\u{80}\nc: \"\u{FFFE}\u{1}d\"\n",
            &["\u{1}a: \u{7F}b\u{80}\nc: \"\u{FFFE}\u{1}d\"", "\u{1}a", "\u{7F}b\u{80}", "c", "\"\u{FFFE}\u{1}d\""],
        ),
        ("{\"\u{1}\": \"\u{9F}\"}", &["{\"\u{1}\": \"\u{9F}\"}", "\"\u{1}\"", "\"\u{9F}\""]),
        ("a: |\r\n  b\r\n  c\r\nd: 1\r\n", &["a: |\r\n  b\r\n  c\r\nd: 1", "a", "|\r\n  b\r\n  c", "d", "1"]),
    ];
    for (text, expected) in texts {
        assert_eq!(parts(text, &tree(text)), *expected, "{text}");
    }
}

#[test]
fn fifty_megabytes_are_read() {
    let item = "{\"name\": \"\\u00e9 and so on\", \"numbers\": [1, 2.50, 1e400], \"text\": \"one\\ntwo\"},\n";
    let count = 50_000_000 / item.len();
    let text = format!("[{}null]", item.repeat(count));
    let Value::List(items) = tree(&text).value else { panic!("a list") };
    assert_eq!(items.len(), count + 1);
    let last = &items[count - 1];
    assert_eq!(text[last.span.bytes.clone()], *item.trim_end_matches(['\n', ',']));
    assert_eq!(shown(last), r#"{"name":"é and so on","numbers":[1,2.50,1e400],"text":"one\ntwo"}"#);
}

#[test]
fn very_long_lines_are_read() {
    let long = "word ".repeat(1_000_000);
    for text in [format!("a: {long}\nb: 1\n"), format!("a: \"{long}\"\nb: 1\n"), format!("{{a: {long}, b: 1}}")] {
        assert!(shown(&tree(&text)).ends_with("word\",\"b\":1}") || shown(&tree(&text)).ends_with("word \",\"b\":1}"));
    }
    let key = "k".repeat(100_000);
    assert!(read(&format!("{{\"{key}\": 1}}")).tree.is_some());
}
