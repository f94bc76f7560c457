//! Whatever a text is, it is read or reported, and nothing panics.

use clientsmith::diag::Diagnostics;
use clientsmith::yaml;
use proptest::prelude::*;

use super::blocks::block;
use super::random::trees;
use super::styles::{Choices, flow, json};
use super::support::pieces::{PIECES, edited};
use super::{Outcome, read_as, read_strictly, shown, sources};

/// Reads a text in all ways, and shows all that is said of it.
fn survive(text: &str) {
    let sources = sources("openapi.json", text);
    for Outcome { tree, faults, remarks } in [read_as("openapi.json", text), read_strictly(text)] {
        let mut said = Diagnostics::default();
        for diagnostic in faults.into_iter().chain(remarks) {
            for label in &diagnostic.labels {
                assert!(text.get(label.span.bytes.clone()).is_some(), "{diagnostic:?} has a place in {text:?}");
            }
            said.push(diagnostic);
        }
        assert_eq!(said.is_empty(), said.render(&sources, true).is_empty());
        if let Some(tree) = tree {
            shown(&tree);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_survived(text in any::<String>()) {
        survive(&text);
    }

    #[test]
    fn any_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let mut faults = Diagnostics::default();
        let text = yaml::decode(bytes, 0, &mut faults);
        faults.list().iter().for_each(|fault| assert!(text.get(fault.labels[0].span.bytes.clone()).is_some()));
        survive(&text);
    }

    #[test]
    fn any_text_made_of_yaml_is_survived(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)) {
        survive(&pieces.concat());
    }

    #[test]
    fn any_edit_of_a_text_is_survived(
        tree in trees(), choices in proptest::collection::vec(any::<u8>(), 1..200),
        start in any::<prop::sample::Index>(), length in 0_usize..10, piece in proptest::sample::select(PIECES),
    ) {
        for write in [json, flow, block] {
            survive(&edited(&write(&tree, &mut Choices::new(&choices)), start, length, piece));
        }
    }
}
