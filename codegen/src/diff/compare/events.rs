//! Compares events, and how they are delivered.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::super::change::{Change, Site, Subject};
use super::super::judge::{self, Fit, Judgement, Presence, RustName};
use super::super::pairs::{Pair, pairs_of};
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::super::types::spell;
use super::{Comparison, Naming, code};
use crate::api::{Api, EVENTS_HOME, Endpoint, Event, Located, Resource, Webhooks};

/// An event, and the resource that describes it.
type Described<'a> = (&'a Resource, &'a Event);

impl Comparison<'_> {
    pub(super) fn events(&mut self) {
        let context = self.context;
        let [old, new] = [context.old.api, context.new.api].map(|api| api.events().collect::<Vec<_>>());
        for pair in pairs_of(&old, &new, |(_, event)| &event.item) {
            match pair {
                Pair::Added(index) => self.event_is(Presence::Added, new[index]),
                Pair::Removed(index) => self.event_is(Presence::Removed, old[index]),
                Pair::Both(before, after) => self.event(old[before], new[after]),
            }
        }
        if let (Some(old), Some(new)) = (&context.old.api.webhooks, &context.new.api.webhooks) {
            self.webhooks(old, new);
        }
        if let [Some(old), Some(new)] = [context.old.api, context.new.api].map(enum_site) {
            self.kept.push((old.origin, new.origin));
        }
    }

    /// Notes that an event came or went.
    fn event_is(&mut self, presence: Presence, event: Described<'_>) {
        let name = code(&event.1.item.name);
        let (rule, effect, words, wire, before, after) = match presence {
            Presence::Added => {
                let wire = Judgement::wire(Wire::Degraded, "Programs built before read it as `Unknown`.");
                (Rule::EventAdded, Effect::Added, "is new", wire, None, Some(event))
            }
            Presence::Removed => {
                let wire = Judgement::wire(Wire::Degraded, "Programs that listen for it never hear of it again.");
                (Rule::EventRemoved, Effect::Removed, "is gone", wire, Some(event), None)
            }
        };
        let change = Change::new(rule, effect, subject(before, after), format!("The event {name} {words}."));
        let change = change.judged(judge::name("the variant", presence).and(wire)).shaped("").with_parts(self.first());
        let advice = "Keep the event for now, and say `deprecated: …`: that is minor.";
        self.push(if presence == Presence::Removed { change.advised(advice) } else { change });
    }

    /// What comes with the first event, and goes with the last: the enum, and what verifies deliveries.
    fn first(&self) -> [Vec<Site>; 2] {
        let [old, new] = [self.context.old.api, self.context.new.api];
        let sites = |api, other: &Api| enum_site(api).filter(|_| other.webhooks.is_none()).into_iter().collect();
        [sites(old, new), sites(new, old)]
    }

    /// What is there in another shape once events are told apart, or no longer are.
    fn all_events(&self) -> [Vec<Site>; 2] {
        [self.context.old.api, self.context.new.api].map(|api| {
            let events = api.events().map(|(_, event)| Site::owner(&event.item.span));
            enum_site(api).into_iter().chain(events).collect()
        })
    }

    fn event(&mut self, old: Described<'_>, new: Described<'_>) {
        let subject = subject(Some(old), Some(new));
        let unknown = Judgement::wire(Wire::Degraded, "Programs built before read it as `Unknown`.");
        // Where events are told apart, a variant holds a delivery, and has no alias; else each is a type.
        let is_told = self.context.new.api.webhooks.as_ref().is_some_and(|webhooks| !webhooks.event_type.is_empty());
        let (name, what) = if is_told { (RustName::Written, "the variant") } else { (RustName::Aliased, "the type") };
        let naming = Naming::new(Rule::EventRenamed, name, what).travelling(unknown);
        self.item(&old.1.item, &new.1.item, &subject, naming);
        self.carried(old.1, new.1, &subject);
        self.shown(old.1, new.1, &subject);
    }

    /// What an event is made of.
    fn carried(&mut self, old: &Event, new: &Event, subject: &Subject) {
        let context = self.context;
        let data = old.data.as_ref().zip(new.data.as_ref()).map(|(before, after)| context.answered(before, after));
        let is_same = data.map_or(old.data.is_none() && new.data.is_none(), |change| change.is_same);
        let is_about_same = match (old.related, new.related) {
            (Some(before), Some(after)) => context.objects.are_one(before.index(), after.index()),
            (before, after) => before.is_none() && after.is_none(),
        };
        if old.kind == new.kind && is_same && is_about_same {
            return;
        }
        let wire = if old.kind == new.kind {
            let kept = "Programs built before find data that does not fit, which they keep as it comes.";
            let fits = is_same || data.is_some_and(|change| change.fit == Fit::Fully);
            if fits { Judgement::default() } else { Judgement::wire(Wire::Degraded, kept) }
        } else {
            Judgement::wire(Wire::Breaks, "Programs built before refuse an event in another envelope.")
        };
        let source = Judgement::source(Source::Major, "The variant holds another type.");
        let sentence = format!("The event {} is made of something else.", code(&subject.name));
        let [before, after] = [(old, context.old.api), (new, context.new.api)].map(|(event, api)| in_words(event, api));
        let change = Change::new(Rule::EventChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(Some(before), Some(after)).judged(source.and(wire)));
    }

    /// What the description shows of an event, which becomes its example.
    fn shown(&mut self, old: &Event, new: &Event, subject: &Subject) {
        if old.examples != new.examples {
            let sentence = format!("The examples of the event {} changed.", code(&subject.name));
            self.push(Change::new(Rule::ExampleChanged, Effect::Documented, subject.clone(), sentence));
        }
    }

    fn webhooks(&mut self, old: &Webhooks, new: &Webhooks) {
        let site = |webhooks: &Webhooks| Some(Site::file(&webhooks.span));
        let subject = Subject {
            name: "webhooks".to_owned(),
            path: "webhooks".to_owned(),
            resource: None,
            old: site(old),
            new: site(new),
            users: Rc::default(),
            node: None,
        };
        if old.signing != new.signing {
            let (sentence, judgement) = signature(old, new);
            self.push(
                Change::new(Rule::SignatureChanged, Effect::Changed, subject.clone(), sentence).judged(judgement),
            );
        }
        if (&old.event_type, &old.id) != (&new.event_type, &new.id) {
            let wire = Judgement::wire(Wire::Breaks, "Programs built before look for it where it was.");
            let sentence = "Deliveries say elsewhere what happened, or what identifies the event.";
            let [before, after] = [old, new].map(|it| format!("{}, {}", places(&it.event_type), place(&it.id)));
            let change = Change::new(Rule::EventPlaceChanged, Effect::Changed, subject.clone(), sentence);
            let judgement = reading(old, new).and(wire);
            let parts =
                if old.event_type.is_empty() == new.event_type.is_empty() { <_>::default() } else { self.all_events() };
            self.push(change.turning(Some(before), Some(after)).judged(judgement).with_parts(parts));
        }
        let fetched = self.fetched(old, new);
        let headers = |webhooks: &Webhooks| webhooks.headers.iter().cloned().collect::<BTreeMap<_, _>>();
        if headers(old) != headers(new) || fetched != Judgement::default() {
            let sentence = "Thin events are followed in another way.";
            let change = Change::new(Rule::FollowingChanged, Effect::Changed, subject, sentence);
            self.push(change.judged(fetched));
        }
    }

    /// What becomes of the call that gets a thin event.
    fn fetched(&self, old: &Webhooks, new: &Webhooks) -> Judgement {
        match (old.retrieve, new.retrieve) {
            (Some(_), None) => Judgement::source(Source::Major, "Thin events can no longer be fetched."),
            (None, Some(_)) => Judgement::source(Source::Minor, "Thin events can be fetched."),
            (Some(before), Some(after)) if !self.is_one_call(before, after) => {
                Judgement::source(Source::Major, "Thin events are fetched by another call, of another type.")
            }
            _ => Judgement::default(),
        }
    }

    /// Whether these are one call of the resource of events.
    fn is_one_call(&self, old: usize, new: usize) -> bool {
        let [before, after] = [self.context.old.api, self.context.new.api].map(calls_of_events);
        pairs_of(&before, &after, |endpoint| &endpoint.item)
            .into_iter()
            .any(|pair| matches!(pair, Pair::Both(before, after) if (before, after) == (old, new)))
    }
}

