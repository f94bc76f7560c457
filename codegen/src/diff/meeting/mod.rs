//! Whether all that is sent is taken, as sets of JSON values: in requests, what an old program sends by the new service;
//! in answers, what the new service sends by an old program, which takes more than it was told of.

mod known;
mod objects;
mod unions;

use std::collections::{BTreeSet, HashSet};

use super::context::Context;
use super::judge::Fit;
use crate::api::{Api, EnumId, IdentifierId, ObjectId, Returns, Scalar, Shape, Sides, Type};

/// What becomes of values that an old program was not told of.
const UNKNOWN: &str = "Programs built before read values that they do not know as `Unknown`.";
const NO_DATA: &str = "Programs built before read one that comes without its data as `Unknown`.";
const OTHER_OBJECT: &str = "The identifier is that of another kind of object.";

/// A sender and a taker that meet.
pub(super) struct Meeting<'a> {
    context: &'a Context<'a>,
    side: Sides,
    sender: &'a Api,
    taker: &'a Api,
    /// Pairs of objects that are taken to fit while they are being compared.
    seen: BTreeSet<(ObjectId, ObjectId)>,
}

impl<'a> Meeting<'a> {
    /// A program of the old description, and the service of the new one.
    pub(super) fn of_requests(context: &'a Context<'a>) -> Self {
        let (sender, taker) = (context.old.api, context.new.api);
        Self { context, side: Sides::REQUEST, sender, taker, seen: BTreeSet::new() }
    }

    /// The service of the new description, and a program of the old one.
    pub(super) fn of_answers(context: &'a Context<'a>) -> Self {
        let (sender, taker) = (context.new.api, context.old.api);
        Self { context, side: Sides::RESPONSE, sender, taker, seen: BTreeSet::new() }
    }

    /// Whether a program takes, and not the service.
    fn is_program(&self) -> bool {
        self.side == Sides::RESPONSE
    }

    /// What becomes of values that the taker was not told of: a program keeps them, the service refuses them.
    fn unknown(&self, reason: &'static str) -> Fit {
        if self.is_program() { Fit::Partly(reason) } else { Fit::Not }
    }

    fn is_same(&self, sent: &Type, taken: &Type) -> bool {
        let (old, new) = if self.is_program() { (taken, sent) } else { (sent, taken) };
        self.context.is_same(old, new, self.side)
    }

    /// Whether all that one object is is taken for what another one is, though both are one by their names.
    pub(super) fn whole(&mut self, sent: ObjectId, taken: ObjectId) -> Fit {
        if self.sender[sent].is_any_shape() {
            self.each_variant(sent, &Type::Object(taken))
        } else if self.taker[taken].is_any_shape() {
            self.some_variant(&Type::Object(sent), taken)
        } else {
            self.objects(sent, taken)
        }
    }

    /// Whether all values of a type are taken where another is expected. `null` is one of them only inside of lists and
    /// maps: whether a whole value may be absent is asked apart.
    pub(super) fn fit(&mut self, sent: &Type, taken: &Type) -> Fit {
        match (sent, taken) {
            _ if self.is_same(sent, taken) => Fit::Fully,
            (Type::Alias(..), _) | (_, Type::Alias(..)) => self.fit(sent.meant(), taken.meant()),
            (_, Type::Json) => Fit::Fully,
            (_, Type::Scalar(taken)) if self.is_among(sent, self.taken_as(*taken)) => Fit::Fully,
            (_, Type::Text(_)) if self.is_among(sent, self.taken_as(Scalar::String)) => Fit::Fully,
            (sent, Type::Nullable(taken)) => self.fit(sent.without_null(), taken),
            (Type::Object(id), _) if self.sender[*id].is_any_shape() => self.each_variant(*id, taken),
            (_, Type::Object(id)) if self.taker[*id].is_any_shape() => self.some_variant(sent, *id),
            (Type::List(sent), Type::List(taken)) => self.fit(sent, taken),
            (Type::Id(_) | Type::Expandable(..), Type::Id(_) | Type::Expandable(..)) => self.identified(sent, taken),
            (Type::Object(sent), Type::Expandable(_, taken)) if self.is_program() => self.objects(*sent, *taken),
            (_, Type::Id(_) | Type::Expandable(..)) if self.is_program() && self.is_text(sent) => Fit::Fully,
            (Type::Enum(sent), Type::Enum(taken)) if self.sender[*sent].base == self.taker[*taken].base => {
                self.among(&self.values(*sent), *taken)
            }
            (_, Type::Enum(id)) if self.is_among(sent, self.taken_as(self.taker[*id].base.scalar())) => {
                self.unknown(UNKNOWN)
            }
            (Type::Object(sent), Type::Object(taken)) => self.objects(*sent, *taken),
            (Type::Object(_) | Type::Map(_), Type::Object(_) | Type::Map(_)) => self.members(sent, taken),
            _ => Fit::Not,
        }
    }

