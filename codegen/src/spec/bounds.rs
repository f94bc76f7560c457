//! The table of bounds: what each speaks of, and what it says of it.

use super::reader::Mapping;
use crate::{
    diag::Diagnostics,
    yaml::{Faulty, Read, Spanned, Text},
};

/// Of what of a value bounds speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// There are none.
    Nothing,
    /// Of its characters.
    Characters,
    /// Of its items.
    Items,
    /// Of the value itself, which is a number.
    Value,
}

/// What a bound says of what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// It is no less.
    AtLeast,
    /// It is more.
    MoreThan,
    /// It is no more.
    AtMost,
    /// It is less.
    LessThan,
    /// It is a multiple of a number.
    MultipleOf,
    /// None of it is there twice.
    Unique,
    /// A regular expression matches it.
    Matching,
}

/// On which side of a bound values lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Above it.
    Least,
    /// Below it.
    Most,
}

impl Sense {
    /// On which side of the bound values lie, if it is one end of them.
    #[must_use]
    pub fn end(self) -> Option<End> {
        match self {
            Self::AtLeast | Self::MoreThan => Some(End::Least),
            Self::AtMost | Self::LessThan => Some(End::Most),
            Self::MultipleOf | Self::Unique | Self::Matching => None,
        }
    }

    /// Whether values do not reach the bound.
    #[must_use]
    pub fn is_strict(self) -> bool {
        matches!(self, Self::MoreThan | Self::LessThan)
    }
}

/// Declares the kinds of bounds, each with its row.
macro_rules! kinds {
    ($($name:ident = $key:literal: $measure:ident $sense:ident,)+) => {
        /// A kind of bound.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum BoundKind {
            $(#[doc = concat!("`", $key, "`")] $name,)+
        }

        impl BoundKind {
            /// All of them, in the order in which they are shown.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its key in descriptions, what it speaks of, and what it says.
            const fn row(self) -> (&'static str, Measure, Sense) {
                match self {
                    $(Self::$name => ($key, Measure::$measure, Sense::$sense),)+
                }
            }
        }
    };
}

kinds! {
    MinLength = "min_length": Characters AtLeast,
    MaxLength = "max_length": Characters AtMost,
    Pattern = "pattern": Characters Matching,
    MinItems = "min_items": Items AtLeast,
    MaxItems = "max_items": Items AtMost,
    UniqueItems = "unique_items": Items Unique,
    Min = "min": Value AtLeast,
    ExclusiveMin = "exclusive_min": Value MoreThan,
    Max = "max": Value AtMost,
    ExclusiveMax = "exclusive_max": Value LessThan,
    MultipleOf = "multiple_of": Value MultipleOf,
}

impl BoundKind {
    /// Its key in descriptions.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.row().0
    }

    /// What it speaks of.
    #[must_use]
    pub const fn measure(self) -> Measure {
        self.row().1
    }

    /// What it says of that.
    #[must_use]
    pub const fn sense(self) -> Sense {
        self.row().2
    }
}

/// A bound of a member or parameter.
#[derive(Clone, Debug)]
pub struct Bound {
    /// What it bounds, and how.
    pub kind: BoundKind,
    /// What is written: the digits of a number, a regular expression, or `true`.
    pub value: Text,
}

/// Reads the bounds of a member or parameter.
pub(super) fn bounds(mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<Vec<Bound>> {
    let read: Vec<_> = BoundKind::ALL.iter().map(|kind| (*kind, value(*kind, mapping, diagnostics))).collect();
    let written = read.into_iter().filter_map(|(kind, value)| match value {
        Ok(value) => value.map(|value| Ok(Bound { kind, value })),
        Err(Faulty) => Some(Err(Faulty)),
    });
    written.collect()
}

fn value(kind: BoundKind, mapping: &Mapping, diagnostics: &mut Diagnostics) -> Read<Option<Text>> {
    let key = kind.key();
    match (kind.sense(), kind.measure()) {
        (Sense::Matching, _) => mapping.text(key, diagnostics),
        (Sense::Unique, _) => {
            let place = mapping.flag(key, diagnostics)?;
            Ok(place.map(|span| Spanned { value: "true".to_owned(), span }))
        }
        (_, Measure::Value) => mapping.number(key, diagnostics),
        _ => {
            let size = mapping.integer(key, diagnostics)?;
            Ok(size.map(|Spanned { value, span }| Spanned { value: value.to_string(), span }))
        }
    }
}
