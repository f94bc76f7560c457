//! How values that have parts are written in paths, queries, headers and cookies.

use super::http::BodyFormat;
use super::location::Location;
use crate::api::words::words;

/// How a value is written outside of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// In a path or header, as it is; parts with commas between them.
    Simple,
    /// In a path, behind a dot.
    Label,
    /// In a path, as `;name=value`.
    Matrix,
    /// In a path, as segments of it: with the slashes of a text, or between the items of a list.
    Segments,
    /// In a query, `name=value` for each part.
    Repeat,
    /// In a query or cookie, parts with commas between them.
    Comma,
    /// In a query, parts with spaces between them.
    Spaces,
    /// In a query, parts with vertical bars between them.
    Pipes,
    /// In a query, the names of parts in brackets, which are empty for items of lists: `name[]=value`.
    Brackets,
    /// In a query, the names of parts in brackets, and the numbers of items.
    Indexed,
    /// In a query, the names of members in brackets; items of lists repeat their name.
    Deep,
    /// In a query or header, as JSON.
    Json,
}

words!(
    Style: Simple "simple", Label "label", Matrix "matrix", Segments "segments", Repeat "repeat", Comma "comma", Spaces "spaces", Pipes "pipes",
    Brackets "brackets", Indexed "indexed", Deep "deep", Json "json"
);

impl Style {
    /// What holds at a place of requests where nothing is said, under a protocol with such bodies.
    #[must_use]
    pub fn usual(location: Location, body: BodyFormat) -> Self {
        match (location, body) {
            (Location::Path | Location::Header, _) => Self::Simple,
            (Location::Query, BodyFormat::Form) => Self::Indexed,
            (Location::Query, _) => Self::Repeat,
            (Location::Cookie, _) => Self::Comma,
            (Location::Body, _) => Self::Json,
        }
    }

    /// The styles that a place of requests has.
    #[must_use]
    pub fn at(location: Location) -> &'static [Self] {
        match location {
            Location::Path => &[Self::Simple, Self::Label, Self::Matrix, Self::Segments],
            Location::Query => &[
                Self::Repeat,
                Self::Comma,
                Self::Spaces,
                Self::Pipes,
                Self::Brackets,
                Self::Indexed,
                Self::Deep,
                Self::Json,
            ],
            Location::Header => &[Self::Simple, Self::Json],
            Location::Cookie => &[Self::Comma],
            Location::Body => &[],
        }
    }

    /// Whether parts can be written in it on their own, by `explode`.
    #[must_use]
    pub fn can_explode(self) -> bool {
        matches!(self, Self::Simple | Self::Label | Self::Matrix)
    }

    /// Whether it says something of a value, which may have parts or not.
    #[must_use]
    pub fn concerns(self, has_parts: bool) -> bool {
        has_parts || matches!(self, Self::Label | Self::Matrix | Self::Segments | Self::Json)
    }

    /// Whether parts of parts can be written in it.
    #[must_use]
    pub fn nests(self) -> bool {
        matches!(self, Self::Brackets | Self::Indexed | Self::Deep | Self::Json)
    }
}
