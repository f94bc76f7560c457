//! The one layout of descriptions: what it is, that nothing is lost in it, and that it does not depend on how things were written.

#[path = "schema/descriptions.rs"]
mod descriptions;
mod support;
#[path = "format/writers.rs"]
mod writers;

use std::fs;

use clientsmith::diag::{Diagnostics, Source, Sources};
use clientsmith::yaml::{self, Node, Value};
use proptest::prelude::*;

use descriptions::descriptions;
use support::pieces::{PIECES, edited};
use writers::{Style, commented, comments, marks, write};

#[test]
fn each_case_has_its_layout() {
    let mut differing = Vec::new();
    let folders = fs::read_dir(support::codegen("tests/format")).expect("there are cases");
    let mut folders: Vec<_> = folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    for folder in folders {
        let laid_out = laid_out(&fs::read_to_string(folder.join("written.yaml")).unwrap());
        let expected = folder.join("laid_out.yaml");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&expected, &laid_out).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != laid_out {
            differing.push(format!("--- {}\n{laid_out}", expected.display()));
        }
    }
    assert!(differing.is_empty(), "{}\nif these are better, run again with UPDATE_EXPECT=1", differing.concat());
}

#[test]
fn a_layout_is_its_own_and_loses_nothing() {
    for (name, text) in texts() {
        let laid_out = laid_out(&text);
        assert_same(&text, &laid_out, &name);
        assert_eq!(comments(&text), comments(&laid_out), "{name}");
    }
}

#[test]
fn layouts_do_not_depend_on_how_things_were_written() {
    for (name, text) in texts() {
        let tree = tree(&text).unwrap();
        let plain = laid_out(&write(&tree, Style::BLOCKS));
        for style in Style::ALL {
            assert_alike(&laid_out(&write(&tree, style)), &plain, &format!("{name}: {style:?}"));
        }
        if comments(&text).is_empty() && ![": >", "null"].iter().any(|kept| text.contains(kept)) {
            assert_alike(&laid_out(&text), &plain, &name);
        }
        assert_alike(&laid_out(&text.replace('\n', "\r\n")), &laid_out(&text), &name);
        assert_alike(&laid_out(text.trim_end()), &laid_out(&text), &name);
    }
}

#[test]
fn comments_may_stand_everywhere() {
    for (name, text) in texts().into_iter().step_by(3) {
        let bare = write(&tree(&text).unwrap(), Style::BLOCKS);
        let with_comments =
            [commented(&laid_out(&bare)), commented(&bare), writers::flow_with_comments(&tree(&text).unwrap())];
        for written in with_comments {
            let laid_out = laid_out(&written);
            assert_same(&written, &laid_out, &name);
            assert_eq!(marks(&written), marks(&laid_out), "{name}");
            assert_same(&bare, &laid_out, &name);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_plain_data_has_a_layout(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40)) {
        try_any(&pieces.concat());
    }

    #[test]
    fn any_text_has_a_layout_as_a_value(value in "(?s).{0,60}", key in "\\PC{1,20}") {
        let written = serde_json::json!({&key: [&value, {&key: &value}], "doc": &value, "section": {"item": {"a": {&key: &value}}}});
        try_any(&written.to_string());
    }

    #[test]
    fn edited_descriptions_have_a_layout(
        start in any::<prop::sample::Index>(), length in 0_usize..40, piece in proptest::sample::select(PIECES),
    ) {
        let text = fs::read_to_string(support::codegen("tests/edits/orchard/orders.yaml")).unwrap();
        try_any(&edited(&text, start, length, piece));
    }
}

/// Lays out a text if it is plain data.
fn try_any(text: &str) {
    if tree(text).is_some() {
        assert_same(text, &laid_out(text), text);
    }
}

/// That two texts say the same, and that the second is in its layout.
#[track_caller]
fn assert_same(written: &str, laid_out_text: &str, name: &str) {
    assert!(is_same(&tree(written).unwrap(), &tree(laid_out_text).unwrap()), "{name}:\n{laid_out_text}");
    assert_alike(&laid_out(laid_out_text), laid_out_text, name);
}

#[track_caller]
fn assert_alike(found: &str, expected: &str, name: &str) {
    let difference = similar::TextDiff::from_lines(expected, found);
    assert!(found == expected, "{name}\n{}", difference.unified_diff());
}

/// All files of all descriptions that are plain data.
fn texts() -> Vec<(String, String)> {
    let files = descriptions().into_iter().flat_map(|description| {
        let named = move |source: Source| (format!("{}/{}", description.name, source.path), source.text);
        description.sources.files.into_iter().map(named)
    });
    let mut files: Vec<_> = files.filter(|(_, text)| tree(text).is_some()).collect();
    files.sort_by(|one, other| one.1.cmp(&other.1));
    files.dedup_by(|one, other| one.1 == other.1);
    files
}

fn sources(text: &str) -> Sources {
    Sources { files: vec![Source { path: "some.yaml".to_owned(), text: text.to_owned() }] }
}

/// The tree of a text that is plain data.
fn tree(text: &str) -> Option<Node> {
    let mut found = Diagnostics::default();
    let node = yaml::read_strictly(&sources(text), 0, &mut found).ok()?;
    (!found.has_faults()).then_some(node)
}

#[track_caller]
fn laid_out(text: &str) -> String {
    let (sources, mut found) = (sources(text), Diagnostics::default());
    let laid_out = clientsmith::format::format(&sources, 0, &mut found);
    laid_out.unwrap_or_else(|_| panic!("{}\n{text}", found.render(&sources, false)))
}

fn is_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(&**other).all(|(one, other)| is_same(one, other))
        }
        (Value::Mapping(one), Value::Mapping(other)) => {
            let is_same = |(one, other): (&yaml::Entry, &yaml::Entry)| {
                one.key.value == other.key.value && is_same(&one.value, &other.value)
            };
            one.len() == other.len() && one.iter().zip(&**other).all(is_same)
        }
        (one, other) => format!("{one:?}") == format!("{other:?}"),
    }
}
