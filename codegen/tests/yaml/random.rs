//! Random trees.

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter, Result};

use proptest::prelude::*;

/// A tree.
#[derive(Clone, Debug)]
pub(crate) enum Tree {
    Null,
    Boolean(bool),
    /// A number of JSON.
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Mapping(BTreeMap<String, Tree>),
}

/// As JSON without spaces and needless escapes.
impl Display for Tree {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let text = |text: &str| serde_json::Value::from(text).to_string();
        let joined = |parts: Vec<String>| parts.join(",");
        match self {
            Self::Null => formatter.write_str("null"),
            Self::Boolean(value) => write!(formatter, "{value}"),
            Self::Number(digits) => formatter.write_str(digits),
            Self::Text(value) => formatter.write_str(&text(value)),
            Self::List(items) => write!(formatter, "[{}]", joined(items.iter().map(Self::to_string).collect())),
            Self::Mapping(entries) => {
                let entry = |(key, value): (&String, &Self)| format!("{}:{value}", text(key));
                write!(formatter, "{{{}}}", joined(entries.iter().map(entry).collect()))
            }
        }
    }
}

/// Trees of all sorts.
pub(crate) fn trees() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        1 => Just(Tree::Null),
        1 => any::<bool>().prop_map(Tree::Boolean),
        2 => numbers().prop_map(Tree::Number),
        6 => texts().prop_map(Tree::Text),
    ];
    leaf.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Tree::List),
            proptest::collection::btree_map(texts(), inner, 0..5).prop_map(Tree::Mapping),
        ]
    })
}

fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,9})?([eE][-+]?[0-9]{1,3})?"
    ]
}

fn texts() -> impl Strategy<Value = String> {
    let odd = [
        "",
        " ",
        "\n",
        "\n\n",
        "a\n",
        "a\n\n",
        " a",
        "a ",
        "null",
        "~",
        "true",
        "yes",
        "1",
        "0755",
        "1e3",
        ".inf",
        "<<",
        "- a",
        "? a",
        "a: b",
        "a #b",
        "#a",
        "&a",
        "*a",
        "!a",
        "%a",
        "@a",
        "`a",
        "|",
        ">",
        "[a",
        "]",
        "{a",
        "}",
        "a, b",
        "'a'",
        "\"a\"",
        "---",
        "...",
        "a\tb",
        "\ta",
        "a\r\nb",
        "\u{FEFF}",
        "\0",
        "\u{7F}",
        "\u{85}",
        "\u{2028}",
        "\u{FFFE}",
        "\u{FFFD}",
        "a\\nb",
        "one two three",
        "one two\nthree four\n",
    ];
    prop_oneof![
        2 => "[a-z]{1,8}",
        1 => "[a-z]{1,4}( [a-z]{1,4}){1,4}(\n[a-z]{1,4}( [a-z]{1,4}){0,3}){0,3}\n?",
        1 => "[ -~]{0,12}",
        1 => "[ \tab:#'\"-é🦀\n]{0,12}",
        1 => any::<String>(),
        2 => proptest::sample::select(odd.to_vec()).prop_map(str::to_owned),
    ]
}
