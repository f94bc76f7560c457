//! Words that must not stand in the sources, or only in few places.

use crate::sources::{Source, Token, find, sources, without_tests};
use crate::{Breach, report};

/// Where a panic is right, and why.
const PANICS: &[(&str, &str)] = &[
    ("codegen/src/emit/runtime/modules.rs", "the runtime is compiled before it is read here, so it parses"),
    ("codegen/src/emit/source.rs", "an emitter that writes no Rust is a fault that every test with it shows"),
    ("codegen/src/report/json.rs", "texts, numbers and lists are JSON"),
    ("codegen/runtime/src/calls/idempotency_key.rs", "hexadecimal digits and hyphens can stand in a header"),
    ("codegen/runtime/src/json/document.rs", "the generated crate's own tests hold that each example decodes"),
    ("codegen/runtime/src/json/slot.rs", "what is only sent is never read, so its blank is never asked for"),
    ("codegen/runtime/src/json/write.rs", "text in memory takes whatever is written into it"),
    (
        "codegen/runtime/src/values/boxed.rs",
        "only its own constructor, which asks for the type, puts something into a box",
    ),
    ("codegen/runtime/src/webhooks/event_enum.rs", "the generated crate's own tests hold that each example decodes"),
    ("examples/src/scripted.rs", "a server for tests, which says under `Panics` when it does"),
    ("examples/src/service/action.rs", "a server for tests, whose own table is JSON"),
    ("examples/src/service/answer.rs", "a server for tests, whose own constants are valid"),
];
/// Functions that stand for work that was not done, and the one that prints while somebody searches.
const UNFINISHED: &[&str] = &["todo", "unimplemented", "dbg"];

fn breach(source: &Source, line: usize, message: impl Into<String>) -> Breach {
    Breach { path: source.path.clone(), line, message: message.into() }
}

/// All breaches of a rule that says, for a file's tokens, on which lines it is broken.
fn check(folders: &[&str], lines: impl Fn(&Source, &[Token]) -> Vec<usize>, message: &str) {
    let sources = sources(folders);
    let broken = sources.iter().flat_map(|source| {
        let lines = lines(source, &without_tests(&source.tokens()));
        lines.into_iter().map(move |line| breach(source, line, message))
    });
    report(broken.collect());
}

#[test]
fn nothing_from_outside_causes_a_panic() {
    let is_listed = |source: &Source| PANICS.iter().any(|(path, _)| *path == source.path);
    let lines = |source: &Source, tokens: &[Token]| {
        if is_listed(source) {
            return Vec::new();
        }
        panics(tokens)
    };
    let message =
        "handle the fault and say what to do, or list the file in `PANICS` of tests/tidy/words.rs with the reason";
    check(&["codegen/src", "codegen/runtime/src", "examples/src"], lines, message);
}

/// The lines that can panic. A parser's own `expect`, which takes a character, is not meant.
fn panics(tokens: &[Token]) -> Vec<usize> {
    let is_expect = |window: &&[Token]| {
        matches!(window, [dot, name, open, argument]
            if dot.text == "." && name.text == "expect" && open.text == "(" && !argument.text.starts_with('\''))
    };
    let expects = tokens.windows(4).filter(is_expect).map(|window| window[0].line);
    let macros = ["panic", "unreachable"].map(|name| find(tokens, &[name, "!"]));
    expects.chain(find(tokens, &[".", "unwrap", "("])).chain(macros.into_iter().flatten()).collect()
}

#[test]
fn listed_panics_exist() {
    for (path, _) in PANICS {
        let folder = path.rsplit_once('/').expect("a path").0;
        let sources = sources(&[folder]);
        let source = sources.iter().find(|source| source.path == *path).unwrap_or_else(|| panic!("{path} is gone"));
        let tokens = source.tokens();
        assert!(!panics(&tokens).is_empty(), "{path} no longer panics: remove it from `PANICS` of tests/tidy/words.rs");
    }
}

#[test]
fn work_is_finished() {
    let lines = |_: &Source, tokens: &[Token]| UNFINISHED.iter().flat_map(|name| find(tokens, &[name, "!"])).collect();
    let folders = ["codegen", "examples", "generated"];
    check(&folders, lines, "finish it: no `todo!`, `unimplemented!` or `dbg!` is left in the sources");
}

#[test]
fn letter_case_is_decided_in_one_place() {
    let lines = |source: &Source, tokens: &[Token]| {
        if source.path == "codegen/src/casing/mod.rs" { Vec::new() } else { find(tokens, &["heck"]) }
    };
    check(&["codegen/src"], lines, "only `casing` knows letter case: ask it, or rust/names.rs for a `Name`");
}

#[test]
fn emitters_take_names_as_they_are() {
    let lines = |_: &Source, tokens: &[Token]| {
        let functions = ["to_lowercase", "to_uppercase", "to_ascii_lowercase", "to_ascii_uppercase"];
        functions.iter().flat_map(|name| find(tokens, &[name])).collect()
    };
    check(&["codegen/src/emit"], lines, "an emitter cases no name: let `rust::lower` put it into `RustCrate` as it is");
}

#[test]
fn emitters_cannot_fail() {
    let lines = |_: &Source, tokens: &[Token]| find(tokens, &["Result"]);
    check(
        &["codegen/src/emit"],
        lines,
        "an emitter cannot fail: report the fault in `rust::lower`, where its place is known",
    );
}
