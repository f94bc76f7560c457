//! A description is data from outside: whatever it holds, it is read or reported, and nothing panics.

mod support;
#[path = "hostile/survival.rs"]
mod survival;

use std::{fmt::Write as _, path::Path};

use clientsmith::diag::Sources;
use proptest::prelude::*;
use support::pieces::{PIECES, edited};
use survival::{files_of, survive};

fn real() -> [String; 2] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec");
    let sources = Sources::load(&folder).unwrap();
    [sources.files[0].text.clone(), sources.files[1].text.clone()]
}

/// A description with one resource that begins well.
fn resource(rest: &str) -> [String; 2] {
    let [api, _] = real();
    // Those name a call of another resource.
    let (before, rest_of_api) = api.split_once("\nwebhooks:\n").expect("the API tells of events");
    let after = rest_of_api.find("\n\n").map_or("", |end| &rest_of_api[end..]);
    let api = format!("{before}{after}");
    [api, format!("resource: books\ndoc: Books.\n{rest}\n")]
}

fn survive_resource(rest: &str) -> String {
    let [api, books] = resource(rest);
    survive(&[&api, &books])
}

#[test]
fn attacks_are_reported() {
    let deep_list = "- ".repeat(100_000);
    let deep_flow = "[".repeat(100_000);
    let mut bomb = "a: &a [x, x]\n".to_owned();
    for (name, previous) in ('b'..='z').zip('a'..='y') {
        let _ = writeln!(bomb, "{name}: &{name} [*{previous}, *{previous}, *{previous}]");
    }
    let huge_integer = format!("resource: {}", "9".repeat(100_000));
    let huge_key = format!("{}: 1", "k".repeat(100_000));
    let long_line = format!("resource: {} {{", "text ".repeat(100_000));
    let texts = [
        "",
        " ",
        "\n",
        "\u{FEFF}",
        "\0",
        "a\0b",
        "\t",
        "\ta: b",
        "\r",
        "---",
        "...",
        "%YAML 1.2",
        "?",
        ":",
        "-",
        "*a",
        "&a",
        "!",
        "!!",
        "{",
        "}",
        "[",
        "]",
        "'",
        "\"",
        "|",
        ">",
        "<<: *a",
        "? [a]\n: b",
        "null",
        "1",
        "[]",
        "{}",
        "\u{85}",
        "\u{2028}",
        "{a: [}",
        "a: b: c",
        "- a\nb",
        "\u{FEFF}\u{FEFF}a: b",
        "🦀: 🦀",
        &deep_list,
        &deep_flow,
        &bomb,
        &huge_integer,
        &huge_key,
        &long_line,
    ];
    let [api, _] = real();
    for text in texts {
        assert!(survive(&[text]).contains("fault"), "{text:.40} is let through as api.yaml");
        assert!(survive(&[&api, text]).contains("fault"), "{text:.40} is let through as a resource");
    }
}

#[test]
fn deep_types_and_examples_are_reported() {
    let ty = |ty: &str| survive_resource(&format!("endpoints: {{a: {{doc: A., http: GET /a, returns: '{ty}'}}}}"));
    assert!(ty(&"[".repeat(100_000)).contains("unknown-type"));
    assert!(ty(&"?".repeat(100_000)).contains("unknown-type"));
    assert!(ty("[json]").is_empty());
    let response = format!("{}{}", "[".repeat(40), "]".repeat(40));
    let example = format!(
        "endpoints: {{a: {{doc: A., http: GET /a, returns: json, examples: {{a: {{response: {response}}}}}}}}}"
    );
    assert!(survive_resource(&example).is_empty(), "40 lists in each other are no attack");
}

#[test]
fn long_chains_of_objects_are_reported() {
    let mut chain = "objects:\n".to_owned();
    for index in 0..5_000 {
        let next = index + 1;
        let _ = writeln!(chain, "  O{index}: {{doc: One., fields: {{next: {{type: O{next}, doc: Next.}}}}}}");
    }
    let ends = format!("{chain}  O5000: {{doc: Last., fields: {{}}}}");
    let turns = format!("{chain}  O5000: {{doc: Last., fields: {{first: {{type: O0, doc: First.}}}}}}");
    assert!(survive_resource(&ends).contains("oversized-object"));
    assert!(survive_resource(&turns).contains("infinite-object"));
}

#[test]
fn long_chains_of_unions_come_to_an_end() {
    // Of each union, both variants lead on to the next one: there are more ways through than atoms.
    let mut chain = "objects:\n".to_owned();
    for index in 0..5_000 {
        let next = index + 1;
        let variants = format!("a: {{type: U{next}, doc: One.}}, b: {{type: U{next}, doc: The other.}}");
        let _ = writeln!(chain, "  U{index}: {{doc: One., union: type, variants: {{{variants}}}}}");
    }
    let ends = format!("{chain}  U5000: {{doc: Last., fields: {{}}}}");
    let turns = format!("{chain}  U5000: {{doc: Last., union: type, variants: {{a: {{type: U0, doc: First.}}}}}}");
    let leaves =
        format!("{turns}\n  Leaf: {{doc: A leaf., fields: {{}}}}").replace("a: {type: U0", "b: One., a: {type: U0");
    assert!(survive_resource(&ends).contains("oversized-object"));
    assert!(survive_resource(&turns).contains("infinite-object"));
    assert!(survive_resource(&leaves).contains("oversized-object"));
}

