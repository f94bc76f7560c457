//! Unions that meet: what tells apart the things that something can be, and what these hold.

use super::known::Known;
use super::objects::{JsonObject, Member};
use super::{Meeting, NO_DATA, UNKNOWN};
use crate::api::{EnumBase, Object, ObjectId, Scalar, Told, Type, Union, UnionVariant};
use crate::diff::judge::Fit;

/// What a variant holds that holds nothing, where its name is that of a member.
const NOTHING: &Type = &Type::Json;

/// What a tag of a base holds.
fn tag_type(base: EnumBase) -> &'static Type {
    match base {
        EnumBase::Text => &Type::Scalar(Scalar::String),
        EnumBase::Integer => &Type::Scalar(Scalar::Integer),
        EnumBase::Boolean => &Type::Scalar(Scalar::Boolean),
    }
}

impl<'a> Meeting<'a> {
    /// Whether all that a union is which its shape tells is taken for something.
    pub(super) fn each_variant(&mut self, sent: ObjectId, taken: &Type) -> Fit {
        if let Type::Object(taken) = taken
            && !self.seen.insert((sent, *taken))
        {
            return Fit::Fully;
        }
        let (api, side) = (self.sender, self.side);
        let variants = api[sent].variants().filter(|variant| variant.sides.meets(side));
        variants
            .filter_map(|variant| variant.data.as_ref())
            .map(|data| self.fit(data, taken))
            .max()
            .unwrap_or(Fit::Fully)
    }

    /// Whether something is taken for one of the things that a union is which its shape tells.
    pub(super) fn some_variant(&mut self, sent: &Type, taken: ObjectId) -> Fit {
        if let Type::Object(sent) = sent
            && !self.seen.insert((*sent, taken))
        {
            return Fit::Fully;
        }
        let (api, side) = (self.taker, self.side);
        let variants = api[taken].variants().filter(|variant| variant.sides.meets(side));
        let best =
            variants.filter_map(|variant| variant.data.as_ref()).map(|data| self.tried(|it| it.fit(sent, data))).min();
        best.unwrap_or(Fit::Not).min(self.unknown(UNKNOWN))
    }

    /// What was taken to fit while something was tried that does not fit must be compared again.
    fn tried(&mut self, fit: impl FnOnce(&mut Self) -> Fit) -> Fit {
        let seen = self.seen.clone();
        let fit = fit(self);
        if fit == Fit::Not {
            self.seen = seen;
        }
        fit
    }

