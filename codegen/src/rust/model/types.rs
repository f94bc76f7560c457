//! Types as generated code spells them.

use crate::api::Hold;
use crate::rust::Name;

/// A type as generated code spells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RustType {
    /// `()`.
    Unit,
    /// A type of the language, such as `i64`.
    Language(&'static str),
    /// A type of the runtime, such as `Amount`.
    Runtime(&'static str),
    /// Any JSON.
    Json,
    /// A type of the runtime with parameters, such as `SnapshotEvent<_>`.
    Generic(&'static str, Vec<RustType>),
    /// A type of the same module.
    Local(Name),
    /// A type of another module.
    Foreign(Name, Name),
    /// The runtime's `Expandable<_, _>`: an identifier, or the object.
    Expandable(Box<RustType>, Box<RustType>),
    /// The runtime's `CursorPage<_>`: a page that is continued by a cursor.
    CursorPage(Box<RustType>),
    /// The runtime's `UrlPage<_>`: a page that names the URL of the next one.
    UrlPage(Box<RustType>),
    /// The runtime's `Events<_>`: all events of an answer.
    Events(Box<RustType>),
    /// The runtime's `Lines<_>`: all lines of an answer.
    Lines(Box<RustType>),
    /// The bytes of an answer, of the crate `bytes`.
    WholeBody,
    /// `Box<_>`, where an object holds another of its own kind.
    Box(Box<RustType>),
    /// The runtime's `Boxed<_>`, where there is too much behind it for the compiler.
    Boxed(Box<RustType>),
    /// `Option<_>`.
    Option(Box<RustType>),
    /// `Vec<_>`.
    Vec(Box<RustType>),
    /// A map from text.
    Map(Box<RustType>),
}

/// The form in which a value is written wherever it stands, by its name in the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireForm(pub &'static str);

/// How a value is written outside of a body, by its name in the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WireStyle(pub &'static str);

impl RustType {
    /// The same, or nothing; what may be nothing stays as it is.
    pub(in crate::rust) fn optional(self) -> Self {
        if matches!(self, Self::Option(_)) { self } else { Self::Option(Box::new(self)) }
    }

    /// What is there where it is not nothing.
    pub(in crate::rust) fn without_option(self) -> Self {
        if let Self::Option(inner) = self { *inner } else { self }
    }

    /// The same in a box, if it is in one.
    pub(in crate::rust) fn held(self, hold: Hold) -> Self {
        match hold {
            Hold::Plain => self,
            Hold::Box => Self::Box(Box::new(self)),
            Hold::Wall => Self::Boxed(Box::new(self)),
        }
    }

    /// What is in the box, if it is in one.
    #[must_use]
    pub fn unboxed(&self) -> &Self {
        if let Self::Box(inner) | Self::Boxed(inner) = self { inner } else { self }
    }

    /// The type and all that it is made of.
    #[must_use]
    pub fn parts(&self) -> Vec<&Self> {
        let mut parts = vec![self];
        match self {
            Self::Expandable(id, object) => parts.extend(id.parts().into_iter().chain(object.parts())),
            Self::Generic(_, inner) => parts.extend(inner.iter().flat_map(Self::parts)),
            Self::CursorPage(inner)
            | Self::UrlPage(inner)
            | Self::Events(inner)
            | Self::Lines(inner)
            | Self::Box(inner)
            | Self::Boxed(inner)
            | Self::Option(inner)
            | Self::Vec(inner)
            | Self::Map(inner) => parts.extend(inner.parts()),
            Self::Unit
            | Self::WholeBody
            | Self::Language(_)
            | Self::Runtime(_)
            | Self::Json
            | Self::Local(_)
            | Self::Foreign(..) => {}
        }
        parts
    }
}
