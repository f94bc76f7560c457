//! What a description means: one checked model, free of YAML and free of Rust.
//!
//! `check` is the only way to an [`Api`], so code behind it looks nothing up that can be missing:
//! references are indices into the lists of the same [`Api`].

mod bounded;
mod boxes;
mod check;
mod model;
mod scalars;
mod unions;
mod words;

pub(crate) use crate::spec::EVENTS_HOME;
pub use crate::spec::{BoundKind, End, Measure, Sense};
pub(crate) use bounded::{keeps, within};
pub(crate) use boxes::{Boxes, Hold};
pub(crate) use check::KEYWORDS;
pub use check::{check, check_with_names, look_closer};
pub(crate) use model::NONE;
pub use model::{
    Alias, AliasId, Answer, AnswerContent, AnswerHeader, Api, Auth, Body, BodyFormat, Bound, Bounds, Code, CodeId,
    ConstantHeader, Dialect, DialectId, Encoding, Endpoint, Enum, EnumBase, EnumId, EnumValue, ErrorField, Event,
    EventKind, Exact, Example, Field, Header, HttpMethod, Identifier, IdentifierId, Item, LastPage, Layout, Lifecycle,
    ListedCode, Listing, Literal, Located, Location, Need, NextPage, Object, ObjectId, Package, PageMember, Pagination,
    Paging, Parameter, PathPart, Places, Protocol, Resource, Rest, Returns, Scheme, SchemeId, SchemeKind, SecretForm,
    Security, Server, ServerId, ServerVariable, Session, Sides, Signed, Signing, Status, StatusAnswer, Style, Token,
    Told, Transition, Type, Union, UnionVariant, Webhooks,
};
pub use scalars::{ExampleRule, Facts, Scalar, Shape, TimestampFormat};
pub(crate) use unions::{Follows, Selected, follows, others, select, shapes};
pub use unions::{JsonSort, KindShape};
