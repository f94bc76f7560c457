//! What became of the type of a value: whether Rust spells it alike, and whether what is sent is still taken.

use std::collections::HashSet;

use super::context::Context;
use super::judge::{Fit, TypeChange};
use crate::api::{Api, EnumId, Field, Object, ObjectId, Scalar, Shape, Sides, Type, Union};

const UNKNOWN: &str = "Programs built before read values that they do not know as `Unknown`.";
const OTHER_OBJECT: &str = "The identifier is that of another kind of object.";

impl Context<'_> {
    /// Compares a type of the old description with one of the new, where callers send it.
    pub(super) fn requested(&self, old: &Type, new: &Type) -> TypeChange {
        let (old, new) = (old.without_null(), new.without_null());
        let is_same = self.is_same(old, new, Sides::REQUEST);
        let fit = Meeting::new(self, Sides::REQUEST).fit(old, new);
        TypeChange { is_same, takes: is_same || self.takes(old, new), fit }
    }

    /// Compares a type of the old description with one of the new, where the service sends it.
    pub(super) fn answered(&self, old: &Type, new: &Type) -> TypeChange {
        let (old, new) = (old.without_null(), new.without_null());
        let is_same = self.is_same(old, new, Sides::RESPONSE);
        TypeChange { is_same, takes: true, fit: Meeting::new(self, Sides::RESPONSE).fit(new, old) }
    }

    /// Whether both are one type in Rust.
    pub(super) fn is_same(&self, old: &Type, new: &Type, side: Sides) -> bool {
        match (old, new) {
            (Type::Id(old), Type::Id(new)) => self.identifiers.are_one(old.index(), new.index()),
            (Type::Expandable(old, _) | Type::Id(old), Type::Expandable(new, _))
            | (Type::Expandable(old, _), Type::Id(new))
                if side == Sides::REQUEST =>
            {
                self.identifiers.are_one(old.index(), new.index())
            }
            (Type::Expandable(old_id, old), Type::Expandable(new_id, new)) => {
                self.identifiers.are_one(old_id.index(), new_id.index())
                    && self.objects.are_one(old.index(), new.index())
            }
            (Type::Object(old), Type::Object(new)) => self.objects.are_one(old.index(), new.index()),
            (Type::Enum(old), Type::Enum(new)) => self.enums.are_one(old.index(), new.index()),
            (Type::List(old), Type::List(new))
            | (Type::Map(old), Type::Map(new))
            | (Type::Nullable(old), Type::Nullable(new)) => self.is_same(old, new, side),
            _ => old == new,
        }
    }

    /// Whether a method that takes the new type takes all that callers gave to the one that took the old type: values
    /// of the type itself, and the literals and references that turn into it.
    fn takes(&self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Scalar(old), new) => new.given_as() == Some(*old),
            (Type::List(old), Type::List(new)) | (Type::Map(old), Type::Map(new)) => {
                let is_nested = |ty: &Type| matches!(ty, Type::List(_) | Type::Map(_));
                !is_nested(old) && !is_nested(new) && (self.is_same(old, new, Sides::REQUEST) || self.takes(old, new))
            }
            _ => false,
        }
    }
}

/// What is sent meets what is taken: in requests, a program's values the new service; in answers, the new service's
/// values an old program, which takes more than it was told of.
struct Meeting<'a> {
    context: &'a Context<'a>,
    side: Sides,
    sender: &'a Api,
    taker: &'a Api,
    /// Pairs of objects that are taken to fit while they are being compared.
    seen: HashSet<(usize, usize)>,
}

impl<'a> Meeting<'a> {
    fn new(context: &'a Context<'a>, side: Sides) -> Self {
        let (old, new) = (context.old.api, context.new.api);
        let (sender, taker) = if side == Sides::REQUEST { (old, new) } else { (new, old) };
        Self { context, side, sender, taker, seen: HashSet::new() }
    }

    fn is_program(&self) -> bool {
        self.side == Sides::RESPONSE
    }

    fn is_same(&self, sent: &Type, taken: &Type) -> bool {
        let (old, new) = if self.is_program() { (taken, sent) } else { (sent, taken) };
        self.context.is_same(old, new, self.side)
    }

    /// Whether what is sent is taken.
    fn fit(&mut self, sent: &Type, taken: &Type) -> Fit {
        match (sent, taken) {
            _ if self.is_same(sent, taken) => Fit::Fully,
            (_, Type::Json) => Fit::Fully,
            (_, Type::Scalar(taken)) if self.is_among(sent, self.taken(*taken)) => Fit::Fully,
            (sent, Type::Nullable(taken)) => self.fit(sent.without_null(), taken),
            (Type::List(sent), Type::List(taken)) | (Type::Map(sent), Type::Map(taken)) => self.fit(sent, taken),
            // Where an identifier is read, the object only comes if a call asks for it.
            (Type::Id(_), Type::Expandable(..)) | (Type::Expandable(..), Type::Id(_)) if self.is_program() => {
                Fit::Fully
            }
            (Type::Id(_), Type::Id(_)) if self.is_program() => Fit::Partly(OTHER_OBJECT),
            (_, Type::Id(_)) if self.is_program() && self.is_among(sent, &[Shape::Text]) => Fit::Fully,
            (Type::Enum(sent), Type::Enum(taken)) => self.enums(*sent, *taken),
            (_, Type::Enum(_)) if self.is_program() && self.is_among(sent, &[Shape::Text]) => Fit::Partly(UNKNOWN),
            (Type::Object(sent), Type::Object(taken)) => self.objects(*sent, *taken),
            (Type::Map(sent), Type::Object(taken)) if self.is_program() => self.map(sent, *taken),
            _ => Fit::Not,
        }
    }

