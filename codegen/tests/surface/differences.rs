//! What distinguishes the facts that somebody publishes from those that a description states.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::{Attributes, Facts};

/// What a description has no place for, or has in docs only: the kind of fact (`*` for all) and the attribute.
const UNDESCRIBED: &[(&str, &str)] = &[
    // Told in docs: the service applies it, the client does not.
    ("*", "default"),
    // A remark on the documentation, not on the API.
    ("*", "disputed"),
    // Told in docs. Its effect, that the member is optional, is compared.
    ("*", "until"),
    // Told in docs: bounds of the values of a map cannot be described.
    ("*", "value_max_length"),
    // Told in docs: errors are known by their code.
    ("error", "type"),
];

/// A difference that is meant: `attribute` is empty if the whole fact stands on one side only.
pub(crate) struct Explained {
    pub(crate) key: &'static str,
    pub(crate) attribute: &'static str,
    pub(crate) why: &'static str,
}

/// Key and attribute of each difference, and both sides of it.
pub(crate) type Differences = BTreeMap<(String, String), String>;

/// What distinguishes published facts from described ones.
pub(crate) fn differences(published: &Facts, described: &Facts) -> Differences {
    let mut differences = Differences::new();
    let always = codes_from_the_beginning(published);
    for (key, said) in &published.known {
        let Some(found) = described.known.get(key) else {
            differences.insert((key.clone(), String::new()), "it is published, but not described".to_owned());
            continue;
        };
        let said = comparable(key, said, found, &always);
        let attributes: BTreeSet<&String> = said.keys().chain(found.keys()).collect();
        for attribute in attributes {
            let (said, found) = (said.get(attribute), found.get(attribute));
            let is_unstated = [said, found].iter().any(|side| side.is_some_and(|value| value == "unstated"));
            if said != found && !is_unstated {
                let text = format!("published as {}, described as {}", word(said), word(found));
                differences.insert((key.clone(), attribute.clone()), text);
            }
        }
    }
    for key in described.known.keys().filter(|key| !published.known.contains_key(*key)) {
        differences.insert((key.clone(), String::new()), "it is described, but not published".to_owned());
    }
    differences
}

fn word(value: Option<&String>) -> &str {
    value.map_or("nothing", String::as_str)
}

/// A code is dated once, with its earliest use: those that some call has had from the beginning.
fn codes_from_the_beginning(published: &Facts) -> BTreeSet<&str> {
    let errors = published.known.iter().filter(|(key, said)| key.starts_with("error ") && !said.contains_key("later"));
    errors.map(|(key, _)| last_word(key)).collect()
}

fn last_word(key: &str) -> &str {
    key.rsplit(' ').next().unwrap_or_default()
}

/// What is published, in the terms of a description.
fn comparable(key: &str, said: &Attributes, found: &Attributes, always: &BTreeSet<&str>) -> Attributes {
    let mut comparable = said.clone();
    for (kind, attribute) in UNDESCRIBED {
        if *kind == "*" || key.split(' ').next() == Some(kind) {
            comparable.remove(*attribute);
        }
    }
    if key.starts_with("error ") && always.contains(last_word(key)) {
        comparable.remove("later");
    }
    // Answers of versions that lack a member must be read as well.
    let is_dated = said.contains_key("since") || said.contains_key("until");
    if key.starts_with("member ") && is_dated {
        comparable.insert("required".to_owned(), "no".to_owned());
    }
    // A member that may be left out is read like one that may be null.
    let is_optional = found.get("required").is_some_and(|required| required == "no");
    if said.get("nullable").is_some_and(|nullable| nullable == "treat") {
        comparable.insert("nullable".to_owned(), if is_optional { "no" } else { "yes" }.to_owned());
    }
    comparable
}

/// A line for each difference without an explanation, and for each explanation without its difference.
pub(crate) fn unexplained(mut differences: Differences, explained: &[Explained]) -> Vec<String> {
    let mut faults = Vec::new();
    for Explained { key, attribute, why } in explained {
        if differences.remove(&((*key).to_owned(), (*attribute).to_owned())).is_none() {
            faults.push(format!("{key}: `{attribute}` no longer differs: remove its explanation ({why})"));
        }
    }
    faults.extend(differences.into_iter().map(|((key, attribute), text)| match attribute.as_str() {
        "" => format!("{key}: {text}"),
        _ => format!("{key}: `{attribute}` is {text}"),
    }));
    faults
}

#[test]
fn differences_need_an_explanation_and_explanations_a_difference() {
    let published = Facts::read("member a id type=string required=yes\nmember a gone type=string\n");
    let described = Facts::read("member a id type=integer required=yes\nmember a new type=string\n");
    let explained = [
        Explained { key: "member a id", attribute: "type", why: "it is a number" },
        Explained { key: "member a id", attribute: "required", why: "it was" },
    ];
    assert_eq!(
        unexplained(differences(&published, &described), &explained),
        [
            "member a id: `required` no longer differs: remove its explanation (it was)",
            "member a gone: it is published, but not described",
            "member a new: it is described, but not published",
        ]
    );
    assert_eq!(
        unexplained(differences(&published, &described), &[])[1],
        "member a id: `type` is published as string, described as integer"
    );
}

#[test]
fn what_versions_and_silence_mean_is_compared() {
    let published = Facts::read(
        "member a late since=2 required=yes nullable=treat\nmember a free required=unstated default=1\n\
         error GET /a gone status=404 later=yes\nerror GET /b gone status=404\n",
    );
    let described = "member a late since=2 required=no nullable=no\nmember a free required=yes\n\
         error GET /a gone status=404\nerror GET /b gone status=404\n";
    assert!(differences(&published, &Facts::read(described)).is_empty());
    let wrong = described.replace("required=no", "required=yes").replace("404\nerror", "404 later=yes\nerror");
    assert_eq!(differences(&published, &Facts::read(&wrong)).len(), 3, "{wrong}");
}
