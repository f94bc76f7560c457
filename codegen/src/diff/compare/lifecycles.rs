//! Compares how calls move objects from state to state.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use super::super::change::{Change, Site, Subject};
use super::super::judge::Judgement;
use super::super::lines::{Key, key};
use super::super::pairs::{Pair, pairs_by_name};
use super::super::report::{Effect, Wire};
use super::super::rules::Rule;
use super::{Comparison, code};
use crate::api::{Api, Item, Lifecycle, Resource, Transition, Type};
use crate::diag;

/// Stands for no member that a move sets or clears.
const NOTHING: &str = "nothing";

/// A lifecycle in words, so that those of two descriptions can be compared.
struct Told {
    /// `billing_intents/BillingIntent.status`.
    path: String,
    /// Where the member that holds the state is written, in the new description if it is there.
    place: String,
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
        let kept: HashMap<Key, Key> = self.kept.iter().map(|(old, new)| (key(old), key(new))).collect();
        let names = names(new);
        let present = |item: Key| kept.get(&item).and_then(|item| names.get(item).copied());
        let (mut old, new) = (told(old, &present), told(new, &|_| None));
        for lifecycle in &mut old {
            lifecycle.place = kept.get(&key(&lifecycle.site.origin)).map_or_else(String::new, |new| place(*new));
        }
        for pair in pairs_by_name(&old, &new, |lifecycle| &lifecycle.place) {
            match pair {
                Pair::Added(index) => self.lifecycle_is(&new[index], Rule::LifecycleAdded, Effect::Added),
                Pair::Removed(index) => self.lifecycle_is(&old[index], Rule::LifecycleRemoved, Effect::Removed),
                Pair::Both(before, after) => self.lifecycle(&old[before], &new[after]),
            }
        }
    }

    fn lifecycle_is(&mut self, lifecycle: &Told, rule: Rule, effect: Effect) {
        let is_added = effect == Effect::Added;
        let words = if is_added { "It is said now" } else { "It is no longer said" };
        let sentence = format!("{words} how {} changes.", code(&lifecycle.name));
        let subject =
            if is_added { lifecycle.subject(None, Some(lifecycle)) } else { lifecycle.subject(Some(lifecycle), None) };
        self.push(Change::new(rule, effect, subject, sentence));
    }

    fn lifecycle(&mut self, old: &Told, new: &Told) {
        let subject = new.subject(Some(old), Some(new));
        if old.initial != new.initial {
            let sentence = format!("{} begins with {} now.", code(&new.name), code(&new.initial));
            let wire =
                Judgement::wire(Wire::Degraded, "Programs built before expect objects to begin in another state.");
            let change = Change::new(Rule::LifecycleChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(old.initial.clone()), Some(new.initial.clone())).judged(wire));
        }
        for pair in pairs_by_name(&old.moves, &new.moves, |transition| &transition.endpoint) {
            match pair {
                Pair::Both(before, after) => self.transition(&old.moves[before], &new.moves[after], &subject),
                Pair::Added(index) => {
                    let added = &new.moves[index];
                    let sentence =
                        format!("It is said now how {} moves {}.", code(&added.endpoint), code(&subject.name));
                    let change = Change::new(Rule::TransitionAdded, Effect::Added, added.subject(&subject), sentence);
                    self.push(change.turning(None, Some(added.text())));
                }
                Pair::Removed(index) => {
                    let gone = &old.moves[index];
                    let name = code(&subject.name);
                    let sentence = format!("It is no longer said how {} moves {name}.", code(&gone.endpoint));
                    let change =
                        Change::new(Rule::TransitionRemoved, Effect::Removed, gone.subject(&subject), sentence);
                    self.push(change.turning(Some(gone.text()), None));
                }
            }
        }
    }

    fn transition(&mut self, old: &Move, new: &Move, subject: &Subject) {
        let (before, after) = (old.text(), new.text());
        if before == after {
            return;
        }
        let is_other = |old: &Move| {
            old.to != new.to || old.otherwise != new.otherwise || old.sets != new.sets || old.clears != new.clears
        };
        let wire = if !old.from.is_subset(&new.from) {
            Judgement::wire(Wire::Breaks, "The service refuses it where it worked before.")
        } else if is_other(old) {
            Judgement::wire(Wire::Degraded, "Programs built before expect what it did then.")
        } else {
            Judgement::default()
        };
        let sentence = format!("{} {}.", code(&new.endpoint), new.differences(old, &subject.name).join("; it "));
        let change = Change::new(Rule::TransitionChanged, Effect::Changed, new.subject(subject), sentence);
        self.push(change.turning(Some(before), Some(after)).judged(wire));
    }
}

impl Told {
    fn subject(&self, old: Option<&Self>, new: Option<&Self>) -> Subject {
        let site = |told: &Self| told.site.clone();
        let endpoints = self.moves.iter().map(|transition| user(&self.resource, &transition.endpoint));
        Subject {
            name: self.name.clone(),
            resource: Some(self.resource.clone()),
            path: format!("{}.lifecycle", self.path),
            old: old.map(site),
            new: new.map(site),
            users: endpoints.collect(),
            node: None,
        }
    }
}

/// An endpoint as those that callers use are named.
fn user(resource: &str, endpoint: &str) -> String {
    format!("{resource}.{endpoint}")
}

impl Move {
    /// The subject of the move, given that of its lifecycle.
    fn subject(&self, lifecycle: &Subject) -> Subject {
        let resource = lifecycle.resource.as_deref().unwrap_or_default();
        let path = format!("{}.{}", lifecycle.path, self.endpoint);
        Subject { path, users: Rc::new([user(resource, &self.endpoint)]), ..lifecycle.clone() }
    }

