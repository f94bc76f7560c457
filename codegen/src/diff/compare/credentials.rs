//! Compares how requests prove who sends them.

use std::collections::BTreeSet;

use super::super::change::{Change, Subject};
use super::super::judge::{self, Judgement, Presence, RustName};
use super::super::pairs::Pair;
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::users::calls;
use super::api_file::in_api_file;
use super::{Comparison, Naming, code};
use crate::api::{Api, Auth, Scheme, SchemeId, SchemeKind, Security};

impl Comparison<'_> {
    pub(super) fn credentials(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.schemes, &context.new.api.schemes);
        for pair in &context.schemes.list {
            match *pair {
                Pair::Added(index) => self.scheme_added(&new[index]),
                Pair::Removed(index) => self.scheme_removed(&old[index]),
                Pair::Both(before, after) => self.scheme(&old[before], &new[after]),
            }
        }
        let (old, new) = (&context.old.api.auth, &context.new.api.auth);
        if !self.are_one(old, new) {
            let users = calls(context.new.api, |endpoint| matches!(&endpoint.auth, Auth::Schemes(auth) if auth == new));
            let (before, after) = (&context.old.api.places.auth, &context.new.api.places.auth);
            let subject = Subject { users, ..in_api_file("auth", Some(before), Some(after)) };
            self.signed_otherwise(old, new, "Requests are", subject);
        }
    }

    /// Compares how an endpoint is signed; where it only follows what most do, that has a row of its own.
    pub(super) fn security(&mut self, old: &Security, new: &Security, subject: &Subject) {
        let follows = |api: &Api, security: &Security| api.auth == *security;
        let both_follow = follows(self.context.old.api, old) && follows(self.context.new.api, new);
        if !both_follow && !self.are_one(old, new) {
            self.signed_otherwise(old, new, &format!("{} is", code(&subject.name)), subject.clone());
        }
    }

    fn signed_otherwise(&mut self, old: &Security, new: &Security, who: &str, subject: Subject) {
        let (before, after) = (in_words(old, self.context.old.api), in_words(new, self.context.new.api));
        let sentence = format!("{who} signed with {} now, not with {}.", code(&after), code(&before));
        let wire = if self.is_taken(old, new) {
            Judgement::default()
        } else {
            Judgement::wire(Wire::Breaks, "The service refuses how programs built before sign it.")
        };
        let change = Change::new(Rule::AuthChanged, Effect::Changed, subject, sentence);
        self.push(change.turning(Some(before), Some(after)).judged(wire));
    }

    /// Whether requests are signed alike, by whatever names.
    fn are_one(&self, old: &Security, new: &Security) -> bool {
        old.len() == new.len()
            && old.iter().zip(new).all(|(old, new)| self.is_within(old, new) && old.len() == new.len())
    }

    /// Whether the service takes what old programs may sign with.
    fn is_taken(&self, old: &Security, new: &Security) -> bool {
        let unsigned = [Vec::new()];
        let old = if old.is_empty() { &unsigned[..] } else { old };
        let is_sent = |sent: &[SchemeId], asked: &SchemeId| {
            sent.iter().any(|sent| self.are_one_scheme(*sent, *asked) || self.are_alike(*sent, *asked))
        };
        let has_all = |sent: &Vec<SchemeId>| new.iter().any(|asked| asked.iter().all(|asked| is_sent(sent, asked)));
        new.is_empty() || old.iter().all(has_all)
    }

    fn are_one_scheme(&self, old: SchemeId, new: SchemeId) -> bool {
        self.context.schemes.are_one(old.index(), new.index())
    }

    /// Whether two schemes are the same but for their names, which do not travel.
    fn are_alike(&self, old: SchemeId, new: SchemeId) -> bool {
        is_alike(&self.context.old.api[old].kind, &self.context.new.api[new].kind)
    }

    /// Whether all that is asked for is among what is sent.
    fn is_within(&self, sent: &[SchemeId], asked: &[SchemeId]) -> bool {
        asked.iter().all(|asked| sent.iter().any(|sent| self.are_one_scheme(*sent, *asked)))
    }

    fn scheme_added(&mut self, scheme: &Scheme) {
        let sentence = format!("There are the credentials {} now.", code(&scheme.item.name));
        let change = Change::new(Rule::SchemeAdded, Effect::Added, subject(None, Some(scheme)), sentence);
        let judgement = judge::name("", Presence::Added).and(self.made_otherwise());
        self.push(change.turning(None, Some(scheme.kind.in_words())).judged(judgement));
    }

    fn scheme_removed(&mut self, scheme: &Scheme) {
        let sentence = format!("The credentials {} are gone.", code(&scheme.item.name));
        let change = Change::new(Rule::SchemeRemoved, Effect::Removed, subject(Some(scheme), None), sentence);
        let judgement = judge::name("what takes them", Presence::Removed).and(self.made_otherwise());
        self.push(change.turning(Some(scheme.kind.in_words()), None).judged(judgement));
    }

    fn scheme(&mut self, old: &Scheme, new: &Scheme) {
        let subject = subject(Some(old), Some(new));
        let naming = Naming::new(Rule::SchemeRenamed, RustName::Written, "what takes it");
        self.item(&old.item, &new.item, &subject, naming);
        if is_alike(&old.kind, &new.kind) {
            return;
        }
        let (before, after) = (old.kind.in_words(), new.kind.in_words());
        let sentence =
            format!("The credentials {} are {} now, not {}.", code(&subject.name), code(&after), code(&before));
        let source = if given(&old.kind) == given(&new.kind) {
            Judgement::default()
        } else {
            Judgement::source(Source::Major, "What takes them has other arguments.")
        };
        let wire = if is_found(&old.kind, &new.kind) {
            Judgement::default()
        } else {
            Judgement::wire(Wire::Breaks, "The service does not find what programs built before sign with.")
        };
        let change = Change::new(Rule::SchemeChanged, Effect::Changed, subject, sentence);
        self.push(change.turning(Some(before), Some(after)).judged(source.and(wire)));
    }

    /// What becomes of `Client::new`, which takes what a single scheme does, and is not there for several.
    fn made_otherwise(&self) -> Judgement {
        let takes = |api: &Api| match api.schemes.as_slice() {
            [] => Some(""),
            [scheme] => Some(given(&scheme.kind)),
            _ => None,
        };
        if takes(self.context.old.api) == takes(self.context.new.api) {
            return Judgement::default();
        }
        Judgement::source(Source::Major, "Clients are made in another way: `new` takes what a single scheme takes.")
    }
}

