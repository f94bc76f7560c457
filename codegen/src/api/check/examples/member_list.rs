//! The members that a mapping in an example may have, whatever says so.

use serde_json::Value;

use crate::{
    api::{
        model::{Api, Bound, Object, ObjectId, PageMember, Pagination, Sides, Told, Type, Union},
        unions::{Selected, select},
    },
    diag::code,
};

/// The members of an object, or of a page of a list.
pub(super) struct Members<'a> {
    /// What has them, in words.
    pub(super) owner: String,
    /// What to do about a member that is not described.
    pub(super) help: &'static str,
    pub(super) list: Vec<Member<'a>>,
    /// The members that belong to other variants.
    others: Vec<&'a str>,
    /// What members hold that are not in the list, if there may be any.
    pub(super) rest: Option<&'a Type>,
    /// The union of which the object is no variant.
    pub(super) unfit: Option<&'a Union>,
}

/// A member of a response.
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    pub(super) ty: Type,
    pub(super) optional: bool,
    /// What it says, if it always says the same; the first is said most.
    pub(super) says: Vec<Value>,
    /// What it is if it always says the same, in words.
    pub(super) tag_of: &'static str,
    /// What it is held to.
    pub(super) bounds: &'a [Bound],
    /// Whether it is a field that the description could make optional.
    pub(super) is_field: bool,
}

impl<'a> Member<'a> {
    fn new(name: &'a str, ty: Type, optional: bool) -> Self {
        Self {
            name,
            ty,
            optional,
            says: Vec::new(),
            tag_of: "the constant of the member",
            bounds: &[],
            is_field: false,
        }
    }

    /// What names the variant of a union.
    fn tag(name: &'a str, union: &Union) -> Self {
        let says = union.on(Sides::RESPONSE).map(|variant| union.tag_of(variant)).collect();
        Self { says, tag_of: "the name of a variant", ..Self::new(name, Type::Scalar(union.base.scalar()), false) }
    }
}

impl<'a> Members<'a> {
    /// The members of an object, with those of the variant of its union that some JSON is.
    pub(super) fn of_object(id: ObjectId, json: &Value, api: &'a Api) -> Self {
        let mut members = Self {
            owner: format!("the object {}", code(&api[id].item.name)),
            help: "add it to the fields of the object, or remove it here",
            list: Vec::new(),
            others: Vec::new(),
            rest: None,
            unfit: None,
        };
        members.add(id, json, api);
        members
    }

    fn add(&mut self, id: ObjectId, json: &Value, api: &'a Api) {
        let object: &Object = &api[id];
        let fields = object.fields.iter().filter(|field| field.sides.meets(Sides::RESPONSE));
        self.list.extend(fields.map(|field| Member {
            says: field.constants(),
            bounds: &field.bounds.list,
            is_field: true,
            ..Member::new(&field.item.name, field.ty.clone(), field.optional.response)
        }));
        let Some(union) = &object.union else { return };
        self.list.extend(union.told.tag().map(|tag| Member::tag(tag, union)));
        match select(id, union, json, api) {
            Selected::Known(index, data) => self.add_variant(union, index, data.as_ref(), api),
            Selected::Unknown(name) => {
                // One that is known lacks its data.
                let is_named = |at: &usize| union.variants[*at].sides.response && union.variants[*at].item.name == name;
                match (0..union.variants.len()).find(is_named) {
                    Some(index) => self.add_variant(union, index, None, api),
                    None if union.told.tag().is_none() => self.unfit = Some(union),
                    None => self.add_others(union, None),
                }
            }
        }
    }

    /// Adds what a variant adds to the members of an object.
    fn add_variant(&mut self, union: &'a Union, index: usize, data: Option<&Value>, api: &'a Api) {
        let variant = &union.variants[index];
        self.add_others(union, Some(index));
        match (union.member_of(variant), &variant.data) {
            (Some(member), Some(ty)) => self.list.push(Member::new(member, ty.clone(), false)),
            (Some(member), None) if union.told == Told::Key => {
                self.list.push(Member::new(member, Type::Nullable(Box::new(Type::Json)), false));
            }
            (None, Some(Type::Object(id))) => self.add(*id, data.unwrap_or(&Value::Null), api),
            (None, Some(Type::Map(ty))) => self.rest = Some(ty),
            _ => {}
        }
    }

    /// Notes the members of the other variants.
    fn add_others(&mut self, union: &'a Union, index: Option<usize>) {
        let others = union.variants.iter().enumerate().filter(|(at, variant)| {
            let is_member = variant.data.is_some() || union.told == Told::Key;
            Some(*at) != index && variant.sides.response && is_member
        });
        if let Told::Beside { .. } | Told::Key = union.told {
            self.others.extend(others.map(|(_, variant)| variant.item.name.as_str()));
        }
    }

    /// Whether a member is the data of a variant that is not at hand.
    pub(super) fn is_of_other_variant(&self, name: &str) -> bool {
        self.others.contains(&name)
    }

    /// The members of a page of a list.
    pub(super) fn of_page(pagination: Pagination, item: &Type) -> Self {
        let members = pagination.members(item).into_iter();
        let members = members.map(|PageMember { name, ty, optional, tag }| Member {
            says: tag.into_iter().map(Value::from).collect(),
            tag_of: "the tag of a list",
            ..Member::new(name, ty, optional)
        });
        let help = match pagination {
            Pagination::Cursor => "a page has `data` and `has_more`, and may have `url`",
            Pagination::PageUrl => "a page has `data`, and may have `next_page_url` and `previous_page_url`",
        };
        Self {
            owner: "a page of a list".to_owned(),
            help,
            list: members.collect(),
            others: Vec::new(),
            rest: None,
            unfit: None,
        }
    }
}