#[test]
fn objects_in_place_nest_as_deep_as_yaml_does() {
    let mut nested = "{type: string, doc: The end.}".to_owned();
    for _ in 0..20 {
        nested = format!("{{type: '[object]', doc: One., fields: {{next: {nested}}}}}");
    }
    let nested = format!("objects: {{A: {{doc: One., fields: {{next: {nested}}}}}}}");
    assert!(survive_resource(&nested).is_empty());
    assert!(survive_resource(&nested.replace("[object]", "object?")).is_empty());
}

#[test]
fn thousands_of_faults_are_counted_but_not_all_shown() {
    let mut errors = "errors:\n".to_owned();
    let mut listed = "endpoints:\n  a:\n    doc: A.\n    http: GET /a\n    errors:\n".to_owned();
    for index in 0..1_000 {
        let _ = writeln!(errors, "  code_{index}: {{status: 400, doc: One.}}");
        let _ = writeln!(listed, "      - kode_{index}");
    }
    let report = survive_resource(&format!("{errors}{listed}"));
    assert_eq!(report.matches("error[unknown-reference]").count(), 100);
    assert_eq!(report.matches("did you mean").count(), 20, "nobody needs a thousand guesses");
    assert!(report.ends_with("\n\n… and 900 more\n\n1000 faults in 1 file\n"), "{report}");
}

#[test]
fn lists_that_would_multiply_stay_small() {
    // Each object has lists of all others: a full example would have more members than there are atoms.
    let mut objects = "objects:\n".to_owned();
    for index in 0..30 {
        let _ = writeln!(objects, "  O{index}:\n    doc: One.\n    fields:");
        for other in 0..30 {
            let _ = writeln!(objects, "      o{other}: {{type: '[O{other}]', doc: Others.}}");
        }
    }
    assert!(survive_resource(&objects).is_empty());
}

#[test]
fn all_that_the_fuzzer_kept_is_survived() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/descriptions");
    let kept = support::read_folder(&corpus);
    assert!(kept.len() > 100, "{}", kept.len());
    let read = kept.values().filter(|bytes| survive(&files_of(&String::from_utf8_lossy(bytes))).is_empty());
    assert!(read.count() > 10, "some of them are descriptions");
}

#[test]
fn every_end_of_the_real_description_is_survived() {
    let [api, resource] = real();
    for end in (0..resource.len()).filter(|end| resource.is_char_boundary(*end)).step_by(61) {
        survive(&[&api, &resource[..end]]);
    }
    for end in (0..api.len()).filter(|end| api.is_char_boundary(*end)).step_by(11) {
        survive(&[&api[..end], &resource]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_survived(first in any::<String>(), second in "(?s).{0,200}") {
        survive(&[&first, &second]);
    }

    #[test]
    fn any_text_made_of_yaml_is_survived(pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        let text = pieces.concat();
        survive(&[&text]);
        survive_resource(&text);
    }

    #[test]
    fn any_mutation_of_the_real_description_is_survived(
        start in any::<prop::sample::Index>(), length in 0_usize..40, piece in proptest::sample::select(PIECES),
    ) {
        let [api, resource] = real();
        let mutated = edited(&resource, start, length, piece);
        survive(&[&api, &mutated]);
        survive(&[&mutated, &resource]);
    }
}

/// Texts in which one of some words is another one: what it names is not there then.
fn misnamed<'a>(text: &'a str, word: &'a str, other: &'a str) -> impl Iterator<Item = String> + 'a {
    const MOST: usize = 12;
    let places: Vec<usize> = text.match_indices(word).map(|(place, _)| place).collect();
    // Spread over the whole text.
    let step = places.len().div_ceil(MOST).max(1);
    places.into_iter().step_by(step).map(move |place| [&text[..place], other, &text[place + word.len()..]].concat())
}

#[test]
fn names_are_looked_at_beside_references_that_lead_nowhere() {
    let words =
        [("type: ", "type: Xx"), ("returns: ", "returns: Xx"), ("errors: [", "errors: [xx_"), ("doc: ", "doc: #")];
    let mut count = 0;
    for (_, folder) in support::cases() {
        let Ok(sources) = Sources::load(&folder.join("spec")) else { continue };
        let texts: Vec<&str> = sources.files.iter().map(|file| file.text.as_str()).collect();
        for (file, text) in texts.iter().enumerate() {
            for edited in words.iter().flat_map(|(word, other)| misnamed(text, word, other)) {
                let mut texts = texts.clone();
                texts[file] = &edited;
                survive(&texts);
                count += 1;
            }
        }
    }
    assert!(count > 1_000, "{count}");
}
