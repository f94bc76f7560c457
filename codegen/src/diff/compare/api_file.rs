//! Compares what `api.yaml` says.

use super::super::change::{Change, Site, Subject};
use super::super::judge::{self, Judgement, Presence};
use super::super::pairs::{Pair, pairs_by_name, pairs_of};
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::users::calls;
use super::{Comparison, RustName, code, renamed};
use crate::api::{Header, Item, Server};
use crate::diag::Span;

impl Comparison<'_> {
    pub(super) fn api_file(&mut self) {
        self.front();
        self.package();
        self.servers();
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
    }

    fn servers(&mut self) {
        let (old, new) = (&self.context.old.api.servers, &self.context.new.api.servers);
        for pair in pairs_by_name(old, new, |server| &server.name) {
            match pair {
                Pair::Added(index) => self.server_added(&new[index]),
                Pair::Removed(index) => self.server_removed(&old[index]),
                Pair::Both(before, after) => self.server(&old[before], &new[after]),
            }
        }
        let (Some(before), Some(after)) = (old.first(), new.first()) else { return };
        if before.name != after.name {
            let users = calls(self.context.new.api, |endpoint| endpoint.server.index() == 0);
            let subject = Subject { users, ..in_api_file("servers", Some(&before.span), Some(&after.span)) };
            let sentence = format!("{} takes the calls now that name no server.", code(&after.name));
            let source = Judgement::source(Source::Major, "`base_url` sets the URL of another server than before.");
            let wire = Judgement::wire(Wire::Breaks, "Programs built before call the server that took them before.");
            let judgement = if before.url == after.url { source } else { source.and(wire) };
            let change = Change::new(Rule::DefaultServerChanged, Effect::Changed, subject, sentence)
                .turning(Some(before.name.clone()), Some(after.name.clone()));
            self.push(change.judged(judgement));
        }
    }

    fn server_added(&mut self, server: &Server) {
        let subject = in_api_file(&format!("servers.{}", server.name), None, Some(&server.span));
        let sentence = format!("The server {} is new, at {}.", code(&server.name), code(&server.url));
        let change = Change::new(Rule::ServerAdded, Effect::Added, subject, sentence);
        self.push(change.turning(None, Some(server.url.clone())).judged(Judgement::source(Source::Minor, "")));
    }

    fn server_removed(&mut self, server: &Server) {
        let subject = in_api_file(&format!("servers.{}", server.name), Some(&server.span), None);
        let sentence = format!("The server {} is gone.", code(&server.name));
        let source =
            Judgement::source(Source::Major, "A client that sets the URL of this server is refused when it is built.");
        let wire = Judgement::wire(Wire::Breaks, "Programs built before still ask it.");
        let change = Change::new(Rule::ServerRemoved, Effect::Removed, subject, sentence);
        self.push(change.turning(Some(server.url.clone()), None).judged(source.and(wire)));
    }

    fn server(&mut self, old: &Server, new: &Server) {
        if old.url == new.url {
            return;
        }
        let subject = in_api_file(&format!("servers.{}", new.name), Some(&old.span), Some(&new.span));
        let sentence = format!("The server {} is at {} now.", code(&new.name), code(&new.url));
        let wire = Judgement::wire(Wire::Breaks, "Programs built before ask it where it was.");
        let change = Change::new(Rule::ServerUrlChanged, Effect::Changed, subject, sentence);
        self.push(change.turning(Some(old.url.clone()), Some(new.url.clone())).judged(wire));
    }

    fn headers(&mut self) {
        let (old, new) = (&self.context.old.api.headers, &self.context.new.api.headers);
        for pair in pairs_of(old, new, |header| &header.item) {
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
        if old.item.name != new.item.name {
            self.push(header_renamed(old, new, &subject));
        }
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
                self.keep(&subject);
            }
            (true, false) => {
                let sentence = format!("Callers can no longer set the header {name}.");
                change(sentence, Some("set by callers".to_owned()), None, setter_gone(old));
                self.keep(&subject);
            }
            _ => self.attributes(&old.item, &new.item, &subject, RustName::Aliased),
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
            if before == after {
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
        users: Vec::new(),
    }
}

fn header_subject(old: Option<&Item>, new: Option<&Item>) -> Subject {
    let name = new.or(old).map_or("", |item| &item.name);
    let span = |item: Option<&'_ Item>| item.map(|item| item.span.clone());
    in_api_file(&format!("headers.{name}"), span(old).as_ref(), span(new).as_ref())
}

/// The old name is one of another header, which the service does not look for.
fn header_renamed(old: &Header, new: &Header, subject: &Subject) -> Change {
    let change = renamed(Rule::HeaderRenamed, subject.clone(), &old.item, &new.item);
    if !new.is_settable() {
        return change;
    }
    change.judged(RustName::Aliased.renamed("the setter").and(header_lost()))
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
