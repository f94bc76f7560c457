//! Compares how the things that something can be are told apart: now and not before, or in another way.

use std::collections::HashSet;

use super::super::change::{Change, Site, Subject};
use super::super::context::Context;
use super::super::judge::{self, Answered, Given, Judgement, TypeChange};
use super::super::meeting::Meeting;
use super::super::report::{Effect, Source, Wire};
use super::super::rules::Rule;
use super::both::Both;
use super::{Comparison, code};
use crate::api::{self, Api, Field, Object, Sides, Type, Union, UnionVariant};
use crate::diag;

/// What an object that became one of several things, or is no longer, had as plain members, or has now.
pub(super) struct Told<'a> {
    members: Vec<&'a Field>,
    /// The names of its tag, and of the members that hold the data of its variants.
    of_union: HashSet<&'a str>,
    /// Whether members of any other name may stand among that data.
    takes_others: bool,
}

impl<'a> Told<'a> {
    pub(super) fn of(old: &'a Object, new: &'a Object, context: &'a Context<'a>) -> Self {
        let (union, api, plain) = match (&old.union, &new.union) {
            (None, Some(union)) => (union, context.new.api, old),
            (Some(union), None) => (union, context.old.api, new),
            _ => return Self { members: Vec::new(), of_union: HashSet::new(), takes_others: false },
        };
        let whole = if std::ptr::eq(plain, old) { new } else { old };
        let (mut of_union, takes_others) = (members_of(union, api), takes_others(union, api));
        if takes_others {
            let is_beside = |name: &str| whole.fields.iter().any(|field| field.item.name == name);
            let plain = plain.fields.iter().map(|field| field.item.name.as_str());
            of_union.extend(plain.filter(|name| !is_beside(name)));
        }
        let members = plain.fields.iter().filter(|field| of_union.contains(field.item.name.as_str())).collect();
        Self { members, of_union, takes_others }
    }

    /// Whether members that are not named went to the data of the union, or came from there.
    pub(super) fn takes_others(&self) -> bool {
        self.takes_others
    }

    fn names(&self) -> String {
        diag::list(self.members.iter().map(|field| field.item.name.as_str()))
    }

    /// Whether a member came or went with the union.
    pub(super) fn has(&self, field: &Field) -> bool {
        self.members.iter().any(|member| std::ptr::eq(*member, field))
    }
}

/// The members of a whole that come from its union: what tells, and what holds data.
fn members_of<'a>(union: &'a Union, api: &'a Api) -> HashSet<&'a str> {
    let mut names: HashSet<&str> = union.told.tag().into_iter().collect();
    for variant in &union.variants {
        match (union.member_of(variant), variant.held()) {
            (Some(member), Some(_)) => _ = names.insert(member),
            (None, Some(Type::Object(id))) => {
                names.extend(api[*id].fields.iter().map(|field| field.item.name.as_str()));
            }
            _ => {}
        }
    }
    names
}

/// Whether the data of a union, where it stands among the members of the whole, has such of any name.
fn takes_others(union: &Union, api: &Api) -> bool {
    let takes_others = |variant: &UnionVariant| match variant.held() {
        Some(Type::Map(_)) => true,
        Some(Type::Object(id)) => api[*id].rest.is_some(),
        _ => false,
    };
    union.told.is_inside() && union.variants.iter().any(takes_others)
}

/// How things are told apart, in the words of a sentence.
fn apart(told: &api::Told) -> String {
    match told {
        api::Told::Beside { tag } => format!("by {}", code(tag)),
        api::Told::Inside { tag } => format!("by {} inside", code(tag)),
        api::Told::Content { tag, content } => format!("by {}, with the data in {}", code(tag), code(content)),
        api::Told::Key => "by the name of the only member".to_owned(),
        api::Told::Shape => "by shape".to_owned(),
    }
}

