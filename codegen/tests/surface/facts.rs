//! Facts about an API as lines of text: what there is, and what is said of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What is said of one thing, such as `required` of a parameter.
pub(crate) type Attributes = BTreeMap<String, String>;

/// Facts by what they are about, such as `param GET /v1/billing/meters query limit`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Facts {
    pub(crate) known: BTreeMap<String, Attributes>,
    /// What there must not be.
    pub(crate) absent: BTreeSet<String>,
}

impl Facts {
    /// Reads lines of the form that the head of `documentation.txt` tells.
    #[track_caller]
    pub(crate) fn read(text: &str) -> Self {
        let mut facts = Self::default();
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let words = line.split(' ');
            let (attributes, names): (Vec<&str>, Vec<&str>) = words.partition(|word| word.contains('='));
            match names.split_first() {
                Some((&"absent", names)) => assert!(facts.absent.insert(names.join(" ")), "told twice: {line}"),
                _ => facts.add(names.join(" "), attributes.iter().filter_map(|word| word.split_once('='))),
            }
        }
        facts
    }

    /// Adds one fact.
    #[track_caller]
    pub(crate) fn add<'a>(&mut self, key: String, attributes: impl IntoIterator<Item = (&'a str, &'a str)>) {
        let attributes = attributes.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert!(!self.known.contains_key(&key), "told twice: {key}");
        self.known.insert(key, attributes.collect());
    }

    /// Writes what is known, in the form that [`Self::read`] takes.
    pub(crate) fn write(&self) -> String {
        let mut text = String::new();
        for (key, attributes) in &self.known {
            text.push_str(key);
            for (name, value) in attributes {
                write!(text, " {name}={value}").expect("text in memory takes all");
            }
            text.push('\n');
        }
        text
    }
}

#[test]
fn lines_are_read_and_written() {
    let text = "error GET /a gone status=404\nmember a id required=yes type=string\n";
    let facts = Facts::read(&format!("# a comment\n\n{text}absent member a name reason=private\n"));
    assert_eq!(facts.known["member a id"]["type"], "string");
    assert_eq!(facts.absent.first().map(String::as_str), Some("member a name"));
    assert_eq!(facts.write(), text);
}
