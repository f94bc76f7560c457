//! Compares the members of objects.

use super::super::change::{Change, Subject};
use super::super::judge::{self, Answered, Given, Judgement, RustName, TypeChange};
use super::super::meeting::Meeting;
use super::super::report::{Effect, Source};
use super::super::rules::Rule;
use super::super::types::spell;
use super::both::Both;
use super::constants::Said;
use super::{Comparison, Naming, code, member, shapes};
use crate::api::{Field, Need, Sides, Type};

impl Comparison<'_> {
    pub(super) fn field_added(&mut self, both: Both<'_>, field: &Field, owner: &Subject) {
        let (name, api) = (&field.item.name, self.context.new.api);
        let subject = member(owner, name, None, Some((&both.new.item, &field.item)));
        let judgement = presence(name, both.sides, None, Some(field)).and(self.read_as_other(both, field));
        let sentence = format!("{} has a new member {}.", code(&owner.name), code(name));
        let change = Change::new(Rule::FieldAdded, Effect::Added, subject, sentence)
            .turning(None, Some(spell(&field.ty, api)))
            .judged(judgement)
            .shaped(shapes::field(field, api));
        let costs = both.sides.request && is_argument(field);
        self.push(if costs {
            change.advised("If the service does without it, say `optional: request`: that is minor.")
        } else {
            change
        });
    }

    /// Judges that programs built before read a new member as one of those that are not named.
    fn read_as_other(&self, both: Both<'_>, field: &Field) -> Judgement {
        let is_read = both.sides.response && field.sides.response;
        let Some(rest) = both.old.rest.as_ref().filter(|_| is_read) else { return Judgement::default() };
        let fit = Meeting::of_answers(self.context).other(field, rest);
        judge::fit(fit, "Programs built before read it as one of the other members, whose type it does not fit.")
    }

    pub(super) fn field_removed(&mut self, both: Both<'_>, field: &Field, owner: &Subject) {
        let (name, api) = (&field.item.name, self.context.old.api);
        let subject = member(owner, name, Some((&both.old.item, &field.item)), None);
        let judgement = self.gone(both, field);
        let sentence = format!("{} has no member {} any more.", code(&owner.name), code(name));
        let change = Change::new(Rule::FieldRemoved, Effect::Removed, subject, sentence)
            .turning(Some(spell(&field.ty, api)), None)
            .judged(judgement)
            .shaped(shapes::field(field, api));
        let keeps = both.sides.response && field.sides.response;
        let advice = "If the service still sends it, keep the member for now, and say `deprecated: …`: that is minor.";
        self.push(if keeps { change.advised(advice) } else { change });
    }

    /// Judges that a member is gone: where the service takes others beside the named ones, what old programs send of it is one.
    fn gone(&self, both: Both<'_>, field: &Field) -> Judgement {
        let judgement = presence(&field.item.name, both.sides, Some(field), None);
        let is_sent = both.sides.request && field.sides.request;
        let Some(rest) = both.new.rest.as_ref().filter(|_| is_sent) else { return judgement };
        let Judgement { source, source_reason, .. } = judgement;
        let answers = presence(&field.item.name, both.sides.common(Sides::RESPONSE), Some(field), None);
        let fit = Meeting::of_requests(self.context).other(field, rest);
        let reason = "The service takes it as one of the other members, whose type it does not fit.";
        Judgement { source, source_reason, ..answers }.and(judge::fit(fit, reason))
    }

    pub(super) fn field(&mut self, both: Both<'_>, old: &Field, new: &Field, owner: &Subject) {
        let items = (Some((&both.old.item, &old.item)), Some((&both.new.item, &new.item)));
        let subject = member(owner, &new.item.name, items.0, items.1);
        let naming = Naming::new(Rule::FieldRenamed, rust_name(both.sides, old, new), "the member");
        let wire = renamed_on_the_wire(both.sides, old, new);
        self.item(&old.item, &new.item, &subject, naming.travelling(wire));
        self.field_sides(both, old, new, &subject);
        self.field_presence(both, old, new, &subject);
        self.field_type(both, old, new, &subject);
        // Callers give texts to either; what they read is of another type.
        let is_read = both.sides.response && old.sides.response && new.sides.response;
        self.secret((old.secret, new.secret), is_read, &subject);
        let is_sent = both.sides.request && old.sides.request && new.sides.request;
        let said = |field| Said::of_field(field, given(field));
        self.constants(said(old), said(new), &new.item.name, is_sent, &subject);
        self.defaults(old.default.as_ref(), new.default.as_ref(), is_sent, &subject);
        self.example(old.example.as_ref(), new.example.as_ref(), &subject);
        self.bounds((&old.bounds, &old.ty), (&new.bounds, &new.ty), is_sent, &subject);
    }

    fn field_sides(&mut self, both: Both<'_>, old: &Field, new: &Field, subject: &Subject) {
        if old.sides == new.sides {
            return;
        }
        // Where it was met before, whether it may be missing is another matter.
        let request = match (new.sides.request, old.sides.request) {
            (false, _) => Given::Absent,
            (true, was_there) => given(if was_there { old } else { new }),
        };
        let response = match (new.sides.response, old.sides.response) {
            (false, _) => Answered::Absent,
            (true, was_there) => answered(if was_there { old } else { new }),
        };
        let judgement = judge::on(
            both.sides,
            || judge::request(&new.item.name, given(old), request, TypeChange::NONE),
            || judge::response(answered(old), response, TypeChange::NONE),
        );
        let name = code(&subject.name);
        let is_added = new.sides == Sides::BOTH;
        let (rule, sentence) = if is_added {
            (Rule::SideAdded, format!("{name} is met in requests and in responses now."))
        } else {
            (Rule::SideRemoved, format!("{name} is met in {}s only now.", side_name(new.sides)))
        };
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(side_text(old.sides), side_text(new.sides)).judged(judgement));
    }

    fn field_presence(&mut self, both: Both<'_>, old: &Field, new: &Field, subject: &Subject) {
        let common = old.sides.common(new.sides);
        let (before, after) = (old.optional.common(common), new.optional.common(common));
        if before == after && old.is_nullable() == new.is_nullable() {
            return;
        }
        let name = code(&subject.name);
        let is_within = |less: Sides, more: Sides| less.common(more) == less;
        let (rule, sentence) = match (before == after, old.is_nullable(), new.is_nullable()) {
            (true, false, _) => (Rule::MadeNullable, format!("{name} can be null now.")),
            (true, true, _) => (Rule::MadeNotNullable, format!("{name} is never null any more.")),
            (false, was, is) if was == is && is_within(before, after) => {
                (Rule::MadeOptional, format!("{name} can be missing{} now.", in_side(before, after)))
            }
            (false, was, is) if was == is && is_within(after, before) => {
                (Rule::MadeRequired, format!("{name} is always there{} now.", in_side(after, before)))
            }
            _ => (Rule::OptionalSidesChanged, format!("{name} can be missing or null in other cases now.")),
        };
        let judgement = judge::on(
            both.sides.common(common),
            || judge::request(&new.item.name, given(old), given(new), TypeChange::NONE),
            || judge::response(answered(old), answered(new), TypeChange::NONE),
        );
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(absence_text(old), absence_text(new)).judged(judgement));
    }

    fn field_type(&mut self, both: Both<'_>, old: &Field, new: &Field, subject: &Subject) {
        let (before, after) = (old.ty.without_null(), new.ty.without_null());
        let is_same = |side| self.context.is_same(before, after, side);
        if is_same(Sides::REQUEST) && is_same(Sides::RESPONSE) {
            return self.field_box(both, old, new, subject);
        }
        let sides = both.sides.common(old.sides.common(new.sides));
        let context = self.context;
        let judgement = judge::on(
            sides,
            || {
                let kept = judge::kept(given(old), given(new));
                let fit = Meeting::of_requests(context).member(old, new);
                let ty = TypeChange { fit, ..context.requested(before, after) };
                judge::request(&new.item.name, kept, kept, ty)
            },
            || {
                let fit = Meeting::of_answers(context).member(new, old);
                let ty = TypeChange { fit, ..context.answered(before, after) };
                judge::response(Answered::Always, Answered::Always, ty)
            },
        );
        self.type_changed(subject, (before, after), judgement);
    }

    /// Notes that a value is of another type.
    pub(super) fn type_changed(&mut self, subject: &Subject, (old, new): (&Type, &Type), judgement: Judgement) {
        let (old, new) = (spell(old, self.context.old.api), spell(new, self.context.new.api));
        let sentence = format!("{} is {} now, not {}.", code(&subject.name), code(&new), code(&old));
        let change = Change::new(Rule::TypeChanged, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(Some(old), Some(new)).judged(judgement));
    }

    /// Notes that a text became a secret, or is none any more.
    pub(super) fn secret(&mut self, (old, new): (bool, bool), is_read: bool, subject: &Subject) {
        let name = code(&subject.name);
        let (rule, sentence) = match (old, new) {
            (false, true) => (Rule::MadeSecret, format!("{name} is a secret now.")),
            (true, false) => (Rule::MadePublic, format!("{name} is no secret any more.")),
            _ => return,
        };
        let takes = !old;
        let source = match (is_read, takes) {
            (true, _) => Judgement::source(Source::Major, "What callers read is of another type."),
            (false, true) => Judgement::source(Source::Minor, ""),
            (false, false) => Judgement::source(Source::Major, "What callers give is of another type."),
        };
        let text = |secret: bool| Some(if secret { "secret" } else { "public" }.to_owned());
        let change = Change::new(rule, Effect::Changed, subject.clone(), sentence);
        self.push(change.turning(text(old), text(new)).judged(source));
    }
}

