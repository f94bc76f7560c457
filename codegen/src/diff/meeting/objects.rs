//! JSON objects that meet: their members, and members of any name.

use std::collections::HashSet;

use super::Meeting;
use super::known::Known;
use crate::api::{EnumBase, Field, Literal, Object, ObjectId, PageMember, Rest, Returns, Type, Union};
use crate::diff::judge::Fit;

/// A JSON object that is sent, or one that is taken.
#[derive(Clone, Default)]
pub(super) struct JsonObject<'a> {
    pub(super) members: Vec<Member<'a>>,
    /// What tells apart the things that it can be, where it is taken: what is sent is one of them.
    pub(super) union: Option<&'a Union>,
    /// What members hold whose names are not described.
    pub(super) rest: Option<&'a Type>,
}

#[derive(Clone)]
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    pub(super) is_always_there: bool,
    /// Whether it may be sent as null, which is not taken as if it were missing: a service tells the two apart.
    pub(super) can_be_null: bool,
    pub(super) ty: &'a Type,
    /// The texts of which it holds one, if these are known.
    pub(super) texts: Option<Vec<&'a str>>,
}

impl<'a> JsonObject<'a> {
    /// An object with members of any name.
    pub(super) fn map(rest: &'a Type) -> Self {
        Self { rest: Some(rest), ..Self::default() }
    }

    fn page(members: &'a [PageMember]) -> Self {
        let member = |PageMember { name, ty, optional, .. }: &'a PageMember| Member {
            name,
            is_always_there: !optional && !matches!(ty, Type::Nullable(_)),
            can_be_null: false,
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

    pub(super) fn find(&self, name: &str) -> Option<&Member<'a>> {
        self.members.iter().find(|member| member.name == name)
    }
}

/// A constant that is a text.
fn text(constant: &Literal) -> Option<&str> {
    matches!(constant, Literal::Text(_)).then(|| constant.as_text())
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

    pub(super) fn described<'o>(&self, object: &'o Object) -> JsonObject<'o> {
        let fields = object.fields.iter().filter(|field| field.sides.meets(self.side));
        let members = fields.map(|field| self.described_member(field)).collect();
        JsonObject { members, union: object.union.as_ref(), rest: object.rest.as_ref().map(|rest| &rest.ty) }
    }

    fn described_member<'o>(&self, field: &'o Field) -> Member<'o> {
        // A service may say any of its constants, a program says the first one.
        let said = if self.is_program() { &field.constants[..] } else { field.constants.get(..1).unwrap_or_default() };
        let texts: Option<Vec<&str>> = said.iter().map(text).collect();
        Member {
            name: &field.item.name,
            is_always_there: if self.is_program() { !field.absence().response } else { !field.optional.request },
            can_be_null: !self.is_program() && field.is_nullable(),
            ty: &field.ty,
            texts: texts.filter(|texts| !texts.is_empty()),
        }
    }

    fn shapes(&mut self, sent: Option<Vec<JsonObject<'_>>>, taken: Option<JsonObject<'_>>) -> Fit {
        let (Some(sent), Some(taken)) = (sent, taken) else { return Fit::Not };
        sent.iter().map(|sent| self.shape(sent, &taken)).max().unwrap_or(Fit::Fully)
    }

    fn shape(&mut self, sent: &JsonObject<'_>, taken: &JsonObject<'_>) -> Fit {
        let mut known = Known::default();
        known.extend(taken.members.iter().map(|member| member.name));
        let members = taken.members.iter().map(|member| self.taken_member(sent, member)).max();
        let told = taken.union.map(|union| self.told(sent, union, &mut known));
        let others = match taken.rest {
            Some(rest) => Some(self.others(sent, rest, &mut known)),
            // A program passes over what it was not told of, and a service refuses it.
            None if !self.is_program() && !known.are_others() => {
                let is_more = sent.rest.is_some() || sent.members.iter().any(|member| !known.contains(member.name));
                is_more.then_some(Fit::Not)
            }
            None => None,
        };
        members.max(told).max(others).unwrap_or(Fit::Fully)
    }

    /// Whether an object has what a member is taken for.
    pub(super) fn taken_member(&mut self, sent: &JsonObject<'_>, taken: &Member<'_>) -> Fit {
        match (sent.find(taken.name), sent.rest) {
            (Some(found), _) if found.can_be_null && !taken.can_be_null => Fit::Not,
            (Some(found), _) if found.is_always_there || !taken.is_always_there => self.value(found, taken.ty),
            (None, Some(rest)) if !taken.is_always_there => self.fit(rest.without_null(), taken.ty.without_null()),
            (None, None) if !taken.is_always_there => Fit::Fully,
            _ => Fit::Not,
        }
    }

    /// Whether what a member holds is taken, where it is there.
    pub(super) fn value(&mut self, sent: &Member<'_>, taken: &Type) -> Fit {
        match (&sent.texts, taken.without_null().meant()) {
            (Some(texts), Type::Enum(id)) if self.taker[*id].base == EnumBase::Text => self.among(texts, *id),
            (_, taken) => self.fit(sent.ty.without_null(), taken),
        }
    }

    /// Whether a member is taken for an entry of a map.
    pub(super) fn entry(&mut self, sent: &Member<'_>, taken: &Type) -> Fit {
        let can_be_null = matches!(sent.ty, Type::Nullable(_));
        if can_be_null && !matches!(taken, Type::Nullable(_) | Type::Json) { Fit::Not } else { self.value(sent, taken) }
    }
}
