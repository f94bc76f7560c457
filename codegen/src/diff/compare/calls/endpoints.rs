//! Compares endpoints.

use std::rc::Rc;

use crate::api::{Auth, Endpoint, Example, Resource, Returns, Session, Token, Type};
use crate::diff::change::{Change, Site, Subject};
use crate::diff::compare::calls::statuses::returned;
use crate::diff::compare::{Comparison, Naming, code};
use crate::diff::judge::{self, Answered, Fit, Given, Judgement, Presence, RustName, TypeChange};
use crate::diff::meeting::Meeting;
use crate::diff::pairs::{Pair, Pairs, pairs_by_likeness};
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;
use crate::diff::users::shape;

impl Comparison<'_> {
    pub(in crate::diff::compare) fn endpoints(&mut self) {
        let (old, new) = (&self.context.old.api.resources, &self.context.new.api.resources);
        let none: &[Endpoint] = &[];
        for pair in &self.context.resources.list {
            let (home, before, after) = match *pair {
                Pair::Added(index) => (&new[index], none, &new[index].endpoints[..]),
                Pair::Removed(index) => (&old[index], &old[index].endpoints[..], none),
                Pair::Both(before, after) => (&new[after], &old[before].endpoints[..], &new[after].endpoints[..]),
            };
            let pairs = Pairs::of(before, after, |endpoint| &endpoint.item);
            for pair in &pairs.list {
                match *pair {
                    Pair::Added(index) => self.endpoint_added(&after[index], home),
                    Pair::Removed(index) => self.endpoint_removed(&before[index], home),
                    Pair::Both(old, new) => self.endpoint(&before[old], &after[new], home, &pairs),
                }
            }
        }
    }

    fn endpoint_added(&mut self, endpoint: &Endpoint, home: &Resource) {
        let http = http(endpoint);
        let sentence = format!("The call {} is new: {}.", code(&endpoint.item.name), code(&http));
        let change = Change::new(Rule::EndpointAdded, Effect::Added, subject(home, None, Some(endpoint)), sentence);
        let change = change.turning(None, Some(http)).judged(judge::name("", Presence::Added));
        self.push(change.shaped(shape(endpoint)));
    }

    fn endpoint_removed(&mut self, endpoint: &Endpoint, home: &Resource) {
        let http = http(endpoint);
        let sentence = format!("The call {} is gone: {}.", code(&endpoint.item.name), code(&http));
        let change = Change::new(Rule::EndpointRemoved, Effect::Removed, subject(home, Some(endpoint), None), sentence);
        let gone = || Judgement::wire(Wire::Breaks, "The service no longer answers it.");
        let wire = self.answered(endpoint).unwrap_or_else(gone);
        let change = change.turning(Some(http), None).judged(judge::name("the call", Presence::Removed).and(wire));
        let change = change.shaped(shape(endpoint));
        self.push(change.advised(
            "If the service still answers it, keep the call for now, and say `deprecated: …`: that is minor.",
        ));
    }

    /// What an old program meets that makes a call which has no name any more, if another one of the new description
    /// answers it.
    pub(in crate::diff::compare) fn answered(&self, old: &Endpoint) -> Option<Judgement> {
        let answering = self.context.new.called(old).map(|(home, new)| {
            let mut answered = Self { changes: Vec::new(), kept: Vec::new(), ..*self };
            answered.endpoint(old, new, home, &Pairs::none());
            let judgements = answered.changes.into_iter().map(|change| change.judgement);
            let Judgement { wire, wire_reason, .. } = judgements.fold(Judgement::default(), Judgement::and);
            Judgement { wire, wire_reason, ..Judgement::default() }
        });
        answering.min_by_key(|judgement| judgement.wire)
    }

    /// Compares calls that are one, beside others of which `calls` says which are.
    fn endpoint(&mut self, old: &Endpoint, new: &Endpoint, home: &Resource, calls: &Pairs) {
        let subject = subject(home, Some(old), Some(new));
        let naming = Naming::new(Rule::EndpointRenamed, RustName::Aliased, "the call");
        self.item(&old.item, &new.item, &subject, naming);
        if shape(old) != shape(new) {
            let (before, after) = (http(old), http(new));
            let sentence = format!("{} is {} now, not {}.", code(&subject.name), code(&after), code(&before));
            let wire = Judgement::wire(Wire::Breaks, "Programs built before make the old call, which is gone.");
            let change = Change::new(Rule::EndpointMoved, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(before), Some(after)).judged(wire));
        }
        self.endpoint_server(old, new, &subject);
        self.endpoint_dialect(old.dialect, new.dialect, &subject);
        self.auth(&old.auth, &new.auth, &subject, calls);
        self.bodies(old, new, &subject);
        self.returns(old, new, &subject);
        self.answer(&old.answer, &new.answer, &subject);
        self.paging(old, new, &subject);
        self.refusals(old, new, &subject);
        self.parameters(old, new, &subject);
        self.constant_headers(old, new, &subject);
        self.repeating(old, new, &subject);
        self.failures(old, new, &subject);
        self.examples(&old.examples, &new.examples, &subject);
    }

    fn endpoint_server(&mut self, old: &Endpoint, new: &Endpoint, subject: &Subject) {
        // What follows the default server changes with it, which has a row of its own.
        let (before, after) = (old.server.index(), new.server.index());
        if (before == 0 && after == 0) || self.context.servers.are_one(before, after) {
            return;
        }
        let servers = (self.context.old.api.servers.get(before), self.context.new.api.servers.get(after));
        // Where there is none, programs say where the service is.
        let (Some(old), Some(new)) = servers else { return };
        let sentence =
            format!("{} goes to the server {} now, not to {}.", code(&subject.name), code(&new.name), code(&old.name));
        let wire = if old.url() == new.url() {
            Judgement::default()
        } else {
            Judgement::wire(Wire::Breaks, "Programs built before still ask the old server.")
        };
        let change = Change::new(Rule::EndpointServerChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(Some(old.name.clone()), Some(new.name.clone())).judged(wire));
    }

    fn auth(&mut self, old: &Auth, new: &Auth, subject: &Subject, calls: &Pairs) {
        let name = code(&subject.name);
        let (old, new) = match (old, new) {
            (Auth::Schemes(old), Auth::Schemes(new)) => return self.security(old, new, subject),
            (Auth::Token(old), Auth::Token(new)) => return self.token(old, new, subject, calls),
            (Auth::Schemes(_), Auth::Token(token)) => (None, Some(token.name.clone())),
            (Auth::Token(token), Auth::Schemes(_)) => (Some(token.name.clone()), None),
        };
        let sentence = match &new {
            Some(token) => format!("{name} is signed with a token now, {}, not with the API key.", code(token)),
            None => format!("{name} is signed with the API key now, not with a token."),
        };
        let (before, after) =
            if new.is_some() { (Given::Absent, Given::REQUIRED) } else { (Given::REQUIRED, Given::Absent) };
        let source = judge::request("", before, after, TypeChange::NONE);
        let wire = Judgement::wire(Wire::Breaks, "The service refuses how programs built before sign it.");
        let change = Change::new(Rule::AuthChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(old, new).judged(wire.and(Judgement { wire: Wire::Ok, wire_reason: None, ..source })));
    }

    fn token(&mut self, old: &Token, new: &Token, subject: &Subject, calls: &Pairs) {
        if let (Some(before), Some(after)) = (&subject.old, &subject.new) {
            let origin = |site: &Site, token: &Token| Site::member(&site.origin.owner, &token.span).origin;
            self.kept.push((origin(before, old), origin(after, new)));
        }
        if old.name != new.name {
            let sentence = format!("The token of {} is named {} now.", code(&subject.name), code(&new.name));
            let change = Change::new(Rule::TokenRenamed, Effect::Renamed, subject.clone(), sentence);
            self.push(change.turning(Some(old.name.clone()), Some(new.name.clone())));
        }
        let is_same = match (&old.session, &new.session) {
            (Some(old), Some(new)) => self.is_same_session(old, new, calls),
            (old, new) => old.is_none() && new.is_none(),
        };
        if is_same {
            return;
        }
        let (before, after) = (self.session(old, true), self.session(new, false));
        let (sentence, judgement) = match (&before, &after) {
            (None, _) => ("The crate now fetches the tokens", Judgement::source(Source::Minor, "")),
            (_, None) => (
                "The crate no longer fetches the tokens",
                judge::name("the type that sends batches", Presence::Removed),
            ),
            _ => ("The crate fetches in another way now the tokens", Judgement::default()),
        };
        let sentence = format!("{sentence} of {}.", code(&subject.name));
        let change = Change::new(Rule::SessionChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(judgement));
    }

    /// Whether tokens come from the same call and from the same members of its answer, under whatever names.
    fn is_same_session(&self, old: &Session, new: &Session, calls: &Pairs) -> bool {
        let (before, after) = (&self.context.old.api[old.object], &self.context.new.api[new.object]);
        let fields = Pairs::of(&before.fields, &after.fields, |field| &field.item);
        let is_renewed_alike = match (old.renew_on, new.renew_on) {
            (Some(old), Some(new)) => self.context.codes.are_one(old.index(), new.index()),
            (old, new) => old.is_none() && new.is_none(),
        };
        calls.are_one(old.create, new.create)
            && fields.are_one(old.token, new.token)
            && fields.are_one(old.expires_at, new.expires_at)
            && is_renewed_alike
    }

    /// Where tokens come from, in the words of a description.
    fn session(&self, token: &Token, is_old: bool) -> Option<String> {
        let session = token.session.as_ref()?;
        let api = if is_old { self.context.old.api } else { self.context.new.api };
        let home = api.resources.iter().find(|resource| resource.item.span.file == token.span.file)?;
        let field = |index: usize| api[session.object].fields[index].item.name.as_str();
        let code = session.renew_on.map_or("nothing", |id| api[id].item.name.as_str());
        let create = &home.endpoints[session.create].item.name;
        let (token, expires_at) = (field(session.token), field(session.expires_at));
        Some(format!("create {create}, token {token}, expires_at {expires_at}, renew_on {code}"))
    }

    fn returns(&mut self, old_call: &Endpoint, new_call: &Endpoint, subject: &Subject) {
        let context = self.context;
        let (old, new) = (&old_call.returns, &new_call.returns);
        let judgement = match (old, new) {
            (Returns::Nothing, Returns::Nothing) | (Returns::Event, Returns::Event) => return,
            (Returns::Value(before), Returns::Value(after)) => {
                let ty = context.answered(before, after);
                let (was, is) = (answered(before), answered(after));
                if ty.is_same && was == is {
                    return;
                }
                judge::response(was, is, ty)
            }
            (Returns::Page(old_pages, before), Returns::Page(new_pages, after)) if old_pages == new_pages => {
                let ty = context.answered(before, after);
                if ty.is_same {
                    return;
                }
                judge::response(Answered::Always, Answered::Always, ty)
            }
            (Returns::Headed(_) | Returns::ByStatus(_), _) | (_, Returns::Headed(_) | Returns::ByStatus(_)) => {
                return self.answers(old_call, new_call, subject);
            }
            (Returns::Nothing, _) => Judgement::source(Source::Major, "What the call gives is of another type."),
            // Where `null` may be answered, old programs take an empty answer for it.
            (Returns::Value(before), Returns::Nothing) => {
                judge::response(answered(before), Answered::Absent, TypeChange::NONE)
            }
            (_, Returns::Nothing) => judge::response(Answered::Always, Answered::Absent, TypeChange::NONE),
            // A page may be described as the object that it is.
            _ => cut_otherwise(Meeting::of_answers(context).answers(new, old)),
        };
        let (before, after) = (returned(old, context.old.api), returned(new, context.new.api));
        let words = |text: &Option<String>| text.as_ref().map_or_else(|| "nothing".to_owned(), |text| code(text));
        let sentence =
            format!("{} answers with {} now, not with {}.", code(&subject.name), words(&after), words(&before));
        let sentence = if before == after {
            format!("{} cuts its list into pages in another way.", code(&subject.name))
        } else {
            sentence
        };
        let change = Change::new(Rule::ReturnsChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(before, after).judged(judgement));
    }

    fn examples(&mut self, old: &[Example], new: &[Example], owner: &Subject) {
        let likeness = |example: &Example| Some(example.response.to_string());
        for pair in pairs_by_likeness(old, new, |example| &example.name, likeness) {
            let (rule, effect, name, words) = match pair {
                Pair::Added(index) => (Rule::ExampleAdded, Effect::Added, &new[index].name, "has a new example"),
                Pair::Removed(index) => {
                    (Rule::ExampleRemoved, Effect::Removed, &old[index].name, "has no example any more:")
                }
                Pair::Both(before, after) if old[before].name != new[after].name => {
                    self.example_renamed(&old[before].name, &new[after].name, owner);
                    continue;
                }
                Pair::Both(before, after) if old[before] != new[after] => {
                    (Rule::ExampleChanged, Effect::Changed, &new[after].name, "has a changed example")
                }
                Pair::Both(..) => continue,
            };
            let sentence = format!("{} {words} {}.", code(&owner.name), code(name));
            self.push(Change::new(rule, effect, example(name, owner), sentence));
        }
    }

    fn example_renamed(&mut self, old: &str, new: &str, owner: &Subject) {
        let sentence = format!("The example {} of {} was named {} before.", code(new), code(&owner.name), code(old));
        let change = Change::new(Rule::ExampleRenamed, Effect::Renamed, example(new, owner), sentence);
        self.push(change.turning(Some(old.to_owned()), Some(new.to_owned())));
    }
}

