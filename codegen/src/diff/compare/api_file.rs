//! Compares what `api.yaml` says.

use std::rc::Rc;

use super::super::change::{Change, Site, Subject};
use super::super::judge::{self, Judgement, Presence, RustName};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::{Comparison, Naming, code};
use crate::api::{Header, Item};
use crate::diag::Span;

impl Comparison<'_> {
    pub(super) fn api_file(&mut self) {
        self.front();
        self.package();
        self.headers();
        self.errors();
        self.protocol_headers();
        self.dialects();
    }

    fn front(&mut self) {
        let (old, new) = (self.context.old.api, self.context.new.api);
        if old.name != new.name {
            let subject = in_api_file("api", Some(&old.places.name), Some(&new.places.name));
            let sentence = format!("The API is called {} now.", code(&new.name));
            let change = Change::new(Rule::ApiRenamed, Effect::Documented, subject, sentence);
            self.push(change.turning(Some(old.name.clone()), Some(new.name.clone())));
        }
        if old.doc != new.doc {
            let subject = in_api_file("doc", Some(&old.places.doc), Some(&new.places.doc));
            let sentence = "The words on the front page changed.".to_owned();
            self.documented(Rule::ApiDocChanged, &subject, sentence, &old.doc, &new.doc);
        }
        let subject = in_api_file("version", Some(&old.places.version), Some(&new.places.version));
        self.keep(&subject);
        if old.version != new.version {
            let sentence = format!("The crate speaks version {} of the API now.", code(&new.version));
            let change = Change::new(Rule::VersionChanged, Effect::Changed, subject, sentence);
            self.push(change.turning(Some(old.version.clone()), Some(new.version.clone())));
        }
    }

    fn package(&mut self) {
        let (old, new) = (self.context.old.api, self.context.new.api);
        let places = (Some(&old.places.package), Some(&new.places.package));
        let (before, after) = (&old.package, &new.package);
        let reason = "Every `use` of the crate must name the new one.";
        let keys = [
            (Rule::PackageRenamed, "name", &before.name, &after.name, Judgement::source(Source::Major, reason)),
            (Rule::PackageVersionChanged, "version", &before.version, &after.version, Judgement::default()),
            (Rule::LicenseChanged, "license", &before.license, &after.license, Judgement::default()),
        ];
        for (rule, key, before, after, judgement) in keys {
            if before != after {
                let subject = in_api_file(&format!("package.{key}"), places.0, places.1);
                let sentence = format!("The {key} of the crate is {} now.", code(after));
                let change = Change::new(rule, Effect::Changed, subject, sentence);
                self.push(change.turning(Some(before.clone()), Some(after.clone())).judged(judgement));
            }
        }
        if before.listing != after.listing {
            let subject = in_api_file("package", places.0, places.1);
            let sentence = "Registries are told something else of the crate.";
            self.push(Change::new(Rule::PackageChanged, Effect::Documented, subject, sentence));
        }
    }

    fn headers(&mut self) {
        let (old, new) = (&self.context.old.api.headers, &self.context.new.api.headers);
        let [before, after] = [old, new].map(|headers| headers.iter().map(in_lower_case).collect::<Vec<_>>());
        for pair in pairs_of(&before, &after, |item| item) {
            match pair {
                Pair::Added(index) => self.header_added(&new[index]),
                Pair::Removed(index) => self.header_removed(&old[index]),
                Pair::Both(before, after) => self.header(&old[before], &new[after]),
            }
        }
    }

    fn header_added(&mut self, header: &Header) {
        let name = code(&header.item.name);
        let (sentence, judgement) = if header.is_settable() {
            (format!("Callers can set the header {name} now."), Judgement::source(Source::Minor, ""))
        } else {
            (format!("Every request carries the header {name} now."), Judgement::default())
        };
        let subject = header_subject(None, Some(&header.item));
        let change = Change::new(Rule::HeaderAdded, Effect::Added, subject, sentence);
        self.push(change.turning(None, header.value.clone()).judged(judgement));
    }

    fn header_removed(&mut self, header: &Header) {
        let sentence = format!("The header {} is gone.", code(&header.item.name));
        let subject = header_subject(Some(&header.item), None);
        let change = Change::new(Rule::HeaderRemoved, Effect::Removed, subject, sentence);
        self.push(change.turning(header.value.clone(), None).judged(setter_gone(header)));
    }

    fn header(&mut self, old: &Header, new: &Header) {
        let subject = header_subject(Some(&old.item), Some(&new.item));
        let name = code(&new.item.name);
        let versions = (&self.context.old.api.version, &self.context.new.api.version);
        // A header that says the version of the API changes with it, which has a row of its own.
        let says_version = (old.value.as_ref(), new.value.as_ref()) == (Some(versions.0), Some(versions.1));
        let mut change = |sentence: String, before: Option<String>, after: Option<String>, judgement| {
            let change = Change::new(Rule::HeaderChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(before, after).judged(judgement));
        };
        if old.value != new.value && !says_version {
            let sentence = match &new.value {
                Some(value) => format!("Every request carries the header {name} with {} now.", code(value)),
                None => format!("Requests carry the header {name} only where it is set now."),
            };
            change(sentence, old.value.clone(), new.value.clone(), Judgement::default());
        }
        match (old.is_settable(), new.is_settable()) {
            (false, true) => {
                let sentence = format!("Callers can set the header {name} now.");
                change(sentence, None, Some("set by callers".to_owned()), Judgement::source(Source::Minor, ""));
            }
            (true, false) => {
                let sentence = format!("Callers can no longer set the header {name}.");
                change(sentence, Some("set by callers".to_owned()), None, setter_gone(old));
            }
            _ => {}
        }
        let is_found = old.item.name.eq_ignore_ascii_case(&new.item.name) || !old.is_settable();
        let wire = if is_found { Judgement::default() } else { header_lost() };
        let naming = |rust| Naming::new(Rule::HeaderRenamed, rust, "the setter").travelling(wire);
        if old.is_settable() == new.is_settable() {
            self.item(&old.item, &new.item, &subject, naming(RustName::Aliased));
        } else {
            // The words came or went with the setter.
            self.keep(&subject);
            self.naming(&old.item, &new.item, &subject, naming(RustName::Unseen));
        }
    }

    fn protocol_headers(&mut self) {
        let (old, new) = (&self.context.old.api.protocol, &self.context.new.api.protocol);
        let headers = [
            (
                Rule::RequestIdChanged,
                "request_id",
                "identifies a request to support",
                (&old.request_id, &new.request_id),
                Judgement::wire(Wire::Degraded, "Programs built before read no request id."),
            ),
            (
                Rule::ShouldRetryChanged,
                "should_retry",
                "says whether to repeat a request",
                (&old.should_retry, &new.should_retry),
                Judgement::wire(
                    Wire::Degraded,
                    "Programs built before decide by themselves whether to repeat a request.",
                ),
            ),
            (
                Rule::IdempotencyChanged,
                "idempotency_key",
                "carries the idempotency key",
                (&old.idempotency_key, &new.idempotency_key),
                Judgement::wire(
                    Wire::Breaks,
                    "Programs built before send a key that the service does not see: what they repeat may be done twice.",
                ),
            ),
        ];
        for (rule, key, role, (before, after), lost) in headers {
            let in_lower_case = |header: &Option<String>| header.as_ref().map(|header| header.to_lowercase());
            if in_lower_case(before) == in_lower_case(after) {
                continue;
            }
            let sentence = match after {
                Some(header) => format!("The header {} {role} now.", code(header)),
                None => format!("No header {role} any more."),
            };
            let subject = self.protocol_subject(&format!("protocol.{key}"));
            let judgement = if before.is_some() { lost } else { Judgement::default() };
            let change = Change::new(rule, Effect::Changed, subject, sentence);
            self.push(change.turning(before.clone(), after.clone()).judged(judgement));
        }
    }

    pub(super) fn protocol_subject(&self, path: &str) -> Subject {
        let (old, new) = (&self.context.old.api.places, &self.context.new.api.places);
        in_api_file(path, Some(&old.name), Some(&new.name))
    }
}