/// Whether a member is an argument where its object is made.
pub(super) fn is_argument(field: &Field) -> bool {
    matches!(given(field), Given::As(Need::Required | Need::RequiredNullable))
}

/// How callers give a member.
fn given(field: &Field) -> Given {
    match field.need() {
        Some(need) => Given::As(need),
        None if field.is_fixed() => Given::Fixed,
        None => Given::Absent,
    }
}

fn answered(field: &Field) -> Answered {
    match (field.sides.response, field.absence().response) {
        (false, _) => Answered::Absent,
        (true, false) => Answered::Always,
        (true, true) => Answered::Maybe,
    }
}

/// Judges that a member came, went, or changed sides.
fn presence(name: &str, sides: Sides, old: Option<&Field>, new: Option<&Field>) -> Judgement {
    let given = |field: Option<&Field>| field.map_or(Given::Absent, given);
    let answered = |field: Option<&Field>| field.map_or(Answered::Absent, answered);
    judge::on(
        sides,
        || judge::request(name, given(old), given(new), TypeChange::NONE),
        || judge::response(answered(old), answered(new), TypeChange::NONE),
    )
}

/// On the wire, a member of another name is one that is gone and one that is new.
fn renamed_on_the_wire(sides: Sides, old: &Field, new: &Field) -> Judgement {
    if old.item.name == new.item.name {
        return Judgement::default();
    }
    let gone = presence(&old.item.name, sides, Some(old), None);
    let come = presence(&new.item.name, sides, None, Some(new));
    let Judgement { wire, wire_reason, .. } = gone.and(come);
    Judgement { wire, wire_reason, ..Judgement::default() }
}

