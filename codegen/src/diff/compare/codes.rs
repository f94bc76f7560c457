//! Compares error codes.

use std::collections::HashSet;

use super::super::change::{Change, Site, Subject};
use super::super::judge::{self, Judgement, Presence, RustName};
use super::super::pairs::Pair;
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::{Comparison, Naming, code};
use crate::api::{Api, Code, Endpoint, ListedCode};

impl Comparison<'_> {
    pub(super) fn codes(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.codes, &context.new.api.codes);
        for pair in &context.codes.list {
            let subject = self.code_subject(*pair);
            match *pair {
                Pair::Added(index) => self.code_added(&new[index], subject, context.new.listed(index)),
                Pair::Removed(index) => self.code_removed(&old[index], subject, context.old.listed(index)),
                Pair::Both(before, after) => self.code(&old[before], &new[after], &subject),
            }
        }
    }

    /// A code is listed by a call, so one that is new is a new failure of all calls that list it.
    fn code_added(&mut self, added: &Code, subject: Subject, listed: Vec<Site>) {
        let calls = failing(&subject.users, "can now fail");
        let sentence = format!("{calls} with {} ({}).", code(&added.item.name), added.statuses_in_words());
        let change = Change::new(Rule::CodeAdded, Effect::Added, subject, sentence);
        self.push(
            change
                .turning(None, Some(added.statuses_in_words()))
                .judged(failure(Presence::Added))
                .shaped(added.statuses_in_words())
                .with_parts([Vec::new(), listed]),
        );
    }

    fn code_removed(&mut self, removed: &Code, subject: Subject, listed: Vec<Site>) {
        let calls = failing(&subject.users, "can no longer fail");
        let sentence = format!("{calls} with {} ({}).", code(&removed.item.name), removed.statuses_in_words());
        let change = Change::new(Rule::CodeRemoved, Effect::Removed, subject, sentence)
            .turning(Some(removed.statuses_in_words()), None)
            .judged(failure(Presence::Removed))
            .shaped(removed.statuses_in_words())
            .with_parts([listed, Vec::new()]);
        self.push(change.advised(KEEP));
    }

    fn code(&mut self, old: &Code, new: &Code, subject: &Subject) {
        if old.statuses != new.statuses {
            let (before, after) = (old.statuses_in_words(), new.statuses_in_words());
            let sentence = format!("{} comes with the status {after} now, not {before}.", code(&subject.name));
            let change = Change::new(Rule::StatusChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(before), Some(after)).judged(repetition(&old.statuses, &new.statuses)));
        }
        let naming = Naming::new(Rule::CodeRenamed, RustName::Matched, "the variant");
        let unknown = Judgement::wire(Wire::Degraded, "Programs built before read it as `Unknown`.");
        self.item(&old.item, &new.item, subject, naming.travelling(unknown));
    }

    fn code_subject(&self, pair: Pair) -> Subject {
        let (old, new) = (&self.context.old, &self.context.new);
        let (before, after) = match pair {
            Pair::Added(after) => (None, Some(after)),
            Pair::Removed(before) => (Some(before), None),
            Pair::Both(before, after) => (Some(before), Some(after)),
        };
        let (described, index) = after.map_or((old, before.unwrap_or_default()), |after| (new, after));
        let item = &described.api.codes[index].item;
        let resource = home(item.span.file, described.api);
        let site = |api: &Api, index: usize| Site::owner(&api.codes[index].item.span);
        Subject {
            name: item.name.clone(),
            path: format!("{}/{}", resource.clone().unwrap_or_default(), item.name),
            resource,
            old: before.map(|index| site(old.api, index)),
            new: after.map(|index| site(new.api, index)),
            users: described.listing(index),
            node: None,
        }
    }

    /// Compares the codes that an endpoint lists. One that is new or gone altogether has a row of its own.
    pub(super) fn failures(&mut self, old: &Endpoint, new: &Endpoint, owner: &Subject) {
        let codes = &self.context.codes;
        let index = |listed: &ListedCode| listed.code.index();
        let before: HashSet<usize> = old.errors.iter().filter_map(|listed| codes.now(index(listed))).collect();
        let after: HashSet<usize> = new.errors.iter().map(index).collect();
        let come =
            new.errors.iter().filter(|listed| !before.contains(&index(listed)) && codes.was_there(index(listed)));
        let gone =
            old.errors.iter().filter(|listed| codes.now(index(listed)).is_some_and(|index| !after.contains(&index)));
        for listed in come {
            self.failure_is(listed, owner, Presence::Added, new);
        }
        for listed in gone {
            self.failure_is(listed, owner, Presence::Removed, old);
        }
    }

    fn failure_is(&mut self, listed: &ListedCode, owner: &Subject, presence: Presence, endpoint: &Endpoint) {
        let is_added = presence == Presence::Added;
        let api = if is_added { self.context.new.api } else { self.context.old.api };
        let failed = &api[listed.code];
        let name = &failed.item.name;
        let site = Some(Site::member(&endpoint.item.span, &failed.item.span).at(&listed.span));
        let (old, new) = if is_added { (None, site) } else { (site, None) };
        let path = format!("{}.errors.{name}", owner.path);
        let subject = Subject { name: name.clone(), path, old, new, ..owner.clone() };
        let status = Some(failed.statuses_in_words());
        let (rule, effect, words, before, after) = if is_added {
            (Rule::FailureAdded, Effect::Added, "can now fail", None, status)
        } else {
            (Rule::FailureRemoved, Effect::Removed, "can no longer fail", status, None)
        };
        let sentence = format!("{} {words} with {} ({}).", code(&owner.name), code(name), failed.statuses_in_words());
        let change = Change::new(rule, effect, subject, sentence).turning(before, after).judged(failure(presence));
        self.push(if is_added { change } else { change.advised(KEEP) });
    }
}

/// What spares callers the loss of a variant.
const KEEP: &str = "Keep the code for now, and say `deprecated: …`: that is minor.";

/// Judges another status by whether clients repeat a call that fails with it, unless the service says otherwise.
fn repetition(old: &[u16], new: &[u16]) -> Judgement {
    let is_repeated = |statuses: &[u16]| statuses.iter().any(|status| *status == 409 || *status >= 500);
    match (is_repeated(old), is_repeated(new)) {
        (true, false) => Judgement::wire(Wire::Degraded, "Calls that fail with it are no longer repeated."),
        (false, true) => Judgement::wire(Wire::Degraded, "Calls that fail with it are repeated now, before they end."),
        _ => Judgement::default(),
    }
}

/// Judges one more way to fail, or one less.
fn failure(presence: Presence) -> Judgement {
    let wire = match presence {
        Presence::Added => Judgement::wire(Wire::Degraded, "Programs built before read it as `Unknown`."),
        Presence::Removed => Judgement::default(),
    };
    judge::name("the variant", presence).and(wire)
}

/// The calls that can fail, as the beginning of a sentence.
fn failing(users: &[String], can: &str) -> String {
    let names: Vec<&str> = users.iter().map(|user| user.rsplit('.').next().unwrap_or(user)).collect();
    format!("{} {can}", crate::diag::list(names))
}

/// The resource that a file describes.
fn home(file: usize, api: &Api) -> Option<String> {
    let resource = api.resources.iter().find(|resource| resource.item.span.file == file)?;
    Some(resource.item.name.clone())
}