    /// What is taken where a scalar is expected: a program reads more than it was told of.
    fn taken_as(&self, scalar: Scalar) -> &'static [Shape] {
        let facts = scalar.facts();
        if self.is_program() { facts.read } else { std::slice::from_ref(&facts.written) }
    }

    /// Whether all that is sent of a type without members is among what is taken.
    fn is_among(&self, sent: &Type, taken: &[Shape]) -> bool {
        let sent: &[Shape] = match sent {
            Type::Scalar(sent) if self.is_program() => sent.facts().answered,
            Type::Scalar(sent) => &[sent.facts().written],
            // Where an identifier is read, the object only comes if a call asks for it.
            Type::Text(_) | Type::Id(_) | Type::Expandable(..) => &[Shape::Text],
            Type::Alias(_, sent) => return self.is_among(sent, taken),
            Type::Enum(id) => std::slice::from_ref(&self.sender[*id].base.scalar().facts().written),
            Type::Json | Type::Object(_) | Type::List(_) | Type::Map(_) | Type::Nullable(_) => return false,
        };
        let forms = self.sender.dialects.iter().map(|dialect| dialect.timestamps);
        let is_taken = |sent: &Shape, form| taken.iter().any(|taken| sent.is_among(*taken, form));
        sent.iter().all(|sent| forms.clone().all(|form| is_taken(sent, form)))
    }

    /// Whether a type is a JSON string, as the sender writes it.
    fn is_text(&self, ty: &Type) -> bool {
        self.is_among(ty, &[Shape::Text])
    }

    /// The identifier, and on demand the object that it identifies.
    fn identified(&mut self, sent: &Type, taken: &Type) -> Fit {
        let (Some((sent_id, sent)), Some((taken_id, taken))) = (identifier(sent), identifier(taken)) else {
            return Fit::Not;
        };
        let (old, new) = if self.is_program() { (taken_id, sent_id) } else { (sent_id, taken_id) };
        let id = if self.context.may_be_one(old, new) { Fit::Fully } else { self.unknown(OTHER_OBJECT) };
        match (sent, taken) {
            (Some(sent), Some(taken)) if self.is_program() => {
                id.max(self.fit(&Type::Object(sent), &Type::Object(taken)))
            }
            _ => id,
        }
    }

    fn values(&self, sent: EnumId) -> Vec<&'a str> {
        self.sender[sent].values.iter().map(|value| value.item.name.as_str()).collect()
    }

    /// Whether some values are all known to an enum of their base.
    fn among(&self, sent: &[&str], taken: EnumId) -> Fit {
        let known: HashSet<&str> = self.taker[taken].values.iter().map(|value| value.item.name.as_str()).collect();
        if sent.iter().all(|value| known.contains(value)) { Fit::Fully } else { self.unknown(UNKNOWN) }
    }

    /// Whether what a call answers is taken for what it answered.
    pub(super) fn answers(&mut self, sent: &Returns, taken: &Returns) -> Fit {
        match (sent, taken) {
            (Returns::Value(sent), Returns::Value(taken)) => self.fit(sent.without_null(), taken.without_null()),
            (Returns::Page(..) | Returns::Value(_), Returns::Page(..) | Returns::Value(_)) => self.pages(sent, taken),
            _ => Fit::Not,
        }
    }
}

fn identifier(ty: &Type) -> Option<(IdentifierId, Option<ObjectId>)> {
    match ty {
        Type::Id(id) => Some((*id, None)),
        Type::Expandable(id, object) => Some((*id, Some(*object))),
        _ => None,
    }
}
