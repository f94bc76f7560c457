//! Compares how calls move objects from state to state.

use std::collections::{BTreeSet, HashMap};

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
        let (old, new) = (self.context.old.api, self.context.new.api);
        let (old, new) = (told(old, &present_names(new)), told(new, &HashMap::new()));
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
            self.push(change.turning(Some(old.initial.clone()), Some(new.initial.clone())).judged(wire));
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
            self.push(if effect == Effect::Added { change.turning(None, text) } else { change.turning(text, None) });
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
        self.push(change.turning(Some(before), Some(after)).judged(wire));
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

/// For endpoints, states and codes that were renamed, the new names by the old ones.
fn present_names(new: &Api) -> HashMap<&str, &str> {
    let endpoints = new.resources.iter().flat_map(|resource| &resource.endpoints).map(|endpoint| &endpoint.item);
    let values = new.enums.iter().flat_map(|states| &states.values).map(|value| &value.item);
    let codes = new.codes.iter().map(|code| &code.item);
    let renamed = endpoints.chain(values).chain(codes);
    renamed.filter_map(|item| Some((item.was.as_deref()?, item.name.as_str()))).collect()
}

/// All lifecycles of a description, in which some names stand for others.
fn told(api: &Api, names: &HashMap<&str, &str>) -> Vec<Told> {
    let tell = |resource| Telling { api, resource, names };
    api.resources
        .iter()
        .flat_map(|resource| resource.lifecycles.iter().map(move |it| tell(resource).lifecycle(it)))
        .collect()
}

struct Telling<'a> {
    api: &'a Api,
    resource: &'a Resource,
    names: &'a HashMap<&'a str, &'a str>,
}

impl Telling<'_> {
    fn name(&self, name: &str) -> String {
        (*self.names.get(name).unwrap_or(&name)).to_owned()
    }

    fn lifecycle(&self, lifecycle: &Lifecycle) -> Told {
        let object = &self.api[lifecycle.object];
        let field = &object.fields[lifecycle.field];
        let name = format!("{}.{}", object.item.name, field.item.name);
        Told {
            path: format!("{}/{name}", self.resource.item.name),
            name,
            resource: self.resource.item.name.clone(),
            site: Site::member(&object.item.span, &field.item.span),
            initial: self.state(lifecycle, lifecycle.initial),
            moves: lifecycle.transitions.iter().map(|transition| self.transition(lifecycle, transition)).collect(),
        }
    }

    fn state(&self, lifecycle: &Lifecycle, index: usize) -> String {
        self.name(&self.api[lifecycle.states].values[index].item.name)
    }

    fn transition(&self, lifecycle: &Lifecycle, transition: &Transition) -> Move {
        let members =
            |members: &Option<Vec<String>>| members.as_ref().map_or("nothing".to_owned(), |members| members.join("."));
        Move {
            endpoint: self.name(&self.resource.endpoints[transition.endpoint].item.name),
            from: transition.from.iter().map(|index| self.state(lifecycle, *index)).collect(),
            to: self.state(lifecycle, transition.to),
            otherwise: self.name(&self.api[transition.otherwise].item.name),
            sets: members(&transition.sets),
            clears: members(&transition.clears),
        }
    }
}
