//! Compares how calls move objects from state to state.

use std::collections::BTreeSet;

use super::super::change::{Change, Site, Subject};
use super::super::judge::Judgement;
use super::super::pairs::{Pair, pairs_by_name};
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::{Comparison, code};
use crate::api::{Api, Lifecycle, Resource, Transition};

/// A lifecycle in words, so that those of two descriptions can be compared.
struct Told {
    /// `billing_intents/BillingIntent.status`.
    path: String,
    name: String,
    resource: String,
    site: Site,
    initial: String,
    moves: Vec<Move>,
}

/// A move in words.
struct Move {
    endpoint: String,
    from: BTreeSet<String>,
    to: String,
    otherwise: String,
    sets: String,
    clears: String,
}

impl Comparison<'_> {
    pub(super) fn lifecycles(&mut self) {
        let (old, new) = (told(self.context.old.api), told(self.context.new.api));
        for pair in pairs_by_name(&old, &new, |lifecycle| &lifecycle.path) {
            match pair {
                Pair::Added(index) => self.lifecycle_is(&new[index], Rule::LifecycleAdded, Effect::Added),
                Pair::Removed(index) => self.lifecycle_is(&old[index], Rule::LifecycleRemoved, Effect::Removed),
                Pair::Both(before, after) => self.lifecycle(&old[before], &new[after]),
            }
        }
    }

    fn lifecycle_is(&mut self, lifecycle: &Told, rule: Rule, effect: Effect) {
        let is_added = effect == Effect::Added;
        let words = if is_added { "It is said" } else { "It is no longer said" };
        let sentence = format!("{words} how {} changes.", code(&lifecycle.name));
        let subject =
            if is_added { lifecycle.subject(None, Some(lifecycle)) } else { lifecycle.subject(Some(lifecycle), None) };
        self.push(Change::new(rule, effect, subject, sentence));
    }

    fn lifecycle(&mut self, old: &Told, new: &Told) {
        let subject = new.subject(Some(old), Some(new));
        if old.initial != new.initial {
            let sentence = format!("{} begins with {}.", code(&new.name), code(&new.initial));
            let wire = Judgement::wire(Wire::Degraded, "Objects are born in a state that was not expected.");
            let change = Change::new(Rule::LifecycleChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.from_to(Some(old.initial.clone()), Some(new.initial.clone())).judged(wire));
        }
        for pair in pairs_by_name(&old.moves, &new.moves, |transition| &transition.endpoint) {
            let (rule, effect, transition, words) = match pair {
                Pair::Both(before, after) => {
                    self.transition(&old.moves[before], &new.moves[after], &subject);
                    continue;
                }
                Pair::Added(index) => (Rule::TransitionAdded, Effect::Added, &new.moves[index], "is said to change"),
                Pair::Removed(index) => {
                    (Rule::TransitionRemoved, Effect::Removed, &old.moves[index], "is no longer said to change")
                }
            };
            let sentence = format!("{} {words} {}.", code(&transition.endpoint), code(&subject.name));
            let path = format!("{}.{}", subject.path, transition.endpoint);
            let change = Change::new(rule, effect, Subject { path, ..subject.clone() }, sentence);
            let text = Some(transition.text());
            self.push(if effect == Effect::Added { change.from_to(None, text) } else { change.from_to(text, None) });
        }
    }

    fn transition(&mut self, old: &Move, new: &Move, subject: &Subject) {
        let (before, after) = (old.text(), new.text());
        if before == after {
            return;
        }
        let refused = old.from.difference(&new.from).next();
        let wire = match refused {
            Some(state) => {
                Judgement::wire(Wire::Breaks, format!("`{}` is refused where the state is `{state}`.", new.endpoint))
            }
            None if old.to != new.to
                || old.otherwise != new.otherwise
                || old.sets != new.sets
                || old.clears != new.clears =>
            {
                Judgement::wire(Wire::Degraded, format!("`{}` leads to what was not expected.", new.endpoint))
            }
            None => Judgement::default(),
        };
        let sentence = format!("{} moves {} in another way.", code(&new.endpoint), code(&subject.name));
        let path = format!("{}.{}", subject.path, new.endpoint);
        let change =
            Change::new(Rule::TransitionChanged, Effect::Changed, Subject { path, ..subject.clone() }, sentence);
        self.push(change.from_to(Some(before), Some(after)).judged(wire));
    }
}

impl Told {
    fn subject(&self, old: Option<&Self>, new: Option<&Self>) -> Subject {
        let site = |told: &Self| told.site.clone();
        let endpoints = self.moves.iter().map(|transition| format!("{}.{}", self.resource, transition.endpoint));
        Subject {
            name: self.name.clone(),
            resource: Some(self.resource.clone()),
            path: format!("{}.lifecycle", self.path),
            old: old.map(site),
            new: new.map(site),
            users: endpoints.collect(),
        }
    }
}

impl Move {
    fn text(&self) -> String {
        let Self { from, to, otherwise, sets, clears, .. } = self;
        let from: Vec<&str> = from.iter().map(String::as_str).collect();
        format!("from {} to {to}, otherwise {otherwise}, sets {sets}, clears {clears}", from.join(" or "))
    }
}

/// All lifecycles of a description.
fn told(api: &Api) -> Vec<Told> {
    let resources = api.resources.iter();
    resources.flat_map(|resource| resource.lifecycles.iter().map(|lifecycle| tell(lifecycle, resource, api))).collect()
}

fn tell(lifecycle: &Lifecycle, resource: &Resource, api: &Api) -> Told {
    let object = &api[lifecycle.object];
    let field = &object.fields[lifecycle.field];
    let state = |index: usize| api[lifecycle.states].values[index].item.name.clone();
    let members =
        |members: &Option<Vec<String>>| members.as_ref().map_or("nothing".to_owned(), |members| members.join("."));
    let tell = |transition: &Transition| Move {
        endpoint: resource.endpoints[transition.endpoint].item.name.clone(),
        from: transition.from.iter().map(|index| state(*index)).collect(),
        to: state(transition.to),
        otherwise: api[transition.otherwise].item.name.clone(),
        sets: members(&transition.sets),
        clears: members(&transition.clears),
    };
    let name = format!("{}.{}", object.item.name, field.item.name);
    Told {
        path: format!("{}/{name}", resource.item.name),
        name,
        resource: resource.item.name.clone(),
        site: Site::member(&object.item.span, &field.item.span),
        initial: state(lifecycle.initial),
        moves: lifecycle.transitions.iter().map(tell).collect(),
    }
}
