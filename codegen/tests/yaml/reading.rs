//! What texts mean.

use super::{Outcome, read, shown};

/// Texts and what they mean, without a remark.
const TEXTS: &[(&str, &str)] = &[
    // Nothing.
    ("", "null"),
    ("# nothing\n", "null"),
    ("---\n", "null"),
    ("\u{FEFF}", "null"),
    // Scalars, by the core schema of YAML 1.2.
    ("[null, Null, NULL, ~, ]", "[null,null,null,null]"),
    ("a:\nb:\n", r#"{"a":null,"b":null}"#),
    ("[true, True, TRUE, false, False, FALSE]", "[true,true,true,false,false,false]"),
    ("[yes, no, on, off, y, n, Yes, NO, tRUE]", r#"["yes","no","on","off","y","n","Yes","NO","tRUE"]"#),
    ("[0, 1, -1, +1, -0, 18446744073709551615]", "[0,1,-1,1,-0,18446744073709551615]"),
    ("[1.5, -.5, +.5, 2., 1e3, 1E-3, 12.50, 00.5]", "[1.5,-0.5,0.5,2.0,1e3,1E-3,12.50,0.5]"),
    ("[1180591620717411303424, -1180591620717411303424]", "[1180591620717411303424,-1180591620717411303424]"),
    ("[1e400, 0.1000000000000000055511151231257827]", "[1e400,0.1000000000000000055511151231257827]"),
    ("[0x1F, 0o17, -0x1F, 0b11]", r#"[31,15,"-0x1F","0b11"]"#),
    (
        "[1_000, 12:30, 12:30:45, 1.2.3, ., .e3, 1e, 0x, 1.e, e5]",
        r#"["1_000","12:30","12:30:45","1.2.3",".",".e3","1e","0x","1.e","e5"]"#,
    ),
    (
        "[2025-01-01, 2025-01-01 12:00:00, 2025-01-01T00:00:00Z]",
        r#"["2025-01-01","2025-01-01 12:00:00","2025-01-01T00:00:00Z"]"#,
    ),
    (r#"["1", 'true', "null", "<<"]"#, r#"["1","true","null","<<"]"#),
    // Keys are texts, as they are written.
    (
        "200: a\n404.0: b\ntrue: c\nFalse: d\nnull: e\n~: f\n0x1F: g\n012: h\non: i\n2025-01-01: j\n: k\n",
        r#"{"200":"a","404.0":"b","true":"c","False":"d","null":"e","~":"f","0x1F":"g","012":"h","on":"i","2025-01-01":"j","":"k"}"#,
    ),
    ("? a\n: b\n? c\n", r#"{"a":"b","c":null}"#),
    ("{a, b: , ? c : d, \"e\":f}", r#"{"a":null,"b":null,"c":"d","e":"f"}"#),
    ("[a: b, c]", r#"[{"a":"b"},"c"]"#),
    // Texts on several lines.
    ("a: b\n  c\n\n  d # e\n", r#"{"a":"b c\nd"}"#),
    ("a: |\n  b\n   c\n\nd: >\n  e\n  f\n\n  g\n", r#"{"a":"b\n c\n","d":"e f\ng\n"}"#),
    ("a: |-\n  b\n\nc: |+\n  d\n\ne: |2\n    f\n", r#"{"a":"b","c":"d\n\n","e":"  f\n"}"#),
    ("a: 'it''s\n  b'\nc: \"\\x41\\u00e9\\U0001F980\\n\\\n  d\"\n", r#"{"a":"it's b","c":"Aé🦀\nd"}"#),
    ("a: |\n  b\n   ", r#"{"a":"b\n \n"}"#),
    // Line ends, tabs and marks.
    ("\u{FEFF}a: 1\r\nb: |\r\n  c\r\n  d\r\ne: 'f\r\n  g'\r\n", r#"{"a":1,"b":"c\nd\n","e":"f g"}"#),
    ("a: 1\rb: 2\r", r#"{"a":1,"b":2}"#),
    ("a:\t1\t# b\nc: d\te\n", r#"{"a":1,"c":"d\te"}"#),
    ("{\n\t\"a\":\t1,\n\t\"b\":\t[\n\t\t2\n\t]\n}\n", r#"{"a":1,"b":[2]}"#),
    ("a: b\u{A0}c\u{2028}d\u{85}e\n", "{\"a\":\"b\u{A0}c\u{2028}d\u{85}e\"}"),
    // Directives and the signs of a document.
    ("%YAML 1.2\n---\na: 1\n...\n", r#"{"a":1}"#),
    ("%YAML 1.1\n%FOO bar\n# b\n---\nyes: 1\n", r#"{"yes":1}"#),
    ("%TAG !y! tag:yaml.org,2002:\n---\n!y!str 1\n", r#""1""#),
    ("--- # a\nb\n...\n# c\n", r#""b""#),
    // Tags of YAML's own.
    ("[!!str 1, !!str , ! 2, !!timestamp 2025-01-01]", r#"["1","","2","2025-01-01"]"#),
    ("[!!int \"1\", !!float 1, !!float \"1.5\", !!bool 'true', !!null '', !!null ~]", "[1,1,1.5,true,null,null]"),
    ("a: !!binary |\n  R0lG\n  ODlh\nb: !!seq [1]\nc: !!map {d: 1}\n", r#"{"a":"R0lGODlh","b":[1],"c":{"d":1}}"#),
    ("a: !!set {b, c}\nd: !!omap [e: 1, f: 2]\n", r#"{"a":{"b":null,"c":null},"d":[{"e":1},{"f":2}]}"#),
    // Anchors and aliases.
    ("a: &x {b: 1}\nc: *x\nd: [*x, *x]\n", r#"{"a":{"b":1},"c":{"b":1},"d":[{"b":1},{"b":1}]}"#),
    ("a: &x 1\nb: &x 2\nc: *x\n", r#"{"a":1,"b":2,"c":2}"#),
    ("a: &x\nb: *x\n", r#"{"a":null,"b":null}"#),
    ("&k a: 1\nb: *k\nc: {*k : 2}\n", r#"{"a":1,"b":"a","c":{"a":2}}"#),
    ("a: &x 200\n*x : b\n", r#"{"a":200,"200":"b"}"#),
    ("- &x !!str 1\n- !!str &y 2\n- *x\n- *y\n", r#"["1","2","1","2"]"#),
    // Merge keys.
    ("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n  e: 4\n", r#"{"a":{"b":1,"c":2},"d":{"b":1,"c":3,"e":4}}"#),
    ("a: &x {b: 1}\nc: {b: 2, <<: *x}\n", r#"{"a":{"b":1},"c":{"b":2}}"#),
    (
        "[&x {a: 1, b: 2}, &y {b: 3, c: 4}, {<<: [*x, *y]}, {<<: *x, <<: *y}]",
        r#"[{"a":1,"b":2},{"b":3,"c":4},{"a":1,"b":2,"c":4},{"a":1,"b":2,"c":4}]"#,
    ),
    ("a: &x {b: 1}\nc: &y {<<: *x, d: 2}\ne: {<<: *y}\n", r#"{"a":{"b":1},"c":{"b":1,"d":2},"e":{"b":1,"d":2}}"#),
    ("a: {<<: {b: 1}, <<: [], c: 2}\n", r#"{"a":{"b":1,"c":2}}"#),
    (r#"{"<<": {"a": 1}, '<<b': 2}"#, r#"{"<<":{"a":1},"<<b":2}"#),
    // JSON.
    (
        r#"{"a": [1, -0.50, 1e400, true, false, null, "b"], "c": {}, "d": []}"#,
        r#"{"a":[1,-0.50,1e400,true,false,null,"b"],"c":{},"d":[]}"#,
    ),
    (r#"["\"\\\/\b\f\n\r\t\u0041\u00e9\ud83e\udd80"]"#, r#"["\"\\/\b\f\n\r\tAé🦀"]"#),
    (" \t\r\n[ ]\r\n", "[]"),
    ("\u{FEFF}{}", "{}"),
    (r#"{"": 1, "<<": {"a": 1}, "*": "&a"}"#, r#"{"":1,"<<":{"a":1},"*":"&a"}"#),
];

#[test]
fn texts_mean_what_they_say() {
    for (text, expected) in TEXTS {
        let Outcome { tree, faults, remarks } = read(text);
        let tree = tree.unwrap_or_else(|| panic!("{text}\n{faults:?}"));
        assert_eq!(shown(&tree), *expected, "{text}");
        assert!(remarks.is_empty(), "{text}\n{remarks:?}");
    }
}
