//! What a schema becomes.

use std::rc::Rc;

use super::{context::Context, ends::common_end};
use crate::diag::Span;
use crate::openapi::document::NodeId;
use crate::openapi::texts::at;
use crate::spec::{Alias, Bound, Enum, Item, Object, TypeExpression};

/// The type of a place where a schema stands.
#[derive(Clone, Debug)]
pub(in crate::openapi) struct Lowered {
    pub(in crate::openapi) ty: TypeExpression,
    pub(in crate::openapi) nullable: bool,
    /// What requests are held to, besides what a type of its own says.
    pub(in crate::openapi) bounds: Vec<Bound>,
    /// Where it is said that it is a secret.
    pub(in crate::openapi) secret: Option<Span>,
}

impl Lowered {
    /// What has this name.
    pub(in crate::openapi) fn named(name: impl Into<String>, span: &Span) -> Self {
        Self::of(TypeExpression::Name(at(span, name), None))
    }

    /// What has a name and a form.
    pub(in crate::openapi) fn in_form(name: &str, form: &str, span: &Span) -> Self {
        Self::of(TypeExpression::Name(at(span, name), Some(at(span, form))))
    }

    pub(in crate::openapi) fn of(ty: TypeExpression) -> Self {
        Self { ty, nullable: false, bounds: Vec::new(), secret: None }
    }

    /// Any JSON.
    pub(in crate::openapi) fn json(span: &Span) -> Self {
        Self::named("json", span)
    }

    /// Whether it is any JSON.
    pub(in crate::openapi) fn is_json(&self) -> bool {
        self.is("json")
    }

    pub(in crate::openapi) fn is(&self, word: &str) -> bool {
        matches!(&self.ty, TypeExpression::Name(name, None) if name.value == word)
    }

    /// The type, and null if it can be that.
    pub(in crate::openapi) fn whole(self) -> TypeExpression {
        if self.nullable && !self.is_json() { TypeExpression::Nullable(Box::new(self.ty)) } else { self.ty }
    }
}

/// What a definition is.
#[derive(Debug)]
pub(in crate::openapi) enum Defined {
    Object(Box<Object>),
    Enum(Enum),
    Alias(Alias),
}

impl Defined {
    pub(super) fn item(&self) -> &Item {
        match self {
            Self::Object(object) => &object.item,
            Self::Enum(values) => &values.item,
            Self::Alias(alias) => &alias.item,
        }
    }

    pub(super) fn item_mut(&mut self) -> &mut Item {
        match self {
            Self::Object(object) => &mut object.item,
            Self::Enum(values) => &mut values.item,
            Self::Alias(alias) => &mut alias.item,
        }
    }

    /// The numbers of the types of its members, variants and the like.
    pub(super) fn held(&self) -> Vec<usize> {
        let types: Vec<&TypeExpression> = match self {
            Self::Object(object) => {
                let fields = object.fields.iter().flatten().flat_map(|field| &field.ty);
                let rest = object.rest.iter().flatten().flat_map(|rest| &rest.ty);
                let union = object.union.iter().flatten();
                let data = union.flat_map(|union| &union.variants).flat_map(|it| it.data.iter().flatten());
                fields.chain(rest).chain(data).collect()
            }
            Self::Alias(alias) => alias.ty.iter().collect(),
            Self::Enum(_) => Vec::new(),
        };
        types.into_iter().filter_map(|ty| number(ty.plain_name()?)).collect()
    }

    /// What it is called where nothing else is said of it.
    pub(super) fn noun(&self) -> &'static str {
        match self {
            Self::Object(_) => "object",
            Self::Enum(_) => "value",
            Self::Alias(_) => "type",
        }
    }
}

/// A type with a name of its own. In types, until names are given, it is `@` and its number.
#[derive(Debug)]
pub(in crate::openapi) struct Definition {
    /// The module in which it is; nothing for what all share.
    pub(in crate::openapi) module: Option<Rc<str>>,
    /// The names that it may have, best first.
    pub(in crate::openapi) names: Vec<String>,
    /// With what its shortest and longest names in all its places end, if it has several; they may have nothing in common.
    pub(super) ends: Option<[String; 2]>,
    /// Of which schema it is made.
    pub(in crate::openapi) node: NodeId,
    /// Which part of that it is; nothing if it is all of it.
    pub(in crate::openapi) part: Option<String>,
    /// What it is, once that is known.
    pub(in crate::openapi) defined: Option<Defined>,
}

/// The number that stands for a name.
pub(in crate::openapi) fn number(name: &str) -> Option<usize> {
    name.strip_prefix('@')?.parse().ok()
}

impl Definition {
    /// The names that all its places know, best first; nothing if it has only one place.
    pub(in crate::openapi) fn common_names(&self) -> impl Iterator<Item = &String> {
        self.ends.iter().flatten().filter(|end| !end.is_empty())
    }

    /// With what the shortest and the longest of its names end in all its places and in one more.
    pub(super) fn ends_with(&self, context: &Context) -> [String; 2] {
        let [[short, long], [other_short, other_long]] =
            [self.ends.clone().unwrap_or_else(|| short_and_long(&self.names)), short_and_long(&context.names())];
        [common_end(&short, &other_short), common_end(&long, &other_long)].map(str::to_owned)
    }
}

/// The first and the last of some names.
fn short_and_long(names: &[String]) -> [String; 2] {
    [names.first(), names.last()].map(|name| name.cloned().unwrap_or_default())
}
