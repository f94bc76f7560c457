//! Values that keep to bounds, or are brought within them.

mod kept;
mod pattern;
mod within;

pub(crate) use kept::keeps;
pub(super) use pattern::Pattern;
pub(crate) use within::within;
