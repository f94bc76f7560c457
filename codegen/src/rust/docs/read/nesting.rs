//! Which part of a text can stand in which, as HTML's parsers have it.

use crate::rust::docs::node::Kind;

impl Kind {
    /// Whether something of another kind can stand right inside it.
    pub(crate) fn holds(&self, inner: &Self) -> bool {
        match inner {
            Self::Item(_) => matches!(self, Self::List(_)),
            Self::Row => matches!(self, Self::Table(_)),
            Self::Cell => *self == Self::Row,
            _ if inner.is_inline() => {
                matches!(self, Self::Paragraph | Self::Heading(_) | Self::Cell | Self::Style(_) | Self::Link(_))
            }
            _ => matches!(self, Self::Document | Self::Quote | Self::Item(_)),
        }
    }

    /// What must be opened in it first, so that something else can stand inside.
    pub(crate) fn implied(&self, inner: &Self) -> Option<Self> {
        match self {
            Self::List(_) if !matches!(inner, Self::Item(_) | Self::Row | Self::Cell) => Some(Self::Item(None)),
            Self::Table(_) if *inner == Self::Cell || inner.is_inline() => Some(Self::Row),
            Self::Row if inner.is_inline() => Some(Self::Cell),
            Self::Document | Self::Quote | Self::Item(_) if inner.is_inline() => Some(Self::Paragraph),
            _ => None,
        }
    }

    /// Whether it ends where something begins that it cannot hold.
    pub(crate) fn gives_way_to(&self, next: &Self) -> bool {
        match self {
            Self::Paragraph | Self::Style(_) | Self::Link(_) => !next.is_inline(),
            Self::Item(_) => matches!(next, Self::Item(_)),
            Self::Cell => matches!(next, Self::Row | Self::Cell),
            Self::Row => *next == Self::Row,
            _ => false,
        }
    }
}
