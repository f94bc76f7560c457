//! Whatever tree is written as JSON, as YAML in flow style or as YAML in blocks: it is read back equal, and the text at the
//! place of each part of it is that part.

use clientsmith::yaml::{Node, Value};
use proptest::prelude::*;

use super::blocks::block;
use super::random::{Tree, trees};
use super::styles::{Choices, flow, json};
use super::{Outcome, read, read_strictly, shown, tree};

/// Reads a text back and looks at each place in it.
fn assert_read_back(expected: &Tree, text: &str) {
    let Outcome { tree, faults, remarks } = read(text);
    let node = tree.unwrap_or_else(|| panic!("{text}\n{faults:?}"));
    assert_eq!(shown(&node), expected.to_string(), "{text}");
    assert!(remarks.is_empty(), "{text}\n{remarks:?}");
    assert_places(text, &node, None);
}

/// Whether the text at each place is what is there; `outside` is the column of what it stands in.
fn assert_places(text: &str, node: &Node, outside: Option<usize>) {
    let part = &text[node.span.bytes.clone()];
    let line = text[..node.span.bytes.start].rsplit('\n').next().unwrap_or_default();
    let column = line.chars().count();
    match &node.value {
        Value::List(items) => items.iter().for_each(|item| assert_places(text, item, Some(column))),
        Value::Mapping(entries) => {
            for entry in entries.iter() {
                assert_key(&entry.key.value, &text[entry.key.span.bytes.clone()]);
                assert_places(text, &entry.value, Some(column));
            }
        }
        _ => {}
    }
    let again = match (&node.value, outside) {
        // The lines of a block are told apart by their columns, of which the first is not in its place.
        (Value::List(_) | Value::Mapping(_), _) => tree(&format!("{}{part}", " ".repeat(column))),
        // A number of columns in its sign counts from what it stands in.
        (_, Some(outside)) if part.starts_with("|2") => {
            let Value::Mapping(entries) = tree(&format!("{}a: {part}", " ".repeat(outside))).value else {
                panic!("{part}")
            };
            entries[0].value.clone()
        }
        _ => tree(part),
    };
    assert_eq!(shown(&again), shown(node), "{part:?} of\n{text}");
}

/// A key that is no text by itself is as it is written.
fn assert_key(key: &str, part: &str) {
    match tree(part).value {
        Value::Text(text) => assert_eq!(text, key),
        _ => assert_eq!(part, key),
    }
}

/// What the strict reader makes of YAML that is plain data: the same, but for numbers that are too large.
fn assert_read_strictly(expected: &Tree, text: &str) {
    let Outcome { tree, faults, .. } = read_strictly(text);
    assert!(faults.iter().all(|fault| fault.message.contains("is a number that does not fit")), "{text}\n{faults:?}");
    if faults.is_empty() {
        assert_eq!(shown(&tree.expect("a tree")), expected.to_string(), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trees_in_json_are_read_back(tree in trees(), choices in proptest::collection::vec(any::<u8>(), 1..200)) {
        assert_read_back(&tree, &json(&tree, &mut Choices::new(&choices)));
    }

    #[test]
    fn trees_in_flow_style_are_read_back(tree in trees(), choices in proptest::collection::vec(any::<u8>(), 1..200)) {
        let text = flow(&tree, &mut Choices::new(&choices));
        assert_read_back(&tree, &text);
        assert_read_strictly(&tree, &text);
    }

    #[test]
    fn trees_in_blocks_are_read_back(tree in trees(), choices in proptest::collection::vec(any::<u8>(), 1..200)) {
        let text = block(&tree, &mut Choices::new(&choices));
        assert_read_back(&tree, &text);
        assert_read_strictly(&tree, &text);
    }
}