/// The endpoints of the resource of events.
fn calls_of_events(api: &Api) -> Vec<&Endpoint> {
    let home = api.resources.iter().find(|resource| resource.item.name == EVENTS_HOME);
    home.into_iter().flat_map(|resource| &resource.endpoints).collect()
}

/// What is said of another way to sign.
fn signature(old: &Webhooks, new: &Webhooks) -> (&'static str, Judgement) {
    match (&old.signing, &new.signing) {
        (None, _) => {
            let source = Judgement::source(Source::Minor, "Deliveries can be verified.");
            ("It is known how deliveries are signed.", source)
        }
        (_, None) => {
            let source = Judgement::source(Source::Major, "What verifies deliveries is gone.");
            ("It is no longer known how deliveries are signed.", source)
        }
        _ => {
            let wire = Judgement::wire(Wire::Breaks, "Programs built before take no delivery any more.");
            ("Deliveries are signed in another way.", wire)
        }
    }
}

/// What programs must change that read events where deliveries say elsewhere what they are.
fn reading(old: &Webhooks, new: &Webhooks) -> Judgement {
    let takes_headers = |webhooks: &Webhooks| webhooks.event_type.iter().any(|it| matches!(it, Located::Header(_)));
    if old.event_type.is_empty() != new.event_type.is_empty() {
        Judgement::source(Source::Major, "One enum takes the place of a type for each event, or the other way round.")
    } else if takes_headers(old) != takes_headers(new) {
        Judgement::source(Source::Major, "What reads an event without a signature takes headers, or no longer does.")
    } else {
        Judgement::default()
    }
}

/// Where the enum of all events comes from, and what verifies deliveries.
fn enum_site(api: &Api) -> Option<Site> {
    Some(Site::owner(&api.webhooks.as_ref()?.span))
}

fn subject(old: Option<Described<'_>>, new: Option<Described<'_>>) -> Subject {
    let site = |(_, event): Described<'_>| Site::owner(&event.item.span);
    let (resource, name) =
        new.or(old).map(|(resource, event)| (resource.item.name.clone(), event.item.name.clone())).unwrap_or_default();
    Subject {
        path: format!("{resource}/events.{name}"),
        name,
        resource: Some(resource),
        old: old.map(site),
        new: new.map(site),
        users: Rc::default(),
        node: None,
    }
}

/// What an event is made of, as a report shows it.
fn in_words(event: &Event, api: &Api) -> String {
    let data = event.data.as_ref().map(|ty| format!(" of {}", spell(ty, api))).unwrap_or_default();
    let related = event.related.map(|id| format!(", about {}", api[id].item.name)).unwrap_or_default();
    format!("{}{data}{related}", event.kind.as_str())
}

fn places(places: &[Located]) -> String {
    if places.is_empty() {
        return "nowhere".to_owned();
    }
    places.iter().map(place).collect::<Vec<_>>().join(" and ")
}

fn place(place: &Located) -> String {
    match place {
        Located::Members(members) => members.join("."),
        Located::Header(name) => format!("header {name}"),
    }
}
