//! Compares how answers are cut into pages, where endpoints say it themselves.

use crate::api::{Endpoint, LastPage, NextPage, Paging, Returns};
use crate::diff::change::{Change, Subject};
use crate::diff::compare::{Comparison, code};
use crate::diff::judge::Judgement;
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;

impl Comparison<'_> {
    pub(in crate::diff::compare) fn paging(&mut self, old: &Endpoint, new: &Endpoint, subject: &Subject) {
        let name = code(&subject.name);
        let words = |paging: &Option<Paging>| paging.as_ref().map(Paging::in_words);
        let (before, after) = (words(&old.paging), words(&new.paging));
        if before == after {
            return;
        }
        // A list whose pages the protocol describes has the same methods, and a row for what it answers.
        let is_list = |endpoint: &Endpoint| matches!(endpoint.returns, Returns::Page(..));
        let (rule, effect, sentence, judgement) = match (&old.paging, &new.paging) {
            (None, _) => {
                let source = if is_list(old) { Judgement::default() } else { Judgement::source(Source::Minor, "") };
                let sentence = format!("{name} is cut into pages, which the crate walks through now.");
                (Rule::PagesAdded, Effect::Added, sentence, source)
            }
            (_, None) => {
                let reason = "Code that walks through its pages no longer compiles.";
                let source = if is_list(new) { Judgement::default() } else { Judgement::source(Source::Major, reason) };
                let sentence = format!("The crate no longer walks through the pages of {name}.");
                (Rule::PagesRemoved, Effect::Removed, sentence, source)
            }
            (Some(old), Some(new)) => {
                let sentence = format!("{name} is cut into pages in another way.");
                (Rule::PagesChanged, Effect::Changed, sentence, self.cut_otherwise(old, new))
            }
        };
        self.push(Change::new(rule, effect, subject.clone(), sentence).turning(before, after).judged(judgement));
    }

    fn cut_otherwise(&self, old: &Paging, new: &Paging) -> Judgement {
        let source = if self.context.answered(&old.item, &new.item).is_same {
            Judgement::default()
        } else {
            Judgement::source(Source::Major, "What the walk through its items gives is of another type.")
        };
        let is_found = leads_on(&old.next, &new.next) && ends_alike(&old.last, &new.last);
        if is_found {
            return source;
        }
        source.and(Judgement::wire(Wire::Breaks, "Programs built before look for the next page where it was."))
    }
}

/// Whether old programs still find the next page.
fn leads_on(old: &NextPage, new: &NextPage) -> bool {
    match (old, new) {
        (
            NextPage::LastItem { member: old, parameter: asked, back },
            NextPage::LastItem { member: new, parameter: asks, back: new_back },
        ) => old == new && asked == asks && (back.is_none() || back == new_back),
        // The limit is only shown to readers.
        (NextPage::Offset { parameter: old, .. }, NextPage::Offset { parameter: new, .. }) => old == new,
        (old, new) => old == new,
    }
}

/// Whether old programs stop where new ones do: one that no page stops goes on until there is nothing.
fn ends_alike(old: &LastPage, new: &LastPage) -> bool {
    old == new || *old == LastPage::Unsaid
}