    /// The objects that one is where it is sent: one for each variant of its union.
    pub(super) fn alternatives<'o>(&self, object: &'o Object) -> Vec<JsonObject<'o>>
    where
        'a: 'o,
    {
        let whole = self.described(object);
        let Some(union) = whole.union else { return vec![whole] };
        let plain = JsonObject { union: None, ..whole };
        union.on(self.side).flat_map(|variant| self.alternatives_of(union, variant, &plain)).collect()
    }

    /// The same of one variant.
    fn alternatives_of<'o>(
        &self,
        union: &'o Union,
        variant: &'o UnionVariant,
        plain: &JsonObject<'o>,
    ) -> Vec<JsonObject<'o>>
    where
        'a: 'o,
    {
        let mut whole = plain.clone();
        let mut add =
            |name, ty, texts| whole.members.push(Member { name, is_always_there: true, can_be_null: false, ty, texts });
        if let Some(tag) = union.told.tag() {
            add(tag, tag_type(union.base), Some(vec![variant.item.name.as_str()]));
        }
        match (union.member_of(variant), variant.held()) {
            (Some(member), Some(data)) => add(member, data, None),
            (Some(member), None) if union.told == Told::Key => add(member, NOTHING, None),
            (None, Some(Type::Map(rest))) => whole.rest = Some(rest),
            (None, Some(Type::Object(id))) => {
                let inner = self.alternatives(&self.sender[*id]).into_iter();
                return inner.map(|inner| whole.joined(inner)).collect();
            }
            _ => {}
        }
        vec![whole]
    }

    /// Whether an object is one of the things that a union tells apart. Adds the names of the members that it knows.
    pub(super) fn told<'u>(&mut self, sent: &JsonObject<'_>, union: &'u Union, known: &mut Known<'u>) -> Fit
    where
        'a: 'u,
    {
        match &union.told {
            Told::Key => self.told_by_key(sent, union, known),
            Told::Shape => self.told_by_shape(sent, union, known),
            Told::Beside { tag } | Told::Inside { tag } | Told::Content { tag, .. } => {
                known.add(tag);
                self.told_by_tag(sent, tag, union, known)
            }
        }
    }

    fn told_by_tag<'u>(&mut self, sent: &JsonObject<'_>, tag: &str, union: &'u Union, known: &mut Known<'u>) -> Fit
    where
        'a: 'u,
    {
        let Some(tag) = sent.find(tag).filter(|tag| tag.is_always_there) else { return Fit::Not };
        let is_of_base = self.fit(tag.ty, tag_type(union.base)) == Fit::Fully;
        let texts = match (&tag.texts, tag.ty.meant()) {
            (Some(texts), _) if is_of_base => Some(texts.clone()),
            (None, Type::Enum(id)) if self.sender[*id].base == union.base => Some(self.values(*id)),
            (None, _) if is_of_base => None,
            _ => return Fit::Not,
        };
        let is_told =
            |variant: &&UnionVariant| texts.as_ref().is_none_or(|texts| texts.contains(&variant.item.name.as_str()));
        let told: Vec<&UnionVariant> = union.on(self.side).filter(is_told).collect();
        let are_known = texts.as_ref().is_some_and(|texts| texts.len() == told.len());
        let mut fit = if are_known { Fit::Fully } else { self.unknown(UNKNOWN) };
        let beside = known.clone();
        for variant in &told {
            let mut of_variant = beside.clone();
            fit = fit.max(self.data(sent, union, variant, &mut of_variant));
            known.join(of_variant);
        }
        // Where the data of several stand side by side, a service refuses those that the tag does not name.
        let is_mixed = told.len() > 1 && told.iter().any(|variant| variant.data.is_some());
        if is_mixed && !self.is_program() { Fit::Not } else { fit }
    }

    fn told_by_key<'u>(&mut self, sent: &JsonObject<'_>, union: &'u Union, known: &mut Known<'u>) -> Fit
    where
        'a: 'u,
    {
        let named: Vec<&UnionVariant> =
            union.on(self.side).filter(|variant| sent.find(&variant.item.name).is_some()).collect();
        match named.as_slice() {
            [variant] if sent.find(&variant.item.name).is_some_and(|found| found.is_always_there) => {
                known.add(&variant.item.name);
                self.data(sent, union, variant, known)
            }
            [] if sent.members.len() == 1 => self.unknown(UNKNOWN),
            _ => Fit::Not,
        }
    }

    fn told_by_shape<'u>(&mut self, sent: &JsonObject<'_>, union: &'u Union, known: &mut Known<'u>) -> Fit
    where
        'a: 'u,
    {
        let mut best = self.unknown(UNKNOWN);
        for variant in union.on(self.side) {
            let mut of_variant = known.clone();
            let fit = self.tried(|it| it.data(sent, union, variant, &mut of_variant));
            if fit <= best {
                (best, *known) = (fit, of_variant);
            }
        }
        best
    }

    /// Whether an object has the data of a variant. Adds the names of the members that have it.
    fn data<'u>(
        &mut self,
        sent: &JsonObject<'_>,
        union: &'u Union,
        variant: &'u UnionVariant,
        known: &mut Known<'u>,
    ) -> Fit
    where
        'a: 'u,
    {
        match (union.member_of(variant), variant.held()) {
            (Some(member), Some(data)) => {
                known.add(member);
                self.data_member(sent, member, data)
            }
            (None, Some(Type::Object(id))) => self.data_inside(sent, *id, known),
            (None, Some(Type::Map(rest))) => self.others(sent, rest, known),
            _ => Fit::Fully,
        }
    }

    fn data_member(&mut self, sent: &JsonObject<'_>, member: &str, data: &Type) -> Fit {
        let found = sent.find(member);
        let fit = match (found, sent.rest) {
            (Some(found), _) => self.value(found, data),
            (None, Some(rest)) => self.fit(rest.without_null(), data),
            (None, None) => Fit::Fully,
        };
        if found.is_some_and(|found| found.is_always_there) { fit } else { fit.max(self.unknown(NO_DATA)) }
    }

    /// Whether an object has the members of the data that stands among its own.
    fn data_inside<'u>(&mut self, sent: &JsonObject<'_>, data: ObjectId, known: &mut Known<'u>) -> Fit
    where
        'a: 'u,
    {
        let taken = self.described(&self.taker[data]);
        known.extend(taken.members.iter().map(|member| member.name));
        let members = taken.members.iter().map(|member| self.taken_member(sent, member)).max();
        let told = taken.union.map(|union| self.told(sent, union, known));
        let others = taken.rest.map(|rest| self.others(sent, rest, known));
        members.max(told).max(others).unwrap_or(Fit::Fully)
    }

    /// Whether all members that are not known are taken for others, as which they are known from then on.
    pub(super) fn others(&mut self, sent: &JsonObject<'_>, taken: &Type, known: &mut Known<'_>) -> Fit {
        let others = sent.members.iter().filter(|member| !known.contains(member.name));
        let named = others.map(|member| self.entry(member, taken)).max();
        // Where nothing is left, nothing is taken.
        let rest = sent.rest.filter(|_| !known.are_others()).map(|rest| self.fit(rest, taken));
        known.add_others();
        named.max(rest).unwrap_or(Fit::Fully)
    }
}

impl JsonObject<'_> {
    /// With the members of data that stands among its own; what both have is that of the whole.
    fn joined(&self, data: Self) -> Self {
        let own = data.members.into_iter().filter(|member| self.find(member.name).is_none());
        let mut joined = self.clone();
        joined.members.extend(own);
        joined.rest = self.rest.or(data.rest);
        joined
    }
}