/// Something of `api.yaml`, which every call meets.
pub(super) fn in_api_file(path: &str, old: Option<&Span>, new: Option<&Span>) -> Subject {
    Subject {
        name: path.rsplit('.').next().unwrap_or(path).to_owned(),
        resource: None,
        path: path.to_owned(),
        old: old.map(Site::owner),
        new: new.map(Site::owner),
        users: Rc::default(),
        node: None,
    }
}

/// A header as HTTP knows it, in any case of its letters.
fn in_lower_case(header: &Header) -> Item {
    let lower = |name: &String| name.to_lowercase();
    Item { name: lower(&header.item.name), was: header.item.was.iter().map(lower).collect(), ..header.item.clone() }
}

fn header_subject(old: Option<&Item>, new: Option<&Item>) -> Subject {
    let name = new.or(old).map_or("", |item| &item.name);
    let span = |item: Option<&'_ Item>| item.map(|item| item.span.clone());
    in_api_file(&format!("headers.{name}"), span(old).as_ref(), span(new).as_ref())
}

fn setter_gone(header: &Header) -> Judgement {
    if !header.is_settable() {
        return Judgement::default();
    }
    judge::name(&format!("the setter of {}", code(&header.item.name)), Presence::Removed).and(header_lost())
}

fn header_lost() -> Judgement {
    Judgement::wire(Wire::Degraded, "The service passes over it where programs built before set it.")
}