/// What a program gives.
fn given(kind: &SchemeKind) -> &'static str {
    match kind {
        SchemeKind::Basic => "user and password",
        SchemeKind::OAuth2 { .. } => "identifier and secret",
        SchemeKind::Bearer | SchemeKind::Header(_) | SchemeKind::Query(_) | SchemeKind::Cookie(_) => "key",
    }
}

/// Whether two ways are one, in whatever order tokens are asked for what they are for.
fn is_alike(old: &SchemeKind, new: &SchemeKind) -> bool {
    match (old, new) {
        (
            SchemeKind::OAuth2 { token_url: old_url, scopes: old },
            SchemeKind::OAuth2 { token_url: new_url, scopes: new },
        ) => old_url == new_url && BTreeSet::from_iter(old) == BTreeSet::from_iter(new),
        (old, new) => old == new,
    }
}

/// Whether the service finds what old programs send. Where tokens are to be had, it knows nothing of.
fn is_found(old: &SchemeKind, new: &SchemeKind) -> bool {
    match (old, new) {
        (SchemeKind::Header(old), SchemeKind::Header(new)) => old.eq_ignore_ascii_case(new),
        (SchemeKind::OAuth2 { token_url: old, .. }, SchemeKind::OAuth2 { token_url: new, .. }) => old == new,
        _ => false,
    }
}

/// Which schemes sign requests, in the words of a description.
fn in_words(security: &Security, api: &Api) -> String {
    let name = |id: &SchemeId| api[*id].item.name.clone();
    let alternatives = security.iter().map(|schemes| match schemes.as_slice() {
        [] => "none".to_owned(),
        schemes => schemes.iter().map(name).collect::<Vec<_>>().join(" and "),
    });
    let alternatives: Vec<String> = alternatives.collect();
    if alternatives.is_empty() { "none".to_owned() } else { alternatives.join(", or ") }
}

fn subject(old: Option<&Scheme>, new: Option<&Scheme>) -> Subject {
    let name = new.or(old).map_or("", |scheme| &scheme.item.name);
    let [old, new] = [old, new].map(|scheme| scheme.map(|scheme| &scheme.item.span));
    in_api_file(&format!("credentials.{name}"), old, new)
}