/// Whether a value may be `null` as an answer.
fn answered(ty: &Type) -> Answered {
    if matches!(ty, Type::Nullable(_)) { Answered::Maybe } else { Answered::Always }
}

/// The subject of an example of an endpoint.
fn example(name: &str, owner: &Subject) -> Subject {
    Subject { path: format!("{}.examples.{name}", owner.path), ..owner.clone() }
}

/// Judges that an answer is a page, or a page of another kind, that was not before.
fn cut_otherwise(fit: Fit) -> Judgement {
    let source = Judgement::source(Source::Major, "What the call gives is of another type.");
    let refused = "Programs built before fail to read the answer, or stop at its first page.";
    source.and(judge::fit(fit, refused))
}

fn subject(home: &Resource, old: Option<&Endpoint>, new: Option<&Endpoint>) -> Subject {
    let name = new.or(old).map(|endpoint| endpoint.item.name.clone()).unwrap_or_default();
    let site = |endpoint: &Endpoint| Site::owner(&endpoint.item.span);
    Subject {
        path: format!("{}/{name}", home.item.name),
        resource: Some(home.item.name.clone()),
        users: Rc::new([format!("{}.{name}", home.item.name)]),
        node: None,
        name,
        old: old.map(site),
        new: new.map(site),
    }
}

/// The method and the path, as a description writes them.
fn http(endpoint: &Endpoint) -> String {
    format!("{} {}", endpoint.method.as_str(), endpoint.path_template())
}
