//! Compares what callers give to endpoints.

use crate::api::{Endpoint, Location, Need, Parameter, PathPart, Sides, Type};
use crate::diff::change::{Change, Subject};
use crate::diff::compare::constants::Said;
use crate::diff::compare::{Comparison, Naming, code, member, shapes};
use crate::diff::judge::{self, Given, Judgement, RustName, TypeChange};
use crate::diff::pairs::{Pair, pairs_beside};
use crate::diff::report::{Effect, Source, Wire};
use crate::diff::rules::Rule;
use crate::diff::types::spell;

impl Comparison<'_> {
    pub(in crate::diff::compare) fn parameters(&mut self, old: &Endpoint, new: &Endpoint, owner: &Subject) {
        let pairs = parameter_pairs(old, new);
        for pair in &pairs {
            match *pair {
                Pair::Added(index) => self.parameter_added(new, &new.parameters[index], owner),
                Pair::Removed(index) => self.parameter_removed(old, &old.parameters[index], owner),
                Pair::Both(before, after) => {
                    self.parameter((old, &old.parameters[before]), (new, &new.parameters[after]), owner);
                }
            }
        }
        let kept = pairs.iter().filter_map(|pair| match *pair {
            Pair::Both(before, after) => Some((before, after)),
            _ => None,
        });
        let is_argument = |endpoint: &Endpoint, index: usize| is_argument(&endpoint.parameters[index]);
        let kept = kept.filter(|(before, after)| is_argument(old, *before) && is_argument(new, *after));
        self.argument_order(kept.collect(), owner, |index| &new.parameters[index].item.name);
    }

    /// Looks whether the arguments that are kept come in the order in which they came; `kept` holds their places before
    /// and after, by the latter.
    pub(in crate::diff::compare) fn argument_order<'b>(
        &mut self,
        mut kept: Vec<(usize, usize)>,
        subject: &Subject,
        name: impl Fn(usize) -> &'b str,
    ) {
        let names = |kept: &[(usize, usize)]| kept.iter().map(|(_, after)| name(*after)).collect::<Vec<_>>().join(", ");
        let after = names(&kept);
        if kept.is_sorted() {
            return;
        }
        kept.sort_unstable();
        let sentence = format!("The arguments of {} come in another order: {}.", code(&subject.name), code(&after));
        let reason = "Arguments change their places; those of one type still compile, and then mean each other.";
        let change = Change::new(Rule::ArgumentsReordered, Effect::Changed, subject.clone(), sentence);
        let change = change.turning(Some(names(&kept)), Some(after)).judged(Judgement::source(Source::Major, reason));
        self.push(change.advised("Keep the old order in the description: nothing else depends on it."));
    }

    fn parameter_added(&mut self, endpoint: &Endpoint, parameter: &Parameter, owner: &Subject) {
        let (name, api) = (&parameter.item.name, self.context.new.api);
        let subject = member(owner, name, None, Some((&endpoint.item, &parameter.item)));
        let judgement = judge::request(name, Given::Absent, given(parameter), TypeChange::NONE);
        let sentence = format!("{} takes a new parameter {}.", code(&owner.name), code(name));
        let change = Change::new(Rule::ParameterAdded, Effect::Added, subject, sentence)
            .turning(None, Some(spell(&parameter.ty, api)))
            .judged(judgement)
            .shaped(shapes::parameter(parameter, api));
        let costs = is_argument(parameter) && parameter.location != Location::Path;
        self.push(if costs {
            change.advised("If the service does without it, say `optional: true`: that is minor.")
        } else {
            change
        });
    }

    fn parameter_removed(&mut self, endpoint: &Endpoint, parameter: &Parameter, owner: &Subject) {
        let (name, api) = (&parameter.item.name, self.context.old.api);
        let subject = member(owner, name, Some((&endpoint.item, &parameter.item)), None);
        let judgement = judge::request(name, given(parameter), Given::Absent, TypeChange::NONE);
        let sentence = format!("{} takes no parameter {} any more.", code(&owner.name), code(name));
        let change = Change::new(Rule::ParameterRemoved, Effect::Removed, subject, sentence);
        let change = change.turning(Some(spell(&parameter.ty, api)), None).judged(judgement);
        self.push(change.shaped(shapes::parameter(parameter, api)));
    }

    fn parameter(
        &mut self,
        (old_endpoint, old): (&Endpoint, &Parameter),
        (new_endpoint, new): (&Endpoint, &Parameter),
        owner: &Subject,
    ) {
        let items = (Some((&old_endpoint.item, &old.item)), Some((&new_endpoint.item, &new.item)));
        let subject = member(owner, &new.item.name, items.0, items.1);
        let name = if is_argument(old) && is_argument(new) { RustName::Unseen } else { RustName::Aliased };
        let naming = Naming::new(Rule::ParameterRenamed, name, "the setter");
        self.item(&old.item, &new.item, &subject, naming.travelling(renamed_on_the_wire(old, new)));
        if old.location != new.location {
            let (before, after) = (old.location.as_str(), new.location.as_str());
            let sentence = format!("{} travels in the {after} now, not in the {before}.", code(&subject.name));
            let wire = Judgement::wire(Wire::Breaks, format!("The service does not find `{}`.", new.item.name));
            let change = Change::new(Rule::LocationChanged, Effect::Changed, subject.clone(), sentence);
            self.push(change.turning(Some(before.to_owned()), Some(after.to_owned())).judged(wire));
        }
        self.style(old, new, &subject);
        self.secret((old.secret, new.secret), false, &subject);
        self.parameter_need(old, new, &subject);
        self.parameter_type(old, new, &subject);
        self.constants(Said::of_parameter(old), Said::of_parameter(new), &new.item.name, true, &subject);
        self.defaults(old.default.as_ref(), new.default.as_ref(), true, &subject);
        self.example(old.example.as_ref(), new.example.as_ref(), &subject);
        self.bounds((&old.bounds, &old.ty), (&new.bounds, &new.ty), true, &subject);
    }

    /// An identifier, and what it may be expanded to, are the same in requests, but not in the description.
    fn parameter_type(&mut self, old: &Parameter, new: &Parameter, subject: &Subject) {
        let (before, after) = (old.ty.without_null(), new.ty.without_null());
        if [Sides::REQUEST, Sides::RESPONSE].iter().all(|side| self.context.is_same(before, after, *side)) {
            return;
        }
        let kept = judge::kept(given(old), given(new));
        let judgement = judge::request(&new.item.name, kept, kept, self.context.requested(before, after));
        self.type_changed(subject, (before, after), judgement);
    }

    fn parameter_need(&mut self, old: &Parameter, new: &Parameter, subject: &Subject) {
        if (old.optional, is_nullable(old)) == (new.optional, is_nullable(new)) {
            return;
        }
        let (before, after) = (given(old), given(new));
        let name = code(&subject.name);
        let (rule, sentence) = match (old.optional, new.optional) {
            (false, true) => (Rule::MadeOptional, format!("{name} can be left out now.")),
            (true, false) => (Rule::MadeRequired, format!("{name} must be given now.")),
            _ if is_nullable(new) => (Rule::MadeNullable, format!("{name} can be null now.")),
            _ => (Rule::MadeNotNullable, format!("{name} can no longer be null.")),
        };
        let text = |parameter: &Parameter| match Need::of(parameter.optional, is_nullable(parameter)) {
            Need::Required => None,
            Need::RequiredNullable => Some("nullable".to_owned()),
            Need::Optional => Some("optional".to_owned()),
            Need::OptionalNullable => Some("optional, nullable".to_owned()),
        };
        let judgement = judge::request(&new.item.name, before, after, TypeChange::NONE);
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old), text(new)).judged(judgement));
    }
}

