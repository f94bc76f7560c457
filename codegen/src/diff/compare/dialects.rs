//! Compares how the service speaks on some of its paths.

use std::rc::Rc;

use super::super::change::{Change, Subject};
use super::super::judge::Judgement;
use super::super::pairs::Pair;
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::super::users::calls;
use super::api_file::in_api_file;
use super::{Comparison, code};
use crate::api::{Dialect, DialectId, Endpoint, HttpMethod, Pagination, Returns};

/// Stands for what a dialect does not do.
const NONE: &str = "none";
/// What an old program meets that writes bodies in another format.
const BODY: &str = "The service does not understand the bodies of its requests.";
/// What it meets that writes instants in another form.
const TIMESTAMPS: &str = "The service does not understand the instants in its requests.";

impl Comparison<'_> {
    pub(super) fn dialects(&mut self) {
        let (old, new) = (&self.context.old.api.dialects, &self.context.new.api.dialects);
        for pair in &self.context.dialects.list {
            match *pair {
                Pair::Added(index) => self.dialect_is(&new[index], Rule::ProtocolAdded, Effect::Added),
                Pair::Removed(index) => self.dialect_is(&old[index], Rule::ProtocolRemoved, Effect::Removed),
                Pair::Both(before, after) => self.dialect(&old[before], &new[after]),
            }
        }
    }

    /// A dialect by itself does nothing: an endpoint that speaks another one has a row of its own.
    fn dialect_is(&mut self, dialect: &Dialect, rule: Rule, effect: Effect) {
        if dialect.name.is_empty() {
            return;
        }
        let (name, path) = (code(&dialect.name), code(&dialect.path));
        let is_there = effect == Effect::Added;
        let sentence = if is_there {
            format!("The protocol {name} is new, below {path}.")
        } else {
            format!("The protocol {name} is gone.")
        };
        let place = Some(&dialect.span);
        let (old, new) = if is_there { (None, place) } else { (place, None) };
        let (before, after) = if is_there { (None, Some(&dialect.path)) } else { (Some(&dialect.path), None) };
        let subject = in_api_file(&format!("protocols.{}", dialect.name), old, new);
        let change = Change::new(rule, effect, subject, sentence);
        self.push(change.turning(before.cloned(), after.cloned()));
    }

    fn dialect(&mut self, old: &Dialect, new: &Dialect) {
        let path = format!("protocols.{}", new.name);
        let subject = in_api_file(&path, Some(&old.span), Some(&new.span));
        let name = code(&new.name);
        if old.name != new.name {
            let sentence = format!("The protocol {name} was named {} before.", code(&old.name));
            let change = Change::new(Rule::ProtocolRenamed, Effect::Renamed, subject.clone(), sentence);
            self.push(change.turning(Some(old.name.clone()), Some(new.name.clone())));
        }
        if old.path != new.path {
            let sentence = format!("The protocol {name} holds below {} now.", code(&new.path));
            let change = Change::new(Rule::ProtocolChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(old.path.clone()), Some(new.path.clone())));
        }
        for difference in differences(old, new) {
            let sentence = format!("Under the protocol {name}, {} now.", difference.sentence);
            let users = self.speakers(old, new, difference.rule);
            let judgement = if users.is_empty() { Judgement::default() } else { difference.judgement };
            let subject = Subject { users, ..subject.clone() };
            let change = Change::new(difference.rule, Effect::Changed, subject, sentence);
            self.push(change.turning(Some(difference.before), Some(difference.after)).judged(judgement));
        }
    }

    /// The endpoints that spoke a dialect before, and that meet what changed in it.
    fn speakers(&self, old: &Dialect, new: &Dialect, rule: Rule) -> Rc<[String]> {
        let api = self.context.old.api;
        let meets = |endpoint: &Endpoint| match rule {
            Rule::BodyFormatChanged => endpoint.body.span.is_none() && endpoint.has_body(),
            Rule::PaginationChanged => matches!(endpoint.returns, Returns::Page(..)),
            Rule::IdempotencyChanged => old.is_keyed(endpoint.method) != new.is_keyed(endpoint.method),
            _ => true,
        };
        calls(api, |endpoint| api[endpoint.dialect].name == old.name && meets(endpoint))
    }

    /// An endpoint that speaks another dialect than before, with what is different in it.
    pub(super) fn endpoint_dialect(&mut self, old: DialectId, new: DialectId, subject: &Subject) {
        if self.context.dialects.are_one(old.index(), new.index()) {
            return;
        }
        let (old, new) = (&self.context.old.api[old], &self.context.new.api[new]);
        let differences = differences(old, new);
        let judgement = differences.iter().fold(Judgement::default(), |all, it| all.and(it.judgement.clone()));
        let sentences: Vec<&str> = differences.iter().map(|difference| difference.sentence.as_str()).collect();
        let sentence = if sentences.is_empty() {
            format!("{} speaks another protocol now, which is alike.", code(&subject.name))
        } else {
            format!("{} speaks another protocol now: {}.", code(&subject.name), sentences.join(", "))
        };
        // The dialect that holds where none is described has no name.
        let name = |dialect: &Dialect| Some(dialect.name.clone()).filter(|name| !name.is_empty());
        let change = Change::new(Rule::ProtocolChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(name(old), name(new)).judged(judgement));
    }
}

/// What is different between two dialects.
struct Difference {
    rule: Rule,
    /// The middle of a sentence.
    sentence: String,
    before: String,
    after: String,
    judgement: Judgement,
}

fn differences(old: &Dialect, new: &Dialect) -> Vec<Difference> {
    let lost: Vec<HttpMethod> = old.keyed.iter().filter(|method| !new.is_keyed(**method)).copied().collect();
    let all = [
        (
            Rule::BodyFormatChanged,
            ["bodies are written as", ""],
            [old, new].map(|it| it.body.as_str().to_owned()),
            Judgement::wire(Wire::Breaks, BODY),
        ),
        (
            Rule::TimestampsChanged,
            ["instants are written as", ""],
            [old, new].map(|it| it.timestamps.as_str().to_owned()),
            Judgement::wire(Wire::Breaks, TIMESTAMPS),
        ),
        // Lists say themselves what becomes of them.
        (
            Rule::PaginationChanged,
            ["lists are cut into pages by", "lists come whole"],
            [old, new].map(|it| it.pagination.map_or(NONE, Pagination::as_str).to_owned()),
            Judgement::default(),
        ),
        (
            Rule::IdempotencyChanged,
            ["idempotency keys go with", "no idempotency keys are sent"],
            [old, new].map(|it| keyed(&it.keyed)),
            keys(&lost),
        ),
    ];
    let changed = all.into_iter().filter(|(_, _, [before, after], _)| before != after);
    let difference = |(rule, [words, without], [before, after], judgement): (_, [&str; 2], [String; 2], _)| {
        let sentence = if after == NONE { without.to_owned() } else { format!("{words} {}", code(&after)) };
        Difference { rule, sentence, before, after, judgement }
    };
    changed.map(difference).collect()
}

fn keyed(methods: &[HttpMethod]) -> String {
    let mut names: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() { NONE.to_owned() } else { names.join(", ") }
}

/// What old programs meet whose keys are no longer known for some methods.
fn keys(lost: &[HttpMethod]) -> Judgement {
    if lost.is_empty() {
        return Judgement::default();
    }
    let reason = format!(
        "The service no longer looks at keys of {}: what programs built before repeat may be done twice.",
        keyed(lost)
    );
    Judgement::wire(Wire::Breaks, reason)
}