impl Comparison<'_> {
    pub(super) fn union_is(&mut self, both: Both<'_>, union: &Union, told: &Told<'_>, rule: Rule, owner: &Subject) {
        let is_added = rule == Rule::UnionAdded;
        let (name, tag) = (code(&owner.name), Some(union.told.in_words()));
        let (effect, sentence, when, before, after) = if is_added {
            let sentence = format!("{name} is one of several things now, told apart {}", apart(&union.told));
            (Effect::Added, sentence, ["was a plain member", "were plain members"], None, tag)
        } else {
            let sentence = format!("{name} is not one of several things any more");
            (Effect::Removed, sentence, ["is a plain member now", "are plain members now"], tag, None)
        };
        let members = match told.members.len() {
            0 => String::new(),
            count => format!("; {} {}", told.names(), when[usize::from(count > 1)]),
        };
        let change = Change::new(rule, effect, owner.clone(), format!("{sentence}{members}.")).turning(before, after);
        let plain = if is_added { &both.old.item } else { &both.new.item };
        let sites = told.members.iter().map(|field| Site::member(&plain.span, &field.item.span)).collect();
        let parts = if is_added { [sites, Vec::new()] } else { [Vec::new(), sites] };
        let judgement = self.told(both, union, told, is_added);
        self.push(Change { parts, ..change.judged(judgement) });
    }

    /// Judges that the members of a union were plain ones before, or are now.
    fn told(&self, both: Both<'_>, union: &Union, told: &Told<'_>, is_added: bool) -> Judgement {
        if union.told.tag().is_none() {
            return self.untagged(both);
        }
        let tag = union.told.tag().unwrap_or_default();
        let is_plain_tag = told.members.iter().any(|field| field.item.name == tag);
        let tag = must_be_there(tag, both.sides, is_added);
        if told.members.is_empty() {
            return tag;
        }
        let reason = if is_added {
            format!("What {} held is in `kind` now.", told.names())
        } else {
            format!("What `kind` held is in {} now.", told.names())
        };
        let tag = if is_plain_tag { Judgement::default() } else { tag };
        let (context, old, new, of_union) = (self.context, both.old, both.new, &told.of_union);
        let wire = judge::on(
            both.sides,
            || {
                let fit = Meeting::of_requests(context).part(old, new, of_union);
                judge::fit(fit, "The service refuses some of what it took before.")
            },
            || {
                let fit = Meeting::of_answers(context).part(new, old, of_union);
                judge::fit(fit, "Programs built before fail to read some of what it can be.")
            },
        );
        Judgement::source(Source::Major, reason).and(tag).and(wire)
    }

    /// Judges the same where no tag tells: by all that is sent.
    fn untagged(&self, both: Both<'_>) -> Judgement {
        let context = self.context;
        let (old, new) = (api::ObjectId::at(both.places.0), api::ObjectId::at(both.places.1));
        let wire = judge::on(
            both.sides,
            || {
                let fit = Meeting::of_requests(context).whole(old, new);
                judge::fit(fit, "The service refuses some of what it took before.")
            },
            || {
                let fit = Meeting::of_answers(context).whole(new, old);
                judge::fit(fit, "Programs built before fail to read some of what it can be.")
            },
        );
        Judgement::source(Source::Major, "What it holds is told apart in another way.").and(wire)
    }

    /// Notes that what is told apart is told apart in another way.
    pub(super) fn telling(&mut self, both: Both<'_>, old: &Union, new: &Union, owner: &Subject) {
        let name = code(&owner.name);
        let [before, after] = [old, new].map(|union| Some(union.told.in_words()));
        if std::mem::discriminant(&old.told) != std::mem::discriminant(&new.told) {
            let sentence = format!("{name} is told apart {} now, not {}.", apart(&new.told), apart(&old.told));
            let wire = judge::on(
                both.sides,
                || Judgement::wire(Wire::Breaks, "The service does not understand what programs built before send."),
                || Judgement::wire(Wire::Breaks, "Programs built before do not understand what the service sends."),
            );
            let change = Change::new(Rule::UnionToldChanged, Effect::Changed, owner.clone(), sentence);
            self.push(change.turning(before, after).judged(wire));
        } else if old.told.tag() != new.told.tag() {
            let [was, is] = [old, new].map(|union| union.told.tag().unwrap_or_default());
            let sentence = format!("{} tells what {name} is.", code(is));
            let wire = Judgement::wire(Wire::Breaks, format!("Nothing is told apart without `{was}`."));
            let change = Change::new(Rule::UnionTagChanged, Effect::Changed, owner.clone(), sentence);
            self.push(change.turning(before, after).judged(wire));
        } else if let (api::Told::Content { content: was, .. }, api::Told::Content { content: is, .. }) =
            (&old.told, &new.told)
            && was != is
        {
            let sentence = format!("{} holds what {name} is.", code(is));
            let wire = judge::on(
                both.sides,
                || Judgement::wire(Wire::Breaks, format!("The service does not look for data in `{was}`.")),
                || Judgement::wire(Wire::Degraded, "Programs built before find no data, and read `Unknown`."),
            );
            let change = Change::new(Rule::UnionTagChanged, Effect::Changed, owner.clone(), sentence);
            self.push(change.turning(before, after).judged(wire));
        }
        self.tag_base(both, old, new, owner);
    }

    /// Notes that a tag is of another kind in JSON.
    fn tag_base(&mut self, both: Both<'_>, old: &Union, new: &Union, owner: &Subject) {
        if old.base == new.base {
            return;
        }
        let [before, after] = [old, new].map(|union| union.base.as_str().to_owned());
        let sentence = format!("What tells {} apart is of the type {} now.", code(&owner.name), code(&after));
        let wire = judge::on(
            both.sides,
            || Judgement::wire(Wire::Breaks, "The service refuses the old tag."),
            || Judgement::wire(Wire::Degraded, "Programs built before read each variant as `Unknown`."),
        );
        let change = Change::new(Rule::UnionBaseChanged, Effect::Changed, owner.clone(), sentence);
        self.push(change.turning(Some(before), Some(after)).judged(wire));
    }
}

/// Judges a member that must be there and was not, or the other way round.
pub(super) fn must_be_there(name: &str, sides: Sides, is_added: bool) -> Judgement {
    let (given, answered) = if is_added {
        ((Given::Absent, Given::REQUIRED), (Answered::Absent, Answered::Always))
    } else {
        ((Given::REQUIRED, Given::Absent), (Answered::Always, Answered::Absent))
    };
    judge::on(
        sides,
        || judge::request(name, given.0, given.1, TypeChange::NONE),
        || judge::response(answered.0, answered.1, TypeChange::NONE),
    )
}
