//! How the variants of unions are told apart in JSON: by what they say of themselves, or by their shape.

mod select;
mod shapes;
mod sorts;

pub(crate) use select::{Selected, select};
pub use shapes::KindShape;
pub(crate) use shapes::shapes;
pub use sorts::JsonSort;
