//! JSON objects that meet: members, what tells apart the things that an object can be, and members of any name.

use std::collections::HashSet;

use super::{Meeting, NO_DATA, UNKNOWN};
use crate::api::{EnumBase, Field, Object, ObjectId, PageMember, Rest, Returns, Scalar, Type, Union, UnionVariant};
use crate::diff::judge::Fit;

/// What the tag of a union holds.
const TEXT: &Type = &Type::Scalar(Scalar::String);

/// A JSON object that is sent, or one that is taken.
#[derive(Clone, Default)]
struct JsonObject<'a> {
    members: Vec<Member<'a>>,
    /// What tells apart the things that it can be, where it is taken: what is sent is one of them.
    union: Option<&'a Union>,
    /// What members hold whose names are not described.
    rest: Option<&'a Type>,
}

#[derive(Clone)]
struct Member<'a> {
    name: &'a str,
    is_always_there: bool,
    ty: &'a Type,
    /// The texts of which it holds one, if these are known.
    texts: Option<Vec<&'a str>>,
}

impl<'a> JsonObject<'a> {
    /// An object with members of any name.
    fn map(rest: &'a Type) -> Self {
        Self { rest: Some(rest), ..Self::default() }
    }

    fn page(members: &'a [PageMember]) -> Self {
        let member = |PageMember { name, ty, optional, .. }: &'a PageMember| Member {
            name,
            is_always_there: !optional && !matches!(ty, Type::Nullable(_)),
            ty,
            texts: None,
        };
        Self { members: members.iter().map(member).collect(), ..Self::default() }
    }

    /// The same without the members that are not meant.
    fn only(mut self, names: &HashSet<&str>) -> Self {
        self.members.retain(|member| names.contains(member.name));
        self
    }

    fn find(&self, name: &str) -> Option<&Member<'a>> {
        self.members.iter().find(|member| member.name == name)
    }
}

impl<'a> Meeting<'a> {
    /// Whether an object is taken for another.
    pub(super) fn objects(&mut self, sent: ObjectId, taken: ObjectId) -> Fit {
        if !self.seen.insert((sent, taken)) {
            return Fit::Fully;
        }
        self.members(&Type::Object(sent), &Type::Object(taken))
    }

    /// Whether an object or map is taken for another.
    pub(super) fn members(&mut self, sent: &Type, taken: &Type) -> Fit {
        self.shapes(self.sent(sent), self.taken(taken))
    }

    /// Whether some members of an object are taken for those of another.
    pub(in crate::diff) fn part(&mut self, sent: &Object, taken: &Object, names: &HashSet<&str>) -> Fit {
        let sent = self.alternatives(sent).into_iter().map(|shape| shape.only(names)).collect();
        let taken = self.described(taken).only(names);
        self.shapes(Some(sent), Some(taken))
    }

    /// Whether what a member holds is taken for what another one does, where it is there.
    pub(in crate::diff) fn member(&mut self, sent: &Field, taken: &Field) -> Fit {
        self.value(&self.described_member(sent), &taken.ty)
    }

    /// Whether a member is taken for one of those that are not named.
    pub(in crate::diff) fn other(&mut self, sent: &Field, taken: &Rest) -> Fit {
        self.entry(&self.described_member(sent), &taken.ty)
    }

    /// Whether a page, or a value that looks like one, is taken for another.
    pub(super) fn pages(&mut self, sent: &Returns, taken: &Returns) -> Fit {
        let members = |returns: &Returns| match returns {
            Returns::Page(pagination, item) => pagination.members(item),
            _ => Vec::new(),
        };
        let (sent_members, taken_members) = (members(sent), members(taken));
        let sent = match sent {
            Returns::Value(ty) => self.sent(ty.without_null()),
            _ => Some(vec![JsonObject::page(&sent_members)]),
        };
        let taken = match taken {
            Returns::Value(ty) => self.taken(ty.without_null()),
            _ => Some(JsonObject::page(&taken_members)),
        };
        self.shapes(sent, taken)
    }

