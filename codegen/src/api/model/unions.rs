//! What something can be, of several things.

use serde_json::Value;

use super::enums::EnumBase;
use super::item::Item;
use super::types::Type;
use crate::spec::Sides;

/// What something can be, of several things.
#[derive(Clone, Debug)]
pub struct Union {
    /// How they are told apart.
    pub told: Told,
    /// What the tag is in JSON, if there is one.
    pub base: EnumBase,
    /// What there can be.
    pub variants: Vec<UnionVariant>,
}

/// How the variants of a union are told apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// By a member whose value names the member that carries the data.
    Beside {
        /// The member that tells.
        tag: String,
    },
    /// By a member that stands among those of the data.
    Inside {
        /// The member that tells.
        tag: String,
    },
    /// By a member beside the one that carries the data.
    Content {
        /// The member that tells.
        tag: String,
        /// The member that carries the data.
        content: String,
    },
    /// By the name of the only member, which carries the data.
    Key,
    /// By what the data looks like.
    Shape,
}

/// One of the things that something can be.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// Name, which is what tells the variant on the wire but for those that are told by their shape, and doc.
    pub item: Item,
    /// What it holds, if anything.
    pub data: Option<Type>,
    /// Where the variant is met.
    pub sides: Sides,
}

impl Told {
    /// The member that tells, if one does.
    #[must_use]
    pub fn tag(&self) -> Option<&str> {
        match self {
            Self::Beside { tag } | Self::Inside { tag } | Self::Content { tag, .. } => Some(tag),
            Self::Key | Self::Shape => None,
        }
    }

    /// Whether the members of the data stand among those of the whole.
    #[must_use]
    pub fn is_inside(&self) -> bool {
        matches!(self, Self::Inside { .. } | Self::Shape)
    }

    /// As a description says it, in one line.
    #[must_use]
    pub fn in_words(&self) -> String {
        match self {
            Self::Beside { tag } => tag.clone(),
            Self::Inside { tag } => format!("inside {tag}"),
            Self::Content { tag, content } => format!("{tag}, content {content}"),
            Self::Key => "by key".to_owned(),
            Self::Shape => "by shape".to_owned(),
        }
    }
}

impl Union {
    /// The variants that are met on any of some sides.
    pub fn on(&self, sides: Sides) -> impl Iterator<Item = &UnionVariant> {
        self.variants.iter().filter(move |variant| variant.sides.meets(sides))
    }

    /// What the tag says of a variant, as JSON.
    #[must_use]
    pub fn tag_of(&self, variant: &UnionVariant) -> Value {
        self.base.json(&variant.item.name)
    }

    /// The member that carries the data of a variant, if the data is a member by itself.
    #[must_use]
    pub fn member_of<'u>(&'u self, variant: &'u UnionVariant) -> Option<&'u str> {
        match &self.told {
            Told::Beside { .. } | Told::Key => Some(&variant.item.name),
            Told::Content { content, .. } => Some(content),
            Told::Inside { .. } | Told::Shape => None,
        }
    }
}
