//! What is remarked on: it is read all the same.

use std::collections::BTreeSet;

use clientsmith::{diag::RULES, yaml::REMARKS};

use super::{Outcome, read, read_as, said, shown};

/// Texts, what they mean, and the rules and places of the remarks.
const TEXTS: &[(&str, &str, &[&str])] = &[
    // Of two equal keys the last one is read, at the place of the first.
    ("a: 1\nb: 2\n\"a\": 3\n", r#"{"a":3,"b":2}"#, &["duplicate-key \"a\""]),
    ("a: 1\na: 2\na: 3\n", r#"{"a":3}"#, &["duplicate-key a", "duplicate-key a"]),
    (r#"{"a": 1, "\u0061": 2}"#, r#"{"a":2}"#, &[r#"duplicate-key "\u0061""#]),
    ("200: a\n'200': b\n", r#"{"200":"b"}"#, &["duplicate-key '200'"]),
    ("a: &x {b: 1}\nc: {b: 2, <<: *x, b: 3}\n", r#"{"a":{"b":1},"c":{"b":3}}"#, &["duplicate-key b"]),
    // Numbers that are not the same for everybody.
    (
        "[0755, 08, -012, '0755', 00]",
        r#"["0755","08","-012","0755","00"]"#,
        &["ambiguous-number 0755", "ambiguous-number 08", "ambiguous-number -012", "ambiguous-number 00"],
    ),
    (
        "[.inf, -.Inf, .NaN]",
        r#"[".inf","-.Inf",".NaN"]"#,
        &["ambiguous-number .inf", "ambiguous-number -.Inf", "ambiguous-number .NaN"],
    ),
    (
        "0x52908400098527886E0F7030069857D2E4169EE7",
        r#""0x52908400098527886E0F7030069857D2E4169EE7""#,
        &["ambiguous-number 0x52908400098527886E0F7030069857D2E4169EE7"],
    ),
    // Keys that are no texts.
    ("a: {{b}}\n", r#"{"a":{}}"#, &["invalid-key {b}"]),
    ("? [a]\n: b\nc: d\n", r#"{"c":"d"}"#, &["invalid-key [a]"]),
    ("a: &x [1]\n*x : b\n", r#"{"a":[1]}"#, &["invalid-key *x"]),
    // Merges of what is no mapping.
    ("a: {<<: b, c: 1}\n", r#"{"a":{"c":1}}"#, &["invalid-merge b"]),
    ("a: {<<: , c: 1}\n", r#"{"a":{"c":1}}"#, &["invalid-merge "]),
    ("a: &x {b: 1}\nc: {<<: [*x, 2]}\n", r#"{"a":{"b":1},"c":{"b":1}}"#, &["invalid-merge 2"]),
    ("a: {<<: *b, c: 1}\n", r#"{"a":{"c":1}}"#, &["unknown-alias *b"]),
    // Several documents.
    ("a: 1\n---\nb: }{\n", r#"{"a":1}"#, &["several-documents ---"]),
    ("a: 1\n...\n%YAML 1.2\n---\nb: 2\n---\nc: 3\n", r#"{"a":1}"#, &["several-documents ---"]),
    ("{\"a\": 1}\n---\n{\"b\": 2}\n", r#"{"a":1}"#, &["several-documents ---"]),
    // Aliases.
    ("a: *b\nc: [*d, 1]\n", r#"{"a":?,"c":[?,1]}"#, &["unknown-alias *b", "unknown-alias *d"]),
    ("*a : 1\nb: 2\n", r#"{"b":2}"#, &["unknown-alias *a"]),
    ("a: *x\nb: &x 1\n", r#"{"a":?,"b":1}"#, &["unknown-alias *x"]),
    ("&a [*a, {b: *a}]", r#"[?,{"b":?}]"#, &["unknown-alias *a", "unknown-alias *a"]),
    ("a: &x {b: *x}\n", r#"{"a":{"b":?}}"#, &["unknown-alias *x"]),
    // Tags.
    (
        "a: !Ref b\nc: !Sub [d]\ne: !f\n  g: 1\n",
        r#"{"a":"b","c":["d"],"e":{"g":1}}"#,
        &["unknown-tag !Ref", "unknown-tag !Sub", "unknown-tag !f"],
    ),
    (
        "[!!int a, !!int 1.5, !!bool yes, !!null 1, !!float .inf]",
        r#"["a",1.5,"yes",1,".inf"]"#,
        &[
            "unknown-tag !!int",
            "unknown-tag !!int",
            "unknown-tag !!bool",
            "unknown-tag !!null",
            "unknown-tag !!float",
            "ambiguous-number !!float .inf",
        ],
    ),
    (
        "[!!str [a], !!seq {b: 1}, !!map c, !<tag:example.com,2025:x> d]",
        r#"[["a"],{"b":1},"c","d"]"#,
        &["unknown-tag !!str", "unknown-tag !!seq", "unknown-tag !!map", "unknown-tag !<tag:example.com,2025:x>"],
    ),
    // Characters that cannot be printed.
    (
        "a\u{8}: \"b\0\u{7F}c\"\nd: e\u{85}\u{FFFE}\u{9F}f\n",
        "{\"a\u{FFFD}\":\"b\u{FFFD}\u{FFFD}c\",\"d\":\"e\u{85}\u{FFFD}\u{FFFD}f\"}",
        &["unprintable-character \u{8}"],
    ),
    ("{\"a\": \"\u{1}\"}", "{\"a\":\"\u{FFFD}\"}", &["unprintable-character \u{1}"]),
    (
        r#"["\ud83e", "\udd80\ud83e", "\ud83e\u0041"]"#,
        "[\"\u{FFFD}\",\"\u{FFFD}\u{FFFD}\",\"\u{FFFD}A\"]",
        &[
            r#"unprintable-character "\ud83e""#,
            r#"unprintable-character "\udd80\ud83e""#,
            r#"unprintable-character "\ud83e\u0041""#,
        ],
    ),
    // Texts of JSON on several lines.
    ("{\"a\": \"b\nc\td\"}", r#"{"a":"b\nc\td"}"#, &["loose-json \"b\nc\td\""]),
];

#[test]
fn what_is_not_sure_is_read_and_remarked_on() {
    for (text, expected, expected_remarks) in TEXTS {
        let Outcome { tree, faults, remarks } = read(text);
        let tree = tree.unwrap_or_else(|| panic!("{text}\n{faults:?}"));
        assert_eq!(shown(&tree), *expected, "{text}");
        assert_eq!(said(text, &remarks), *expected_remarks, "{text}");
    }
}

#[test]
fn what_is_no_json_but_yaml_is_remarked_on_if_it_is_called_json() {
    let texts = [
        ("{\"a\": [1, 2,],}", r#"{"a":[1,2]}"#, "loose-json ]"),
        ("{a: 1}", r#"{"a":1}"#, "loose-json a"),
        ("{'a': 1}", r#"{"a":1}"#, "loose-json '"),
        ("{\"a\": 1} # b", r#"{"a":1}"#, "loose-json #"),
        ("[NaN, Infinity]", r#"["NaN","Infinity"]"#, "loose-json N"),
        ("{\"a\": 01e}", r#"{"a":"01e"}"#, "loose-json 0"),
    ];
    for (text, expected, remark) in texts {
        for path in ["openapi.json", "OPENAPI.JSON"] {
            let Outcome { tree, remarks, .. } = read_as(path, text);
            assert_eq!(shown(&tree.unwrap()), expected);
            assert_eq!(said(text, &remarks), [remark], "{text}");
        }
        assert!(read_as("openapi.yaml", text).remarks.is_empty(), "{text} is YAML");
    }
    assert!(read_as("openapi.json", "a: 1\n").remarks.is_empty(), "what does not look like JSON is YAML");
}

#[test]
fn each_kind_of_remark_is_listed_and_shown() {
    let shown: BTreeSet<_> = TEXTS.iter().flat_map(|(text, ..)| read(text).remarks).map(|remark| remark.rule).collect();
    let own: BTreeSet<_> = REMARKS.iter().map(|rule| rule.name).collect();
    let faults: BTreeSet<_> = RULES.iter().map(|rule| rule.name).collect();
    assert!(own.is_disjoint(&faults), "a rule is listed once");
    assert_eq!(shown.difference(&faults).copied().collect::<BTreeSet<_>>(), own);
    assert!(REMARKS.is_sorted_by_key(|rule| rule.name));
}

#[test]
fn each_remark_says_what_to_do() {
    for (text, ..) in TEXTS {
        for remark in read(text).remarks {
            assert!(remark.help.is_some(), "{}: {}", remark.rule, remark.message);
        }
    }
}

#[test]
fn of_very_many_remarks_of_a_kind_a_hundred_are_kept() {
    let text = format!("[{}0x1, *a]", "!a 1, ".repeat(1_000));
    let Outcome { remarks, .. } = read(&text);
    assert_eq!(remarks.iter().filter(|remark| remark.rule == "unknown-tag").count(), 101);
    assert_eq!(remarks.iter().filter(|remark| remark.rule == "unknown-alias").count(), 1);
    let last = remarks.iter().rfind(|remark| remark.rule == "unknown-tag").unwrap();
    assert!(last.message.contains("900 more"), "{}", last.message);
    let place = text.rfind("!a").unwrap();
    assert_eq!(last.labels[0].span.bytes, place..place + 2);
}
