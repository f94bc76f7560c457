//! What every item may say: its words, its versions, its names.

use std::collections::{BTreeSet, HashSet};

use super::super::change::{Change, Subject};
use super::super::judge::{self, Judgement, RustName};
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::{Comparison, Naming, code, kind};
use crate::api::Item;
use crate::diag;

impl Comparison<'_> {
    /// Compares what two items say that are one, and notes that they are.
    pub(super) fn item(&mut self, old: &Item, new: &Item, subject: &Subject, naming: Naming) {
        self.keep(subject);
        let rust = naming.rust;
        self.naming(old, new, subject, naming);
        let name = || code(&subject.name);
        if old.doc != new.doc {
            self.documented(
                Rule::DocChanged,
                subject,
                format!("The words about {} changed.", name()),
                &old.doc,
                &new.doc,
            );
        }
        if old.since != new.since {
            let change = Change::new(
                Rule::SinceChanged,
                Effect::Documented,
                subject.clone(),
                match &new.since {
                    Some(since) => format!("{} is said to have come with version {}.", name(), code(since)),
                    None => format!("{} is no longer said to have come with a version.", name()),
                },
            );
            self.push(change.turning(old.since.clone(), new.since.clone()));
        }
        self.deprecation(old, new, subject, rust);
    }

    /// Notes a change of words.
    pub(super) fn documented(&mut self, rule: Rule, subject: &Subject, sentence: String, old: &str, new: &str) {
        let change = Change::new(rule, Effect::Documented, subject.clone(), sentence);
        self.push(change.turning(Some(old.to_owned()), Some(new.to_owned())));
    }

    fn deprecation(&mut self, old: &Item, new: &Item, subject: &Subject, rust: RustName) {
        if old.deprecated == new.deprecated {
            return;
        }
        let name = code(&subject.name);
        let (rule, effect, sentence) = match (&old.deprecated, &new.deprecated) {
            (None, Some(instead)) => {
                let sentence = format!("{name} is deprecated: {}", plain(instead));
                (Rule::Deprecated, Effect::Deprecated, sentence)
            }
            (Some(_), Some(instead)) => {
                let sentence = format!("{name} is deprecated for another reason: {}", plain(instead));
                (Rule::DeprecationChanged, Effect::Documented, sentence)
            }
            (_, None) => (Rule::DeprecationChanged, Effect::Documented, format!("{name} is no longer deprecated.")),
        };
        let judgement = match effect {
            Effect::Deprecated if rust != RustName::Unseen => {
                Judgement::source(Source::Minor, "Code that names it compiles with a warning.")
            }
            _ => Judgement::default(),
        };
        let change = Change::new(rule, effect, subject.clone(), sentence);
        self.push(change.turning(old.deprecated.clone(), new.deprecated.clone()).judged(judgement));
    }

    /// Compares names: that of the description, that in Rust, and the former ones.
    pub(super) fn naming(
        &mut self,
        old: &Item,
        new: &Item,
        subject: &Subject,
        Naming { rule, rust, what, wire }: Naming,
    ) {
        if old.name == new.name && old.rust == new.rust && was(old) == was(new) {
            return;
        }
        let name = code(&subject.name);
        let (rule, effect, sentence, before, after) = if old.name != new.name {
            let sentence = format!("The {} {name} was named {} before.", kind(rule), code(&old.name));
            (rule, Effect::Renamed, sentence, Some(old.name.clone()), Some(new.name.clone()))
        } else if old.rust != new.rust {
            let sentence = match &new.rust {
                Some(rust) => format!("{name} is named {} in Rust now.", code(rust)),
                None => format!("{name} has its usual name in Rust again."),
            };
            (Rule::RustNameChanged, Effect::Renamed, sentence, old.rust.clone(), new.rust.clone())
        } else {
            let sentence = format!("{name} {}.", other_was(old, new));
            (Rule::AliasChanged, Effect::Changed, sentence, was(old), was(new))
        };
        let names = self.context.name_change(subject);
        let judgement = judge::names(what, rust, &names).and(wire);
        let change = Change::new(rule, effect, subject.clone(), sentence).turning(before, after).judged(judgement);
        let is_lost = names.is_lost || !names.lost_aliases.is_empty();
        self.push(match rust {
            RustName::Aliased | RustName::Matched if is_lost => change.advised(keeping(old, new)),
            RustName::Made if is_lost => change.advised(
                "Its name is made of that of the member and of what that is in: keep all former names of both in `was`.",
            ),
            _ => change,
        });
    }
}

/// The former names of an item, whose order says nothing.
fn was(item: &Item) -> Option<String> {
    let names: BTreeSet<&str> = item.was.iter().map(String::as_str).collect();
    (!names.is_empty()).then(|| names.into_iter().collect::<Vec<_>>().join(", "))
}

/// How the former names of an item changed, behind its name.
fn other_was(old: &Item, new: &Item) -> String {
    let others = |item: &'_ Item, than: &Item| -> Vec<String> {
        item.was.iter().filter(|name| !than.was.contains(name)).cloned().collect()
    };
    let [come, gone] = [others(new, old), others(old, new)];
    let list = |names: &[String]| diag::list(names.iter().map(String::as_str));
    match (&come[..], &gone[..]) {
        (come, []) => format!("is said to have been named {} before", list(come)),
        ([], gone) => format!("is no longer said to have been named {} before", list(gone)),
        (come, gone) => format!("is said to have been named {} before, and no longer {}", list(come), list(gone)),
    }
}

/// How to keep all former names of an item.
fn keeping(old: &Item, new: &Item) -> String {
    let present = old.rust.as_ref().unwrap_or(&old.name);
    let mut names: Vec<&str> = new.was.iter().chain([present]).chain(&old.was).map(String::as_str).collect();
    let mut seen = HashSet::from([new.rust.as_ref().unwrap_or(&new.name).as_str()]);
    names.retain(|name| seen.insert(name));
    match &names[..] {
        [name] => format!("Write `was: {name}`, and the old name stays as a deprecated alias: that is minor."),
        names => {
            let names = names.join(", ");
            format!("Write `was: [{names}]`, and all of them stay as deprecated aliases: that is minor.")
        }
    }
}

/// A text of the description within a sentence, on one line, with a full stop.
fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}.", line.trim_end_matches('.'))
}
