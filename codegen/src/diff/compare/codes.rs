//! Compares error codes.

use super::super::change::{Change, Site, Subject};
use super::super::judge::{self, Judgement, Presence, RustName};
use super::super::pairs::Pair;
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::super::users::calls;
use super::{Comparison, Naming, code};
use crate::api::{Api, Code, Endpoint, ListedCode};

impl Comparison<'_> {
    pub(super) fn codes(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.codes, &context.new.api.codes);
        for pair in &context.codes.list {
            let subject = self.code_subject(*pair);
            match *pair {
                Pair::Added(index) => self.code_added(&new[index], subject),
                Pair::Removed(index) => self.code_removed(&old[index], subject),
                Pair::Both(before, after) => self.code(&old[before], &new[after], &subject),
            }
        }
    }

    /// A code is listed by a call, so one that is new is a new failure of all calls that list it.
    fn code_added(&mut self, added: &Code, subject: Subject) {
        let calls = failing(&subject.users, "can now fail");
        let sentence = format!("{calls} with {} ({}).", code(&added.item.name), added.status);
        let change = Change::new(Rule::CodeAdded, Effect::Added, subject, sentence);
        self.push(
            change
                .turning(None, Some(added.status.to_string()))
                .judged(failure(Presence::Added))
                .shaped(added.status.to_string()),
        );
    }

    fn code_removed(&mut self, removed: &Code, subject: Subject) {
        let calls = failing(&subject.users, "can no longer fail");
        let sentence = format!("{calls} with {} ({}).", code(&removed.item.name), removed.status);
        let change = Change::new(Rule::CodeRemoved, Effect::Removed, subject, sentence)
            .turning(Some(removed.status.to_string()), None)
            .judged(failure(Presence::Removed))
            .shaped(removed.status.to_string());
        self.push(change.advised(KEEP));
    }

    fn code(&mut self, old: &Code, new: &Code, subject: &Subject) {
        if old.status != new.status {
            let sentence =
                format!("{} comes with the status {} now, not {}.", code(&subject.name), new.status, old.status);
            let change = Change::new(Rule::StatusChanged, Effect::Changed, subject.clone(), sentence)
                .turning(Some(old.status.to_string()), Some(new.status.to_string()));
            self.push(change.judged(repetition(old.status, new.status)));
        }
        let naming = Naming::new(Rule::CodeRenamed, RustName::Matched, "the variant");
        let unknown = Judgement::wire(Wire::Degraded, "Programs built before read it as `Unknown`.");
        self.item(&old.item, &new.item, subject, naming.travelling(unknown));
    }

    fn code_subject(&self, pair: Pair) -> Subject {
        let (old, new) = (self.context.old.api, self.context.new.api);
        let (before, after) = match pair {
            Pair::Added(after) => (None, Some(&new.codes[after])),
            Pair::Removed(before) => (Some(&old.codes[before]), None),
            Pair::Both(before, after) => (Some(&old.codes[before]), Some(&new.codes[after])),
        };
        let (api, described) = after.map_or((old, before), |code| (new, Some(code)));
        let item = described.map(|code| &code.item);
        let resource = item.and_then(|item| home(item.span.file, api));
        let name = item.map(|item| item.name.clone()).unwrap_or_default();
        Subject {
            path: format!("{}/{name}", resource.clone().unwrap_or_default()),
            resource,
            old: before.map(|code| Site::owner(&code.item.span)),
            new: after.map(|code| Site::owner(&code.item.span)),
            users: listing(api, &name),
            name,
        }
    }

    /// Compares the codes that an endpoint lists. One that is new or gone altogether has a row of its own.
    pub(super) fn failures(&mut self, old: &Endpoint, new: &Endpoint, owner: &Subject) {
        let codes = &self.context.codes;
        let is_one = |before: &ListedCode, after: &ListedCode| codes.are_one(before.code.index(), after.code.index());
        let was_absent = |listed: &&ListedCode| !old.errors.iter().any(|before| is_one(before, listed));
        let is_absent = |listed: &&ListedCode| !new.errors.iter().any(|after| is_one(listed, after));
        let come = new.errors.iter().filter(was_absent).filter(|listed| codes.was_there(listed.code.index()));
        let gone = old.errors.iter().filter(is_absent).filter(|listed| codes.is_kept(listed.code.index()));
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
        let status = Some(failed.status.to_string());
        let (rule, effect, words, before, after) = if is_added {
            (Rule::FailureAdded, Effect::Added, "can now fail", None, status)
        } else {
            (Rule::FailureRemoved, Effect::Removed, "can no longer fail", status, None)
        };
        let sentence = format!("{} {words} with {} ({}).", code(&owner.name), code(name), failed.status);
        let change = Change::new(rule, effect, subject, sentence).turning(before, after).judged(failure(presence));
        self.push(if is_added { change } else { change.advised(KEEP) });
    }
}

/// What spares callers the loss of a variant.
const KEEP: &str = "Keep the code for now, and say `deprecated: …`: that is minor.";

/// Judges another status by whether clients repeat a call that fails with it, unless the service says otherwise.
fn repetition(old: u16, new: u16) -> Judgement {
    let is_repeated = |status: u16| status == 409 || status >= 500;
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
        _ => Judgement::default(),
    };
    judge::name("the variant", presence).and(wire)
}

/// The calls that can fail, as the beginning of a sentence.
fn failing(users: &[String], can: &str) -> String {
    let names: Vec<&str> = users.iter().map(|user| user.rsplit('.').next().unwrap_or(user)).collect();
    format!("{} {can}", crate::diag::list(names))
}

/// The endpoints that list a code.
fn listing(api: &Api, name: &str) -> Vec<String> {
    calls(api, |endpoint| endpoint.errors.iter().any(|listed| api[listed.code].item.name == name))
}

/// The resource that a file describes.
fn home(file: usize, api: &Api) -> Option<String> {
    let resource = api.resources.iter().find(|resource| resource.item.span.file == file)?;
    Some(resource.item.name.clone())
}
