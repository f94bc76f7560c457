//! Overlays that are wrong, or ask for too much. What right ones do is the document `overlaid`.

use std::fs;

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::{Files, OpenError};

const DOCUMENT: &str = "openapi: 3.1.0\ninfo: {title: Kitchen, version: '1', x: {}}\npaths: {}\n";

/// What is said of a document with an overlay: faults, or else remarks.
fn said(overlay: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let [document, path] = ["openapi.yaml", "overlay.yaml"].map(|name| folder.path().join(name));
    fs::write(&document, DOCUMENT).unwrap();
    fs::write(&path, overlay).unwrap();
    let mut remarks = Diagnostics::default();
    match Files::open_with(&document, &[], &[path], &mut remarks) {
        Ok(files) => remarks.render(&files.sources, false),
        Err(OpenError::Faulty(faults, sources)) => format!("faulty\n{}", faults.render(&sources, false)),
        Err(why) => panic!("{why}"),
    }
}

#[test]
fn a_wrong_overlay_is_a_fault_with_its_place() {
    for (overlay, words) in [
        ("openapi: 3.1.0\n", "this is no overlay: it does not say `overlay: 1.…`"),
        ("overlay: 2.0.0\nactions: [{target: $, update: {}}]\n", "this is no overlay"),
        ("overlay: 1.0.0\n", "the overlay has no actions"),
        ("overlay: 1.0.0\nactions: [{update: {}}]\n", "an action has no `target`"),
        ("overlay: 1.0.0\nactions: [{target: $.info}]\n", "an action does nothing"),
        ("overlay: 1.0.0\nactions: [{target: $.info, remove: false}]\n", "an action does nothing"),
        ("overlay: 1.0.0\nactions: [{target: '$.info[', remove: true}]\n", "`$.info[` is no JSONPath"),
        ("overlay: 1.1.0\nactions: [{target: $, copy: info}]\n", "`info` is no JSONPath"),
        ("overlay: [", "faulty"),
    ] {
        let said = said(overlay);
        assert!(said.starts_with("faulty") && said.contains(words), "{overlay}{said}");
        assert!(said.contains("overlay.yaml:"), "{said}");
    }
    let absent = Files::open_with("absent.yaml".as_ref(), &[], &["absent".into()], &mut Diagnostics::default());
    assert!(matches!(absent, Err(OpenError::Unreadable(path, _)) if path == "absent"));
}

#[test]
fn what_does_not_fit_changes_nothing() {
    for (action, words) in [
        ("{target: $.nowhere, update: {}}", "meets nothing in the document"),
        ("{target: $.info, copy: $.nowhere}", "meets nothing in the document"),
        ("{target: $.info, copy: '$.*'}", "means several things"),
        ("{target: $, remove: true}", "is all of the document"),
        ("{target: $.info, update: {title: {}}}", "something of another kind"),
    ] {
        let said = said(&format!("overlay: 1.0.0\nactions: [{action}]\n"));
        assert!(said.contains(words), "{action}: {said}");
    }
}

#[test]
fn copies_of_copies_end() {
    let action = "  - {target: $.info.x, copy: $}\n";
    let wide =
        "  - {target: $.info.x, update: {a: []}}\n".to_owned() + &"  - {target: '$..a', copy: $.info}\n".repeat(40);
    for actions in [action.repeat(120), wide] {
        let said = said(&format!("overlay: 1.1.0\nactions:\n{actions}"));
        assert!(said.contains("too large, or too deep"), "{said}");
    }
}
