//! Compares where the service is.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::super::change::{Change, Subject};
use super::super::judge::{self, Judgement, Presence, RustName};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::users::calls;
use super::api_file::in_api_file;
use super::{Comparison, Naming, code};
use crate::api::{Api, Item, Server, ServerVariable};
use crate::surface::Origin;

impl Comparison<'_> {
    pub(super) fn servers(&mut self) {
        self.placed_by_whom();
        self.environments();
        self.server_variables();
        let context = self.context;
        let (old, new) = (&context.old.api.servers, &context.new.api.servers);
        for pair in &context.servers.list {
            match *pair {
                Pair::Added(index) => self.server_added(&new[index]),
                Pair::Removed(index) => self.server_removed(&old[index], calls_to(context.old.api, index)),
                Pair::Both(before, after) => {
                    self.server(&old[before], &new[after], &calls_to(context.old.api, before));
                }
            }
        }
        let (Some(before), Some(after)) = (old.first(), new.first()) else { return };
        if !context.servers.are_one(0, 0) {
            let users = calls_to(context.new.api, 0);
            let subject = Subject { users, ..in_api_file("servers", Some(&before.span), Some(&after.span)) };
            let sentence = format!("{} takes the calls now that name no server.", code(&after.name));
            let source = Judgement::source(Source::Major, "`base_url` sets the URL of another server than before.");
            let wire = Judgement::wire(Wire::Breaks, "Programs built before call the server that took them before.");
            let change = Change::new(Rule::DefaultServerChanged, Effect::Changed, subject, sentence)
                .turning(Some(before.name.clone()), Some(after.name.clone()));
            self.push(change.judged(source.and(wire)));
        }
    }

    fn server_added(&mut self, server: &Server) {
        let subject = in_api_file(&format!("servers.{}", server.name), None, Some(&server.span));
        let sentence = format!("The server {} is new, at {}.", code(&server.name), code(server.url()));
        let change = Change::new(Rule::ServerAdded, Effect::Added, subject, sentence);
        self.push(change.turning(None, Some(server.url().to_owned())).judged(Judgement::source(Source::Minor, "")));
    }

    fn server_removed(&mut self, server: &Server, users: Rc<[String]>) {
        let subject = in_api_file(&format!("servers.{}", server.name), Some(&server.span), None);
        let sentence = format!("The server {} is gone.", code(&server.name));
        let wire = asked(&users, "Programs built before still ask it.");
        let change = Change::new(Rule::ServerRemoved, Effect::Removed, Subject { users, ..subject }, sentence);
        self.push(change.turning(Some(server.url().to_owned()), None).judged(unknown_server("this server").and(wire)));
    }

    fn server(&mut self, old: &Server, new: &Server, users: &Rc<[String]>) {
        let subject = in_api_file(&format!("servers.{}", new.name), Some(&old.span), Some(&new.span));
        if old.name != new.name {
            let sentence = format!("The server {} was named {} before.", code(&new.name), code(&old.name));
            let change = Change::new(Rule::ServerRenamed, Effect::Renamed, subject.clone(), sentence);
            let change = change.turning(Some(old.name.clone()), Some(new.name.clone()));
            self.push(change.judged(unknown_server("this server by its old name")));
        }
        for (environment, before, after) in self.urls(old, new) {
            if before == after {
                continue;
            }
            let place = environment.map_or_else(String::new, |name| format!(" in the environment {}", code(&name)));
            let sentence = format!("The server {} is at {} now{place}.", code(&new.name), code(&after));
            let is_same = self.context.old.api.filled(&before) == self.context.new.api.filled(&after);
            let wire = asked(if is_same { &[] } else { users }, "Programs built before ask it where it was.");
            let subject = Subject { users: Rc::clone(users), ..subject.clone() };
            let change = Change::new(Rule::ServerUrlChanged, Effect::Changed, subject, sentence);
            self.push(change.turning(Some(before), Some(after)).judged(wire));
        }
    }

    /// The URLs of a server, before and after: in each environment that there still is, by its name, or in the only one.
    fn urls(&self, old: &Server, new: &Server) -> Vec<(Option<String>, String, String)> {
        let url =
            |server: &Server, index: usize| server.urls.get(index).map_or(server.url(), String::as_str).to_owned();
        let (before, after) = (&self.context.old.api.environments, &self.context.new.api.environments);
        if before.is_empty() || after.is_empty() || (old.urls.len() < 2 && new.urls.len() < 2) {
            return vec![(None, old.url().to_owned(), new.url().to_owned())];
        }
        let both = pairs_of(before, after, |item| item).into_iter().filter_map(|pair| match pair {
            Pair::Both(before, index) => Some((Some(after[index].name.clone()), url(old, before), url(new, index))),
            Pair::Added(_) | Pair::Removed(_) => None,
        });
        both.collect()
    }

    /// Whether programs say where the service is.
    fn placed_by_whom(&mut self) {
        let (old, new) = (self.context.old.api, self.context.new.api);
        let places = [old, new].map(|api| api.servers.first().map_or(&api.places.name, |server| &server.span));
        let subject = in_api_file("servers", Some(places[0]), Some(places[1]));
        self.keep(&subject);
        if let ([before], [after]) = (old.schemes.as_slice(), new.schemes.as_slice()) {
            // `new` takes what the only scheme does, and may take a base URL.
            let [before, after] = [(before, places[0]), (after, places[1])]
                .map(|(scheme, place)| Origin { owner: scheme.item.span.clone(), member: Some(place.clone()) });
            self.kept.push((before, after));
        }
        if old.servers.is_empty() == new.servers.is_empty() {
            return;
        }
        let sentence = if new.servers.is_empty() {
            "The crate does not know where the service is: clients are made with a base URL."
        } else {
            "The crate knows where the service is: clients are made without a base URL."
        };
        let change = Change::new(Rule::BaseUrlArgumentChanged, Effect::Changed, subject, sentence.to_owned());
        self.push(change.judged(Judgement::source(Source::Major, "What makes clients has other arguments.")));
    }

    fn environments(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.environments, &context.new.api.environments);
        let pairs = pairs_of(old, new, |item| item);
        for pair in &pairs {
            match *pair {
                Pair::Added(index) => {
                    let item = &new[index];
                    let subject = chosen("environments", None, Some(item));
                    let sentence = format!("The service has the environment {} too.", code(&item.name));
                    let change = Change::new(Rule::EnvironmentAdded, Effect::Added, subject, sentence);
                    self.push(change.judged(judge::name("", Presence::Added)));
                }
                Pair::Removed(index) => {
                    let item = &old[index];
                    let subject = chosen("environments", Some(item), None);
                    let sentence = format!("The environment {} is gone.", code(&item.name));
                    let wire = Judgement::wire(Wire::Breaks, "Programs built before that chose it still go there.");
                    let change = Change::new(Rule::EnvironmentRemoved, Effect::Removed, subject, sentence);
                    self.push(change.judged(judge::name("what chooses it", Presence::Removed).and(wire)));
                }
                Pair::Both(before, after) => {
                    let (old, new) = (&old[before], &new[after]);
                    let naming = Naming::new(Rule::EnvironmentRenamed, RustName::Written, "what chooses it");
                    self.item(old, new, &chosen("environments", Some(old), Some(new)), naming);
                }
            }
        }
        let (Some(before), Some(after)) = (old.first(), new.first()) else { return };
        if !pairs.iter().any(|pair| matches!(pair, Pair::Both(0, 0))) {
            let subject = in_api_file("environments", Some(&before.span), Some(&after.span));
            let sentence = format!("{} is where requests go now that choose no environment.", code(&after.name));
            let reason = "Programs that choose none go to another environment, once they are built anew.";
            let change = Change::new(Rule::DefaultEnvironmentChanged, Effect::Changed, subject, sentence)
                .turning(Some(before.name.clone()), Some(after.name.clone()));
            self.push(change.judged(Judgement::source(Source::Major, reason)));
        }
    }

    fn server_variables(&mut self) {
        let context = self.context;
        let (old, new) = (&context.old.api.server_variables, &context.new.api.server_variables);
        for pair in pairs_of(old, new, |it| &it.item) {
            match pair {
                Pair::Added(index) => {
                    let item = &new[index].item;
                    let subject = chosen("server_variables", None, Some(item));
                    let sentence = format!("Programs can say what {} is in URLs of servers.", code(&item.name));
                    let change = Change::new(Rule::ServerVariableAdded, Effect::Added, subject, sentence);
                    self.push(change.judged(judge::name("", Presence::Added)));
                }
                Pair::Removed(index) => {
                    let item = &old[index].item;
                    let subject = chosen("server_variables", Some(item), None);
                    let sentence =
                        format!("Programs can no longer say what {} is in URLs of servers.", code(&item.name));
                    let change = Change::new(Rule::ServerVariableRemoved, Effect::Removed, subject, sentence);
                    self.push(change.judged(judge::name("what gives it a value", Presence::Removed)));
                }
                Pair::Both(before, after) => self.server_variable(&old[before], &new[after]),
            }
        }
    }

    fn server_variable(&mut self, old: &ServerVariable, new: &ServerVariable) {
        let subject = chosen("server_variables", Some(&old.item), Some(&new.item));
        let naming = Naming::new(Rule::ServerVariableRenamed, RustName::Written, "what gives it a value");
        self.item(&old.item, &new.item, &subject, naming);
        let name = code(&new.item.name);
        let mut changed = |sentence, before: String, after: String, judgement| {
            let change = Change::new(Rule::ServerVariableChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(before), Some(after)).judged(judgement));
        };
        if old.default != new.default {
            let sentence = format!("{name} is {} now unless it is set.", code(&new.default));
            let wire = Judgement::wire(Wire::Breaks, "Programs built before go where the old value leads.");
            changed(sentence, old.default.clone(), new.default.clone(), wire);
        }
        let all = |variable: &ServerVariable| variable.values.iter().cloned().collect::<BTreeSet<_>>();
        if (all(old), old.closed) != (all(new), new.closed) {
            let is_taken = |value: &String| !new.closed || new.values.contains(value);
            let source = if (old.closed || !new.closed) && old.values.iter().all(is_taken) {
                Judgement::source(Source::Minor, "")
            } else {
                Judgement::source(Source::Major, "A value that is not listed is refused before anything is sent.")
            };
            changed(format!("{name} can be other values than before."), values(old), values(new), source);
        }
    }
}

/// What a variable can be, in the words of a description.
fn values(variable: &ServerVariable) -> String {
    let listed = variable.values.join(", ");
    if variable.closed { format!("{listed} (closed)") } else { listed }
}

/// By what a program chooses where the service is.
fn chosen(key: &str, old: Option<&Item>, new: Option<&Item>) -> Subject {
    let name = new.or(old).map_or("", |item| &item.name);
    in_api_file(&format!("{key}.{name}"), old.map(|item| &item.span), new.map(|item| &item.span))
}

/// The calls that go to a server.
fn calls_to(api: &Api, server: usize) -> Rc<[String]> {
    calls(api, |endpoint| endpoint.server.index() == server)
}

/// Judges that old programs ask a server, if some call of theirs does.
fn asked(users: &[String], reason: &str) -> Judgement {
    if users.is_empty() { Judgement::default() } else { Judgement::wire(Wire::Breaks, reason) }
}

/// Judges that clients cannot set the URL of a server any more by a name that it had.
fn unknown_server(what: &str) -> Judgement {
    Judgement::source(Source::Major, format!("A client that sets the URL of {what} is refused when it is built."))
}