    /// What is taken where a scalar is expected: a program reads more than it was told of.
    fn taken(&self, scalar: Scalar) -> &'static [Shape] {
        let facts = scalar.facts();
        if self.is_program() { facts.read } else { std::slice::from_ref(&facts.written) }
    }

    /// Whether all that is sent of a type without members is among what is taken.
    fn is_among(&self, sent: &Type, taken: &[Shape]) -> bool {
        let sent: &[Shape] = match sent {
            Type::Scalar(sent) if self.is_program() => sent.facts().answered,
            Type::Scalar(sent) => &[sent.facts().written],
            Type::Id(_) | Type::Enum(_) => &[Shape::Text],
            // A program writes an identifier alone; a service may write the object.
            Type::Expandable(..) if !self.is_program() => &[Shape::Text],
            Type::Expandable(..) | Type::Json | Type::Object(_) | Type::List(_) | Type::Map(_) | Type::Nullable(_) => {
                return false;
            }
        };
        let forms = self.sender.dialects.iter().map(|dialect| dialect.timestamps);
        let is_taken = |sent: &Shape, form| taken.iter().any(|taken| sent.is_among(*taken, form));
        sent.iter().all(|sent| forms.clone().all(|form| is_taken(sent, form)))
    }

    fn enums(&self, sent: EnumId, taken: EnumId) -> Fit {
        let known: HashSet<&str> = self.taker[taken].values.iter().map(|value| value.item.name.as_str()).collect();
        let are_known = self.sender[sent].values.iter().all(|value| known.contains(value.item.name.as_str()));
        if are_known {
            Fit::Fully
        } else if self.is_program() {
            Fit::Partly(UNKNOWN)
        } else {
            Fit::Not
        }
    }

    fn map(&mut self, sent: &Type, taken: ObjectId) -> Fit {
        let object = &self.taker[taken];
        let fields: Vec<&Field> = object.fields.iter().filter(|field| field.sides.meets(self.side)).collect();
        if object.union.is_some() || fields.iter().any(|field| self.is_always_there(field)) {
            return Fit::Not;
        }
        fields.into_iter().map(|field| self.fit(sent, field.ty.without_null())).max().unwrap_or(Fit::Fully)
    }

    fn objects(&mut self, sent: ObjectId, taken: ObjectId) -> Fit {
        if !self.seen.insert((sent.index(), taken.index())) {
            return Fit::Fully;
        }
        let (sent, taken) = (&self.sender[sent], &self.taker[taken]);
        self.fields(sent, taken).max(self.unions(sent, taken))
    }

    fn fields(&mut self, sent: &Object, taken: &Object) -> Fit {
        let side = self.side;
        let on_side = |field: &&Field| field.sides.meets(side);
        let mut fit = Fit::Fully;
        for field in taken.fields.iter().filter(on_side) {
            let other = sent.fields.iter().filter(on_side).find(|other| other.item.name == field.item.name);
            fit = fit.max(match other {
                Some(other) if self.is_always_there(field) && !self.is_always_there(other) => Fit::Not,
                Some(other) => self.fit(other.ty.without_null(), field.ty.without_null()),
                None if self.is_always_there(field) => Fit::Not,
                None => Fit::Fully,
            });
        }
        let is_known = |field: &Field| taken.fields.iter().any(|known| known.item.name == field.item.name);
        if !self.is_program() && !sent.fields.iter().filter(on_side).all(is_known) {
            return Fit::Not;
        }
        fit
    }

    fn is_always_there(&self, field: &Field) -> bool {
        !field.absence().meets(self.side)
    }

    fn unions(&mut self, sent: &Object, taken: &Object) -> Fit {
        match (&sent.union, &taken.union) {
            (None, None) => Fit::Fully,
            (Some(_), None) if self.is_program() => Fit::Fully,
            (Some(sent), Some(taken)) if sent.tag == taken.tag => self.variants(sent, taken),
            _ => Fit::Not,
        }
    }

    fn variants(&mut self, sent: &Union, taken: &Union) -> Fit {
        let mut fit = Fit::Fully;
        let side = self.side;
        for variant in sent.variants.iter().filter(|variant| variant.sides.meets(side)) {
            let other = taken.variants.iter().find(|other| other.item.name == variant.item.name);
            fit = fit.max(match other.map(|other| (&variant.data, &other.data)) {
                None if self.is_program() => Fit::Partly(UNKNOWN),
                Some((Some(sent), Some(taken))) => self.fit(sent, taken),
                Some((None, None)) => Fit::Fully,
                Some((Some(_), None)) if self.is_program() => Fit::Fully,
                _ => Fit::Not,
            });
        }
        fit
    }
}

/// A type as a description writes it.
pub(super) fn spell(ty: &Type, api: &Api) -> String {
    match ty {
        Type::Scalar(scalar) => scalar.facts().name.to_owned(),
        Type::Json => "json".to_owned(),
        Type::Id(id) => format!("id({})", api[*id].item.name),
        Type::Expandable(_, object) => format!("expandable({})", api[*object].item.name),
        Type::Object(id) => api[*id].item.name.clone(),
        Type::Enum(id) => api[*id].item.name.clone(),
        Type::List(inner) => format!("[{}]", spell(inner, api)),
        Type::Map(inner) => format!("{{{}}}", spell(inner, api)),
        Type::Nullable(inner) => format!("{}?", spell(inner, api)),
    }
}
