//! How the variants of unions are told apart in JSON: by what they say of themselves, or by their shape.

mod known;
mod select;
mod shapes;
mod sorts;

pub(crate) use known::{Follows, follows};
pub(crate) use select::{Selected, others, select};
pub use shapes::KindShape;
pub(crate) use shapes::shapes;
pub use sorts::JsonSort;