/// Which parameters are one. Those of a path are known by their places in it: their names do not travel.
fn parameter_pairs(old: &Endpoint, new: &Endpoint) -> Vec<Pair> {
    let pairs =
        |known: &[(usize, usize)]| pairs_beside(&old.parameters, &new.parameters, |parameter| &parameter.item, known);
    let (mut before, mut after) = (in_path(old), in_path(new));
    if old.path_shape() != new.path_shape() {
        // In another path, what is not known by its name is known by its place among the others that are not.
        let by_name = pairs(&[]);
        before.retain(|index| by_name.contains(&Pair::Removed(*index)));
        after.retain(|index| by_name.contains(&Pair::Added(*index)));
        if before.len() != after.len() {
            return by_name;
        }
    }
    pairs(&before.into_iter().zip(after).collect::<Vec<_>>())
}

/// The places of the parameters in a path, in its order.
fn in_path(endpoint: &Endpoint) -> Vec<usize> {
    let parts = endpoint.path.iter().filter_map(|part| match part {
        PathPart::Parameter(index) => Some(*index),
        PathPart::Literal(_) => None,
    });
    parts.collect()
}

fn given(parameter: &Parameter) -> Given {
    parameter.need().map_or(Given::Fixed, Given::As)
}

/// Whether a parameter is an argument of the function.
fn is_argument(parameter: &Parameter) -> bool {
    parameter.need().is_some_and(|need| !need.is_optional())
}

fn is_nullable(parameter: &Parameter) -> bool {
    matches!(parameter.ty, Type::Nullable(_))
}

/// On the wire, a parameter of another name is one that is gone and one that is new; in a path, names do not travel.
fn renamed_on_the_wire(old: &Parameter, new: &Parameter) -> Judgement {
    if old.item.name == new.item.name || new.location == Location::Path {
        return Judgement::default();
    }
    let gone = judge::request(&old.item.name, given(old), Given::Absent, TypeChange::NONE);
    let come = judge::request(&new.item.name, Given::Absent, given(new), TypeChange::NONE);
    let Judgement { wire, wire_reason, .. } = come.and(gone);
    Judgement { wire, wire_reason, ..Judgement::default() }
}
