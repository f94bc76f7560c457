//! What every item may say: its words, its versions, its names.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Judgement, Presence};
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::{Comparison, RustName, code};
use crate::api::Item;

impl Comparison<'_> {
    /// Compares what two items say that are one, and notes that they are.
    pub(super) fn attributes(&mut self, old: &Item, new: &Item, subject: &Subject, rust: RustName) {
        self.keep(subject);
        let name = code(&subject.name);
        if old.doc != new.doc {
            self.documented(Rule::DocChanged, subject, format!("The words about {name} changed."), &old.doc, &new.doc);
        }
        if old.since != new.since {
            let change = Change::new(
                Rule::SinceChanged,
                Effect::Documented,
                subject.clone(),
                match &new.since {
                    Some(since) => format!("{name} is said to have come with version {}.", code(since)),
                    None => format!("{name} is no longer said to have come with a version."),
                },
            );
            self.push(change.turning(old.since.clone(), new.since.clone()));
        }
        self.deprecation(old, new, subject, rust);
        self.rust_name(old, new, subject, rust);
    }

    /// Notes a change of words.
    pub(super) fn documented(&mut self, rule: Rule, subject: &Subject, sentence: String, old: &str, new: &str) {
        let change = Change::new(rule, Effect::Documented, subject.clone(), sentence);
        self.push(change.turning(Some(old.to_owned()), Some(new.to_owned())));
    }

    fn deprecation(&mut self, old: &Item, new: &Item, subject: &Subject, rust: RustName) {
        let name = code(&subject.name);
        let (rule, effect, sentence) = match (&old.deprecated, &new.deprecated) {
            (old, new) if old == new => return,
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

    /// Compares `rust` and `was` where the name on the wire is the same.
    fn rust_name(&mut self, old: &Item, new: &Item, subject: &Subject, rust: RustName) {
        if old.name != new.name {
            return;
        }
        let name = code(&subject.name);
        if old.rust != new.rust {
            let former = old.rust.as_ref().unwrap_or(&old.name);
            let has_alias = new.was.as_ref() == Some(former);
            let judgement = if has_alias || rust == RustName::Unseen {
                rust.renamed(&name)
            } else {
                judge::name(&name, Presence::Renamed)
            };
            let sentence = match &new.rust {
                Some(rust) => format!("{name} is named {} in Rust now.", code(rust)),
                None => format!("{name} has its usual name in Rust again."),
            };
            let mut change = Change::new(Rule::RustNameChanged, Effect::Renamed, subject.clone(), sentence)
                .turning(old.rust.clone(), new.rust.clone())
                .judged(judgement);
            if rust.has_alias() && !has_alias {
                change = change.advised(format!(
                    "Add `was: {former}`, and the old name stays as a deprecated alias: that is minor."
                ));
            }
            self.push(change);
        } else if old.was != new.was {
            self.alias(old, new, subject, rust);
        }
    }

    fn alias(&mut self, old: &Item, new: &Item, subject: &Subject, rust: RustName) {
        let name = code(&subject.name);
        let sentence = match (&old.was, &new.was) {
            (_, Some(was)) => format!("{name} is said to have been named {} before.", code(was)),
            (Some(was), None) => format!("{name} is no longer said to have been named {} before.", code(was)),
            (None, None) => return,
        };
        let judgement = match (&old.was, rust) {
            (_, RustName::Written | RustName::Unseen) => Judgement::default(),
            (None, RustName::Aliased | RustName::Matched) => {
                Judgement::source(Source::Minor, "The former name compiles, with a warning.")
            }
            (Some(was), RustName::Aliased | RustName::Matched) => {
                Judgement::source(Source::Major, format!("The deprecated alias for {} is gone.", code(was)))
            }
        };
        let change = Change::new(Rule::AliasChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(old.was.clone(), new.was.clone()).judged(judgement));
    }
}

/// A text of the description within a sentence, on one line, with a full stop.
fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}.", line.trim_end_matches('.'))
}
