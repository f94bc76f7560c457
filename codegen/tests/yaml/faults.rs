//! What cannot be read: one fault, with its place and what to do.

use std::fmt::Write as _;

use clientsmith::{
    diag::{Diagnostic, RULES},
    yaml::{Node, Value},
};

use super::{Outcome, read, read_as, read_strictly, said, shown, sources};

/// The only fault of a text.
#[track_caller]
fn fault(text: &str) -> Diagnostic {
    only_fault(text, read(text))
}

#[track_caller]
fn only_fault(text: &str, Outcome { mut faults, .. }: Outcome) -> Diagnostic {
    assert_eq!(faults.len(), 1, "{text:.200}\n{faults:?}");
    faults.remove(0)
}

/// Asserts what is said of a text that has a fault: a part of the message, and where it is.
#[track_caller]
fn assert_fault(path: &str, text: &str, part: &str, message: &str) {
    let fault = only_fault(text, read_as(path, text));
    assert!(fault.message.contains(message), "{text}\n{}", fault.message);
    assert!(fault.help.is_some(), "{text}");
    assert_eq!(said(text, &[fault]), [format!("yaml-syntax {part}")], "{text}");
}

#[test]
fn what_is_not_json_says_where_and_what_is_missing() {
    let texts = [
        ("{\"a\": 1 \"b\": 2}", "\"b\"", "`,` or `}` is missing"),
        ("{\"a\": [1 [2]}", "[", "`,` or `]` is missing"),
        ("{\"a\" 1}", "1", "a `:` is missing"),
        ("{\"a\": }}", "}", "a value is missing"),
        ("{\"a\": 1,, \"b\": 2}", ",", "a key is missing"),
        ("[1]\n]", "]", "something follows the end"),
        ("{\"a\": [1, 2}", "}", "`,` or `]` is missing"),
        ("{\"a\": 1", "", "`,` or `}` is missing"),
        ("[1, 2", "", "`,` or `]` is missing"),
        ("{\"a\": \"b", "\"", "a text has no end"),
        (r#"{"a": "\q"}"#, "\\", "an escape is none of JSON"),
        (r#"{"a": "\u12"}"#, "\\", "an escape is none of JSON"),
        (r#"{"a": "\u+123"}"#, "\\", "an escape is none of JSON"),
        ("{\"a\": 1} /* b */", "/", "neither a value nor one of"),
    ];
    for (text, part, message) in texts {
        assert_fault("openapi.json", text, part, message);
    }
}

#[test]
fn what_is_not_yaml_says_where_and_why() {
    let texts = [
        ("a: b: c\n", ":", "not YAML"),
        ("a:\n\tb: 1\n", "b", "not YAML"),
        ("a: @b\n", "@", "not YAML"),
        ("a: 'b\n", "", "not YAML"),
        ("a: [b\n", "[", "not YAML"),
        ("{a: 1, b: }}", "}", "not YAML"),
        ("%YAML 2.0\n---\na: 1\n", "%", "not YAML"),
        ("a: \"\\ud83e\"\n", "\"", "not YAML"),
        // Both readers fail, and the one that came farther is heard.
        ("{\"a\": 'b', \"c\": @d}", "@", "not YAML"),
        ("{\"a\": 1, \"b\": \"\\q\"}", "\\", "not JSON"),
    ];
    for (text, part, message) in texts {
        assert_fault("openapi.yaml", text, part, message);
    }
}

#[test]
fn each_fault_of_a_published_document_is_a_rule() {
    for text in ["{", "\u{1}".repeat(2_000).as_str(), &bomb(9)] {
        let fault = fault(text);
        assert!(RULES.iter().any(|rule| rule.name == fault.rule), "{}", fault.rule);
    }
}

#[test]
fn what_nests_too_deep_is_a_fault_in_either_reader() {
    let (open, close) = ("[".repeat(10_000), "]".repeat(10_000));
    let mut block = String::new();
    for depth in 0..10_000 {
        let _ = writeln!(block, "{}a:", " ".repeat(depth));
    }
    let mut aliases = "a0: &a0 []\n".to_owned();
    for depth in 1..10_000 {
        let _ = writeln!(aliases, "a{depth}: &a{depth} [*a{}]", depth - 1);
    }
    let mut merges = "a0: &a0 {b0: {}}\n".to_owned();
    for depth in 1..10_000 {
        let _ = writeln!(merges, "a{depth}: &a{depth} {{b: {{<<: *a{}}}}}", depth - 1);
    }
    let texts = [
        open.clone(),
        format!("{open}{close}"),
        "{\"a\":".repeat(10_000),
        "{a: ".repeat(10_000),
        "- ".repeat(10_000),
        "? ".repeat(10_000),
        "[{a: ".repeat(10_000),
        format!("- {open}"),
        block,
        aliases,
        merges,
    ];
    for text in &texts {
        assert_eq!(fault(text).message, "lists and mappings nest too deep", "{text:.60}");
        assert!(!read_strictly(text).faults.is_empty(), "{text:.60}");
    }
}

#[test]
fn what_nests_as_deep_as_published_documents_do_is_read_walked_and_dropped() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("{a: ", "}"), ("[{a: ", "}]")] {
        let depth = 200 / open.matches(['[', '{']).count();
        let text = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        let Outcome { tree, faults, .. } = read(&text(depth));
        assert_eq!(
            shown(&tree.expect("a tree")),
            text(depth).replace("a:", "\"a\":").replace("\"\"a\"\"", "\"a\"").replace(' ', "")
        );
        assert!(faults.is_empty());
        assert!(read(&text(depth + 1)).tree.is_none());
    }
    let lists = "- ".repeat(200) + "1";
    assert!(read(&lists).tree.is_some());
    assert!(read(&format!("- {lists}")).tree.is_none());
}

/// A text whose aliases stand for a power of ten.
fn bomb(power: usize) -> String {
    let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..power {
        let _ = writeln!(text, "a{level}: &a{level} [{}]", vec![format!("*a{}", level - 1); 10].join(", "));
    }
    text
}

#[test]
fn aliases_that_multiply_are_a_fault() {
    assert!(read(&bomb(5)).tree.is_some(), "what is shared within bounds is read");
    let huge = "x".repeat(1 << 20);
    let texts = [
        bomb(9),
        bomb(30),
        bomb(9).replace("[x, x, x, x, x, x, x, x, x, x]", "{x: x}").replace("[*", "{<<: [*").replace("]\n", "]}\n"),
        // The same text again and again, as a value and as a key.
        format!("a: &a {huge}\nb:\n{}", "- *a\n".repeat(1_000)),
        format!("a: &a\n  ? {huge}\n  : 1\nb:\n{}", "- {<<: *a}\n".repeat(1_000)),
    ];
    for text in &texts {
        let fault = fault(text);
        assert_eq!(fault.rule, "unsupported-yaml");
        assert!(fault.message.contains("128 MiB"), "{}", fault.message);
        let alias = &text[fault.labels[0].span.bytes.clone()];
        assert!(alias.starts_with("*a"), "{alias:.20}");
    }
}

#[test]
fn shared_trees_are_not_copied() {
    let Node { value: Value::List(items), .. } = super::tree("[&a [x, y], *a]") else { panic!("a list") };
    let [Node { value: Value::List(one), .. }, Node { value: Value::List(other), .. }] = &*items else {
        panic!("lists")
    };
    assert!(std::sync::Arc::ptr_eq(one, other));
}

#[test]
fn a_file_that_is_no_text_is_a_fault() {
    let fault = fault(&"PNG\0\0\u{1A}".repeat(1_000));
    assert!(fault.message.contains("more than 1000 control characters"), "{}", fault.message);
}

#[test]
fn a_fault_is_shown_at_its_line() {
    let text = "{\n  \"a\": [1,\n    2 [3]]\n}\n";
    let Outcome { faults, .. } = read_as("openapi.json", text);
    let sources = sources("openapi.json", text);
    assert_eq!(sources.position(&faults[0].labels[0].span), (3, 7));
}
