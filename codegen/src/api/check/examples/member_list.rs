//! The members that a mapping in an example may have, whatever says so.

use crate::{
    api::{
        model::{Bound, Object, PageMember, Pagination, Sides, Type, UnionVariant},
        scalars::Scalar,
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
    /// What members hold that are not in the list, if there may be any.
    pub(super) rest: Option<&'a Type>,
    /// The members that belong to other variants.
    others: Vec<&'a str>,
}

/// A member of a response.
pub(super) struct Member<'a> {
    pub(super) name: &'a str,
    pub(super) ty: Type,
    pub(super) optional: bool,
    /// What it says, if it always says the same; the first is said most.
    pub(super) says: Vec<&'a str>,
    /// What it is if it is a tag, in words.
    pub(super) tag_of: &'static str,
    /// What it is held to.
    pub(super) bounds: &'a [Bound],
    /// Whether it is a field that the description could make optional.
    pub(super) is_field: bool,
}

impl<'a> Member<'a> {
    fn new(name: &'a str, ty: Type, optional: bool) -> Self {
        Self { name, ty, optional, says: Vec::new(), tag_of: "the tag of the object", bounds: &[], is_field: false }
    }

    /// A text that is one of some.
    fn tag(name: &'a str, says: Vec<&'a str>, tag_of: &'static str) -> Self {
        Self { says, tag_of, ..Self::new(name, Type::Scalar(Scalar::String), false) }
    }
}

impl<'a> Members<'a> {
    /// The members of an object, but the data of its variants.
    pub(super) fn of_object(object: &'a Object) -> Self {
        let fields = object.fields.iter().filter(|field| field.sides.meets(Sides::RESPONSE));
        let fields = fields.map(|field| Member {
            says: field.tags.iter().map(String::as_str).collect(),
            bounds: &field.bounds.list,
            is_field: true,
            ..Member::new(&field.item.name, field.ty.clone(), field.optional.response)
        });
        let mut list: Vec<_> = fields.collect();
        if let Some(union) = &object.union {
            let variants = union.variants.iter().filter(|variant| variant.sides.meets(Sides::RESPONSE));
            let names = variants.map(|variant| variant.item.name.as_str()).collect();
            list.push(Member::tag(&union.tag, names, "the name of a variant"));
        }
        Self {
            owner: format!("the object {}", code(&object.item.name)),
            help: "add it to the fields of the object, or remove it here",
            list,
            rest: object.rest.as_ref().map(|rest| &rest.ty),
            others: Vec::new(),
        }
    }

    /// Adds the data of the variant at hand. `all` are the variants that have data.
    pub(super) fn add_variant(
        &mut self,
        variant: Option<&'a UnionVariant>,
        all: impl Iterator<Item = &'a UnionVariant>,
    ) {
        let data = variant.and_then(|variant| Some((variant.item.name.as_str(), variant.data.clone()?)));
        let name = data.as_ref().map(|(name, _)| *name);
        self.others = all.map(|other| other.item.name.as_str()).filter(|other| Some(*other) != name).collect();
        self.list.extend(data.map(|(name, ty)| Member::new(name, ty, false)));
    }

    /// Whether a member that is not in the list is one of the rest.
    pub(super) fn is_rest(&self, name: &str) -> bool {
        self.rest.is_some() && !self.is_of_other_variant(name)
    }

    /// Whether a member is the data of a variant that is not at hand.
    pub(super) fn is_of_other_variant(&self, name: &str) -> bool {
        self.others.contains(&name)
    }

    /// The members of a page of a list.
    pub(super) fn of_page(pagination: Pagination, item: &Type) -> Self {
        let members = pagination.members(item).into_iter();
        let members = members.map(|PageMember { name, ty, optional, tag }| Member {
            says: tag.into_iter().collect(),
            tag_of: "the tag of a list",
            ..Member::new(name, ty, optional)
        });
        let help = match pagination {
            Pagination::Cursor => "a page has `data` and `has_more`, and may have `url`",
            Pagination::PageUrl => "a page has `data`, and may have `next_page_url` and `previous_page_url`",
        };
        Self { owner: "a page of a list".to_owned(), help, list: members.collect(), rest: None, others: Vec::new() }
    }
}
