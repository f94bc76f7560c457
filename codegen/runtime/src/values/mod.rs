//! The types of single values: money, time, texts with a meaning.

pub(super) mod amount;
pub(super) mod boxed;
pub(super) mod bytes;
pub(super) mod calendar;
pub(super) mod carried;
pub(super) mod copy_enum;
pub(super) mod currency;
pub(super) mod decimal;
pub(super) mod expandable;
pub(super) mod file;
mod file_content;
pub(super) mod identifier;
pub(super) mod invalid_value;
pub(super) mod known;
pub(super) mod open_enum;
pub(super) mod secret;
pub(super) mod text_enum;
pub(super) mod unknown_scalar;
pub(super) mod unknown_value;
pub(super) mod uri;
pub(super) mod uuid;
