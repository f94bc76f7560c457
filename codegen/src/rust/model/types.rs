//! Types as generated code spells them.

use crate::rust::Name;

/// A type as generated code spells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RustType {
    /// `()`.
    Unit,
    /// `bool`.
    Bool,
    /// `i64`.
    I64,
    /// `f64`.
    F64,
    /// `String`.
    String,
    /// Any JSON.
    Json,
    /// The runtime's `Amount`.
    Amount,
    /// The runtime's `ApiKey`.
    ApiKey,
    /// The runtime's `Currency`.
    Currency,
    /// The runtime's `Decimal`.
    Decimal,
    /// The runtime's `Secret`.
    Secret,
    /// The runtime's `Timestamp`.
    Timestamp,
    /// A type of the same module.
    Local(Name),
    /// A type of another module.
    Foreign(Name, Name),
    /// The runtime's `Expandable<_, _>`: an identifier, or the object.
    Expandable(Box<RustType>, Box<RustType>),
    /// The runtime's `List<_>`: a page that is continued by a cursor.
    List(Box<RustType>),
    /// The runtime's `Page<_>`: a page that is continued by a URL.
    Page(Box<RustType>),
    /// `Box<_>`, where an object holds another of its own kind.
    Box(Box<RustType>),
    /// `Option<_>`.
    Option(Box<RustType>),
    /// `Vec<_>`.
    Vec(Box<RustType>),
    /// A map from text.
    Map(Box<RustType>),
}

impl RustType {
    /// The same, or nothing; what may be nothing stays as it is.
    pub(in crate::rust) fn optional(self) -> Self {
        if matches!(self, Self::Option(_)) { self } else { Self::Option(Box::new(self)) }
    }

    /// The same in a box.
    pub(in crate::rust) fn boxed(self) -> Self {
        Self::Box(Box::new(self))
    }

    /// The type and all that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        let mut parts = vec![self];
        match self {
            Self::Expandable(id, object) => parts.extend(id.parts().into_iter().chain(object.parts())),
            Self::List(inner)
            | Self::Page(inner)
            | Self::Box(inner)
            | Self::Option(inner)
            | Self::Vec(inner)
            | Self::Map(inner) => parts.extend(inner.parts()),
            _ => {}
        }
        parts
    }
}