    /// What is not as it was, each as what follows the name of the call; `state` is the name of what it moves.
    fn differences(&self, old: &Self, state: &str) -> Vec<String> {
        let list = |states: BTreeSet<&String>| diag::alternatives(states.into_iter().map(String::as_str));
        let gone: BTreeSet<&String> = old.from.difference(&self.from).collect();
        let come: BTreeSet<&String> = self.from.difference(&old.from).collect();
        let state = code(state);
        let mut differences = Vec::new();
        if !gone.is_empty() {
            differences.push(format!("no longer works where {state} is {}", list(gone)));
        }
        if !come.is_empty() {
            differences.push(format!("also works now where {state} is {}", list(come)));
        }
        let keys = [
            ("leads to", &old.to, &self.to),
            ("fails elsewhere with", &old.otherwise, &self.otherwise),
            ("sets", &old.sets, &self.sets),
            ("clears", &old.clears, &self.clears),
        ];
        let changed = keys.into_iter().filter(|(_, before, after)| before != after);
        differences.extend(changed.map(|(verb, before, after)| {
            let name = |name: &str| if name == NOTHING { NOTHING.to_owned() } else { code(name) };
            format!("{verb} {} now, not {}", name(after), name(before))
        }));
        differences
    }

    fn text(&self) -> String {
        let Self { from, to, otherwise, sets, clears, .. } = self;
        let from: Vec<&str> = from.iter().map(String::as_str).collect();
        format!("from {} to {to}, otherwise {otherwise}, sets {sets}, clears {clears}", from.join(" or "))
    }
}

/// The names of all that a lifecycle speaks of, by where they are written.
fn names(api: &Api) -> HashMap<Key, &str> {
    let mut names = HashMap::new();
    let mut note = |item: Key, name| _ = names.insert(item, name);
    for item in &api.enums {
        item.values.iter().for_each(|value| note(member(&item.item, &value.item), value.item.name.as_str()));
    }
    for object in &api.objects {
        object.fields.iter().for_each(|field| note(member(&object.item, &field.item), field.item.name.as_str()));
    }
    let endpoints = api.resources.iter().flat_map(|resource| &resource.endpoints).map(|endpoint| &endpoint.item);
    endpoints.chain(api.codes.iter().map(|code| &code.item)).for_each(|item| note(owner(item), item.name.as_str()));
    names
}

fn owner(item: &Item) -> Key {
    key(&Site::owner(&item.span).origin)
}

fn member(owner: &Item, item: &Item) -> Key {
    key(&Site::member(&owner.span, &item.span).origin)
}

/// A place as a text, to know it again.
fn place(item: Key) -> String {
    format!("{item:?}")
}

/// All lifecycles of a description. `present` gives the name that an item has now, if it is still there.
fn told<'a>(api: &'a Api, present: &'a dyn Fn(Key) -> Option<&'a str>) -> Vec<Told> {
    let tell = |resource| Telling { api, resource, present };
    api.resources
        .iter()
        .flat_map(|resource| resource.lifecycles.iter().map(move |it| tell(resource).lifecycle(it)))
        .collect()
}

struct Telling<'a> {
    api: &'a Api,
    resource: &'a Resource,
    present: &'a dyn Fn(Key) -> Option<&'a str>,
}

impl Telling<'_> {
    fn lifecycle(&self, lifecycle: &Lifecycle) -> Told {
        let object = &self.api[lifecycle.object];
        let field = &object.fields[lifecycle.field];
        let name = format!("{}.{}", object.item.name, field.item.name);
        let site = Site::member(&object.item.span, &field.item.span);
        Told {
            path: format!("{}/{name}", self.resource.item.name),
            place: place(key(&site.origin)),
            name,
            resource: self.resource.item.name.clone(),
            site,
            initial: self.state(lifecycle, lifecycle.initial),
            moves: lifecycle.transitions.iter().map(|transition| self.transition(lifecycle, transition)).collect(),
        }
    }

    fn name(&self, item: &Item, place: Key) -> String {
        (self.present)(place).unwrap_or(&item.name).to_owned()
    }

    fn state(&self, lifecycle: &Lifecycle, index: usize) -> String {
        let states = &self.api[lifecycle.states];
        let state = &states.values[index].item;
        self.name(state, member(&states.item, state))
    }

    fn transition(&self, lifecycle: &Lifecycle, transition: &Transition) -> Move {
        let members =
            |path: &Option<Vec<String>>| path.as_ref().map_or(NOTHING.to_owned(), |path| self.path(lifecycle, path));
        let (endpoint, code) = (&self.resource.endpoints[transition.endpoint], &self.api[transition.otherwise]);
        Move {
            endpoint: self.name(&endpoint.item, owner(&endpoint.item)),
            from: transition.from.iter().map(|index| self.state(lifecycle, *index)).collect(),
            to: self.state(lifecycle, transition.to),
            otherwise: self.name(&code.item, owner(&code.item)),
            sets: members(&transition.sets),
            clears: members(&transition.clears),
        }
    }

    /// Members, from the object down.
    fn path(&self, lifecycle: &Lifecycle, members: &[String]) -> String {
        let mut object = Some(&self.api[lifecycle.object]);
        let names = members.iter().map(|name| {
            let holder = object.take();
            let field = holder.and_then(|holder| holder.fields.iter().find(|field| field.item.name == *name));
            let (Some(holder), Some(field)) = (holder, field) else { return name.clone() };
            if let Type::Object(id) = field.ty.innermost() {
                object = Some(&self.api[*id]);
            }
            self.name(&field.item, member(&holder.item, &field.item))
        });
        names.collect::<Vec<_>>().join(".")
    }
}