/// What becomes of the Rust name of a member: it is read, set, or given by its place.
fn rust_name(sides: Sides, old: &Field, new: &Field) -> RustName {
    let is_read = sides.response && (old.sides.response || new.sides.response);
    match (is_read, is_argument(old) && is_argument(new)) {
        (true, _) => RustName::Written,
        (false, true) => RustName::Unseen,
        (false, false) => RustName::Aliased,
    }
}

fn side_name(sides: Sides) -> &'static str {
    if sides.request { "request" } else { "response" }
}

fn side_text(sides: Sides) -> Option<String> {
    (sides != Sides::BOTH).then(|| format!("only {}", side_name(sides)))
}

/// Where something grew, from less to more.
fn in_side(less: Sides, more: Sides) -> &'static str {
    match (more.request && !less.request, more.response && !less.response) {
        (true, false) => " in requests",
        (false, true) => " in responses",
        _ => "",
    }
}

fn absence_text(field: &Field) -> Option<String> {
    let optional = match field.optional {
        Sides::BOTH => Some("optional"),
        Sides { request: true, response: false } => Some("optional in requests"),
        Sides { request: false, response: true } => Some("optional in responses"),
        Sides { request: false, response: false } => None,
    };
    let all: Vec<&str> = optional.into_iter().chain(field.is_nullable().then_some("nullable")).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