    /// The objects that a type may be where it is sent; nothing if it is none.
    fn sent<'t>(&self, ty: &'t Type) -> Option<Vec<JsonObject<'t>>>
    where
        'a: 't,
    {
        match ty.meant() {
            Type::Object(id) => Some(self.alternatives(&self.sender[*id])),
            Type::Map(rest) => Some(vec![JsonObject::map(rest)]),
            _ => None,
        }
    }

    /// The object that a type is where it is taken; nothing if it is none.
    fn taken<'t>(&self, ty: &'t Type) -> Option<JsonObject<'t>>
    where
        'a: 't,
    {
        match ty.meant() {
            Type::Object(id) => Some(self.described(&self.taker[*id])),
            Type::Map(rest) => Some(JsonObject::map(rest)),
            _ => None,
        }
    }

    fn described<'o>(&self, object: &'o Object) -> JsonObject<'o> {
        let fields = object.fields.iter().filter(|field| field.sides.meets(self.side));
        let members = fields.map(|field| self.described_member(field)).collect();
        JsonObject { members, union: object.union.as_ref(), rest: object.rest.as_ref().map(|rest| &rest.ty) }
    }

    fn described_member<'o>(&self, field: &'o Field) -> Member<'o> {
        // Callers may give any text; what a service always says is known.
        let is_known = self.is_program() && !field.tags.is_empty();
        Member {
            name: &field.item.name,
            is_always_there: !field.absence().meets(self.side),
            ty: &field.ty,
            texts: is_known.then(|| field.tags.iter().map(String::as_str).collect()),
        }
    }

    /// The objects that one is where it is sent: one for each variant of its union.
    fn alternatives<'o>(&self, object: &'o Object) -> Vec<JsonObject<'o>> {
        let whole = self.described(object);
        let Some(union) = whole.union else { return vec![whole] };
        let variants = union.variants.iter().filter(|variant| variant.sides.meets(self.side));
        let alternative = |variant: &'o UnionVariant| {
            let (mut shape, name) = (JsonObject { union: None, ..whole.clone() }, variant.item.name.as_str());
            let mut add = |name, ty, texts| shape.members.push(Member { name, is_always_there: true, ty, texts });
            add(&union.tag, TEXT, Some(vec![name]));
            variant.data.iter().for_each(|data| add(name, data, None));
            shape
        };
        variants.map(alternative).collect()
    }

    fn shapes(&mut self, sent: Option<Vec<JsonObject<'_>>>, taken: Option<JsonObject<'_>>) -> Fit {
        let (Some(sent), Some(taken)) = (sent, taken) else { return Fit::Not };
        sent.iter().map(|sent| self.shape(sent, &taken)).max().unwrap_or(Fit::Fully)
    }

    fn shape(&mut self, sent: &JsonObject<'_>, taken: &JsonObject<'_>) -> Fit {
        let mut known: HashSet<&str> = taken.members.iter().map(|member| member.name).collect();
        let members = taken.members.iter().map(|member| self.taken_member(sent, member)).max();
        let told = taken.union.map(|union| self.told(sent, union, &mut known));
        let others: Vec<&Member<'_>> = sent.members.iter().filter(|member| !known.contains(member.name)).collect();
        let others = match (taken.rest, sent.rest) {
            (Some(taken), rest) => {
                let named = others.into_iter().map(|member| self.entry(member, taken)).max();
                named.max(rest.map(|rest| self.fit(rest, taken)))
            }
            // A program passes over what it was not told of, and a service refuses it.
            (None, rest) if !self.is_program() && (rest.is_some() || !others.is_empty()) => Some(Fit::Not),
            _ => None,
        };
        members.max(told).max(others).unwrap_or(Fit::Fully)
    }

    /// Whether an object has what a member is taken for.
    fn taken_member(&mut self, sent: &JsonObject<'_>, taken: &Member<'_>) -> Fit {
        match (sent.find(taken.name), sent.rest) {
            (Some(found), _) if found.is_always_there || !taken.is_always_there => self.value(found, taken.ty),
            (None, Some(rest)) if !taken.is_always_there => self.fit(rest.without_null(), taken.ty.without_null()),
            (None, None) if !taken.is_always_there => Fit::Fully,
            _ => Fit::Not,
        }
    }

    /// Whether what a member holds is taken, where it is there.
    fn value(&mut self, sent: &Member<'_>, taken: &Type) -> Fit {
        match (&sent.texts, taken.without_null().meant()) {
            (Some(texts), Type::Enum(id)) if self.taker[*id].base == EnumBase::Text => self.among(texts, *id),
            (_, taken) => self.fit(sent.ty.without_null(), taken),
        }
    }

    /// Whether a member is taken for an entry of a map. A program leaves out what is null, and a service writes it.
    fn entry(&mut self, sent: &Member<'_>, taken: &Type) -> Fit {
        let is_written = self.is_program() && matches!(sent.ty, Type::Nullable(_));
        if is_written && !matches!(taken, Type::Nullable(_) | Type::Json) { Fit::Not } else { self.value(sent, taken) }
    }

    /// Whether an object is one of the things that a union tells apart. Adds the names of the members that it knows.
    fn told<'u>(&mut self, sent: &JsonObject<'_>, union: &'u Union, known: &mut HashSet<&'u str>) -> Fit {
        known.insert(&union.tag);
        let side = self.side;
        let on_side = |variant: &&UnionVariant| variant.sides.meets(side);
        let Some(tag) = sent.find(&union.tag).filter(|tag| tag.is_always_there) else { return Fit::Not };
        let texts = match (&tag.texts, tag.ty.meant()) {
            (Some(texts), _) => Some(texts.clone()),
            (None, Type::Enum(id)) if self.sender[*id].base == EnumBase::Text => Some(self.values(*id)),
            (None, ty) if self.is_text(ty) => None,
            _ => return Fit::Not,
        };
        let is_told =
            |variant: &&UnionVariant| texts.as_ref().is_none_or(|it| it.contains(&variant.item.name.as_str()));
        let told: Vec<&UnionVariant> = union.variants.iter().filter(on_side).filter(is_told).collect();
        let are_known = texts.as_ref().is_some_and(|texts| texts.len() == told.len());
        let mut fit = if are_known { Fit::Fully } else { self.unknown(UNKNOWN) };
        for variant in &told {
            fit = fit.max(self.data(sent, variant));
            known.extend(variant.data.as_ref().map(|_| variant.item.name.as_str()));
        }
        // Where the data of several stand side by side, a service refuses those that the tag does not name.
        let is_mixed = told.len() > 1 && told.iter().any(|variant| variant.data.is_some());
        if is_mixed && !self.is_program() { Fit::Not } else { fit }
    }

    /// Whether an object has the data of a variant.
    fn data(&mut self, sent: &JsonObject<'_>, variant: &UnionVariant) -> Fit {
        let Some(data) = &variant.data else { return Fit::Fully };
        let found = sent.find(&variant.item.name);
        let fit = match (found, sent.rest) {
            (Some(found), _) => self.value(found, data),
            (None, Some(rest)) => self.fit(rest.without_null(), data),
            (None, None) => Fit::Fully,
        };
        if found.is_some_and(|found| found.is_always_there) { fit } else { fit.max(self.unknown(NO_DATA)) }
    }
}
